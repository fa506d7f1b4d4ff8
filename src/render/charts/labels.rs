//! Words and the lines of a chart in, where the words stand out: beside their point, off the lines and off one another.

use serde::Serialize;

/// Words beside a point.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Label {
    pub(super) x: f64,
    /// The baseline.
    pub(super) y: f64,
    pub(super) text: String,
    /// Where the words begin: `start`, `middle` or `end`.
    pub(super) anchor: &'static str,
}

/// The straight lines and the words that a chart has so far.
#[derive(Debug, Default)]
pub(super) struct Labels {
    lines: Vec<[f64; 4]>,
    words: Vec<Area>,
}

#[derive(Debug, Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// About the width of a character of 12 px.
const CHARACTER: f64 = 7.4;
const HEIGHT: f64 = 12.0;

/// Where words may stand, the best place first: how far the baseline is below the point, how far aside, how aligned.
const PLACES: &[(f64, f64, &str)] = &[
    (-12.0, 0.0, "middle"),
    (21.0, 0.0, "middle"),
    (-12.0, 8.0, "start"),
    (-12.0, -8.0, "end"),
    (21.0, 8.0, "start"),
    (21.0, -8.0, "end"),
    (4.0, 12.0, "start"),
    (4.0, -12.0, "end"),
];

impl Labels {
    /// Those of a chart with these lines through points.
    pub(super) fn along<'a>(paths: impl IntoIterator<Item = &'a [(f64, f64)]>) -> Self {
        let of_path = |path: &'a [(f64, f64)]| path.windows(2).map(|p| [p[0].0, p[0].1, p[1].0, p[1].1]);
        Self { lines: paths.into_iter().flat_map(of_path).collect(), words: Vec::new() }
    }

    /// Words at a point: in the place where they meet fewest lines and words, between `left` and `right`.
    pub(super) fn label(&mut self, (x, y): (f64, f64), text: String, (left, right): (f64, f64)) -> Label {
        let width = text.chars().count() as f64 * CHARACTER;
        let places = PLACES.iter().map(|(below, aside, anchor)| {
            let from = x + aside - width * start(anchor);
            let area = Area {
                left: from,
                right: from + width,
                top: y + below - HEIGHT + 2.0,
                bottom: y + below + 2.0,
            };
            let beyond = area.left < left || area.right > right;
            (self.met(area) + if beyond { 100 } else { 0 }, area, *below, *aside, *anchor)
        });
        // A place there always is: the first of the fewest.
        let Some((_, area, below, aside, anchor)) = places.min_by_key(|place| place.0) else {
            return Label { x, y, text, anchor: "middle" };
        };
        self.words.push(area);
        Label { x: x + aside, y: y + below, text, anchor }
    }

    /// How many lines and words an area meets.
    fn met(&self, area: Area) -> usize {
        let words = self.words.iter().filter(|word| word.meets(area)).count();
        // Words over words cannot be read; a line through them is only ugly.
        10 * words + self.lines.iter().filter(|line| area.crossed(line)).count()
    }
}

fn start(anchor: &str) -> f64 {
    match anchor {
        "middle" => 0.5,
        "end" => 1.0,
        _ => 0.0,
    }
}

impl Area {
    fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a line goes through: the part of it that lies between left and right reaches between top and bottom.
    fn crossed(self, [x1, y1, x2, y2]: &[f64; 4]) -> bool {
        let (from, until) = (x1.min(*x2).max(self.left), x1.max(*x2).min(self.right));
        if from > until {
            return false;
        }
        let at = |x: f64| if x1 == x2 { *y1 } else { y1 + (x - x1) / (x2 - x1) * (y2 - y1) };
        let (a, b) = if x1 == x2 { (*y1, *y2) } else { (at(from), at(until)) };
        a.min(b) < self.bottom && a.max(b) > self.top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_off_the_line_that_comes_from_above() {
        let path = [(100.0, 20.0), (200.0, 20.0), (200.0, 100.0), (300.0, 100.0)];
        let mut labels = Labels::along([path.as_slice()]);
        let above = labels.label((100.0, 20.0), "May 2014".into(), (0.0, 400.0));
        assert_eq!((above.y, above.anchor), (8.0, "middle"));
        let beneath = labels.label((200.0, 100.0), "July 2019".into(), (0.0, 400.0));
        assert_eq!((beneath.y, beneath.anchor), (121.0, "middle"));
    }

    #[test]
    fn words_stand_off_other_words() {
        let mut labels = Labels::default();
        let first = labels.label((100.0, 50.0), "May 2014".into(), (0.0, 400.0));
        let second = labels.label((110.0, 50.0), "July 2014".into(), (0.0, 400.0));
        assert!(first.y != second.y);
    }

    #[test]
    fn words_stay_within_the_chart() {
        let label = Labels::default().label((10.0, 50.0), "31 March 2014".into(), (0.0, 400.0));
        assert_eq!(label.anchor, "start");
    }
}
