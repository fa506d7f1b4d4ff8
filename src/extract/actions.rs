//! A reading in, what is to be put right out: the items of sections that list it, and of sentences that do.
//!
//! 1. A heading of the vocabulary's wordings ([`Vocabulary::improvements`]) opens a section; one of its
//!    [`Vocabulary::requests`] does so if what stands below asks for something.
//! 2. Its numbered paragraphs, list items and table rows are the items; what stands below an item belongs to it.
//! 3. "Recommendation 3" leads to one item, behind it or below.
//! 4. The section ends with a heading that no item follows, or with a paragraph that is none.

mod labelled;
mod listed;
mod request;
mod section;
mod told;

pub use listed::listed_points;
pub use told::told_actions;

use super::patterns::pattern;
use super::reading::Reading;
use crate::model::{Action, Document, Fact, FactValue, Span, Vocabulary};
use regex::Regex;
use request::asks;
use section::Section;
use std::sync::LazyLock;

/// The items of every section that says what is to be put right.
pub fn section_items(reading: &Reading) -> Vec<Fact> {
    let framework = reading.details.framework.as_deref().and_then(|id| reading.vocabulary.framework(id));
    // Reports under a framework that grades areas word their lists as the vocabulary says; others do as they like.
    let free = framework.is_none_or(|framework| framework.areas.is_empty());
    let mut section = Section::new(reading.document, &reading.vocabulary, free);
    for index in 0..reading.document.blocks().len() {
        section.read(index);
    }
    section.finished().into_iter().map(|item| item.fact(reading.document)).collect()
}

/// Something that is to be put right, as it is read together.
#[derive(Debug, Clone)]
struct Item {
    span: Span,
    /// The words of the item, then of what stands below it.
    parts: Vec<Span>,
    reference: Option<String>,
    deadline: Option<String>,
    priority: Option<&'static str>,
}

impl Item {
    fn fact(self, document: &Document) -> Fact {
        let words: Vec<&str> = self.parts.iter().map(|part| document.words(*part)).collect();
        let (reference, text) = numbered(self.reference, joined(&words));
        let deadline = self.deadline.or_else(|| section::deadline_in(&text));
        let immediate = text.to_lowercase().starts_with("take immediate action");
        let priority = self.priority.or(immediate.then_some("immediate")).map(str::to_owned);
        let value = Action { reference, text, deadline, priority };
        Fact::new(document, FactValue::Action(value), self.span, "improvement-section")
    }
}

/// The number that a cell of a table begins with is the item's reference: "2. Ensure that …".
fn numbered(reference: Option<String>, text: String) -> (Option<String>, String) {
    let found = text.split_once(". ").filter(|(number, rest)| {
        (1..=2).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && rest.starts_with(char::is_alphabetic)
    });
    match found.map(|(number, rest)| (number.to_owned(), rest.to_owned())) {
        Some((number, rest)) if reference.is_none() => (Some(number), rest),
        _ => (reference, text),
    }
}

/// The words of an item with those below it: parted by a semicolon where no other mark does it.
fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        let begins = part.starts_with(char::is_lowercase);
        let listed = index > 1 || index == 1 && !begins;
        if index > 0 {
            let marked = text.ends_with([':', ';', ',', '.', '?', '!']);
            text.push_str(if marked || !listed { " " } else { "; " });
        }
        text.push_str(part);
    }
    text
}

/// What a heading of the vocabulary's leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Improvements,
    /// Items only if the first of them asks for something.
    Requests,
}

/// What the words lead to, if they are one of the vocabulary's headings; `*` in a wording stands for any words.
fn opening(vocabulary: &Vocabulary, words: &str) -> Option<Opening> {
    // "(Recommendation)" behind a paragraph says what became of it.
    if words.len() > 600 || words.trim_start().starts_with('(') {
        return None;
    }
    let leads = words.trim_end().ends_with(':');
    let words = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    let core = SENTENCE.captures(&words).filter(|_| leads).and_then(|found| found.get(1));
    let core = core.map(|core| core.as_str()).filter(|core| *core != words);
    let among = |wordings: &[String]| {
        let fits = |words: &str| wordings.iter().any(|wording| wording_fits(wording, words));
        fits(&words) || core.is_some_and(fits)
    };
    let requests = || among(&vocabulary.requests).then_some(Opening::Requests);
    among(&vocabulary.improvements).then_some(Opening::Improvements).or_else(requests)
}

