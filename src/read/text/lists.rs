//! Bullets in, the depth of each in its list out.

/// The bullets of the list so far, outermost first: their indent, and their character.
#[derive(Debug, Default)]
pub struct Depths {
    open: Vec<(usize, String)>,
    /// Whether the last item ends in a colon, so that a list of its own follows.
    announces: bool,
}

impl Depths {
    /// A list ends where something else begins.
    pub fn clear(&mut self) {
        self.open.clear();
        self.announces = false;
    }

    /// How deep the item lies that begins with this bullet.
    ///
    /// Deeper is what is indented further, has another bullet, or begins in lower case after an item that ends in a
    /// colon. Lists taken from a PDF lose their indents at a page break, but keep their bullets.
    pub fn depth(&mut self, indent: usize, bullet: &str, words: &str) -> u8 {
        let bullet = if bullet == "—" { "–" } else { bullet };
        let announced = std::mem::replace(&mut self.announces, words.trim_end().ends_with(':'));
        let known = self.open.iter().rposition(|(at, character)| *at == indent && character == bullet);
        let low = words.starts_with(|c: char| c.is_lowercase());
        match known {
            Some(at) if announced && low && at + 1 == self.open.len() => {
                self.open.push((indent + 1, bullet.to_owned()));
            }
            Some(at) => self.open.truncate(at + 1),
            None => {
                let deeper = |(at, character): &(usize, String)| {
                    *at < indent || (*at == indent && character != bullet)
                };
                let parents = self.open.iter().take_while(|open| deeper(open)).count();
                self.open.truncate(parents);
                self.open.push((indent, bullet.to_owned()));
            }
        }
        (self.open.len() - 1).min(8) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(items: &[(usize, &str, &str)]) -> Vec<u8> {
        let mut depths = Depths::default();
        items.iter().map(|(indent, bullet, words)| depths.depth(*indent, bullet, words)).collect()
    }

    #[test]
    fn indents_nest() {
        assert_eq!(
            depths(&[
                (0, "-", "One"),
                (1, "-", "two"),
                (3, "-", "three"),
                (1, "-", "four"),
                (0, "-", "Five")
            ]),
            [0, 1, 2, 1, 0]
        );
    }

    #[test]
    fn other_bullets_nest() {
        assert_eq!(
            depths(&[(0, "◼", "One"), (0, "–", "two"), (0, "–", "three"), (0, "◼", "Four")]),
            [0, 1, 1, 0]
        );
    }

    #[test]
    fn a_colon_announces_a_list() {
        assert_eq!(
            depths(&[
                (0, "-", "In the year:"),
                (0, "-", "one child left"),
                (1, "-", "two came"),
                (0, "-", "Of these")
            ]),
            [0, 1, 1, 0]
        );
    }
}
