//! The one thing that an import is for: a page with one new build changes exactly the right rows, and
//! all that follows from them, with no hand edit.

use entra_connect_checker::{Answers, Severity, Status, check};
use serde_json::Value;

use super::super::{entries, import, markdown};
use super::{TODAY, copy, date, document, imported, pages};
use crate::spelling::complaints;
use crate::table::document::Document;
use crate::table::{check as table_check, published};

/// The page of the release history with a build that does not exist, published on 5 November 2026.
fn page(prints_the_end: bool) -> String {
    let page = pages::connect(&document(), "2026-11-05");
    let end = if prints_the_end { "03 Nov 2027 (12 months after release of 2.6.95.0)" } else { "" };
    let row = "| [2.6.92.0](#a0) | 23 Sep 2026 |  |\n";
    assert_eq!(page.matches(row).count(), 1);
    let rows = format!("| [2.6.95.0](#new) | 3 Nov 2026 |  |\n| [2.6.92.0](#a0) | 23 Sep 2026 | {end} |\n");
    let section = "## 2.6.95.0\n\n### Release status\n11/3/2026: Released for download via the admin center.\n\n\
                   ### Bug fixes\n- One, made up, with a security fix\n\n## 2.6.92.0\n";
    page.replacen(row, &rows, 1).replacen("## 2.6.92.0\n", section, 1)
}

/// What the import says, word for word.
const TOLD: &str = "\
Facts:
- facts as of 2026-11-05, were as of 2026-10-06
- the newest build is now 2.6.95.0, was 2.6.92.0
- 2.6.92.0: support now ends 2027-11-03, no end was known
- 2.6.92.0: the next build is now 2.6.95.0, was none
- new build 2.6.95.0, released 2026-11-03, channel download
Verdicts:
- 2.6.92.0 on 2026-11-05: supported, ok; was current, ok
- 2.6.95.0 on 2026-11-05: current, ok; was newer, unknown
Words and sources:
- 2.6.92.0: support note reworded
- 2.6.92.0: sources + version-history-2026-11-05
- links: release history changed
- sources: new version-history-2026-11-05
Left for a person:
- 2.6.92.0: line FORMER: the page lists it now; look at its note and at `confidence`, medium
- 2.6.95.0: line LINE: read its section, then write `notable`, `requires` and the note
- 2.6.95.0: its section speaks of security; fill `security` if the page calls it so
";

#[test]
fn one_new_build_changes_the_right_rows_and_what_follows() {
    let text = page(true);
    let (_folder, project) = copy();
    let before = Document::of(&project).expect("a table");
    let import = import(&project, &[("page.md".into(), text.clone())], None, date(TODAY)).expect("it is read");
    let line = |heading: &str| (text.lines().position(|line| line == heading).expect("it is there") + 1).to_string();
    let told = TOLD.replace("LINE", &line("## 2.6.95.0")).replace("FORMER", &line("## 2.6.92.0"));
    assert_eq!(import.told(), told);
    println!("{}", import.told());

    let written = import.write(&project).expect("it can be written");
    assert_eq!(written, ["data/table.json", "data/sources.json", "data/releases.json", "data/CHANGES.md"]);
    let after = Document::of(&project).expect("a table");
    assert_eq!(complaints("connect", &after.value), Vec::<String>::new(), "what is written is as the schemas say");
    rows(&before, &after);
    verdicts(&after);
    what_is_published(&project, &after);

    // The row asks for a person; nothing is wrong.
    let exceptions = table_check::exceptions(&project.at("data/exceptions.json")).expect("they are there");
    let findings = table_check::check(&after, &exceptions, date("2026-11-25"));
    assert_eq!(findings.errors, Vec::<String>::new());
    let marked: Vec<_> = findings.warnings.iter().filter(|warning| warning.starts_with("releases 2.6.95.0")).collect();
    let mark = "releases 2.6.95.0: Number and date were read by the importer; a person has yet to read what the page \
                says of it, which speaks of security.";
    assert_eq!(marked, [mark]);

    // Read again, the page holds nothing new.
    let again = super::super::import(&project, &[("page.md".into(), text)], None, date(TODAY)).expect("it is read");
    assert_eq!(again.told(), "no difference\n");
}

