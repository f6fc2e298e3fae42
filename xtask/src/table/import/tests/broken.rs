//! Pages that are not what they should be: told by line, or not taken at all.

use super::super::{import, markdown};
use super::{TODAY, copy, date, document, imported, pages, refusal};
use crate::project::read_text;

fn page() -> String {
    pages::connect(&document(), "2026-09-16")
}

#[test]
fn dates_that_cannot_be_read_are_told_by_line() {
    let page = page();
    let row = page.lines().find(|line| line.contains("[2.6.84.0]")).expect("its row");
    let page = page.replacen(row, "| [2.6.84.0](#a) | soon | 31 Sep 2027 (12 months after release of 2.6.91.0) |", 1);
    let row = page.lines().position(|line| line.contains("| soon |")).expect("it is there");
    let import = imported(&[&page]).expect("the rest is read");
    let line = row + 1;
    let wanted =
        format!("page.md, line {line}: 2.6.84.0: the date of its release: \"soon\" holds no date that can be read");
    assert!(import.unread.contains(&wanted), "{:?}", import.unread);
    let ends: Vec<_> = import.unread.iter().filter(|told| told.contains("the end of its support")).collect();
    assert_eq!(ends.len(), 1, "{:?}", import.unread);
    assert!(ends[0].ends_with("2.6.84.0: the end of its support: there is no day 2027-09-31"), "{ends:?}");
    assert!(import.changes.none(), "what cannot be read changes nothing: {}", import.changes);
}

#[test]
fn a_wrong_status_and_a_wrong_number_are_told_by_line() {
    let page = page().replacen(
        "## 2.6.3.0\n\n### Release status\n\n",
        "## 2.6.3.0\n\n### Release status\n\n13/40/2026: Released. ",
        1,
    );
    let page = page.replacen("## 2.5.3.0\n", "## 2.5.3\n", 1);
    let line = |wanted: &str| page.lines().position(|line| line.starts_with(wanted)).expect("it is there") + 1;
    let import = imported(&[&page]).expect("the rest is read");
    let wanted = [
        format!(
            "page.md, line {}: 2.6.3.0: the date of its release: there is no month 13: the pages write month/day/year",
            line("13/40/2026")
        ),
        format!("page.md, line {}: 2.5.3: a build has four numbers, as in 2.5.79.0; this has 3", line("## 2.5.3")),
    ];
    assert_eq!(import.unread, wanted);
}

#[test]
fn a_build_that_is_gone_is_told_and_stays() {
    let whole = page();
    let start = whole.find("## 2.4.27.0\n").expect("its section");
    let end = start + whole[start..].find("## 2.4.21.0\n").expect("the next one");
    let cut = whole[..start].to_owned() + &whole[end..];
    let cut: String =
        cut.lines().filter(|line| !line.starts_with("| [2.4.27.0]")).map(|line| format!("{line}\n")).collect();
    let import = imported(&[&cut]).expect("the rest is read");
    assert_eq!(import.gone, ["2.4.27.0 is no longer on the version history of Connect"]);
    assert!(import.changes.none());
}

#[test]
fn another_page_a_changed_layout_and_a_cut_page_are_refused() {
    assert_eq!(
        refusal("# How to bake bread\n\n## 2.6.95.0\n"),
        "page.md: it is called \"How to bake bread\", which is no page that the importer knows; docs/table.md lists them"
    );
    assert_eq!(
        refusal("---\nms.date: 09/16/2026\n---\n# Microsoft Entra Connect: Version release history\n\nMoved.\n"),
        "page.md: the version history of Connect was not taken: it is called \"Microsoft Entra Connect: Version release \
         history\" and has 1 headings, but no build was found in it"
    );
    let layout = page().replacen("End of support date", "Until", 1);
    assert_eq!(
        refusal(&layout),
        "page.md: the version history of Connect was not taken: it has no table with the columns Version and End of support; \
         either it is an edition from before 2024, or its layout has changed"
    );
    let cut = page();
    let cut = &cut[..cut.find("## 2.5.3.0").expect("a section")];
    let cut: String = cut
        .lines()
        .filter(|line| !line.starts_with("| [2.4") && !line.starts_with("| [2.3"))
        .map(|line| format!("{line}\n"))
        .collect();
    let told = refusal(&cut);
    assert!(told.starts_with("page.md: the version history of Connect was not taken: it holds "), "{told}");
    assert!(told.ends_with(": truncated, or its layout has changed"), "{told}");
    let whole = page();
    let cut = &whole[..whole.find("## 1.6.16.0").unwrap_or(whole.len() - 400)];
    let told = refusal(cut);
    assert!(told.contains("it breaks off: its last section is missing, and so are its "), "{told}");
    let html = pages::html(&markdown::read(&whole));
    assert_eq!(
        refusal(&html[..html.len() - 20]),
        "page.md: the version history of Connect was not taken: it breaks off: the end of the HTML is missing, so save it again"
    );
}