/// "The areas for improvement identified by inspectors are:": a heading's words in a sentence that leads to a list.
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:(?:the|its|their|these|two|three|four|five|six|\d+|key|main) )*(.+?)",
        r"(?: (?:that |which )?(?:(?:were|are|have been) )?(?:identified|found|set out|listed|named|made|given)(?: (?:by|in) .{3,40}?)?)?",
        r"(?:,? (?:are|were|is|was|includes?|included|as follows))*$",
    ))
});

/// What a line with a colon leads to in news, letters and releases, whatever its words: "The watchdog told the council to
/// improve:", "The report calls on ministers to:".
fn leads_freely(words: &str) -> Option<Opening> {
    const LONGEST: usize = 300;
    let line = words.trim_end();
    let line = line.rsplit_once(". ").map_or(line, |(_, last)| last);
    if !line.ends_with(':') || line.len() > LONGEST {
        return None;
    }
    let infinitive = line.ends_with(" to:") && ASK.is_match(line);
    let improvements = (infinitive || IMPROVE.is_match(line)).then_some(Opening::Improvements);
    improvements.or_else(|| ASK.is_match(line).then_some(Opening::Requests))
}

static IMPROVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:should|must|need(?:s|ed)? to|told|tells?|asked|asks|urged|wants?|required|given|identified|found|set out|sets out|lists?|listed|highlight(?:s|ed)|outlined|named)\b[^:]{0,140}\b(?:improve|areas? (?:for|of) (?:improvement|development)|get(?:ting)? better at|put right|in respect of|priority actions?|(?:significant|following) weaknesse?s?)[^:]{0,30}:$|\b(?:areas?|things|points|aspects|matters)\b[^:]{0,60}\b(?:improv\w*|better|put right|strengthen\w*|(?:further|more) (?:work|development|attention))\b[^:]{0,40}:$|\b(?:wants?|wanted|asked|asks|called|calls)\b[^:]{0,40}\b(?:action|improvements?|progress|changes?) (?:in|on|across) [^:]{0,30}\b(?:areas|things|aspects)\b[^:]{0,30}:$|\bneeds? to be done\b[^:]{0,40}:$|\brecommend(?:s|ed)? that [^:]{2,60}\b(?:improves?|strengthens?|ensures?|reviews?)(?: that)?:$|\b(?:asked|asks|called|calls) for improvements?\b[^:]{0,60}:$|\b(?:should|must|needs? to|has to|have to|asked to|told to)(?: now| also)? (?:ensure|make sure|see)(?: that)?:$",
    )
});

static ASK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:should|must|needs? to|(?:calls?|called|calling) on [^:]{2,80} to|(?:told|asked|urged|ordered)(?: [^:]{2,80})? to|(?:wants?|wanted|would like) [^:]{2,60} to|(?:is|are|was|were|been) (?:required|directed|instructed|ordered) to|recommends?(?: that)?|recommended(?: that)?|recommendations?(?: are| include[sd]?| were)?(?: the following| as follows| these)?)(?:,? as (?:a matter of )?(?:an? )?(?:urgent |top |high )?(?:priority|urgency),?| urgently| immediately| now|, within [a-z0-9 ]{3,20},?)?:$",
    )
});

