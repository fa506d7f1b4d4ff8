//! A request in, a file of the preview out.

use crate::model::OutputFile;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::sync::{Arc, RwLock};
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};

const RELOAD_SCRIPT: &str = "/_factbox/reload.js";
const RELOADS: &str = "/_factbox/reloads";

/// The files that are shown now, and a channel that says when others have taken their place.
pub struct Preview {
    files: RwLock<HashMap<String, Arc<[u8]>>>,
    reloads: broadcast::Sender<()>,
}

impl Preview {
    pub fn new(files: Vec<OutputFile>) -> Self {
        Self { files: RwLock::new(by_path(files)), reloads: broadcast::channel(4).0 }
    }

    pub fn replace(&self, files: Vec<OutputFile>) {
        // A thread that panicked while holding the lock left the map whole: it is only ever replaced.
        *self.files.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = by_path(files);
        // That nobody listens is no failure: no page is open.
        let _ = self.reloads.send(());
    }

    fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(path).cloned()
    }
}

fn by_path(files: Vec<OutputFile>) -> HashMap<String, Arc<[u8]>> {
    files.into_iter().map(|file| (file.path, file.bytes.into())).collect()
}

/// Answers requests until the program is interrupted.
pub async fn serve(listener: TcpListener, preview: Arc<Preview>) -> io::Result<()> {
    let router = Router::new()
        .route(RELOAD_SCRIPT, routing::get(reload_script))
        .route(RELOADS, routing::get(reloads))
        .fallback(answer)
        .with_state(preview);
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    tokio::select! {
        result = axum::serve(listener, router) => result,
        () = interrupted => Ok(()),
    }
}

async fn reload_script() -> impl IntoResponse {
    let script =
        format!("new EventSource('{RELOADS}').addEventListener('reload', () => location.reload());\n");
    ([(header::CONTENT_TYPE, "text/javascript")], script)
}

async fn reloads(State(preview): State<Arc<Preview>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let reloads = BroadcastStream::new(preview.reloads.subscribe());
    Sse::new(reloads.map(|_| Ok(Event::default().event("reload").data("now"))))
}

async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let path =
        percent_decode_str(request.uri().path()).decode_utf8_lossy().trim_start_matches('/').to_owned();
    let page =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
    if let Some(bytes) = preview.file(&page) {
        return found(StatusCode::OK, &page, &bytes);
    }
    if preview.file(&format!("{path}/index.html")).is_some() {
        return (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, format!("/{path}/"))]).into_response();
    }
    match preview.file("404.html") {
        Some(bytes) => found(StatusCode::NOT_FOUND, "404.html", &bytes),
        None => (StatusCode::NOT_FOUND, "not found").into_response(),
    }
}

fn found(status: StatusCode, path: &str, bytes: &[u8]) -> Response {
    let media_type = media_type(path);
    let body = if media_type.starts_with("text/html") { with_reload(bytes) } else { bytes.to_vec() };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, body).into_response()
}

/// The page with the script that reloads it: a file of its own, because the page's policy forbids inline script.
fn with_reload(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    text.replacen("</head>", &format!("<script src=\"{RELOAD_SCRIPT}\" defer></script></head>"), 1)
        .into_bytes()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "jsonld" => "application/json",
        "xml" | "atom" => "application/xml",
        "svg" => "image/svg+xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "bib" | "ris" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
