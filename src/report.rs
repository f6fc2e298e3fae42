//! The report: every verdict of a text, the gravest first.

use std::sync::Arc;

use serde::Serialize;

use crate::advice::{self, Answers};
use crate::date::Date;
use crate::intake::{self, Finding, Passed};
use crate::order;
use crate::table::Table;
use crate::verdict::{self, Match, PassedOver, Severity, Verdict};
use crate::words::{Id, Message};

/// The longest text that is read, in bytes of UTF-8.
pub const LIMIT: usize = 8 * 1024 * 1024;
/// The limit as people read it.
pub const LIMIT_WORDS: &str = "8 MiB";
/// The most verdicts that a report holds; the rest are counted.
pub const MOST_VERDICTS: usize = 1000;
/// A table older than this, in days, is stale.
pub const STALE_DAYS: i64 = 45;
/// A table older than this, in days, may be overtaken: nothing it calls fine or
/// to be planned is said without that word.
pub const OVERTAKEN_DAYS: i64 = 180;

/// How old the facts are on the day judged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableAge {
    /// The day of the facts.
    pub as_of: Date,
    /// Days from then to the day judged for; negative before.
    pub age_days: i64,
    /// Whether that is too long to rely on.
    pub stale: bool,
}

impl TableAge {
    /// The age on a day.
    #[must_use]
    pub fn on(table: &Table, on: Date) -> Self {
        let age_days = table.as_of().days_until(on);
        Self { as_of: table.as_of(), age_days, stale: age_days > STALE_DAYS }
    }

    /// Whether a verdict that calls for no haste may be overtaken by newer
    /// facts. The graver ones stand: no newer fact makes a build younger.
    ///
    /// ```
    /// use entra_connect_checker::{Severity, Table, report::TableAge};
    ///
    /// let table = Table::embedded()?;
    /// let age = |days| TableAge::on(table, table.as_of().plus_days(days));
    /// assert!(!age(180).overtakes(Severity::Ok) && age(181).overtakes(Severity::Plan));
    /// assert!(!age(1000).overtakes(Severity::Act));
    /// # Ok::<(), entra_connect_checker::TableError>(())
    /// ```
    #[must_use]
    pub fn overtakes(&self, severity: Severity) -> bool {
        self.age_days > OVERTAKEN_DAYS && matches!(severity, Severity::Ok | Severity::Plan)
    }
}

/// The answer to a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// One verdict per installation, the gravest first, the order of the text
    /// within equals.
    pub verdicts: Vec<Verdict>,
    /// How many more there were.
    pub omitted: usize,
    /// Ids of answers that no question has.
    pub ignored_answers: Vec<String>,
    /// The age of the facts.
    pub table: TableAge,
}

/// Reads a text and judges what it holds on a day.
///
/// ```
/// use entra_connect_checker::{Answers, Status, Severity, Table, check};
///
/// let report = check(Table::embedded()?, "we run 2.4.21.0", "2026-11-23".parse()?, &Answers::default());
/// let verdict = report.verdicts.first().expect("one installation, one verdict");
/// assert_eq!(verdict.status, Status::Retired);
/// assert_eq!(verdict.severity, Severity::Stopped);
/// assert_eq!(verdict.support_ends, Some("2025-11-15".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check(table: &Table, text: &str, on: Date, answers: &Answers) -> Report {
    let (given, answers) = (answers, &answers.known(table));
    let (verdicts, omitted) = if text.len() > LIMIT {
        let mut verdict = Judge::new(table, on, answers, 1).advised(&Finding::Nothing);
        verdict.reason = Message::plain(Id::TooLong).with("limit", LIMIT_WORDS);
        Arc::make_mut(&mut verdict.advice).why = vec![verdict.reason.clone()];
        (vec![verdict], 0)
    } else {
        judge_all(table, text, on, answers)
    };
    Report { verdicts, omitted, ignored_answers: given.ignored(table), table: TableAge::on(table, on) }
}