fn wording_fits(wording: &str, words: &str) -> bool {
    if wording.as_bytes().first() != words.as_bytes().first() && !wording.starts_with('*') {
        return false;
    }
    let Some((first, parts)) = wording.split_once('*') else { return wording == words };
    let Some(mut rest) = words.strip_prefix(first) else { return false };
    let (within, last) = parts.rsplit_once('*').unwrap_or(("", parts));
    for part in within.split('*') {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::super::{facts, sample};
    use super::*;
    use crate::model::{BlockKind, FactKind, Hints};
    use std::sync::Arc;

    fn vocabulary() -> Vocabulary {
        let improvements = [
            "what needs to improve",
            "what * need to improve",
            "areas for improvement",
            "areas for priority action",
            "priority and immediate action",
            "* following weaknesses",
        ];
        let requests = ["required actions", "* council should"];
        Vocabulary {
            improvements: improvements.map(str::to_owned).to_vec(),
            requests: requests.map(str::to_owned).to_vec(),
            ..Vocabulary::default()
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary());
        let found: Vec<String> = sheet.of(FactKind::Action).map(|fact| fact.value.line()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn points_below_another_heading_are_no_parts_of_a_numbered_item() {
        let text = "# Areas for improvement\n1. Mend the nets.\n2. Count the boats.\n# Summary for crews\n- Nets need to be mended.\n- Boats float.";
        check(text, &["Mend the nets.", "Count the boats."]);
    }

    #[test]
    fn a_list_that_lost_its_marks_has_as_many_points_as_are_counted() {
        let text = "Wardens listed three areas for improvement:\n# The keeping of nets and boats by night\n# Management of crews in storms\n# Repairs that are made in the yard\n# What happens in the port next\nBoats float.";
        let expected = [
            "The keeping of nets and boats by night",
            "Management of crews in storms",
            "Repairs that are made in the yard",
        ];
        check(text, &expected);
    }

    #[test]
    fn points_with_a_full_stop_name_things() {
        let text = "Wardens told the port that three things must get better:\n\nThe supply of nets for crews that sail by night.\n\nHow quickly boats are mended.\n\nCare of oars, so that none is lost.\n\nThe warden was glad.";
        let items = [
            "The supply of nets for crews that sail by night.",
            "How quickly boats are mended.",
            "Care of oars, so that none is lost.",
        ];
        check(text, &items);
    }

    #[test]
    fn what_only_tells_is_none_of_numbered_requests() {
        let text = "# Areas for improvement\n1. Mend the nets.\n2. To count the boats.\n\n### What the port is like\n\n3. The port is old. Its boats are well kept.\n4. Crews sail by night. They are glad.";
        check(text, &["Mend the nets.", "To count the boats."]);
    }

    #[test]
    fn a_line_that_asks_is_followed_by_what_is_asked() {
        let asked = "The council should:\n- mend its nets\n- oars of every boat";
        check(asked, &["mend its nets", "oars of every boat"]);
        check("# Required actions\n- Train every crew.", &["Train every crew."]);
        check("The council should:\n- nets that are old\n- mend them", &[]);
        check("# Required actions\nNobody sails.\n- Nets are mended.", &[]);
    }

    #[test]
    fn list_items_of_a_section() {
        let text = "# What needs to improve?\n- The quality of nets.\n- How boats are kept.\n# The fleet: good\n- Boats sail.";
        check(text, &["The quality of nets.", "How boats are kept."]);
    }

    #[test]
    fn the_number_of_a_page_ends_no_section() {
        check(
            "# What needs to improve?\n- The quality of nets.\n\n2\n\n- How boats are kept.",
            &["The quality of nets.", "How boats are kept."],
        );
    }

    #[test]
    fn headings_within_a_section() {
        let text = "# What does the harbour need to improve?\n# Areas for improvement\n# Boats\n- Ensure that boats float.\n# Findings\n- Boats have floated.";
        check(text, &["Ensure that boats float."]);
    }

    #[test]
    fn that_there_is_nothing_to_do_is_no_item() {
        let text = "# Priority and immediate action\n- The visit did not find any areas for priority and immediate action.\n# Areas for improvement\n- Review the nets.";
        check(text, &["Review the nets."]);
    }

    #[test]
    fn a_heading_with_findings_below_it_ends_the_section() {
        check(
            "# Areas for improvement\n- Mend the nets.\n# Outcome\n- The fleet is good. Crews should be proud.",
            &["Mend the nets."],
        );
    }

    #[test]
    fn lines_that_lead_to_lists_in_news() {
        let items = ["the state of nets", "clear the pier"];
        for lead in [
            "Inspectors pointed to two areas in which the port could be better. These are:",
            "Areas which wardens said require further work are:",
            "To improve, the port should make sure that:",
            "The wardens have asked for improvement in two areas of practice:",
            "The report contains two recommendations. They are:",
        ] {
            check(&format!("{lead}\n- the state of nets\n- clear the pier"), &items);
        }
        check("Crews have been asked to:\n1. clear the pier\n2. mend nets", &["clear the pier", "mend nets"]);
        check("The wardens say that:\n- nets hold\n- boats float", &[]);
    }

    #[test]
    fn a_sentence_that_introduces_a_list_opens_a_section() {
        check(
            "The port must tell how it will tackle the following weaknesses:\n- torn nets\n- old boats\nYours sincerely",
            &["torn nets", "old boats"],
        );
    }

    #[test]
    fn the_words_of_a_heading_may_stand_in_a_sentence() {
        let items = ["torn nets", "old boats"];
        check("The areas for improvement are:\n- torn nets\n- old boats", &items);
        check("Two areas for improvement were identified by the wardens:\n- torn nets\n- old boats", &items);
        check("The areas for improvement are long known.\n- torn nets\n- old boats", &[]);
    }

    #[test]
    fn another_body_is_asked_below_a_list() {
        check(
            "# Areas for priority action\nThe port needs to ensure that:\n- nets are mended\n- boats are kept.\nThe crews must act to mend the sails.\nThis should be done by all.",
            &["nets are mended", "boats are kept.", "The crews must act to mend the sails."],
        );
    }

    #[test]
    fn the_number_in_a_cell_is_that_of_the_item() {
        let text = "# Areas for improvement\n| Body | Areas for improvement\n| The port | 1. Crews should mend their nets.";
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary());
        let found = sheet.of(FactKind::Action).next().map(|fact| fact.value.clone());
        let Some(FactValue::Action(action)) = found else { panic!("no action") };
        assert_eq!(
            (action.reference.as_deref(), action.text.as_str()),
            (Some("1"), "Crews should mend their nets.")
        );
    }

    #[test]
    fn items_set_as_paragraphs() {
        check(
            "The port must tell how it will tackle the following weaknesses:\nthe torn state of its nets\nthe age of its boats.\nYours sincerely",
            &["the torn state of its nets", "the age of its boats."],
        );
        check(
            "# What needs to improve?\nThe mending of nets by every crew.\nThe use that pilots make of\ncharts and lights.\nCrews do not learn. Boats wait too long.\nWhat the port does well\nAll is well.",
            &[
                "The mending of nets by every crew.",
                "The use that pilots make of charts and lights.",
                "Crews do not learn. Boats wait too long.",
            ],
        );
    }

    #[test]
    fn groups_of_items_set_as_paragraphs() {
        let text = "# Areas for improvement\nWithin three months:\nmend every net and rope\nThe harbour office should train crews\nWithin six months:\nlight the pier by night\nAny areas for improvement identified above will be looked at again.";
        check(
            text,
            &["mend every net and rope", "The harbour office should train crews", "light the pier by night"],
        );
    }

    #[test]
    fn heads_of_columns_are_no_items() {
        check(
            "# Areas for priority action\nResponsible body\nAreas for priority action\nLeaders of the port and harbour\nLeaders must mend the nets at once.",
            &["Leaders must mend the nets at once."],
        );
    }

    #[test]
    fn an_introduction_and_its_groups() {
        let text = "# Areas for improvement\nThe harbour should take the following action.\nWithin three months:\n- mend the nets\n- train the crew\nThe visit ended well.\n- Boats sail.";
        check(text, &["mend the nets", "train the crew"]);
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary());
        let first = sheet.of(FactKind::Action).next().map(|fact| fact.value.clone());
        assert!(
            matches!(first, Some(FactValue::Action(action)) if action.deadline.as_deref() == Some("within three months"))
        );
    }

    #[test]
    fn lettered_lines_are_part_of_a_numbered_item() {
        let mut builder = crate::model::DocumentBuilder::new();
        builder.block(BlockKind::Heading { level: 2 }, None, "What needs to improve", &[], None, "");
        for (number, words) in
            [("7", "Look after boats where"), ("i", "they leak"), ("ii", "they list."), ("8", "Sail")]
        {
            builder.block(BlockKind::Paragraph, Some(number.to_owned()), words, &[], None, "");
        }
        let document = Arc::new(builder.build(&sample::source(""), Hints::default(), sample::sentences));
        let found: Vec<String> =
            facts(document, &vocabulary()).facts.iter().map(|fact| fact.value.line()).collect();
        assert_eq!(found, ["Look after boats where they leak; they list.", "Sail"]);
    }

    #[test]
    fn rows_of_a_table() {
        let text = "# Areas for priority action\n| Responsible | Areas for priority action\n| The harbour and the port | They must act at once to mend every net.\n";
        check(text, &["They must act at once to mend every net."]);
    }

    #[test]
    fn what_stands_below_an_item_is_part_of_it() {
        assert_eq!(
            joined(&["This to include", "nets", "boats and", "crews."]),
            "This to include nets; boats and; crews."
        );
        assert_eq!(
            joined(&["Ensure that:", "nets hold", "boats float"]),
            "Ensure that: nets hold; boats float"
        );
    }
}
