//! factbox turns a folder of public documents into a static site whose every fact can be traced to its words.
//!
//! `content/ --read--> Document --extract--> FactSheet --link--> Site --render--> OutputFile --publish--> public/`
//!
//! Each stage is a room: a module that may use [`model`] and itself, never another room. Only this file and the
//! [`pipeline`] know the order.

pub mod check;
pub mod compose;
pub mod extract;
pub mod link;
pub mod model;
pub mod pipeline;
pub mod publish;
pub mod read;
pub mod render;
#[cfg(feature = "serve")]
mod serve;
pub mod tell;

/// Many small strings live and die on two threads at once: with this allocator extraction takes a seventh less time than with
/// the C library's, and a build a fifth less, for 10 to 100 MB more. Here, and not beside `main`, so that the benchmarks
/// run as the program does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
