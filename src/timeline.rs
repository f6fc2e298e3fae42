//! A build's life, as a picture: from its release to what comes.
//!
//! Pure: days, spans and marks in whole thousandths of the picture's width.
//! The page draws them and reads them out; it computes nothing of its own.

use crate::date::{Date, Released};
use crate::order;
use crate::table::{Stops, Table};
use crate::verdict::{Met, Severity, Status, Verdict};
use crate::words::{Id, Message};

/// The width of the picture.
pub const WIDTH: i64 = 1000;
/// Marks nearer to each other than this share no row.
const NEAR: i64 = 80;
/// Days after today that the picture shows at least.
const AHEAD: i32 = 200;
/// Years that the axis names at most.
const MOST_YEARS: i32 = 6;

/// A build's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The first day of the picture.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// What held from when to when, without gaps.
    pub spans: Vec<Span>,
    /// The days that count, ascending.
    pub marks: Vec<Mark>,
    /// Where years begin, and which.
    pub years: Vec<(i64, i32)>,
}

/// How things stood over some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// Supported is `Ok`, out of support `Act`, refused by the service `Stopped`.
    pub severity: Severity,
}

/// A day that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub date: Date,
    /// The day as it is known: of some releases only the month is.
    pub shown: Released,
    /// Where it stands.
    pub at: i64,
    /// The row that is free for it: 0, 1 or 2.
    pub row: u8,
    /// What kind of day it is.
    pub kind: Kind,
    /// What happens on it.
    pub what: Message,
}

/// What kind of day a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The build came out.
    Released,
    /// The next build came out.
    Superseded,
    /// Support ends.
    SupportEnds,
    /// The service refuses builds below a minimum; whether this one gets past it.
    Cutoff(Met),
    /// The day of the reader.
    Today,
    /// The day judged for, where that is another one.
    Judged,
}

/// The life of the build that a verdict is on; nothing where the release or
/// everything that would be drawn is unknown.
///
/// ```
/// use entra_connect_checker::{Answers, Table, check, timeline};
///
/// let (table, today) = (Table::embedded()?, "2026-11-25".parse()?);
/// let report = check(table, "2.4.21.0", today, &Answers::default());
/// let life = timeline::of(table, report.gravest().expect("one"), today).expect("it has dates");
/// assert_eq!(life.spans.len(), 3, "supported, out of support, refused");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn of(table: &Table, verdict: &Verdict, today: Date) -> Option<Timeline> {
    let version = verdict.version.clone().filter(|_| verdict.candidates.is_empty())?;
    // The end of an agent's support raises nothing, so nothing is drawn of it.
    if verdict.status == Status::OtherProduct {
        return None;
    }
    let known = verdict.released?;
    let released = known.first_day();
    let days = days(table, verdict, &version, released, today);
    // The day judged for does not stretch the picture: it is moved along it.
    let fixed = || days.iter().filter(|(_, kind, _)| *kind != Kind::Judged).map(|(date, ..)| *date);
    let (first, last) = (fixed().next()?, fixed().next_back()?.max(today.plus_days(AHEAD)));
    // Air on both sides, so that no mark stands on the edge.
    let air = i32::try_from(first.days_until(last).max(365).checked_div(20).unwrap_or_default()).unwrap_or_default();
    let (from, to) = (first.plus_days(air.saturating_neg()), last.plus_days(air));
    let at = |date| place(from, to, date);
    let mut ends = [i64::MIN; 3];
    let marks = days
        .into_iter()
        .map(|(date, kind, what)| {
            let place = at(date);
            let row = ends.iter().position(|end| place.saturating_sub(*end) >= NEAR).unwrap_or_default();
            if let Some(end) = ends.get_mut(row) {
                *end = place;
            }
            let shown = if kind == Kind::Released { known } else { Released::Day(date) };
            Mark { date, shown, at: place, row: u8::try_from(row).unwrap_or_default(), kind, what }
        })
        .collect();
    Some(Timeline { from, to, spans: spans(verdict, at, released), marks, years: years(from, to) })
}

/// The days that count, ascending; on one day, in this order.
fn days(table: &Table, verdict: &Verdict, version: &str, released: Date, today: Date) -> Vec<(Date, Kind, Message)> {
    let mut days =
        vec![(released, Kind::Released, Message::plain(Id::MarkReleased).with("version", version.to_owned()))];
    let next = verdict.superseded_by.as_ref().and_then(|next| {
        let rows = verdict.product.map(|product| table.releases_of(product));
        let row = rows.into_iter().flatten().find(|row| row.version == *next)?;
        Some((row.released?.first_day(), next))
    });
    if let Some((date, next)) = next {
        days.push((date, Kind::Superseded, Message::plain(Id::MarkSuperseded).with("version", next.clone())));
    }
    if let Some(end) = verdict.support_ends {
        days.push((end, Kind::SupportEnds, Message::plain(Id::MarkSupportEnds)));
    }
    for cutoff in verdict.cutoffs.iter() {
        let id = match cutoff.stops {
            Stops::Sync => Id::MarkCutoff,
            Stops::Features => Id::MarkCutoffFeatures,
        };
        // What is long past and met tells nothing about this build.
        if cutoff.met != Met::Yes || cutoff.date >= today {
            let what = Message::plain(id).with("minimum", cutoff.minimum.clone());
            days.push((cutoff.date, Kind::Cutoff(cutoff.met), what));
        }
    }
    if verdict.on != today {
        days.push((verdict.on, Kind::Judged, Message::plain(Id::MarkJudged)));
    }
    days.push((today, Kind::Today, Message::plain(Id::Today)));
    order::by_number(days, |(date, ..)| date.day_number())
}

