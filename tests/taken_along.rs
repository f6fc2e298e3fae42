//! What is taken along, read by programs that others wrote.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod first_table;

use entra_connect_checker::export::ics::{Calendar, concerning, write};
use entra_connect_checker::export::{csv as report_csv, ticket};
use entra_connect_checker::{Answers, Date, Report, Table, check};

/// Servers' names with signs that mean something to CSV and to spreadsheets: reading leaves those out.
const TEXT: &str = "Server,Version\n\"SYNC01; \"\"a, b\"\"\",2.5.190.0\n=SYNC02,2.4.21.0\nSYNC03,2.6.92.0\n";

fn report(table: &Table) -> (Report, Date) {
    let day = "2026-11-23".parse().unwrap();
    (check(table, TEXT, day, &Answers::default()), day)
}

fn calendar() -> String {
    let table = first_table::table();
    let (report, day) = report(table);
    let events = concerning(table, &report, day);
    write(&Calendar { name: "Dates, of SYNC; all".into(), stamp: table.as_of(), events })
}

/// Day, name, and days before on which it reminds.
fn wanted() -> Vec<(String, String, Vec<String>)> {
    let alarms = ["-P90D", "-P30D", "-P7D"].map(str::to_owned).to_vec();
    [
        ("20270202", "Last day of support: Microsoft Entra Connect Sync 2.5.190.0"),
        ("20270407", "Service cut-off: Microsoft Entra Connect Sync below 2.6.84.0"),
    ]
    .map(|(day, name)| (day.to_owned(), name.to_owned(), alarms.clone()))
    .to_vec()
}

#[test]
fn one_calendar_parser_reads_it() {
    let text = calendar();
    let unfolded = icalendar::parser::unfold(&text);
    let read = icalendar::parser::read_calendar(&unfolded).expect("it is a calendar");
    let mut found = Vec::new();
    for event in &read.components {
        let value = |name: &str| event.find_prop(name).map(|one| one.val.to_string()).unwrap_or_default();
        let alarms = event.components.iter().map(|alarm| alarm.find_prop("TRIGGER").unwrap().val.to_string());
        found.push((value("DTSTART"), value("SUMMARY"), alarms.collect()));
    }
    assert_eq!(found, wanted());
}

#[test]
fn another_calendar_parser_reads_the_same() {
    let text = calendar();
    let read = ical::IcalParser::new(text.as_bytes()).next().expect("one calendar").expect("it is a calendar");
    let mut found = Vec::new();
    let mut uids = Vec::new();
    for event in &read.events {
        let value = |name: &str| {
            event.properties.iter().find(|one| one.name == name).and_then(|one| one.value.clone()).unwrap_or_default()
        };
        let alarms = event.alarms.iter().map(|alarm| {
            alarm.properties.iter().find(|one| one.name == "TRIGGER").and_then(|one| one.value.clone()).unwrap()
        });
        found.push((value("DTSTART"), value("SUMMARY"), alarms.collect()));
        uids.push(value("UID"));
    }
    assert_eq!(found, wanted());
    // Imported twice, a calendar knows them again.
    let again = ical::IcalParser::new(text.as_bytes()).next().unwrap().unwrap();
    let same =
        again.events.iter().all(|event| event.properties.iter().any(|one| uids.contains(one.value.as_ref().unwrap())));
    assert!(same && uids.iter().all(|uid| uid.ends_with("@entra-connect-checker")), "{uids:?}");
}

#[test]
fn a_csv_reader_reads_every_server() {
    let table = first_table::table();
    let (report, _) = report(table);
    let text = report_csv::write(table, &report);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("every row has every cell")).collect();
    let first: Vec<(&str, &str)> = rows.iter().map(|row| (&row[0], &row[3])).collect();
    // Gravest first.
    assert_eq!(first, [("SYNC02", "2.4.21.0"), ("SYNC01", "2.5.190.0"), ("SYNC03", "2.6.92.0")]);
}

#[test]
fn a_ticket_has_a_paragraph_for_every_server() {
    let table = first_table::table();
    let (report, _) = report(table);
    let text = ticket::write(table, &report, ticket::Form::Text, &|message| message.to_string());
    let heads: Vec<&str> = text.split("\n\n").filter_map(|part| part.lines().next()).collect();
    assert_eq!(
        heads,
        [
            "SYNC02: 2.4.21.0: Announced to be cut off",
            "SYNC01: 2.5.190.0: Act now",
            "SYNC03: 2.6.92.0: Newest known build",
            "- Source: Microsoft Entra Connect: Version release history https://learn.microsoft.com/en-us/entra/identity/hybrid/connect/reference-connect-version-history",
        ]
    );
}