#[test]
fn the_day_of_the_page_is_asked_for_and_checked() {
    let dateless = page().replacen("ms.date: 09/16/2026\n", "", 1);
    assert_eq!(
        refusal(&dateless),
        "page.md: the page prints no date of its own; say `--as-of DATE`, the day it was read"
    );
    let wrong = page().replacen("ms.date: 09/16/2026", "ms.date: 16/09/2026", 1);
    assert_eq!(
        refusal(&wrong),
        "page.md: line 4: the date of the page: there is no month 16: the pages write month/day/year"
    );
    let future = page().replacen("ms.date: 09/16/2026", "ms.date: 12/24/2026", 1);
    assert_eq!(refusal(&future), "page.md: its date, 2026-12-24, lies after today, 2026-11-25");
    let given = |text: &str, day: &str| {
        super::super::import(crate::first::project(), &[("p".into(), text.to_owned())], Some(date(day)), date(TODAY))
    };
    let early = given(&page(), "2026-09-01").map(|import| import.told()).expect_err("it lies before");
    assert_eq!(early.to_string(), "p: `--as-of 2026-09-01` lies before the date of the page, 2026-09-16");
    let seen = given(&dateless, "2026-11-20").expect("it is read");
    assert!(
        seen.changes.facts.contains(&"facts as of 2026-11-20, were as of 2026-10-06".to_owned()),
        "{}",
        seen.told()
    );
}

#[test]
fn the_day_of_the_table_never_goes_back() {
    let old = page();
    let start = old.find("## 2.6.92.0\n").expect("its section");
    let end = start + old[start..].find("## 2.6.91.0\n").expect("the next one");
    let cut = old[..start].to_owned() + &old[end..];
    let old: String =
        cut.lines().filter(|line| !line.starts_with("| [2.6.92.0]")).map(|line| format!("{line}\n")).collect();
    let old = old.replacen("ms.date: 09/16/2026", "ms.date: 11/16/2026", 1);
    let import = imported(&[&old]).expect("it is read");
    assert!(import.changes.none(), "{}", import.told());
    let wanted = "the version history of Connect is older than the table, which has 2.6.92.0";
    assert!(import.left.contains(&wanted.to_owned()), "{:?}", import.left);
}

#[test]
fn a_settled_contradiction_is_left_for_a_person() {
    let row = "| 1 Sep 2025 | 23 Oct 2026 (12";
    let page = page();
    let other = page.lines().find(|line| line.contains("[2.5.79.0]")).expect("its row").to_owned();
    assert!(other.contains("1 Sep 2025"), "{row}: {other}");
    let changed = other.rsplit_once('|').map(|(before, _)| before.rsplit_once('|').expect("cells").0).expect("cells");
    let page = page.replacen(&other, &format!("{changed}| 19 Nov 2026 |"), 1).replacen("09/16/2026", "11/05/2026", 1);
    let import = imported(&[&page]).expect("it is read");
    let line = page.lines().position(|line| line.contains("[2.5.79.0]")).expect("its row");
    assert!(
        import.left.iter().any(|left| left.contains("the page ends its support 2026-11-19, the table 2026-10-23")),
        "{:?} {line}",
        import.left
    );
    let facts = &import.changes.facts;
    assert_eq!(facts, &["facts as of 2026-11-05, were as of 2026-10-06"], "{}", import.told());
}

#[test]
fn one_bad_page_of_several_writes_nothing() {
    let (_folder, project) = copy();
    let before = read_text(&project.at("data/releases.json")).expect("it is there");
    let good = page().replacen("09/16/2026", "11/05/2026", 1);
    let texts = [("good.md".into(), good), ("bad.md".into(), "# Bread".to_owned())];
    import(&project, &texts, None, date(TODAY)).map(|import| import.told()).expect_err("one is bad");
    assert_eq!(read_text(&project.at("data/releases.json")).expect("it is there"), before);
}
