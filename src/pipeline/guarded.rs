//! Work on one document in, its result out, or how factbox failed on it: a fault of ours costs that document alone.

use crate::model::{Diagnostic, Place};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// # Errors
/// A diagnostic, if the work panicked.
pub fn guarded<T>(path: &str, work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    // What the work shares with that of other documents are words that were looked up; each is added whole.
    catch_unwind(AssertUnwindSafe(work)).map_err(|fault| failed(path, &*fault))
}

fn failed(path: &str, fault: &(dyn Any + Send)) -> Diagnostic {
    let known = fault.downcast_ref::<String>().map(String::as_str).or(fault.downcast_ref::<&str>().copied());
    let first = known.and_then(|words| words.lines().next()).unwrap_or("no reason is known");
    let reason = first.get(..first.floor_char_boundary(LONGEST)).unwrap_or(first);
    Diagnostic::error("document-failed", "factbox failed on this document, by a fault of its own")
        .at(Place::file(path))
        .note(format!("the other documents are not touched by it; what went wrong: {reason}"))
        .help("report it with the document; until it is mended, take the document out or give its text as Markdown")
}

/// Bytes of a reason: some quote the whole text.
const LONGEST: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_of_its_document() {
        assert_eq!(guarded("a.txt", || 7).unwrap(), 7);
        let told = guarded("b.txt", || -> u8 { panic!("no {}", "such word") }).unwrap_err();
        assert_eq!((told.code, told.places[0].path.as_str()), ("document-failed", "b.txt"));
        assert!(told.note.is_some_and(|note| note.ends_with("no such word")));
    }
}
