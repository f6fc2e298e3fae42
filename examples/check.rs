//! The checker at the command line: a text on standard input, its report as
//! JSON on standard output.

use std::error::Error;
use std::io::{Read, Write};
use std::process::ExitCode;

use entra_connect_checker::table::Node;
use entra_connect_checker::{Answers, Date, Table, check};
use lexopt::prelude::*;

fn main() -> ExitCode {
    match report() {
        Ok(json) => match writeln!(std::io::stdout(), "{json}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "check: {error}");
            ExitCode::from(2)
        }
    }
}

fn report() -> Result<String, Box<dyn Error>> {
    let (mut on, mut table, mut answers) = (None, None, Answers::default());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("on") => on = Some(arguments.value()?.string()?.parse::<Date>()?),
            Long("table") => {
                let path = arguments.value()?.string()?;
                let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
                let document: Node = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
                table = Some(Table::read(&document).map_err(|error| format!("{path}: {error}"))?);
            }
            Long("answers") => {
                let text = arguments.value()?.string()?;
                let pairs: std::collections::BTreeMap<String, serde_json::Value> =
                    serde_json::from_str(&text).map_err(|error| format!("--answers: {error}"))?;
                // An answer that is no text is one that no question knows.
                let text = |value: serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                answers = pairs.into_iter().map(|(id, value)| (id, text(value))).collect();
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let on = on.map_or_else(today, Ok)?;
    let table = match &table {
        Some(table) => table,
        None => Table::embedded()?,
    };
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    Ok(serde_json::to_string_pretty(&check(table, &decode(&bytes), on, &answers))?)
}

/// The day on this machine's calendar.
fn today() -> Result<Date, Box<dyn Error>> {
    let day = jiff::Zoned::now().date();
    Ok(Date::new(day.year().into(), day.month().try_into()?, day.day().try_into()?)?)
}

/// UTF-16 with a byte-order mark, else UTF-8; what is neither becomes U+FFFD.
fn decode(bytes: &[u8]) -> String {
    let units = |of: fn([u8; 2]) -> u16| -> String {
        let pairs = bytes.chunks_exact(2).skip(1).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
        char::decode_utf16(pairs.map(of)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