fn judge_all(table: &Table, text: &str, on: Date, answers: &Answers) -> (Vec<Verdict>, usize) {
    let read = intake::read(table, text);
    let mut judge = Judge::new(table, on, answers, read.findings.len());
    let omitted = read.findings.len().saturating_sub(MOST_VERDICTS);
    let mut kept: Vec<&Finding> = read.findings.iter().collect();
    if omitted > 0 {
        // Where there are too many to hold, the gravest stay.
        let gravities: Vec<_> = kept.into_iter().map(|finding| (judge.severity(finding), finding)).collect();
        kept = gravest_first(gravities, |(severity, _)| *severity).into_iter().map(|(_, finding)| finding).collect();
        kept.truncate(MOST_VERDICTS);
    }
    let judged: Vec<_> = kept.into_iter().map(|finding| (finding, judge.advised(finding))).collect();
    let mut judged = gravest_first(judged, |(_, verdict)| verdict.severity);
    place(table, text, &read.passed_over, &mut judged);
    (judged.into_iter().map(|(_, verdict)| verdict).collect(), omitted)
}

/// Gravest first; the order of the text within equals.
fn gravest_first<T>(items: Vec<T>, severity: impl Fn(&T) -> Severity) -> Vec<T> {
    let [mut stopped, mut act, mut plan, mut unknown, mut ok] = [const { Vec::new() }; 5];
    for item in items {
        match severity(&item) {
            Severity::Stopped => stopped.push(item),
            Severity::Act => act.push(item),
            Severity::Plan => plan.push(item),
            Severity::Unknown => unknown.push(item),
            Severity::Ok => ok.push(item),
        }
    }
    [stopped, act, plan, unknown, ok].into_iter().flatten().collect()
}

/// Judges findings; those of equal numbers once.
struct Judge<'a> {
    table: &'a Table,
    on: Date,
    answers: &'a Answers,
    /// What is known of a number, for each hash of one.
    known: Vec<Option<Known<'a>>>,
}

/// A number that was judged; the words around it may be another's.
#[derive(Clone)]
struct Known<'a> {
    finding: &'a Finding,
    verdict: Verdict,
    /// Whether the verdict holds its advice.
    advised: bool,
}

impl<'a> Judge<'a> {
    fn new(table: &'a Table, on: Date, answers: &'a Answers, findings: usize) -> Self {
        /// The most numbers that are remembered at a time.
        const KNOWN: usize = 1024;
        Self { table, on, answers, known: vec![None; findings.clamp(1, KNOWN)] }
    }

    fn severity(&mut self, finding: &'a Finding) -> Severity {
        let known = self.take(finding);
        let severity = known.verdict.severity;
        self.put(known);
        severity
    }

    /// The verdict with its advice, which does not hang on the server.
    fn advised(&mut self, finding: &'a Finding) -> Verdict {
        let mut known = self.take(finding);
        if !known.advised {
            known.verdict.advice = Arc::new(advice::advise(self.table, &known.verdict, self.answers));
            known.advised = true;
        }
        let verdict = known.verdict.clone();
        self.put(known);
        match finding {
            Finding::Installation(reading) => verdict.placed(self.table, reading),
            _ => verdict,
        }
    }

    /// What is known of a number, which is out of its place until it is put back.
    fn take(&mut self, finding: &'a Finding) -> Known<'a> {
        let known = self.place(finding).and_then(Option::take).filter(|known| same_number(known.finding, finding));
        let judged = || verdict::judge(self.table, finding, self.on);
        known.unwrap_or_else(|| Known { finding, verdict: judged(), advised: false })
    }

    fn put(&mut self, known: Known<'a>) {
        if let Some(place) = self.place(known.finding) {
            *place = Some(known);
        }
    }

    fn place(&mut self, finding: &Finding) -> Option<&mut Option<Known<'a>>> {
        let place = hash(finding).checked_rem(self.known.len())?;
        self.known.get_mut(place)
    }
}

