//! From pasted text to readings.
//!
//! Small pieces over few passes of the text: `signs` tells which readings it
//! needs, `scan` finds numbers, `looks` sorts out dates and addresses, `lines`
//! says what belongs together, `names` finds names in lines, `beside` looks
//! around a number (once for all lines `alike`), `owner` tells whose it is,
//! `claim` puts these together for each number, `roles` and `servers` read the
//! words around it, `shapes` knows forms without a dotted number, and
//! `decide` picks. Each number that is not taken is handed back with what it
//! is instead: reading never fails, it says what it passed over.

mod alike;
mod beside;
mod claim;
mod columns;
mod decide;
mod eight;
mod glyph;
mod headings;
mod hosts;
mod lexicon;
mod line_ends;
mod line_facts;
mod lines;
mod looks;
mod markup;
mod name_list;
mod names;
mod owner;
mod present;
mod reading;
mod role_list;
mod roles;
mod scan;
mod servers;
mod shapes;
mod signs;
mod staging;
mod tables;
mod whose;

pub use reading::{By, Chosen, Finding, Intake, Number, Passed, Reading, What};

use crate::order;
use crate::table::Table;
use crate::words::Id;
use claim::{MOST_PASSED, Scene};
use headings::Headings;
use lines::Lines;
use looks::Looks;
use signs::Signs;

/// Reads a text: one finding per verdict, none for blank text.
///
/// ```
/// use entra_connect_checker::{Table, intake::{self, Finding}};
///
/// let read = intake::read(Table::embedded()?, "OS 10.0.17763.0, Entra Connect 2.5.79.0");
/// assert!(matches!(&read.findings[..], [Finding::Installation(found)] if found.text == "2.5.79.0"));
/// assert_eq!(read.passed_over[0].text, "10.0.17763.0");
/// # Ok::<(), entra_connect_checker::TableError>(())
/// ```
#[must_use]
pub fn read(table: &Table, text: &str) -> Intake {
    if text.chars().all(|c| c.is_whitespace() || glyph::invisible(c)) {
        return Intake::default();
    }
    let signs = Signs::of(text);
    let view = markup::plain(text, signs);
    let text = view.as_ref();
    let mut tokens = scan::tokens(text);
    if signs.revision {
        tokens.extend(columns::tokens(text));
    }
    let tokens = order::by_number(tokens, |token| token.span.start as u64);
    // Most numbers of a log are times and addresses, and need no second look.
    let mut passed = Vec::new();
    let mut likely = Vec::new();
    let looks = Looks::new(text, &tokens);
    for token in tokens {
        match looks.by_signs(&token) {
            None => likely.push(token),
            Some(what) if passed.len() < MOST_PASSED => {
                passed.push(Passed { span: token.span.clone(), text: token.plain(text), what, product: None });
            }
            Some(_) => {}
        }
    }
    let tokens = likely;
    let lines = Lines::around(text, &tokens);
    let scene = Scene { table, text, headings: Headings::new(&lines), lines };
    let mut intake = decide::decide(&scene, tokens, passed);
    if intake.findings.is_empty() {
        intake.passed_over.extend(shapes::counters(text));
        intake.passed_over = order::by_number(intake.passed_over, |passed| passed.span.start as u64);
        intake.findings.push(shapes::whole_line_of_builds(table, text).map_or(Finding::Nothing, Finding::Installation));
    }
    intake
}

/// The words for what was passed over.
#[must_use]
pub fn words_for(what: What) -> Id {
    match what {
        What::Windows => Id::PassedWindows,
        What::Dotnet => Id::PassedDotnet,
        What::Sql => Id::PassedSql,
        What::Powershell => Id::PassedPowershell,
        What::Address => Id::PassedAddress,
        What::Date => Id::PassedDate,
        What::Counter => Id::PassedCounter,
        What::Target => Id::PassedTarget,
        What::Previous => Id::PassedPrevious,
        What::Sibling => Id::PassedSiblingUnknown,
        What::Other => Id::PassedOther,
    }
}
