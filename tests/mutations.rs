//! A thousand random single changes of a valid table: each is refused with a
//! reason that names the place, or it is one of words alone, which no verdict
//! rests on. None panics, and the table in use stays as it is.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::arithmetic_side_effects)]

mod first_table;

use entra_connect_checker::{Answers, Table, check};
use first_table::{document, read};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value, json};

/// How many changes are tried.
const CHANGES: u32 = 1000;

/// Pointers to every value of the document, parents before children.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    let mut below = |key: String, value: &Value| {
        let at = format!("{at}/{key}");
        all.push(at.clone());
        pointers(value, &at, all);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| below(key.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| below(index.to_string(), value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The kinds of change.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// Another type.
    Type,
    /// The field is gone.
    Missing,
    /// A field that nobody knows.
    Unknown,
    /// Release and end of support change places.
    SwappedDates,
    /// A record stands twice.
    Duplicate,
    /// A link to a host that is not allowed.
    Host,
    /// A text of a hundred thousand signs.
    Huge,
    /// A value inside one list too many.
    Nesting,
    /// A text that is not what belongs there, or other words.
    Text,
    /// A date that the calendar does not have, or another version of the form.
    Impossible,
}

const KINDS: [Kind; 10] = [
    Kind::Type,
    Kind::Missing,
    Kind::Unknown,
    Kind::SwappedDates,
    Kind::Duplicate,
    Kind::Host,
    Kind::Huge,
    Kind::Nesting,
    Kind::Text,
    Kind::Impossible,
];

/// Makes the change; gives the pointer to what was changed.
fn change(kind: Kind, which: Index, whole: &mut Value, all: &[String]) -> String {
    let chosen = |wanted: &dyn Fn(&str, &Value) -> bool, whole: &Value| -> String {
        let fitting: Vec<&String> = all.iter().filter(|at| wanted(at, whole.pointer(at).unwrap())).collect();
        (*which.get(&fitting)).clone()
    };
    let parts = |at: &str| -> (String, String) {
        let (parent, key) = at.rsplit_once('/').unwrap();
        (parent.to_owned(), key.to_owned())
    };
    let is_date = |value: &Value| {
        value.as_str().is_some_and(|text| text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-')
    };
    match kind {
        Kind::Type => {
            let at = chosen(&|_, value| !value.is_null(), whole);
            let slot = whole.pointer_mut(&at).unwrap();
            *slot = if slot.is_object() { json!("text") } else { json!({"a": 1}) };
            at
        }
        Kind::Missing => {
            let at = chosen(&|at, _| at.rsplit('/').next().unwrap().parse::<usize>().is_err(), whole);
            let (parent, key) = parts(&at);
            whole.pointer_mut(&parent).unwrap().as_object_mut().unwrap().remove(&key);
            at
        }
        Kind::Unknown => {
            let at = chosen(&|_, value| value.is_object(), whole);
            whole.pointer_mut(&at).unwrap()["surprise"] = json!(1);
            at
        }
        Kind::SwappedDates => {
            let at = chosen(
                &|at, value| {
                    let row = at.starts_with("/releases/") && value.is_object();
                    row && is_date(&value["released"]) && is_date(&value["supportEnds"])
                },
                whole,
            );
            let row = whole.pointer_mut(&at).unwrap();
            let (released, ends) = (row["released"].clone(), row["supportEnds"].clone());
            row["released"] = ends;
            row["supportEnds"] = released;
            at
        }
        Kind::Duplicate => {
            let at = chosen(&|_, value| value.is_object() && value.get("sources").is_some(), whole);
            let (parent, key) = parts(&at);
            let list = whole.pointer_mut(&parent).unwrap().as_array_mut().unwrap();
            let index: usize = key.parse().unwrap();
            list.insert(index + 1, list[index].clone());
            at
        }
        Kind::Host => {
            let at = chosen(&|at, value| at.ends_with("/url") && value.is_string(), whole);
            let slot = whole.pointer_mut(&at).unwrap();
            *slot = json!(slot.as_str().unwrap().replacen("https://", "https://example.org/", 1));
            at
        }
        Kind::Huge => {
            let at = chosen(&|_, value| value.is_string(), whole);
            *whole.pointer_mut(&at).unwrap() = json!("x".repeat(100_000));
            at
        }
        Kind::Nesting => {
            let at = chosen(&|_, value| !value.is_null(), whole);
            let slot = whole.pointer_mut(&at).unwrap();
            *slot = json!([slot.clone()]);
            at
        }
        Kind::Text => {
            let at = chosen(&|_, value| value.is_string(), whole);
            *whole.pointer_mut(&at).unwrap() = json!("Something else entirely");
            at
        }
        Kind::Impossible => {
            let at = chosen(&|at, value| is_date(value) || at == "/schema", whole);
            let slot = whole.pointer_mut(&at).unwrap();
            *slot = if slot.is_number() { json!(7) } else { json!(format!("{:.8}32", slot.as_str().unwrap())) };
            at
        }
    }
}

/// Where words stand that no verdict rests on.
fn is_words(at: &str) -> bool {
    let mut steps = at.rsplit('/').skip_while(|step| step.parse::<usize>().is_ok());
    let field = steps.next().unwrap_or_default();
    let words = [
        "title",
        "name",
        "answer",
        "question",
        "aliases",
        "supportRule",
        "names",
        "note",
        "text",
        "supportNote",
        "notable",
        "windows",
        "dotnet",
        "tls",
        "powershell",
        "effect",
        "howToCheck",
        "condition",
        "whatItMeans",
        "command",
        "id",
        "detail",
        "why",
        "workaround",
        "paste",
    ];
    words.contains(&field)
}

/// Status, severity and end of every build, as the table judges it.
fn judged(table: &Table) -> Vec<String> {
    let on = "2026-11-23".parse().unwrap();
    let builds = table.releases().iter().map(|release| release.version.clone());
    builds
        .map(|version| {
            let report = check(table, &version, on, &Answers::default());
            let verdict = report.gravest().unwrap();
            format!("{version} {:?} {:?} {:?}", verdict.status, verdict.severity, verdict.support_ends)
        })
        .collect()
}

/// Everything that the table in use says.
fn facts(table: &Table) -> String {
    format!("{} {:?} {:?} {:?}", table.as_of(), table.releases(), table.cutoffs(), table.advisories())
}

/// Whether a refusal names the record that was changed, by its name or its number, or where no
/// record has one, the part of the document.
fn names_the_place(refused: &str, at: &str, whole: &Value, changed: &Value) -> bool {
    let ends = at.match_indices('/').map(|(end, _)| end).skip(1).chain([at.len()]);
    let mut named = false;
    for place in ends.filter_map(|end| at.get(..end)) {
        for record in [whole, changed].iter().filter_map(|document| document.pointer(place)) {
            for name in ["version", "id", "name", "question"].iter().filter_map(|key| record.get(key)?.as_str()) {
                if refused.contains(name) {
                    return true;
                }
                named = true;
            }
        }
        let (list, index) = place.rsplit_once('/').unwrap_or_default();
        let number = index.parse::<usize>().ok().map(|index| index + 1);
        let list = list.trim_start_matches('/').replace('/', ".");
        if number.is_some_and(|number| refused.contains(&format!("{list} {number}"))) {
            return true;
        }
    }
    !named && refused.contains(at.split('/').nth(1).unwrap_or_default())
}

#[test]
fn a_thousand_changes_are_refused_by_place_or_harmless() {
    let valid = document();
    let in_use = read(&valid).unwrap();
    let before = facts(&in_use);
    let judged_before = judged(&in_use);
    let mut all = Vec::new();
    pointers(&valid, "", &mut all);

    let config = Config { cases: CHANGES, rng_seed: RngSeed::Fixed(6), failure_persistence: None, ..Config::default() };
    let mut counts = [[0usize; 2]; KINDS.len()];
    let counted = std::cell::RefCell::new(&mut counts);
    TestRunner::new(config)
        .run(&(0..KINDS.len(), any::<Index>()), |(kind, which)| {
            let mut changed = valid.clone();
            let at = change(KINDS[kind], which, &mut changed, &all);
            let taken = match read(&changed) {
                Err(refused) => {
                    assert!(refused.starts_with("the table is refused\n  "), "{refused}");
                    assert!(names_the_place(&refused, &at, &valid, &changed), "{:?} at {at}: {refused}", KINDS[kind]);
                    false
                }
                Ok(table) => {
                    assert_eq!(KINDS[kind], Kind::Text, "{:?} at {at} was taken", KINDS[kind]);
                    assert!(is_words(&at), "{at} was changed and taken");
                    assert_eq!(judged(&table), judged_before, "{at} changed a verdict");
                    true
                }
            };
            counted.borrow_mut()[kind][usize::from(taken)] += 1;
            Ok(())
        })
        .unwrap();
    assert!(facts(&in_use) == before && judged(&in_use) == judged_before, "the table in use stays");
    for (kind, [refused, taken]) in KINDS.iter().zip(counts) {
        assert!(refused + taken > 0, "{kind:?} was never tried");
        println!("{kind:?}: {refused} refused, {taken} harmless");
    }
}
