//! Quoted stretches with their speakers in, the same with those out that only a later stretch of their sentence tells.

use super::attribution::Tie;
use super::cues;
use super::marks::Stretch;
use super::speakers::{Scene, Speaker};
use crate::model::Span;

/// Gives a stretch without a speaker that of the one behind it, where the sentence begins with it and goes on to that one.
pub fn carry_back(scene: &Scene, stretches: &[Stretch], found: &mut [Option<(Speaker, Tie)>]) {
    for index in (1..stretches.len()).rev() {
        let told = found[index].clone().filter(|(_, tie)| *tie == Tie::Verb);
        if found[index - 1].is_none() && told.is_some() && opens_same_sentence(scene, stretches, index) {
            found[index - 1] = told;
        }
    }
}

/// Gives a stretch without a speaker that of the other stretches of its paragraph, if nobody else is named there: "X said
/// some feel “…”. Many of them “…”."
pub fn carry_within(scene: &Scene, stretches: &[Stretch], found: &mut [Option<(Speaker, Tie)>]) {
    let block = |stretch: &Stretch| scene.document.block_index(stretch.whole.start);
    for index in 0..stretches.len() {
        if found[index].is_some() {
            continue;
        }
        let own = block(&stretches[index]);
        let others = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
        let near = others.filter(|at| stretches.get(*at).is_some_and(|other| block(other) == own));
        let mut near = near.filter_map(|at| Some((at, found[at].clone()?)));
        let told = near.find(|(_, (_, tie))| *tie != Tie::Subject);
        // What goes on in the paragraph of one who was said to speak is what they tell.
        let goes_on = told.as_ref().is_some_and(|(at, (_, tie))| *at < index && *tie == Tie::Verb);
        let speaker = told.map(|(_, told)| told);
        let span = scene.document.blocks()[own].span;
        let alone = speaker.as_ref().is_some_and(|(speaker, _)| {
            let mut named = scene.names.within(span).iter();
            named.all(|mention| *speaker == Speaker::Person(mention.person))
        });
        if let Some((speaker, _)) = speaker.filter(|_| alone || goes_on) {
            found[index] = Some((speaker, Tie::Near));
        }
    }
}

/// “Much has been done” by the council to improve “the lives of many”, states X: the stretch before one that is told of,
/// where the sentence begins with it.
fn opens_same_sentence(scene: &Scene, stretches: &[Stretch], index: usize) -> bool {
    let (first, second) = (&stretches[index - 1], &stretches[index]);
    let between = Span::new(first.whole.end, second.whole.start.max(first.whole.end));
    let words = scene.words(between);
    let block = scene.document.block_at(first.whole.start).map_or(Span::new(0, 0), |block| block.span);
    let tail = scene
        .words(Span::new(second.whole.end.min(block.end).max(block.start), block.end.max(second.whole.end)));
    let opens = block.start == first.whole.start
        || scene.words(Span::new(block.start, first.whole.start)).ends_with(". ");
    let joined =
        words.starts_with(' ') && words.len() < 140 && !words.contains(['.', '\n', ':', ';', '?', '!']);
    let spoken = words.split(' ').any(|word| cues::is_sure_cue(word.trim_end_matches(',')));
    first.opened && opens && joined && !spoken && tail.starts_with(',')
}
