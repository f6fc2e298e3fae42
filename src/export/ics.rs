//! Dates as an iCalendar file, to the letter of RFC 5545.
//!
//! Written by hand because the known crate weighs more in the page than half
//! of its core; an independent parser reads it in the tests.

use crate::date::Date;
use crate::report::Report;
use crate::table::{Release, Table};
use crate::verdict::Met;
use crate::words::{Id, Message};

/// How many octets a line may have before its line break (section 3.1).
const LINE: usize = 75;
/// Days before an event on which a calendar reminds: a season ahead, as the
/// verdict turns to "act", and once more in the last week.
pub const REMIND: [u16; 3] = [90, 30, 7];

/// Days to come, under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What a calendar program shows as the name.
    pub name: String,
    /// The day of the facts: the same facts give the same bytes.
    pub stamp: Date,
    /// The days.
    pub events: Vec<Event>,
}

/// A whole day on which something happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What it is known by for good: a date that moves moves in the calendar
    /// too, instead of standing there twice.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// A line.
    pub summary: String,
    /// What it means.
    pub details: String,
    /// The page to read.
    pub url: Option<String>,
    /// How many days before it reminds.
    pub remind: Vec<u16>,
}

/// Every end of support and every service cut-off on a day or later.
#[must_use]
pub fn coming(table: &Table, from: Date) -> Vec<Event> {
    let mut events = Vec::new();
    let name = |product| table.product(product).map(|info| info.name.clone()).unwrap_or_default();
    for cutoff in table.cutoffs().iter().filter(|cutoff| cutoff.date >= from) {
        let products: Vec<String> = cutoff.products.iter().map(|product| name(*product)).collect();
        let mut details = cutoff.effect.clone();
        if let Some(condition) = &cutoff.condition {
            details = format!("{details}\n{}\n{}", condition.text, condition.how_to_check);
        }
        events.push(Event {
            uid: cutoff_uid(&cutoff.id),
            day: cutoff.date,
            summary: Message::plain(Id::CalendarCutoff)
                .with("product", products.join(", "))
                .with("minimum", cutoff.minimum.to_string())
                .to_string(),
            details,
            url: table.sources_at(&cutoff.sources).find_map(|source| source.url.clone()),
            remind: REMIND.to_vec(),
        });
    }
    for release in table.releases().iter().filter(|release| release.support.ends.is_some_and(|end| end >= from)) {
        let Some(day) = release.support.ends else { continue };
        events.push(Event {
            uid: support_uid(table, release),
            day,
            summary: Message::plain(Id::CalendarSupport)
                .with("product", name(release.product))
                .with("version", release.version.clone())
                .to_string(),
            details: Message::plain(Id::SupportEndsToday)
                .with("date", day)
                .with("version", release.version.clone())
                .to_string(),
            url: table.sources_at(&release.sources).find_map(|source| source.url.clone()),
            remind: REMIND.to_vec(),
        });
    }
    crate::order::by_number(events, |event| event.day.day_number())
}

/// What concerns a report: the ends of support of its builds, and the cut-offs
/// that they do not get past for certain, on a day or later.
#[must_use]
pub fn concerning(table: &Table, report: &Report, from: Date) -> Vec<Event> {
    let mut wanted = Vec::new();
    for verdict in &report.verdicts {
        let unmet = verdict.cutoffs.iter().filter(|cutoff| cutoff.met != Met::Yes);
        wanted.extend(unmet.map(|cutoff| cutoff_uid(&cutoff.id)));
        let rows = verdict.product.map(|product| table.releases_of(product)).into_iter().flatten();
        let row = rows.filter(|row| verdict.version.as_ref() == Some(&row.version));
        wanted.extend(row.map(|row| support_uid(table, row)));
    }
    let mut events = coming(table, from);
    events.retain(|event| wanted.contains(&event.uid));
    events
}

fn cutoff_uid(id: &str) -> String {
    format!("cutoff-{id}@entra-connect-checker")
}

/// The line's identifier never changes, a product's name may.
fn support_uid(table: &Table, release: &Release) -> String {
    let family = release.family.and_then(|index| table.families().get(index));
    let product = || table.product(release.product).map(|info| info.name.clone()).unwrap_or_default();
    let line = family.map_or_else(product, |family| family.id.clone());
    format!("support-{line}-{}@entra-connect-checker", release.version)
}

/// The calendar as text, every line ended by CR LF.
///
/// ```
/// use entra_connect_checker::export::ics::{Calendar, Event, write};
///
/// let day = "2027-04-07".parse()?;
/// let event = Event { uid: "a@b".into(), day, summary: "One; two, three".into(), details: "A\nB".into(), url: None, remind: vec![7] };
/// let text = write(&Calendar { name: "Days".into(), stamp: day, events: vec![event] });
/// assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// assert!(text.contains("\r\nDTSTART;VALUE=DATE:20270407\r\n"));
/// assert!(text.contains("\r\nSUMMARY:One\\; two\\, three\r\n"));
/// # Ok::<(), entra_connect_checker::DateError>(())
/// ```
#[must_use]
pub fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    let name = escaped(&calendar.name);
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//entra-connect-checker//Dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        fold(line, &mut out);
    }
    fold(&format!("X-WR-CALNAME:{name}"), &mut out);
    for event in &calendar.events {
        write_event(event, calendar.stamp, &mut out);
    }
    fold("END:VCALENDAR", &mut out);
    out
}

