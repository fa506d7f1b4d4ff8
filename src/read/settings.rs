//! A project in, its settings out.

use super::toml_file::TomlFile;
use crate::model::{Diagnostic, Place, Settings, Severity};
use std::path::Path;

const PATH: &str = "content/site.toml";

/// The settings in content/site.toml; where there is no such file, those that need none.
///
/// # Errors
/// A diagnostic with the place if the file cannot be read or has a mistake.
pub fn settings(root: &Path) -> Result<Settings, Diagnostic> {
    let file = root.join("content").join("site.toml");
    if !file.exists() {
        return Ok(Settings::default());
    }
    let bytes = fs_err::read(&file)
        .map_err(|error| Diagnostic::error("settings-unreadable", error.to_string()).at(Place::file(PATH)))?;
    parsed(&super::encoding::text(&bytes))
}

/// A setting that is misspelt would be silently without effect: it is an error.
fn parsed(text: &str) -> Result<Settings, Diagnostic> {
    let (settings, told) = TomlFile { path: PATH, text, code: "settings-wrong" }.value();
    match (settings, told.into_iter().next()) {
        (Some(settings), None) => Ok(settings),
        (_, Some(diagnostic)) => {
            let help = diagnostic
                .help
                .clone()
                .unwrap_or_else(|| "`factbox schema settings` lists the keys".to_owned());
            Err(Diagnostic { severity: Severity::Error, note: None, ..diagnostic }.help(help))
        }
        (None, None) => Ok(Settings::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read() {
        let settings =
            parsed("title = \"Harbour\"\nas_of = 2024-05-01\nsame_person = [[\"A\", \"B\"]]\n").unwrap();
        assert_eq!(settings.title, "Harbour");
        assert_eq!(settings.as_of, "2024-05-01".parse().ok());
        assert_eq!(parsed("").unwrap(), Settings::default());
    }

    #[test]
    fn a_misspelt_setting_is_an_error() {
        let error = parsed("tite = \"Harbour\"\n").unwrap_err();
        assert_eq!(error.severity, Severity::Error);
        assert_eq!(error.help.as_deref(), Some("did you mean `title`?"));
    }
}
