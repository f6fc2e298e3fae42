//! Writes what the targets start from: every case's text, and its day before it for `check`.
//!
//! Run in the project's folder; `cargo xtask fuzz` does.

use std::error::Error;
use std::fs;

use entra_connect_checker::Date;

#[allow(dead_code)]
#[path = "../tests/pastes/mod.rs"]
mod pastes;

/// A longer text would be cut, and slows every other down.
const LONGEST: usize = 4096;

fn main() -> Result<(), Box<dyn Error>> {
    for target in ["intake", "check"] {
        fs::create_dir_all(format!("fuzz/seeds/{target}"))?;
    }
    let first = Date::new(2010, 1, 1)?;
    let pastes = pastes::all();
    for (index, paste) in pastes.iter().enumerate().filter(|(_, paste)| paste.text.len() <= LONGEST) {
        let day = u16::try_from(first.days_until(paste.on.parse()?)).unwrap_or_default();
        let text = paste.text.as_bytes();
        fs::write(format!("fuzz/seeds/intake/{index:04}"), text)?;
        fs::write(format!("fuzz/seeds/check/{index:04}"), [&day.to_le_bytes()[..], text].concat())?;
    }
    Ok(())
}
