//! A document in, what it is and what it is about out.

use crate::model::{BlockKind, Details, Document, Vocabulary};

pub fn details(document: &Document, _vocabulary: &Vocabulary) -> Details {
    let title = document.blocks().iter().find(|block| block.kind == BlockKind::Title);
    Details { title: title.map(|block| document.words(block.span).to_owned()), ..Details::default() }
}