fn spans(verdict: &Verdict, at: impl Fn(Date) -> i64, released: Date) -> Vec<Span> {
    let refused = verdict
        .cutoffs
        .iter()
        .filter(|cutoff| cutoff.met == Met::No && cutoff.stops == Stops::Sync)
        .map(|cutoff| at(cutoff.date))
        .min()
        .unwrap_or(WIDTH);
    // The last day of support is still supported. A withdrawn build never is.
    let ended = match verdict.support_ends {
        Some(end) => at(end.plus_days(1)),
        None if verdict.expected_until.is_some() => WIDTH,
        None => at(released),
    };
    let mut spans = Vec::new();
    let mut from = at(released);
    for (to, severity) in [(ended.min(refused), Severity::Ok), (refused, Severity::Act), (WIDTH, Severity::Stopped)] {
        if to > from {
            spans.push(Span { from, to, severity });
            from = to;
        }
    }
    spans
}

/// Where a day stands in the picture.
fn place(from: Date, to: Date, date: Date) -> i64 {
    let whole = from.days_until(to).max(1);
    from.days_until(date).saturating_mul(WIDTH).checked_div(whole).unwrap_or_default().clamp(0, WIDTH)
}

/// The beginnings of years, so many that their numbers have room.
fn years(from: Date, to: Date) -> Vec<(i64, i32)> {
    let ((first, ..), (last, ..)) = (from.ymd(), to.ymd());
    let step = last.saturating_sub(first).checked_div(MOST_YEARS).unwrap_or_default().saturating_add(1);
    (first.saturating_add(1)..=last)
        .rev()
        .step_by(usize::try_from(step).unwrap_or(1))
        .filter_map(|year| Some((place(from, to, Date::new(year, 1, 1).ok()?), year)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answers, check};

    fn life(text: &str, on: &str) -> Option<Timeline> {
        let table = Table::embedded().unwrap();
        let report = check(table, text, on.parse().unwrap(), &Answers::default());
        of(table, report.gravest()?, "2026-11-25".parse().unwrap())
    }

    fn said(life: &Timeline) -> Vec<String> {
        life.marks.iter().map(|mark| format!("{} {}", mark.date, mark.what)).collect()
    }

    #[test]
    fn the_life_of_a_refused_build() {
        let life = life("2.4.21.0", "2026-11-25").unwrap();
        assert_eq!(
            said(&life),
            [
                "2024-10-09 2.4.21.0 is released",
                "2024-11-14 2.4.27.0 follows",
                "2025-11-15 Support ends",
                "2026-09-30 The service refuses builds below 2.5.79.0",
                "2026-11-25 Today",
                "2027-04-07 The service refuses builds below 2.6.84.0",
            ]
        );
        let tones: Vec<_> = life.spans.iter().map(|span| span.severity).collect();
        assert_eq!(tones, [Severity::Ok, Severity::Act, Severity::Stopped]);
        assert!(life.spans.is_sorted_by(|a, b| a.to == b.from), "no gap: {:?}", life.spans);
        assert!(life.years.iter().any(|(_, year)| *year == 2026));
    }

    #[test]
    fn marks_that_are_near_stand_in_rows_of_their_own() {
        for text in ["2.4.21.0", "2.6.92.0", "1.6.16.0", "2.5.190.0", "2.6.79.0", "1.0.6862.0"] {
            let Some(life) = life(text, "2026-12-05") else { continue };
            for row in 0..3 {
                let places: Vec<_> = life.marks.iter().filter(|mark| mark.row == row).map(|mark| mark.at).collect();
                assert!(places.is_sorted_by(|a, b| b - a >= NEAR) || row == 0, "{text}: {places:?}");
            }
            assert!(life.marks.iter().any(|mark| mark.kind == Kind::Judged), "{text}");
        }
    }

    #[test]
    fn a_build_without_an_end_is_supported_to_the_edge_and_a_withdrawn_one_never() {
        let newest = Table::embedded().unwrap().newest().unwrap().version.clone();
        let newest = life(&newest, "2026-11-25").unwrap();
        assert_eq!(
            newest.spans.iter().map(|span| (span.to, span.severity)).collect::<Vec<_>>(),
            [(WIDTH, Severity::Ok)]
        );
        let withdrawn = life("2.6.79.0", "2026-11-25").unwrap();
        assert!(withdrawn.spans.iter().all(|span| span.severity != Severity::Ok), "{:?}", withdrawn.spans);
    }

    #[test]
    fn what_has_no_dates_has_no_picture() {
        for text in ["", "hello", "2.9.0.0", "2.5", "2.4.99.0"] {
            assert_eq!(life(text, "2026-11-25"), None, "{text}");
        }
    }
}
