//! Output files in, a preview on this machine out: held in memory, rebuilt and reloaded when a file changes.
//!
//! 1. The site is built and served on 127.0.0.1.
//! 2. The folders are watched; what changes within a moment is one change.
//! 3. After a change the site is built again. If that works, the new files take the place of the old and the open
//!    pages reload; if not, the old ones stay.

mod answers;

use crate::model::{Diagnostic, OutputFile};
use answers::Preview;
use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long after a change others are waited for: editors save in several steps.
const MOMENT: Duration = Duration::from_millis(150);

/// How many ports are tried, from the one asked for.
const PORTS: u16 = 20;

/// Serves the files on 127.0.0.1 until the program is interrupted. `rebuild` gives the files after a change, or none
/// if they could not be made.
///
/// # Errors
/// A diagnostic if no port is free or the folders cannot be watched.
pub fn site(
    files: Vec<OutputFile>,
    port: u16,
    watched: &[PathBuf],
    rebuild: impl Fn() -> Option<Vec<OutputFile>> + Send + 'static,
) -> Result<(), Diagnostic> {
    let preview = Arc::new(Preview::new(files));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| failed(&error))?;
    let listener = runtime.block_on(listener(port))?;
    let address = listener.local_addr().map_err(|error| failed(&error))?;
    let shown = preview.clone();
    let mut watcher = new_debouncer(MOMENT, None, move |events: DebounceEventResult| {
        if changed(&events)
            && let Some(files) = rebuild()
        {
            shown.replace(files);
        }
    })
    .map_err(|error| failed(&error))?;
    for folder in watched.iter().filter(|folder| folder.exists()) {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(|error| failed(&error))?;
    }
    eprintln!("Serving on http://{address}/ (end with Ctrl-C)");
    runtime.block_on(answers::serve(listener, preview)).map_err(|error| failed(&error))
}

/// Whether any event changes a file; reading one is an event too.
fn changed(events: &DebounceEventResult) -> bool {
    match events {
        Ok(events) => events.iter().any(|event| !matches!(event.kind, EventKind::Access(_))),
        Err(_) => true,
    }
}

async fn listener(port: u16) -> Result<tokio::net::TcpListener, Diagnostic> {
    for candidate in port..=port.saturating_add(PORTS) {
        if let Ok(listener) = tokio::net::TcpListener::bind(("127.0.0.1", candidate)).await {
            return Ok(listener);
        }
    }
    Err(Diagnostic::error("port-in-use", format!("the port {port} and those after it are in use"))
        .help("choose another with --port N"))
}

fn failed(error: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error("serve-failed", format!("the preview could not be served: {error}"))
}
