//! A name in its sentence in, whether a thing is called so out: a programme, a play, a figure of a story.

use crate::model::Span;

/// "the Jane Doe programme", "the play Jane Doe": what is called after a person.
pub(super) fn names_a_thing(text: &str, name: Span) -> bool {
    const CALLED: &[&str] = &[
        "approach",
        "award",
        "awards",
        "building",
        "centre",
        "charity",
        "course",
        "fund",
        "group",
        "initiative",
        "lecture",
        "method",
        "methodology",
        "model",
        "prize",
        "programme",
        "project",
        "room",
        "scheme",
        "strategy",
        "suite",
        "team",
        "tool",
        "toolkit",
        "trust",
        "unit",
        "ward",
        "wing",
    ];
    const WORKS: &[&str] = &[
        "ballet",
        "book",
        "cartoon",
        "character",
        "film",
        "musical",
        "novel",
        "opera",
        "pantomime",
        "play",
        "poem",
        "ship",
        "story",
    ];
    let before = text[..name.start].trim_end_matches(' ');
    // "the play, X Y, was put on".
    let before = before.strip_suffix(',').unwrap_or(before);
    let last = before.rsplit([' ', '\n', '\t', '(', '‘', '“']).next().unwrap_or_default().to_lowercase();
    let next = text[name.end..].strip_prefix(' ').unwrap_or_default();
    let next = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // "dressed as X Y": a figure of a story.
    let dressed = before.ends_with("dressed as") || before.ends_with("dressed up as");
    let determined =
        ["the", "a", "this", "its", "our", "their", "each", "every", "new"].contains(&last.as_str());
    determined && CALLED.contains(&next)
        || before.len() < name.start && (dressed || WORKS.contains(&last.as_str()))
}
