//! Any bytes, as text, through intake: it never panics or hangs, and every place lies inside the text.
#![no_main]

use std::ops::Range;
use std::time::Instant;

use entra_connect_checker::Table;
use entra_connect_checker::intake::{self, Finding};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let table = Table::embedded().expect("the embedded table is valid");
    let start = Instant::now();
    let read = intake::read(table, &text);
    assert!(start.elapsed().as_secs() < 1 || text.len() > 64 * 1024, "{:?} for {} bytes", start.elapsed(), text.len());
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
