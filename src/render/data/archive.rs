//! Files of data/ in, one ZIP of them out.

use crate::model::OutputFile;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Every file of data/ in one archive. All carry the same date, so that the same files give the same bytes.
pub(super) fn zip(files: &[OutputFile]) -> Option<OutputFile> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let name = file.path.strip_prefix("data/").unwrap_or(&file.path);
        writer.start_file(name, options).ok()?;
        writer.write_all(&file.bytes).ok()?;
    }
    Some(OutputFile::new("data/factbox-data.zip", writer.finish().ok()?.into_inner()))
}
