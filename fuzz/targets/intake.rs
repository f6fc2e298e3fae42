//! Any bytes, as text, through intake: it never panics or hangs, and every place lies inside the text.
#![no_main]

use std::ops::Range;

use entra_connect_checker::Table;
use entra_connect_checker::intake::{self, Finding};
use libfuzzer_sys::fuzz_target;

mod time;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let table = Table::embedded().expect("the embedded table is valid");
    let read = time::limited(text.len(), || intake::read(table, &text));
    let cut = |span: &Range<usize>| assert!(text.get(span.clone()).is_some_and(|cut| !cut.is_empty()), "{span:?}");
    for finding in &read.findings {
        match finding {
            Finding::Installation(reading) | Finding::Sibling(reading) => cut(&reading.span),
            Finding::Unclear(readings) => {
                assert!(!readings.is_empty(), "unclear between nothing");
                readings.iter().for_each(|reading| cut(&reading.span));
            }
            Finding::Nothing => assert_eq!(read.findings.len(), 1, "nothing stands alone"),
        }
    }
    read.passed_over.iter().for_each(|passed| cut(&passed.span));
});
