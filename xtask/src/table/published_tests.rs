//! Every published form, read by a program that is not ours.

use std::collections::BTreeSet;

use icalendar::parser::{read_calendar, unfold};
use roxmltree::Document as Xml;

use super::*;
use crate::project::read_text;
use crate::table::document::Document;
use crate::{Project, first};

fn table() -> Table {
    Document::of(first::project()).expect("data/ holds together").table
}

fn changes() -> String {
    read_text(&Project::find().at("data/CHANGES.md")).expect("it is there")
}

#[test]
fn a_calendar_parser_reads_every_date_to_come() {
    let table = table();
    let text = calendar(&table);
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "lines are folded");
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).expect("it is a calendar");
    let mut read = BTreeSet::new();
    for event in &calendar.components {
        assert_eq!(event.name, "VEVENT");
        let property = |name: &str| event.find_prop(name).map(|property| property.val.to_string()).unwrap_or_default();
        let day = event.find_prop("DTSTART").expect("a day");
        assert!(
            day.params.iter().any(|param| param.key == "VALUE" && param.val.as_ref().is_some_and(|val| *val == "DATE"))
        );
        assert!(property("DTSTAMP").ends_with("T000000Z"));
        assert!(property("URL").starts_with("https://"));
        let alarms: Vec<_> = event.components.iter().filter(|part| part.name == "VALARM").collect();
        assert_eq!(alarms.len(), 3, "ninety days before, thirty and seven");
        assert!(read.insert((property("DTSTART"), property("UID"))), "each once");
    }
    let as_of = table.as_of();
    let ends = table.releases().iter().filter_map(|release| release.support.ends);
    let cutoffs = table.cutoffs().iter().map(|cutoff| cutoff.date);
    let wanted = ends.chain(cutoffs).filter(|day| *day >= as_of).count();
    assert_eq!(read.len(), wanted);
    assert!(read.contains(&("20270407".to_owned(), "cutoff-sync-2027-04-07@entra-connect-checker".to_owned())));
}

#[test]
fn an_xml_parser_reads_the_feed() {
    let mut text = changes();
    let first = text.find("\n## ").expect("an entry") + 1;
    text.insert_str(first, "## 2027-01-02\n\nFrom <a> & \"b\".\n\n- one\n\n## 2027-01-02\n\nFrom c.\n\n- two <b>\n\n");
    let feed = atom(&text);
    let xml = Xml::parse(&feed).expect("it is XML");
    let root = xml.root_element();
    let space = "http://www.w3.org/2005/Atom";
    assert!(root.has_tag_name((space, "feed")));
    let texts = |name: &str| -> Vec<String> {
        let nodes = root.descendants().filter(|node| node.has_tag_name((space, name)));
        nodes.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    };
    let ids = texts("id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "every id its own");
    assert!(ids.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45));
    let updated = texts("updated");
    assert_eq!(updated[..3], ["2027-01-02T00:01:00Z", "2027-01-02T00:01:00Z", "2027-01-02T00:00:00Z"]);
    assert_eq!(texts("content")[0], "<p>From &lt;a&gt; &amp; &quot;b&quot;.</p><ul><li>one</li></ul>");
    assert_eq!(root.children().filter(|node| node.has_tag_name((space, "entry"))).count(), entries(&text).len());
    assert_eq!(urn("changes"), ids[0], "the same name gives the same id for good");
}

#[test]
fn the_changelog_ends_at_the_day_of_the_table() {
    let newest = entries(&changes()).into_iter().next().expect("an entry");
    let own = Document::of(&Project::find()).expect("data/ holds together").table;
    assert_eq!(newest.day, own.as_of(), "a table that moved has an entry in data/CHANGES.md");
    assert!(!newest.lines.is_empty());
}

