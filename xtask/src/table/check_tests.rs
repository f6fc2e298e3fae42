//! Every error and warning of `table check`, word for word.

use serde_json::json;

use super::*;

fn valid() -> Value {
    Document::of(crate::first::project()).expect("data/ holds together").value
}

fn listed() -> Vec<(String, String, String)> {
    exceptions(&crate::first::project().at("data/exceptions.json")).expect("they are there")
}

fn found(value: Value, on: &str) -> Findings {
    let document = Document::new(value, Path::new("data")).expect("still a table");
    check(&document, &listed(), on.parse().expect("a day"))
}

fn at(value: &Value, version: &str) -> usize {
    let rows = value["releases"].as_array().expect("a list");
    rows.iter().position(|row| row["version"] == version).expect("it is there")
}

#[test]
fn the_first_table_has_no_error() {
    let findings = found(valid(), "2026-10-07");
    assert_eq!(findings.errors, Vec::<String>::new());
    let low = findings.warnings.iter().filter(|warning| warning.ends_with("low confidence")).count();
    assert_eq!(low, 6);
    let exceptions = findings.warnings.iter().filter(|warning| warning.contains("(exception: ")).count();
    assert_eq!(exceptions, listed().len());
    assert!(!findings.warnings.iter().any(|warning| warning.starts_with("asOf")));
}

#[test]
fn a_printed_end_that_the_rule_does_not_give_is_an_error_unless_listed() {
    let mut value = valid();
    let index = at(&value, "2.6.84.0");
    value["releases"][index]["supportEnds"] = json!("2027-09-01");
    let findings = found(value, "2026-10-07");
    assert_eq!(findings.errors, ["releases 2.6.84.0: its printed end is 2027-09-01, the rule gives 2027-09-16"]);
}

#[test]
fn an_exception_that_is_none_any_more_is_an_error() {
    let mut value = valid();
    let index = at(&value, "2.4.21.0");
    value["releases"][index]["supportEnds"] = json!("2025-11-14");
    let wanted = "exceptions.json published-end 2.4.21.0: there is no such case any more; remove it";
    assert_eq!(found(value, "2026-10-07").errors, [wanted]);
}

#[test]
fn gaps_unused_sources_and_disorder_are_errors() {
    let mut value = valid();
    let index = at(&value, "2.6.3.0");
    value["releases"][index]["note"] = json!("Repaired in 2.6.4.0, not in 2.6.84.0");
    value["sources"][0]["id"] = json!("nobody-names-it");
    let findings = {
        let mut renamed = value.to_string();
        renamed = renamed.replace("\"version-history-2026-09-16\"", "\"version-history-2026-10-02\"");
        found(serde_json::from_str(&renamed).expect("JSON"), "2026-10-07")
    };
    assert_eq!(
        findings.errors,
        [
            "releases 2.6.3.0: names 2.6.4.0, which the table lacks",
            "sources nobody-names-it: no record names it; remove it"
        ]
    );
    let mut value = valid();
    let index = at(&value, "2.5.3.0");
    value["releases"][index]["released"] = json!("2025-03-01");
    let errors = found(value, "2026-10-07").errors;
    assert!(
        errors.contains(&"releases 2.5.3.0: came out on 2025-03-01, before 2.4.131.0 of 2025-03-27".to_owned()),
        "{errors:?}"
    );
}

#[test]
fn age_and_rows_that_nobody_has_read_are_warnings() {
    let mut value = valid();
    let index = at(&value, "2.6.92.0");
    value["releases"][index]["note"] = json!("Read by the importer; a person has yet to look.");
    let findings = found(value, "2026-11-21");
    assert!(
        findings.warnings.contains(&"asOf: 2026-10-06 is 46 days ago; look at the release history again".to_owned())
    );
    let wanted = "releases 2.6.92.0: Read by the importer; a person has yet to look.".to_owned();
    assert!(findings.warnings.contains(&wanted), "{:?}", findings.warnings);
    assert!(findings.to_string().ends_with("0 errors, 16 warnings"), "{findings}");
    assert!(!found(valid(), "2026-11-20").warnings.iter().any(|warning| warning.starts_with("asOf")));
}
