//! The languages beside English, as the page and the embedding take them.

use std::path::Path;

use entra_connect_checker::words::{LANGUAGES, packed};

use crate::project::{read_text, write};
use crate::words::place;
use crate::{Error, Project};

/// Code and packed words of each.
pub fn packed(project: &Project) -> Result<Vec<(&'static str, String)>, Error> {
    let mut all = Vec::new();
    for language in LANGUAGES {
        all.push((language.code, packed::pack(&read_text(&place(project, language.code))?)));
    }
    Ok(all)
}

/// A file each, for pages that fetch the one they speak.
pub fn write_all(dist: &Path, words: &[(&'static str, String)]) -> Result<(), Error> {
    for (code, packed) in words {
        write(&dist.join("embed/words").join(format!("{code}.txt")), packed)?;
    }
    Ok(())
}
