//! From a reading to a verdict.
//!
//! Three clocks run for every build and are never blended: support
//! ([`crate::table::Support`]), service cut-offs and security (`clocks`).
//! `single` judges one build, `several` a text that may mean more than
//! one, `gravity` holds the rules of severity, `reason` picks the deciding
//! fact. Nothing here knows the day: it is an argument.

mod clocks;
mod gravity;
mod headline;
mod reason;
mod several;
mod single;
mod types;

pub use gravity::{ACT_DAYS, PLAN_DAYS, Severity, Status};
pub use types::{
    AdvisoryStanding, Candidate, CutoffStanding, Match, Met, PassedOver, SecurityRelease, SourceRef, Verdict,
};

use crate::date::Date;
use crate::intake::{Finding, Number, Reading};
use crate::table::{Link, Product, Table};
use crate::version::Build;
use crate::words::{Id, Message};

/// Judges one finding on a day. The way out is not its business: the report
/// adds it.
#[must_use]
pub fn judge(table: &Table, finding: &Finding, on: Date) -> Verdict {
    match finding {
        Finding::Installation(reading) => installation(table, reading, on),
        Finding::Unclear(readings) => several::seen(table, readings, on),
        Finding::Sibling(reading) => single::sibling(table, reading, on),
        Finding::Nothing => nothing(table, on),
    }
}

fn installation(table: &Table, reading: &Reading, on: Date) -> Verdict {
    match several::builds_meant(table, reading, on).as_slice() {
        [] => {
            let build = zero_filled(&reading.number);
            let product = reading.product.unwrap_or_else(|| presumed(table, &build));
            single::build(table, product, &build, &reading.text, on)
        }
        [(product, build)] => single::build(table, *product, build, &reading.text, on),
        many => several::short(table, &reading.text, many, on),
    }
    .placed(table, reading)
}

/// A number without a counterpart in the table: missing parts count as 0.
fn zero_filled(number: &Number) -> Build {
    match number {
        Number::Full(build) => build.clone(),
        Number::Short(parts) => {
            let mut all = [0; 4];
            for (slot, part) in all.iter_mut().zip(parts) {
                *slot = *part;
            }
            Build::new(all)
        }
        Number::Line(_) => Build::new([0; 4]),
    }
}

/// The product of an unlisted number that no name goes with: the line whose
/// range holds it, the narrowest range first; else Connect.
pub(crate) fn presumed(table: &Table, build: &Build) -> Product {
    table
        .families()
        .iter()
        .filter(|family| family.from <= *build && *build < family.before)
        .min_by(|a, b| a.before.cmp(&b.before))
        .map_or(Product::EntraConnect, |family| family.product)
}

fn nothing(table: &Table, on: Date) -> Verdict {
    let mut verdict = Verdict::blank(table, on, Status::Unreadable, Message::plain(Id::Unreadable));
    verdict.sources = table.link(Link::VerifyVersion).map(SourceRef::from).into_iter().collect();
    verdict
}
