//! A project in, a preview of its site on this machine out.

use super::{BuildOptions, Project, Silent, made};
use crate::model::Diagnostic;
use crate::serve;

/// Serves a project's site on 127.0.0.1, and builds it again when content/ or templates/ change. Writes no file.
/// `said` is given what there is to say after each build.
///
/// # Errors
/// A diagnostic if the first build could not be done or the site cannot be served.
pub fn serve(
    project: &Project,
    options: &BuildOptions,
    port: u16,
    said: impl Fn(Vec<Diagnostic>) + Send + 'static,
) -> Result<(), Vec<Diagnostic>> {
    let first = made(project, options, &Silent)?;
    said(first.diagnostics);
    let watched = ["content", "templates"].map(|folder| project.root.join(folder));
    let (project, options) = (project.clone(), options.clone());
    let rebuild = move || match made(&project, &options, &Silent) {
        Ok(made) => {
            said(made.diagnostics);
            eprintln!("Built again");
            Some(made.files)
        }
        Err(diagnostics) => {
            said(diagnostics);
            eprintln!("The former site stays");
            None
        }
    };
    serve::site(first.files, port, &watched, rebuild).map_err(|diagnostic| vec![diagnostic])
}
