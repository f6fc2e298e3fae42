//! Paste a Microsoft Entra Connect version, get a dated verdict and the way
//! out.
//!
//! # The way through the house
//! Each part knows only those before it:
//!
//! * [`version`] and [`date`]: build numbers of four parts, civil days;
//! * [`table`]: the facts of `data/`, checked and joined;
//! * [`words`]: every sentence that people read;
//! * [`intake`]: text to readings, and where they stood;
//! * [`verdict`]: (table, reading, day) to a verdict;
//! * [`advice`]: what to do about it;
//! * [`report`]: all of it for a text, the gravest verdict first;
//! * [`export`]: the facts in other forms;
//! * `page`: the face in the browser (feature `page`);
//! * `embed`: the same inside somebody else's page (feature `embed`).
//!
//! Everything but the page is pure: the same table, text, day and answers
//! give the same report, without a clock, a network or a browser.
//!
//! ```
//! use entra_connect_checker::{Answers, Table, check};
//!
//! let text = "ProductVersion   FileVersion      FileName\n\
//!             --------------   -----------      --------\n\
//!             2.5.79.0         2.5.79.0         C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\miiserver.exe";
//! let report = check(Table::embedded()?, text, "2026-11-23".parse()?, &Answers::default());
//! let verdict = report.gravest().expect("there is a build in the text");
//! assert_eq!(verdict.version.as_deref(), Some("2.5.79.0"));
//! assert_eq!(verdict.reason.to_string(), "Support for 2.5.79.0 ended on 23 October 2026.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::arithmetic_side_effects,
        clippy::string_slice
    )
)]

pub mod advice;
pub mod date;
#[cfg(feature = "embed")]
pub mod embed;
pub mod export;
pub mod intake;
mod order;
#[cfg(feature = "page")]
pub mod page;
pub mod report;
pub mod table;
pub mod timeline;
pub mod verdict;
pub mod version;
pub mod words;

pub use advice::{Advice, Answers, Recommend};
pub use date::{Date, DateError, Released};
pub use report::{Report, check};
pub use table::{Product, Table, TableError};
pub use verdict::{Severity, Status, Verdict};
pub use version::{Build, BuildError};