fn write_event(event: &Event, stamp: Date, out: &mut String) {
    fold("BEGIN:VEVENT", out);
    fold(&format!("UID:{}", escaped(&event.uid)), out);
    fold(&format!("DTSTAMP:{}T000000Z", compact(stamp)), out);
    // Without an end or a duration, a date alone is that one day (3.6.1).
    fold(&format!("DTSTART;VALUE=DATE:{}", compact(event.day)), out);
    fold(&format!("SUMMARY:{}", escaped(&event.summary)), out);
    fold(&format!("DESCRIPTION:{}", escaped(&event.details)), out);
    if let Some(url) = &event.url {
        // An address is no text: nothing in it is escaped (3.3.13).
        fold(&format!("URL:{}", url.replace(char::is_control, "")), out);
    }
    // It blocks nobody's day.
    fold("TRANSP:TRANSPARENT", out);
    for days in &event.remind {
        fold("BEGIN:VALARM", out);
        fold("ACTION:DISPLAY", out);
        fold(&format!("DESCRIPTION:{}", escaped(&event.summary)), out);
        fold(&format!("TRIGGER:-P{days}D"), out);
        fold("END:VALARM", out);
    }
    fold("END:VEVENT", out);
}

/// `20270407`.
fn compact(day: Date) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// A text value (3.3.11): backslash, semicolon, comma and line feed have an
/// escape, other control characters have no place.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Ends a content line; one that is too long goes on after a line break and a
/// space, and no character is cut in two.
fn fold(line: &str, out: &mut String) {
    let mut length = 0usize;
    for c in line.chars() {
        if length.saturating_add(c.len_utf8()) > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length = length.saturating_add(c.len_utf8());
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(summary: &str) -> String {
        let day = "2027-04-07".parse().unwrap();
        let event = Event {
            uid: "a@b".into(),
            day,
            summary: summary.into(),
            details: String::new(),
            url: Some("https://aka.ms/a,b;c".into()),
            remind: vec![30],
        };
        write(&Calendar { name: "Days".into(), stamp: "2026-10-06".parse().unwrap(), events: vec![event] })
    }

    #[test]
    fn an_event_word_for_word() {
        let wanted = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//entra-connect-checker//Dates//EN\r\nCALSCALE:GREGORIAN\r\n\
                      METHOD:PUBLISH\r\nX-WR-CALNAME:Days\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTAMP:20261006T000000Z\r\n\
                      DTSTART;VALUE=DATE:20270407\r\nSUMMARY:It ends\\, at last\\; C:\\\\x\\ny\r\nDESCRIPTION:\r\n\
                      URL:https://aka.ms/a,b;c\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
                      DESCRIPTION:It ends\\, at last\\; C:\\\\x\\ny\r\nTRIGGER:-P30D\r\nEND:VALARM\r\nEND:VEVENT\r\n\
                      END:VCALENDAR\r\n";
        assert_eq!(text("It ends, at last; C:\\x\r\ny\u{7}"), wanted);
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        for length in 60..90 {
            let summary = "ü".repeat(length) + "😀 and 漢字, on and on";
            let written = text(&summary);
            assert!(written.split("\r\n").all(|line| line.len() <= LINE), "{written}");
            let unfolded = written.replace("\r\n ", "");
            assert!(unfolded.contains(&summary.replace(',', "\\,")), "{unfolded}");
        }
        let exact = text(&"x".repeat(75 - "SUMMARY:".len()));
        assert!(exact.split("\r\n").any(|line| line.len() == 75), "75 octets fit one line");
    }

    #[test]
    fn a_report_gets_its_own_days_alone() {
        let table = Table::embedded().unwrap();
        let day = "2026-11-23".parse().unwrap();
        let of = |text| {
            let report = crate::check(table, text, day, &crate::Answers::default());
            concerning(table, &report, day).into_iter().map(|event| event.uid).collect::<Vec<_>>()
        };
        assert_eq!(
            of("2.5.190.0"),
            ["support-v2-2.5.190.0@entra-connect-checker", "cutoff-sync-2027-04-07@entra-connect-checker"]
        );
        assert_eq!(of("2.4.21.0"), ["cutoff-sync-2027-04-07@entra-connect-checker"], "what is past is no date to keep");
        assert!(of("no version").is_empty());
    }

    #[test]
    fn all_dates_to_come_are_there_once() {
        let table = Table::embedded().unwrap();
        let events = coming(table, "2026-10-06".parse().unwrap());
        let days: Vec<String> = events.iter().map(|event| format!("{} {}", event.day, event.uid)).collect();
        assert!(days.contains(&"2027-04-07 cutoff-sync-2027-04-07@entra-connect-checker".to_owned()), "{days:?}");
        assert!(days.contains(&"2027-09-16 support-v2-2.6.84.0@entra-connect-checker".to_owned()));
        assert!(days.is_sorted());
        let mut uids: Vec<_> = events.iter().map(|event| &event.uid).collect();
        uids.sort_unstable();
        uids.dedup();
        assert_eq!(uids.len(), events.len());
        assert!(events.len() >= 7, "{days:?}");
    }
}