/// Exactly two rows: the new build, and the one before it.
fn rows(before: &Document, after: &Document) {
    let rows = |document: &Document| document.value["releases"].as_array().expect("a list").clone();
    let (before, after) = (rows(before), rows(after));
    let changed: Vec<&Value> = after.iter().filter(|row| !before.contains(row)).collect();
    let versions: Vec<_> = changed.iter().map(|row| row["version"].as_str().expect("a text")).collect();
    assert_eq!(versions, ["2.6.92.0", "2.6.95.0"]);
    assert_eq!(before.iter().filter(|row| !after.contains(row)).count(), 1);
    let former = changed[0];
    assert_eq!(former["supportEnds"], "2027-11-03");
    assert_eq!(former["supportNote"], "Microsoft's table: 12 months after 2.6.95.0.");
    assert_eq!(former["notable"].as_array().expect("a list").len(), 3, "our own words stay");
    let new = changed[1];
    assert_eq!((&new["released"], &new["channel"]), (&"2026-11-03".into(), &"download".into()));
    assert_eq!((&new["supportEnds"], &new["security"]), (&Value::Null, &Value::Null));
}

/// The builds before the new one, judged.
fn verdicts(after: &Document) {
    let judged = |version: &str, on: &str| {
        let report = check(&after.table, version, date(on), &Answers::default());
        let verdict = report.gravest().expect("a verdict").clone();
        (verdict.status, verdict.severity, verdict.support_ends.map(|end| end.to_string()))
    };
    let end = Some("2027-11-03".to_owned());
    assert_eq!(judged("2.6.92.0", "2026-11-25"), (Status::Supported, Severity::Ok, end.clone()));
    assert_eq!(judged("2.6.92.0", "2027-11-03").0, Status::Supported);
    assert_eq!(judged("2.6.92.0", "2027-11-04"), (Status::Retired, Severity::Act, end));
    assert_eq!(judged("2.6.95.0", "2026-11-25"), (Status::Current, Severity::Ok, None));
    assert_eq!(judged("2.6.91.0", "2026-11-25").2.as_deref(), Some("2027-09-23"), "the one before stays");
}

/// The calendar, the feeds and the note.
fn what_is_published(project: &crate::Project, after: &Document) {
    let calendar = published::calendar(&after.table);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20271103\r\n"), "{calendar}");
    assert!(calendar.contains("UID:support-v2-2.6.92.0@"), "{calendar}");
    let text = std::fs::read_to_string(project.at("data/CHANGES.md")).expect("it is there");
    let entry = entries(&text).into_iter().next().expect("an entry");
    assert_eq!(entry.day, date("2026-11-05"));
    assert_eq!(entry.from, "From Microsoft Entra Connect: Version release history, edition of 2026-11-05.");
    assert_eq!(entry.lines.len(), 5);
    let feed = published::atom(&text);
    assert!(feed.contains("2.6.92.0: support now ends 2027-11-03, no end was known"), "{feed}");
    let product = published::endoflife(&after.table);
    let release = &product["result"]["releases"][1];
    assert_eq!((&release["name"], &release["eolFrom"]), (&"2.6.92.0".into(), &"2027-11-03".into()));
    assert!(published::csv(&after.table).contains("entra-connect,2.6.95.0,2026-11-03,download,"));
}

#[test]
fn without_a_printed_end_the_rule_gives_the_same_day() {
    let import = imported(&[&page(false)]).expect("it is read");
    let facts = import.changes.facts.join("\n");
    assert!(facts.contains("2.6.92.0: support now ends 2027-11-03 by the 12-month rule, no end was known"), "{facts}");
    let after = import.draft.document().expect("a table");
    let before = document();
    let added: Vec<_> = after.value["releases"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|row| !before.value["releases"].as_array().expect("a list").contains(row))
        .collect();
    assert_eq!(added.len(), 1, "only the new row is written, the end follows");
}

#[test]
fn the_saved_page_says_the_same() {
    let text = page(true);
    let saved = imported(&[&pages::html(&markdown::read(&text))]).expect("it is read");
    assert_eq!(saved.changes, imported(&[&text]).expect("it is read").changes);
}
