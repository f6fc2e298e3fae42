//! CVE records, and a tracker's second opinion.

use serde_json::{Value, json};

use super::{imported, refusal};

/// A record in the public form, made up but for its number.
fn record(id: &str, product: &str, version: Value) -> Value {
    json!({
        "dataType": "CVE_RECORD",
        "dataVersion": "5.2",
        "cveMetadata": {"cveId": id, "state": "PUBLISHED", "datePublished": "2026-11-10T17:00:00.000Z"},
        "containers": {"cna": {
            "title": "Made up",
            "datePublic": "2026-11-10T08:00:00.000Z",
            "affected": [{"vendor": "Microsoft", "product": product, "versions": [version]}],
            "references": [{"url": format!("https://msrc.microsoft.com/update-guide/vulnerability/{id}")}],
            "metrics": [{"format": "CVSS", "cvssV3_1": {"baseScore": 6.5, "baseSeverity": "MEDIUM"}}]
        }}
    })
}

fn range() -> Value {
    json!({"version": "2.0.0", "lessThan": "2.6.92.0", "versionType": "custom", "status": "affected"})
}

#[test]
fn a_new_record_becomes_an_advisory_that_asks_for_a_person() {
    let import =
        imported(&[&record("CVE-2026-99999", "Microsoft Entra Connect", range()).to_string()]).expect("it is read");
    assert_eq!(import.changes.facts[0], "new advisory CVE-2026-99999 of 2026-11-10: entra-connect below 2.6.92.0");
    let after = import.draft.document().expect("a table");
    assert_eq!(crate::spelling::complaints("connect", &after.value), Vec::<String>::new());
    let row = &after.value["advisories"][0];
    assert_eq!((&row["severity"], &row["cvss"]), (&"moderate".into(), &json!(6.5)));
    assert_eq!(row["affected"], json!([{"product": "entra-connect", "from": "2.0.0.0", "before": "2.6.92.0"}]));
    assert!(row["note"].as_str().expect("a text").contains("a person has yet to"));
    let wanted = "CVE-2026-99999: write its title, what it means, and whether a condition must hold besides the number";
    assert_eq!(import.left, [wanted]);
}

#[test]
fn a_known_record_is_compared() {
    let version = json!({"version": "1.0.0", "lessThan": "2.6.84.0", "versionType": "custom", "status": "affected"});
    let mut known = record("CVE-2026-65673", "Microsoft Entra Connect", version);
    let vendor = &mut known["containers"]["cna"];
    vendor["datePublic"] = json!("2026-08-11T14:00:00.000Z");
    vendor["metrics"][0]["cvssV3_1"] = json!({"baseScore": 7.8, "baseSeverity": "HIGH"});
    assert_eq!(imported(&[&known.to_string()]).expect("it is read").told(), "no difference\n");
    known["containers"]["cna"]["affected"][0]["versions"][0]["lessThan"] = json!("2.6.91.0");
    let import = imported(&[&known.to_string()]).expect("it is read");
    assert_eq!(import.left, ["CVE-2026-65673: the record affects 1.0.0.0 to below 2.6.91.0; the table differs"]);
    assert!(import.changes.none());
}

#[test]
fn records_that_cannot_be_used_are_refused() {
    let other = record("CVE-2026-1", "Microsoft Word", range()).to_string();
    assert_eq!(refusal(&other), "page.md: CVE-2026-1 is about none of our products");
    let open = record("CVE-2026-2", "Azure AD Connect", json!({"version": "N/A", "status": "affected"})).to_string();
    assert_eq!(refusal(&open), "page.md: CVE-2026-2 names no range of builds that can be read; add it by hand");
    let mut alone = record("CVE-2026-4444", "Azure AD Connect", range());
    alone["containers"]["cna"]["references"] = json!([]);
    let told = "page.md: CVE-2026-4444 refers to no page of Microsoft's; add it by hand";
    assert_eq!(refusal(&alone.to_string()), told);
    let mut rejected = record("CVE-2026-3", "Azure AD Connect", range());
    rejected["cveMetadata"]["state"] = json!("REJECTED");
    assert_eq!(refusal(&rejected.to_string()), "page.md: CVE-2026-3 is not published but rejected; decide by hand");
    assert_eq!(refusal("{\"a\": 1}"), "page.md: it is JSON, but neither a CVE record nor a tracker's product file");
    assert!(refusal("{\"dataType\": ").starts_with("page.md: EOF while parsing"));
}

#[test]
fn a_tracker_gives_a_second_opinion_and_changes_nothing() {
    let release = |id: &str, ga: Value, eol: Value| json!({"id": id, "milestones": {"ga": ga, "eos": null, "eossec": null, "eol": eol}});
    let file = json!({
        "id": "microsoft-entra-connect",
        "releases": [
            release("2.6.95.0", json!("2026-11-03"), Value::Null),
            release("2.6.91.0", json!("2026-09-17"), Value::Null),
            release("2.6.84.0", json!("2026-07-07"), json!("2027-09-01")),
            release("2.x", Value::Null, Value::Null)
        ]
    });
    let import = imported(&[&file.to_string()]).expect("it is read");
    assert!(import.changes.none());
    let first: Vec<_> = import.left.iter().take(3).map(String::as_str).collect();
    let wanted = [
        "2.6.95.0: the tracker has it, the table lacks it",
        "2.6.91.0: the tracker dates it 2026-09-17, the table 2026-09-16",
        "2.6.84.0: the tracker ends its support 2027-09-01, the table 2027-09-16",
    ];
    assert_eq!(first, wanted);
    assert!(import.left.contains(&"2.6.79.0: the table has it, the tracker lacks it".to_owned()));
}
