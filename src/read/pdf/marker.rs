//! The words of a paragraph in, its printed number or bullet out.

/// What stands before a paragraph's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// `43.`, `2.1`, without its full stop.
    Number(String),
    /// `a)`, `(iv)`, without its brackets.
    Letter(String),
    Bullet,
}

/// The marker at the start of words, as it is printed, and where the words go on after it.
pub fn marker(words: &str) -> Option<(Marker, &str, usize)> {
    let lead = words.len() - words.trim_start().len();
    let rest = &words[lead..];
    let (marker, length) = bullet(rest).or_else(|| number(rest)).or_else(|| letter(rest))?;
    let after = &rest[length..];
    let gap = after.len() - after.trim_start().len();
    let end = lead + length + gap;
    (gap > 0 || marker == Marker::Bullet || after.is_empty()).then_some((marker, &rest[..length], end))
}

/// Whether a character is drawn before the items of a list. Word sets bullets in symbol faces, whose characters come
/// out of the private use area.
pub fn is_bullet(c: char) -> bool {
    const BULLETS: &str = "•◼■▪▫□●○◦‣⁃➢➤✓✔►▶❑❖♦";
    BULLETS.contains(c) || ('\u{f020}'..='\u{f0ff}').contains(&c)
}

fn bullet(words: &str) -> Option<(Marker, usize)> {
    let first = words.chars().next()?;
    let after = words[first.len_utf8()..].chars().next();
    let spaced = after.is_none_or(char::is_whitespace);
    let letter_o = first == 'o' && spaced && after.is_some();
    let dash = matches!(first, '-' | '–' | '—' | '―' | '‒' | '−' | '─' | '\u{336}' | '*') && spaced;
    (is_bullet(first) || letter_o || dash).then_some((Marker::Bullet, first.len_utf8()))
}

/// `7.`, `12)`, `2.1`, `2.1.`: digits in groups, with a sign that ends them.
fn number(words: &str) -> Option<(Marker, usize)> {
    let end = words.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(words.len());
    let printed = words[..end].trim_end_matches('.');
    let groups: Vec<&str> = printed.split('.').collect();
    let well_formed = groups.iter().all(|group| !group.is_empty() && group.len() <= 3) && groups.len() <= 4;
    let bracket = words[end..].starts_with(')');
    let ended = printed.len() < end || groups.len() > 1 || bracket;
    let length = end + usize::from(bracket);
    (well_formed && ended).then(|| (Marker::Number(printed.to_owned()), length))
}

/// `a)`, `(b)`, `iv.`, `(ii)`.
fn letter(words: &str) -> Option<(Marker, usize)> {
    let open = usize::from(words.starts_with('('));
    let rest = &words[open..];
    let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
    let label = &rest[..end];
    let roman = label.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let closed = rest[end..].starts_with(')') || (open == 0 && rest[end..].starts_with('.'));
    ((label.len() == 1 || roman) && !label.is_empty() && label.len() <= 5 && closed)
        .then(|| (Marker::Letter(label.to_owned()), open + end + 1))
}
