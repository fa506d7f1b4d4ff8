//! The numbering of a document in; what is printed before each paragraph out.

use super::element::Element;
use std::collections::BTreeMap;

/// What is printed before a paragraph of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    Bullet(String),
    /// As it is printed: `2.1`, `(a)`, `iv.`
    Number(String),
    None,
}

/// Counts the paragraphs of each list as they go by.
pub struct Numbering {
    /// By list (`numId`): the abstract list it is of, and levels that it has of its own.
    lists: BTreeMap<String, List>,
    abstracts: BTreeMap<String, Vec<Level>>,
    /// How far each abstract list has counted, by level. Lists of one kind count on from each other.
    counts: BTreeMap<String, Vec<Option<u32>>>,
    /// Lists that have begun anew, as their `startOverride` says.
    begun: Vec<(String, usize)>,
}

#[derive(Default)]
struct List {
    of: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    legal: bool,
    /// The level (from 1) whose next number begins this one anew; 0: never.
    restart: Option<usize>,
}

const LEVELS: usize = 9;

impl Numbering {
    pub fn of(root: &Element) -> Self {
        let named = |name: &'static str| root.elements().filter(move |element| element.name == name);
        let abstracts: BTreeMap<String, Vec<Level>> = named("abstractNum")
            .filter_map(|element| Some((element.attribute("abstractNumId")?.to_owned(), levels(element))))
            .collect();
        let lists = named("num")
            .filter_map(|element| Some((element.attribute("numId")?.to_owned(), list(element))))
            .collect();
        Self { lists, abstracts, counts: BTreeMap::new(), begun: Vec::new() }
    }

    /// What is printed before the next paragraph of this list at this level.
    pub fn next(&mut self, list: &str, level: u8) -> Marker {
        let level = usize::from(level).min(LEVELS - 1);
        let Some(found) = self.lists.get(list) else { return Marker::None };
        let of = found.of.clone();
        let overridden = found.starts.get(&level).copied();
        let Some(form) = self.level(list, level) else { return Marker::None };
        if form.format == "none" {
            return Marker::None;
        }
        if form.format == "bullet" {
            return Marker::Bullet(bullet(&form.text));
        }
        let mut counts = self.counts.remove(&of).unwrap_or_else(|| vec![None; LEVELS]);
        let anew = overridden.filter(|_| !self.begun.contains(&(list.to_owned(), level)));
        if anew.is_some() {
            self.begun.push((list.to_owned(), level));
        }
        counts[level] = Some(match (anew, counts[level]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => form.start,
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = self.level(list, deeper).and_then(|form| form.restart);
            if restart.is_none_or(|by| by != 0 && level < by) {
                *count = None;
            }
        }
        let printed = self.printed(list, &form, &counts);
        self.counts.insert(of, counts);
        if printed.is_empty() { Marker::None } else { Marker::Number(printed) }
    }

    fn level(&self, list: &str, level: usize) -> Option<Level> {
        let found = self.lists.get(list)?;
        found.levels.get(&level).or_else(|| self.abstracts.get(&found.of)?.get(level)).cloned()
    }

    /// The text of a level with its `%1` replaced by the count of the first level, and so on.
    fn printed(&self, list: &str, form: &Level, counts: &[Option<u32>]) -> String {
        let mut printed = String::new();
        let mut characters = form.text.chars().peekable();
        while let Some(c) = characters.next() {
            let digit =
                characters.peek().and_then(|next| next.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            let Some(digit) = digit else {
                printed.push(c);
                continue;
            };
            characters.next();
            let at = digit as usize - 1;
            let other = self.level(list, at).unwrap_or_default();
            let count = counts.get(at).copied().flatten().unwrap_or(other.start);
            let format = if form.legal { "decimal" } else { &other.format };
            printed.push_str(&numeral(count, format));
        }
        printed.trim().to_owned()
    }
}

fn list(element: &Element) -> List {
    let mut list = List { of: element.value("abstractNumId").unwrap_or("").to_owned(), ..List::default() };
    for change in element.elements().filter(|child| child.name == "lvlOverride") {
        let Some(at) = change.attribute("ilvl").and_then(|level| level.parse().ok()) else { continue };
        if let Some(start) = change.value("startOverride").and_then(|start| start.parse().ok()) {
            list.starts.insert(at, start);
        }
        if let Some(own) = change.child("lvl") {
            list.levels.insert(at, level(own));
        }
    }
    list
}

fn levels(element: &Element) -> Vec<Level> {
    let mut levels = vec![Level::default(); LEVELS];
    for child in element.elements().filter(|child| child.name == "lvl") {
        let at = child.attribute("ilvl").and_then(|at| at.parse::<usize>().ok());
        if let Some(slot) = at.and_then(|at| levels.get_mut(at)) {
            *slot = level(child);
        }
    }
    levels
}

fn level(element: &Element) -> Level {
    Level {
        start: element.value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: element.value("numFmt").unwrap_or("decimal").to_owned(),
        text: element.value("lvlText").unwrap_or("").to_owned(),
        legal: element.is_on("isLgl"),
        restart: element.value("lvlRestart").and_then(|restart| restart.parse().ok()),
    }
}

/// Bullets of symbol fonts are characters for private use.
fn bullet(text: &str) -> String {
    let plain = text.chars().next().filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
    plain.map_or_else(|| "•".to_owned(), String::from)
}

fn numeral(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperRoman" => roman(count).to_uppercase(),
        "decimalZero" => format!("{count:02}"),
        "bullet" | "none" => String::new(),
        _ => count.to_string(),
    }
}

/// a to z, then aa, bb …, as Word counts.
fn letters(count: u32) -> String {
    let Some(index) = count.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(20) as usize).collect()
}

fn roman(count: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if count > 3999 {
        return count.to_string();
    }
    let mut left = count;
    let mut roman = String::new();
    for (value, numeral) in NUMERALS {
        while left >= value {
            roman.push_str(numeral);
            left -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::super::element::parsed;
    use super::*;

    const LISTS: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>\
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='(%3)'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
        <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
        </w:numbering>";

    fn printed(paragraphs: &[(&str, u8)]) -> Vec<String> {
        let mut numbering = Numbering::of(&parsed(LISTS));
        let next = |(list, level): &(&str, u8)| match numbering.next(list, *level) {
            Marker::Number(number) => number,
            other => format!("{other:?}"),
        };
        paragraphs.iter().map(next).collect()
    }

    #[test]
    fn levels_count_and_begin_anew() {
        let found = printed(&[("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1)]);
        assert_eq!(found, ["1.", "1.a)", "1.b)", "(i)", "2.", "2.a)"]);
    }

    #[test]
    fn a_list_may_begin_elsewhere_and_go_on() {
        assert_eq!(printed(&[("1", 0), ("2", 0), ("2", 0), ("1", 0)]), ["1.", "5.", "6.", "7."]);
    }

    #[test]
    fn numerals_are_as_word_writes_them() {
        assert_eq!((letters(26), letters(27), roman(1994)), ("z".into(), "aa".into(), "mcmxciv".into()));
    }
}
