//! Work on a foreign file in, its result out, or how it failed: a panic or a runaway costs that file alone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Once, OnceLock};
use std::thread;
use std::time::Duration;

/// How work failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Panicked,
    TooSlow,
}

/// Tells work that nobody waits for it any more.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Deeply nested objects use up the stack of an ordinary thread.
const STACK: usize = 64 << 20;
const THREAD: &str = "foreign file";

/// On a machine busy with other work a thread may wait long for its turn; after so many times its limit it is given up
/// all the same.
const PATIENCE: u32 = 20;

/// Does the work on a thread of its own and waits for it until it has computed for `limit`. Work that is late goes on
/// until it next looks at its [`Stop`], but its result is lost.
///
/// # Errors
/// How it failed, if it panicked, took too long, or no thread could be had for it.
pub fn run<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce(&Stop) -> T + Send + 'static,
) -> Result<T, Failure> {
    keep_panics_quiet();
    let stop = Stop::default();
    let clock = Arc::new(OnceLock::new());
    let (sender, receiver) = sync_channel(1);
    let (theirs, their_clock) = (stop.clone(), clock.clone());
    let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK).spawn(move || {
        let _ = their_clock.set(Clock::of_this_thread());
        // Nothing that the work shares outlives a panic but the flag, which cannot be half-written.
        let result = catch_unwind(AssertUnwindSafe(|| work(&theirs)));
        let _ = sender.send(result.map_err(|_| Failure::Panicked));
    });
    if thread.is_err() {
        return Err(Failure::Panicked);
    }
    let result = wait(&receiver, limit, &clock);
    stop.0.store(true, Ordering::Relaxed);
    result
}

fn wait<T>(
    receiver: &Receiver<Result<T, Failure>>,
    limit: Duration,
    clock: &OnceLock<Clock>,
) -> Result<T, Failure> {
    for _ in 0..PATIENCE {
        match receiver.recv_timeout(limit) {
            Ok(result) => return result,
            Err(RecvTimeoutError::Disconnected) => return Err(Failure::Panicked),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if clock.get().and_then(Clock::computed).is_some_and(|computed| computed >= limit.mul_f32(0.9)) {
            break;
        }
    }
    Err(Failure::TooSlow)
}

/// Tells how long a thread has computed, where the system (Linux) says so.
struct Clock(Option<PathBuf>);

impl Clock {
    fn of_this_thread() -> Self {
        let thread = std::fs::read_link("/proc/thread-self").ok();
        Self(thread.map(|thread| Path::new("/proc").join(thread).join("schedstat")))
    }

    fn computed(&self) -> Option<Duration> {
        let text = std::fs::read_to_string(self.0.as_ref()?).ok()?;
        text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    }
}

/// A panic in such a thread becomes a diagnostic; it need not be told on standard error as well.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let former = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                former(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_and_a_runaway_are_told_and_survived() {
        assert_eq!(run(Duration::from_secs(5), |_| 7), Ok(7));
        assert_eq!(run(Duration::from_secs(5), |_| -> u8 { panic!("within") }), Err(Failure::Panicked));
        let endless = |stop: &Stop| while !stop.is_asked() {};
        assert_eq!(run(Duration::from_millis(20), endless), Err(Failure::TooSlow));
    }
}