#[test]
fn a_csv_reader_reads_all_builds() {
    let table = table();
    let text = csv(&table);
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), table.releases().len());
    let column = |name: &str| head.iter().position(|other| other == name).expect("the column");
    for (row, release) in rows.iter().zip(table.releases()) {
        assert_eq!(row[column("version")], *release.version);
        assert_eq!(row[column("note")], *release.note.as_deref().unwrap_or_default());
        assert_eq!(row[column("supportEnds")], release.support.ends.map(|end| end.to_string()).unwrap_or_default());
    }
    let ranges = table.advisories().iter().map(|advisory| advisory.affected.len()).sum();
    for (text, count) in [(cutoffs(&table), table.cutoffs().len()), (advisories(&table), ranges)] {
        assert_eq!(::csv::Reader::from_reader(text.as_bytes()).records().filter(Result::is_ok).count(), count);
    }
}

/// What the public description of the API v1 asks of the answer to `GET /products/{product}`: names,
/// types and which may be null.
fn api_schema() -> Value {
    let text = json!({"type": "string"});
    let text_or_null = json!({"type": ["string", "null"]});
    let day = json!({"type": "string", "format": "date"});
    let day_or_null = json!({"type": ["string", "null"], "format": "date"});
    let link_or_null = json!({"type": ["string", "null"], "format": "uri"});
    let object =
        |fields: Value, required: &[&str]| json!({"type": "object", "properties": fields, "required": required});
    let version = object(json!({"name": text, "date": day_or_null, "link": link_or_null}), &["name", "date", "link"]);
    let release = object(
        json!({
            "name": text, "codename": text_or_null, "label": text, "releaseDate": day, "isLts": {"type": "boolean"},
            "ltsFrom": day_or_null, "isEoas": {"type": "boolean"}, "eoasFrom": day_or_null, "isEol": {"type": "boolean"},
            "eolFrom": day_or_null, "isDiscontinued": {"type": "boolean"}, "discontinuedFrom": day_or_null,
            "isEoes": {"type": ["boolean", "null"]}, "eoesFrom": day_or_null, "isMaintained": {"type": "boolean"},
            "latest": {"anyOf": [version, {"type": "null"}]},
            "custom": {"anyOf": [{"type": "object", "additionalProperties": text_or_null}, {"type": "null"}]}
        }),
        &["name", "codename", "label", "releaseDate", "isLts", "ltsFrom", "isEol", "eolFrom", "isMaintained", "latest"],
    );
    let details = object(
        json!({
            "name": text, "label": text, "aliases": {"type": "array", "items": text}, "category": text,
            "tags": {"type": "array", "minItems": 1, "items": text}, "versionCommand": text_or_null,
            "identifiers": {"type": "array", "items": object(json!({"id": text, "type": text}), &["id", "type"])},
            "labels": object(json!({"eol": text, "eoas": text_or_null, "discontinued": text_or_null, "eoes": text_or_null}), &["eol"]),
            "links": object(json!({"html": {"type": "string", "format": "uri"}, "icon": link_or_null, "releasePolicy": link_or_null}), &["html"]),
            "releases": {"type": "array", "items": release}
        }),
        &["name", "label", "aliases", "category", "tags", "identifiers", "labels", "links", "releases"],
    );
    object(
        json!({"schema_version": text, "last_modified": {"type": "string", "format": "date-time"}, "result": details}),
        &["schema_version", "last_modified", "result"],
    )
}

#[test]
fn a_schema_validator_takes_the_product_file() {
    let table = table();
    let product = endoflife(&table);
    let schema = jsonschema::options().should_validate_formats(true).build(&api_schema()).expect("it is a schema");
    let complaints: Vec<String> =
        schema.iter_errors(&product).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(complaints, Vec::<String>::new());
    let mut broken = product.clone();
    broken["result"]["releases"][0]["isEol"] = json!("no");
    assert!(!schema.is_valid(&broken), "the schema can say no");
    let find = |name: &str| {
        let releases = product["result"]["releases"].as_array().expect("a list");
        releases.iter().find(|release| release["name"] == name).unwrap_or_else(|| panic!("{name} is missing"))
    };
    assert_eq!(find("2.6.92.0")["eolFrom"], Value::Null);
    assert_eq!(find("2.6.92.0")["isMaintained"], true);
    assert_eq!((&find("2.5.76.0")["isEol"], &find("2.5.76.0")["eolFrom"]), (&json!(true), &json!("2026-09-01")));
    assert_eq!(find("2.6.79.0")["isEol"], true, "a withdrawn build has no support");
}
