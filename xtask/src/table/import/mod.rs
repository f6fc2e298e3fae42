//! `cargo xtask table import FILE…`: reads pages as people have them, tells in words what is new in
//! them, and with `--write` merges the facts. What is doubtful is left for a person.

mod blocks;
mod changelog;
mod cve;
mod dates;
mod draft;
mod forms;
mod health;
mod history;
mod html;
mod markdown;
mod merge;
mod page;
mod status;
mod tracker;

#[cfg(test)]
mod tests;

pub use changelog::entries;
use draft::Draft;

use std::path::PathBuf;

use entra_connect_checker::Date;
use serde_json::Value;

use super::diff::{Changes, changes};
use super::today;
use crate::project::read_text;
use crate::{Error, Project};

/// What an import comes to.
#[derive(Debug)]
struct Import {
    /// The files with the facts merged.
    draft: Draft,
    /// What is different then.
    changes: Changes,
    /// What could not be read: file, line and why.
    unread: Vec<String>,
    /// What a person has to decide or to write.
    left: Vec<String>,
    /// Builds that a page no longer has.
    gone: Vec<String>,
    /// The titles of the pages, with their dates.
    from: Vec<String>,
}

/// Options and files, then reading, telling and, if asked for, writing.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    use lexopt::ValueExt;
    let (mut files, mut write, mut as_of) = (Vec::new(), false, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("write") => write = true,
            lexopt::Arg::Long("as-of") => as_of = Some(arguments.value()?.parse::<Date>()?),
            lexopt::Arg::Value(file) => files.push(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        return Err(lexopt::Error::from("`table import` wants the files of pages").into());
    }
    // Editors on Windows begin a file with a byte-order mark.
    let text =
        |file: &PathBuf| read_text(file).map(|text| (file.clone(), text.trim_start_matches('\u{feff}').to_owned()));
    let texts = files.iter().map(text).collect::<Result<Vec<_>, Error>>()?;
    let import = import(project, &texts, as_of, today())?;
    print!("{}", import.told());
    if write {
        for name in import.write(project)? {
            eprintln!("wrote {name}");
        }
    } else if !import.changes.none() {
        eprintln!("nothing was written; `--write` merges the facts");
    }
    Ok(())
}

/// Reads all files before anything is decided: one that is not what it must be stops all.
fn import(project: &Project, files: &[(PathBuf, String)], as_of: Option<Date>, today: Date) -> Result<Import, Error> {
    let draft = Draft::read(project)?;
    let before = draft.document()?;
    let mut import = Import {
        draft,
        changes: Changes::default(),
        unread: Vec::new(),
        left: Vec::new(),
        gone: Vec::new(),
        from: Vec::new(),
    };
    for (path, text) in files {
        let wrong = |reason: String| Error::Content { path: path.clone(), reason };
        if text.trim_start().starts_with('{') {
            let value: Value = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
            if value["dataType"] == "CVE_RECORD" {
                import.left.extend(cve::merge(&mut import.draft, &value).map_err(wrong)?);
                import.from.push(format!("the CVE record {}", super::document::text(&value["cveMetadata"], "cveId")));
            } else if value["releases"]
                .as_array()
                .is_some_and(|rows| rows.iter().any(|row| row["milestones"].is_object()))
            {
                import.left.extend(tracker::compare(&before.table, &value));
            } else {
                return Err(wrong("it is JSON, but neither a CVE record nor a tracker's product file".to_owned()));
            }
            continue;
        }
        import.page(path, text, as_of, today).map_err(wrong)?;
    }
    let after = import.draft.document()?;
    import.changes = changes(&before, &after, after.table.as_of());
    Ok(import)
}

impl Import {
    /// All of it in words.
    fn told(&self) -> String {
        let mut out = String::new();
        let parts = [
            ("Could not be read", &self.unread),
            ("Gone from the page, still in the table", &self.gone),
            ("Left for a person", &self.left),
        ];
        out.push_str(&self.changes.to_string());
        for (title, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
            out.push_str(&format!("{title}:\n"));
            lines.iter().for_each(|line| out.push_str(&format!("- {line}\n")));
        }
        out
    }

    /// Writes what changed, and an entry of the changelog.
    fn write(&self, project: &Project) -> Result<Vec<String>, Error> {
        let mut written = self.draft.write(project)?;
        if !written.is_empty() {
            let day = self.draft.document()?.table.as_of();
            changelog::add(project, day, &self.from, &self.changes.facts)?;
            written.push(changelog::FILE.to_owned());
        }
        Ok(written)
    }
}
