//! What may never be answered, whatever the text: a second, simple-minded
//! reading of the rules, for properties and fuzzing.
//!
//! It shares no code with the intake. It does not know what the right answer
//! is; it knows answers that are wrong.

mod allowed;
mod plain;

use entra_connect_checker::verdict::Verdict;
use entra_connect_checker::{Date, Recommend, Report, Severity, Status, Table};

/// What is wrong with a report; empty when nothing is.
pub fn faults(table: &Table, text: &str, on: Date, report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    counted(text, report, &mut faults);
    let units: Vec<u16> = text.encode_utf16().collect();
    for verdict in &report.verdicts {
        places(&units, verdict, &mut faults);
        consistent(verdict, on, &mut faults);
        if verdict.severity == Severity::Ok {
            faults.extend(allowed::fault(table, text, verdict));
        }
    }
    faults
}

/// How many verdicts there may be, which may stand together, in what order.
fn counted(text: &str, report: &Report, faults: &mut Vec<String>) {
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            faults.push(rule.to_owned());
        }
    };
    let verdicts = &report.verdicts;
    let blank = plain::plain(text).trim().is_empty();
    must(blank == verdicts.is_empty(), "blank text has no verdict, every other text has one");
    must(verdicts.len() <= 1000, "at most 1000 verdicts");
    must(report.omitted == 0 || verdicts.len() == 1000, "nothing is omitted below 1000");
    must(verdicts.is_sorted_by_key(|verdict| gravity(verdict.severity)), "the gravest first");
    let count = |status| verdicts.iter().filter(|verdict| verdict.status == status).count();
    must(count(Status::Unreadable) == 0 || verdicts.len() == 1, "unreadable stands alone");
    let of_others = |verdict: &Verdict| verdict.status == Status::OtherProduct;
    let siblings = verdicts.iter().filter(|verdict| of_others(verdict)).count();
    must(siblings == 0 || siblings == verdicts.len(), "a sibling has no verdict beside Connect");
    let repeated = (1..verdicts.len()).any(|at| {
        let (before, this) = (&verdicts[..at], &verdicts[at]);
        of_others(this) && before.iter().any(|other| other.product == this.product)
    });
    must(!repeated, "one verdict per sibling");
    // Held to this are only numbers written in full: short beside full, as in "2.5.79.0\n2.5.79", still
    // has two verdicts; nothing false, but one too many.
    let full = |verdict: &&Verdict| {
        let text = verdict.matched.as_ref().map(|place| plain::plain(&place.text));
        text.is_some_and(|text| plain::groups(&text).len() == 4)
    };
    let installations: Vec<_> = verdicts
        .iter()
        .filter(full)
        .map(|verdict| (verdict.product, verdict.version.as_deref(), verdict.server.as_deref()))
        .collect();
    let twice =
        verdicts.len() < 50 && (1..installations.len()).any(|at| installations[..at].contains(&installations[at]));
    must(!twice, "the same build of the same product and server is one verdict");
}

/// 0 is the gravest.
fn gravity(severity: Severity) -> u8 {
    match severity {
        Severity::Stopped => 0,
        Severity::Act => 1,
        Severity::Plan => 2,
        Severity::Unknown => 3,
        Severity::Ok => 4,
    }
}

/// Places in UTF-16 cut out what they say, and the match is the version.
fn places(units: &[u16], verdict: &Verdict, faults: &mut Vec<String>) {
    let places = verdict.matched.iter().map(|place| (place.start, place.end, &place.text));
    let passed = verdict.passed_over.iter().map(|place| (place.start, place.end, &place.text));
    for (start, end, text) in places.chain(passed) {
        let cut = units.get(start..end).and_then(|units| String::from_utf16(units).ok());
        if cut.as_ref() != Some(text) || text.is_empty() {
            faults.push(format!("{start}..{end} cuts out {cut:?}, not {text:?}"));
        }
    }
    if let (Some(place), Some(version)) = (&verdict.matched, &verdict.version)
        && let Some(wanted) = plain::parts(version)
    {
        let groups = plain::groups(&plain::plain(&place.text));
        let mut rest = groups.iter();
        let inside = wanted.iter().take(groups.len().max(2)).all(|part| rest.any(|group| group.value == *part));
        if !inside {
            faults.push(format!("the match {:?} does not show {version}", place.text));
        }
    }
}

/// Fields that follow from one another.
fn consistent(verdict: &Verdict, on: Date, faults: &mut Vec<String>) {
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            faults.push(format!("{rule}: {:?} {:?} {:?}", verdict.version, verdict.status, verdict.severity));
        }
    };
    let (status, severity) = (verdict.status, verdict.severity);
    let acts = matches!(severity, Severity::Stopped | Severity::Act);
    match status {
        Status::Unreadable | Status::Newer | Status::NotYetReleased => {
            must(severity == Severity::Unknown, "nothing is known of it");
        }
        Status::OtherProduct => must(matches!(severity, Severity::Unknown | Severity::Act), "a sibling is not judged"),
        Status::Unlisted | Status::Withdrawn | Status::Retired => must(acts, "this asks for action"),
        Status::Ambiguous => must(verdict.candidates.len() > 1, "ambiguous between several"),
        Status::Supported => must(severity != Severity::Unknown, "a supported build is judged"),
        Status::Current => {}
    }
    must(verdict.on == on, "judged for the day asked");
    must(
        verdict.days_left == verdict.support_ends.map(|end| on.days_until(end)),
        "days left are counted to the end of support",
    );
    must(
        verdict.days_left.is_none_or(|days| days >= 0 || acts || severity == Severity::Unknown),
        "an end that is past",
    );
    must(verdict.advice.restore_first == (severity == Severity::Stopped), "restore first exactly when stopped");
    let nothing = verdict.advice.recommend == Recommend::Nothing;
    must(nothing == (severity == Severity::Ok), "nothing to do exactly when all is well");
}
