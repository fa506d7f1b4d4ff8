//! Entries in; the byline, captions and clutter of articles known as such.

use super::super::draft::Entry;
use crate::model::{BlockKind, SetAsideReason};
use regex::Regex;
use std::sync::LazyLock;

static CLUTTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:(?:read (?:more|also|next|the full story)|more (?:on this story|like this|from)|related(?: articles?| stories| links| content)?|see also|also read|recommended(?: reading)?|watch|listen)\s*:.*",
        r"|read (?:more|next)(?-u:\b).{0,120}",
        r"|@[0-9A-Za-z_]{2,30}|(?:blog )?comments? powered by .*|powered by disqus.*|(?:[0-9]+ )?comments?(?: are closed)?",
        r"|share (?:this|on|via|by)(?-u:\b).{0,60}|share|tweet|print|email|copy link",
        r"|advertisement(?: feature)?|advertising|promoted (?:content|stories)|sponsored content|story continues below.*|article continues (?:below|after).*",
        r"|(?:sign up|subscribe|log in|register)(?-u:\b).{0,100}(?:newsletter|inbox|alerts|account|today|here|now|headlines)(?-u:\b).{0,60}",
        r"|click here(?-u:\b).{0,80}|follow us(?-u:\b).{0,80}|like us on(?-u:\b).{0,60}|join (?:our|the) (?:facebook|whatsapp)(?-u:\b).{0,80}",
        r"|report this (?:comment|article|ad)(?-u:\b).{0,40}|get involved with the news(?-u:\b).*|accept (?:all )?cookies.*|skip to (?:main )?content|back to top|continue reading.*|view comments.*|add (?:your )?comment.*|leave a (?:reply|comment).*|this site uses cookies.*)[.!]?$",
    ))
    .expect("a constant")
});
/// With what every alternative of [`CLUTTER`] begins: most lines are plain text, and this costs them little.
static HEADS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?i-u:read|more|related|see|also|recommended|watch|listen|@|blog|comment|powered|[0-9]|share|tweet|print|email",
        r"|copy|advert|promoted|sponsored|story|article|sign|subscribe|log|register|click|follow|like|join|report|get|accept",
        r"|skip|back|continue|view|add|leave|this site)",
    ))
    .expect("a constant")
});
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(\[])(?:Image|Images|Picture|Pictures|Photo|Photos|Photograph|Photography|Pic|Credit|Image credit|Photo credit|Picture credit)(?: by)?\s?: ?[^.:]{1,60}[)\]]?\.?$").expect("a constant")
});
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?i:words |reported |written |posted |published )?(?i:by):?) (?:[A-Z][0-9A-Za-zÀ-ɏ.'’-]+|[A-Z]\.)(?: (?:[A-Z][0-9A-Za-zÀ-ɏ.'’-]+|de|van|von|and|&|[A-Z]\.)){0,5}(?:\s*(?:[,|–-]|\bon\b).{0,80})?$").expect("a constant")
});
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^[|–•·-]?\s*(?:(?:first )?(?:published|posted|updated|last updated|issued|release date|date)\s*(?:on|at|:)?\s*)?(?:[0-9]{1,2}[:.][0-9]{2}\s*(?:am|pm)?,?\s*)?",
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*|(?:mon|tue|wed|thu|fri|sat|sun),?\s+)?",
        r"(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+[0-9]{4}|[a-z]{3,9}\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})",
        r"(?:,?\s*(?:at )?[0-9]{1,2}[:.][0-9]{2}\s*(?:am|pm|[a-z]{3})?|,?\s*[0-9]{1,2}\s*(?:am|pm))?(?:\s*\|.*)?$",
    ))
    .expect("a constant")
});

/// Whether a line belongs to the page around an article, not to the article.
pub fn is_clutter(text: &str) -> bool {
    text.len() < 240 && HEADS.is_match(text) && CLUTTER.is_match(text)
}

/// Whether words say when a document was published, and nothing else.
pub fn is_dateline(text: &str) -> bool {
    text.len() < 100 && DATELINE.is_match(text)
}

/// Whether words end in the credit of a picture.
pub fn is_caption(text: &str) -> bool {
    text.len() < 500 && text.contains(':') && CREDIT.is_match(text)
}

/// Whether words name the author of a document, and nothing else.
pub fn is_byline(text: &str) -> bool {
    text.len() < 140 && BYLINE.is_match(text)
}

/// How far from the top a byline may stand, in entries.
const TOP: usize = 12;

pub fn mark(entries: &mut Vec<Entry>) {
    for (index, entry) in entries.iter_mut().enumerate() {
        let Some(part) = entry.part_mut() else { continue };
        let known = part.kind == BlockKind::Byline;
        if !(part.is_paragraph() || known) || part.number.is_some() {
            continue;
        }
        if is_clutter(part.text()) {
            *entry = Entry::aside(part.text().to_owned(), part.page, SetAsideReason::Clutter);
        } else if known {
            continue;
        } else if index < TOP && is_byline(part.text()) {
            part.becomes(BlockKind::Byline, "names the author");
        } else if is_caption(part.text()) {
            part.becomes(BlockKind::Caption, "ends in the credit of a picture");
        }
    }
    join_dateline(entries);
}

/// The date beneath a byline belongs to it.
fn join_dateline(entries: &mut Vec<Entry>) {
    let is_date = |entry: &Entry| {
        entry
            .part()
            .is_some_and(|part| part.is_paragraph() && part.number.is_none() && is_dateline(part.text()))
    };
    let Some(date) = entries.iter().take(TOP).position(is_date) else { return };
    let shown = |entry: &Entry| !matches!(entry, Entry::Aside { .. });
    let Some(before) = entries[..date].iter().rposition(shown) else { return };
    if entries[before].part().is_none_or(|part| part.kind != BlockKind::Byline) {
        return;
    }
    let Entry::Part(part) = entries.remove(date) else { return };
    if let Some(byline) = entries[before].part_mut() {
        byline.words.append(" ", part.words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clutter_is_known() {
        for line in [
            "READ MORE: Cash is on its way",
            "blog comments powered by Disqus",
            "Advertisement",
            "Share this article",
            "Sign up to our newsletter",
        ] {
            assert!(is_clutter(line), "{line}");
        }
        for line in [
            "Read more about this in the report, which was published in May and which says that all is well with the service and its staff, and that much is left.",
            "Share of children in care",
            "Comments from parents were good.",
            "Print is dead.",
        ] {
            assert!(!is_clutter(line), "{line}");
        }
    }

    #[test]
    fn bylines_datelines_and_captions_are_known() {
        assert!(
            is_byline("By Ann Brown")
                && is_byline("By Ann de Brown, political reporter")
                && is_byline("BY Ann Brown")
        );
        assert!(!is_byline("By then the council had acted.") && !is_byline("By 2014 it was good"));
        assert!(
            is_dateline("| 14 August 2019") && is_dateline("Published: Wednesday 14th August 2019, 10:30am")
        );
        assert!(!is_dateline("On 14 August 2019 it was good."));
        assert!(is_caption("The town hall. Image: Ann Brown") && is_caption("The mayor (Photo: PA)"));
        assert!(!is_caption("The image: a child at a window of an old house. It is sad."));
    }
}