fn hash(finding: &Finding) -> usize {
    match finding {
        Finding::Installation(reading) => {
            reading.text.bytes().fold(7usize, |hash, byte| hash.wrapping_mul(31) ^ usize::from(byte))
        }
        _ => 0,
    }
}

/// Whether two findings differ at most in what stands around their numbers.
fn same_number(a: &Finding, b: &Finding) -> bool {
    match (a, b) {
        (Finding::Installation(a), Finding::Installation(b)) => {
            a.product == b.product && a.text == b.text && a.number == b.number
        }
        _ => std::ptr::eq(a, b),
    }
}

/// Fills in where numbers stand. What was passed over belongs to the text, not
/// to one verdict: the first verdict carries it.
fn place(table: &Table, text: &str, passed: &[Passed], judged: &mut [(&Finding, Verdict)]) {
    let span = |finding: &Finding| match finding {
        Finding::Installation(reading) | Finding::Sibling(reading) => Some(reading.span.clone()),
        Finding::Unclear(_) | Finding::Nothing => None,
    };
    let places: Vec<usize> = judged
        .iter()
        .filter_map(|(finding, _)| span(finding))
        .chain(passed.iter().map(|passed| passed.span.clone()))
        .flat_map(|span| [span.start, span.end])
        .collect();
    let mut places = order::by_number(places, |place| *place as u64);
    places.dedup();
    let units = utf16(text, &places);
    let unit = |byte: usize| places.binary_search(&byte).ok().and_then(|index| units.get(index)).copied().unwrap_or(0);
    let cut = |span: &std::ops::Range<usize>| text.get(span.clone()).unwrap_or_default().to_owned();

    for (finding, verdict) in judged.iter_mut() {
        if let Some(span) = span(finding) {
            verdict.matched = Some(Match { start: unit(span.start), end: unit(span.end), text: cut(&span) });
        }
    }
    if let Some((finding, verdict)) = judged.first_mut() {
        verdict.passed_over = passed
            .iter()
            .map(|passed| PassedOver {
                start: unit(passed.span.start),
                end: unit(passed.span.end),
                text: cut(&passed.span),
                what: passed.what,
                product: passed.product,
            })
            .collect();
        if matches!(finding, Finding::Nothing) {
            explain_nothing(table, verdict, passed);
        }
    }
}

/// Says what was seen instead of a build.
fn explain_nothing(table: &Table, verdict: &mut Verdict, passed: &[Passed]) {
    use crate::intake::What;
    if let Some(target) = passed.iter().find(|passed| passed.what == What::Target) {
        verdict.reason = Message::plain(Id::UnreadableTarget).with("version", target.text.clone());
    } else if let Some(first) = passed.first() {
        let name = first.product.and_then(|id| table.product(id)).map(|info| info.name.clone());
        let what = match name {
            Some(name) => Message::plain(Id::PassedSibling).with("product", name),
            None => Message::plain(intake::words_for(first.what)),
        };
        let seen = Message::plain(Id::NumberSeen).with("text", first.text.clone()).with("what", what);
        verdict.reason = Message::plain(Id::UnreadableSeen).with("seen", seen);
    }
    Arc::make_mut(&mut verdict.advice).why = vec![verdict.reason.clone(), Message::plain(Id::WhyIdentify)];
}

impl Report {
    /// The verdict to show first.
    #[must_use]
    pub fn gravest(&self) -> Option<&Verdict> {
        self.verdicts.first()
    }

    /// The severity of the gravest verdict.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.gravest().map(|verdict| verdict.severity)
    }
}

/// Converts ascending byte positions into UTF-16 positions, in one pass.
fn utf16(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut units = 0usize;
    let mut from = 0usize;
    bytes
        .iter()
        .map(|&byte| {
            let piece = text.get(from..byte).unwrap_or_default();
            units = units.saturating_add(piece.encode_utf16().count());
            from = byte.max(from);
            units
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_browsers_count() {
        assert_eq!(utf16("a😀b é", &[0, 1, 5, 6, 9]), [0, 1, 3, 4, 6]);
        assert_eq!(utf16("", &[0]), [0]);
    }
}
