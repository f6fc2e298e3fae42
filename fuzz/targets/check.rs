//! Any bytes, as a day and a text, through the whole check, held against the oracle of the tests.
//!
//! The first two bytes are the day, counted from 2010-01-01; the rest is the text.
#![no_main]

use entra_connect_checker::{Answers, Date, Table, check};
use libfuzzer_sys::fuzz_target;

#[allow(dead_code)]
#[path = "../../tests/oracle/mod.rs"]
mod oracle;
mod time;

/// From 2010-01-01 to 2100-12-31.
const DAYS: u16 = 33_237;

fuzz_target!(|data: &[u8]| {
    let Some((day, text)) = data.split_first_chunk::<2>() else { return };
    let day = u16::from_le_bytes(*day) % DAYS;
    let on = Date::new(2010, 1, 1).expect("a day").plus_days(day.into());
    let text = String::from_utf8_lossy(text);
    let table = Table::embedded().expect("the embedded table is valid");
    let report = time::limited(text.len(), || check(table, &text, on, &Answers::default()));
    let faults = oracle::faults(table, &text, on, &report);
    assert!(faults.is_empty(), "{faults:#?} on {on} for {text:?}");
});
