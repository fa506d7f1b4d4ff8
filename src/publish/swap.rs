//! A finished folder in, the folder in place out, in one step where the file system can.

use std::io;
use std::path::Path;
use tempfile::TempDir;

/// Puts `staging` where `public` is; what stood there is removed afterwards.
pub fn into_place(staging: TempDir, public: &Path) -> io::Result<()> {
    if !public.exists() {
        fs_err::rename(staging.path(), public)?;
        // The folder has moved: there is nothing left to remove at its old place.
        let _ = staging.keep();
        return Ok(());
    }
    exchange(staging.path(), public)
    // The former site now stands where `staging` was, and goes with it.
}

/// Lets two folders change places. Where the file system cannot do it in one step, `public` is missing for the moment
/// between two renames.
fn exchange(staging: &Path, public: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, staging, CWD, public, RenameFlags::EXCHANGE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            result => return result.map_err(io::Error::from),
        }
    }
    let aside = staging.with_extension("former");
    fs_err::rename(public, &aside)?;
    if let Err(error) = fs_err::rename(staging, public) {
        fs_err::rename(&aside, public)?;
        return Err(error);
    }
    fs_err::rename(&aside, staging)
}
