//! `cargo xtask words`: the languages beside English. Shows what each lacks, with the English words
//! on lines that can be pasted into its file, and what is wrong with it.

use std::path::PathBuf;

use entra_connect_checker::words::{LANGUAGES, file};

use crate::project::read_text;
use crate::{Error, Project, no_arguments};

/// The file of a language.
pub fn place(project: &Project, code: &str) -> PathBuf {
    project.at(&format!("src/words/{code}.txt"))
}

/// Shows all that is missing or wrong; an error if there is anything.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    let mut count = 0;
    for language in LANGUAGES {
        let path = place(project, language.code);
        let source = read_text(&path)?;
        let (missing, faults) = (file::missing(&source), file::faults(language, &source));
        count += missing.len() + faults.len();
        println!("{}: {} missing, {} wrong", path.display(), missing.len(), faults.len());
        for id in missing {
            println!("{} = {}", id.as_str(), id.english());
        }
        for fault in faults {
            println!("# {fault}");
        }
    }
    if count == 0 { Ok(()) } else { Err(Error::Words(count)) }
}
