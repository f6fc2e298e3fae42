//! The facts in the forms that others read: `dist/data/` beside `connect.json`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use entra_connect_checker::export::ics::{self, Calendar};
use entra_connect_checker::table::{Link, Table};
use entra_connect_checker::{Date, Product};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::import::entries;
use super::rows::{Row, csv_line, word};

/// The name under which the calendar and the feed appear.
const NAME: &str = "Microsoft Entra Connect: support and service dates";
/// The version of the endoflife.date API whose form the product file has.
const API: &str = "1.1.0";

/// Every file by its name; `changes` is the text of the changelog.
pub fn all(table: &Table, changes: &str) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("connect.csv", csv(table)),
        ("cutoffs.csv", cutoffs(table)),
        ("advisories.csv", advisories(table)),
        ("connect.ics", calendar(table)),
        ("changes.atom", atom(changes)),
        ("endoflife.json", format!("{:#}\n", endoflife(table))),
    ])
}

/// All builds with what follows from the rules.
pub fn csv(table: &Table) -> String {
    let rows: Vec<_> = table.releases().iter().map(|release| Row::of(table, release, None).cells()).collect();
    let head = rows.first().map(|row| csv_line(row.iter().map(|(name, _)| name.clone())));
    head.into_iter().chain(rows.iter().map(|row| csv_line(row.iter().map(|(_, value)| value.clone())))).collect()
}

fn cutoffs(table: &Table) -> String {
    let head = ["id", "date", "products", "minimum", "stops", "condition", "effect", "confidence"];
    let rows = table.cutoffs().iter().map(|cutoff| {
        let products = cutoff.products.iter().map(word).collect::<Vec<_>>().join(" ");
        let condition = cutoff.condition.as_ref().map(|condition| condition.text.clone()).unwrap_or_default();
        [
            cutoff.id.clone(),
            cutoff.date.to_string(),
            products,
            cutoff.minimum.to_string(),
            word(&cutoff.stops),
            condition,
            cutoff.effect.clone(),
            word(&cutoff.confidence),
        ]
    });
    csv_line(head.map(str::to_owned)) + &rows.map(csv_line).collect::<String>()
}

fn advisories(table: &Table) -> String {
    let head = ["id", "published", "severity", "cvss", "product", "from", "before", "condition", "title", "url"];
    let rows = table.advisories().iter().flat_map(|advisory| {
        advisory.affected.iter().map(|range| {
            [
                advisory.id.clone(),
                advisory.published.to_string(),
                word(&advisory.rating),
                advisory.cvss.map(|score| score.to_string()).unwrap_or_default(),
                word(&range.product),
                range.from.as_ref().map(ToString::to_string).unwrap_or_default(),
                range.before.to_string(),
                advisory.condition.clone().unwrap_or_default(),
                advisory.title.clone(),
                advisory.url.clone(),
            ]
        })
    });
    csv_line(head.map(str::to_owned)) + &rows.map(csv_line).collect::<String>()
}

/// The days to come, from the day of the table on: the same facts give the same file.
pub fn calendar(table: &Table) -> String {
    let stamp = table.as_of();
    ics::write(&Calendar { name: NAME.to_owned(), stamp, events: ics::coming(table, stamp) })
}

/// The changelog as an Atom feed (RFC 4287), newest first.
pub fn atom(changes: &str) -> String {
    let entries = entries(changes);
    let at = |day: Date, number: usize| format!("{day}T00:{:02}:00Z", number.min(60).saturating_sub(1));
    let updated = entries.first().map_or("2010-01-01T00:00:00Z".to_owned(), |entry| at(entry.day, entry.number));
    let mut feed =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    let _ = write!(
        feed,
        "  <title>{}</title>\n  <id>{}</id>\n  <updated>{updated}</updated>\n  <author><name>Entra Connect Checker</name></author>\n",
        xml("Changes of the facts on Microsoft Entra Connect"),
        urn("changes"),
    );
    for entry in &entries {
        let (day, number) = (entry.day, entry.number);
        let lines: String = entry.lines.iter().map(|line| format!("<li>{}</li>", xml(line))).collect();
        let body = format!("<p>{}</p><ul>{lines}</ul>", xml(&entry.from));
        let title = entry.lines.iter().find(|line| line.starts_with("the newest build")).unwrap_or(&entry.from);
        let _ = write!(
            feed,
            "  <entry>\n    <title>{}</title>\n    <id>{}</id>\n    <updated>{}</updated>\n    <content type=\"html\">{}</content>\n  </entry>\n",
            xml(&format!("{day}: {title}")),
            urn(&format!("changes/{day}/{number}")),
            at(day, number),
            xml(&body),
        );
    }
    feed + "</feed>\n"
}

/// A name for good that rests on nothing but the text: a UUID of version 8 (RFC 9562).
fn urn(name: &str) -> String {
    let hash = Sha256::digest(format!("entra-connect-checker/{name}"));
    let mut bytes: [u8; 16] = std::array::from_fn(|index| hash[index]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// Text as XML holds it; control characters have no place in it.
fn xml(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    allowed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The product in the form that `GET /products/{product}` of the endoflife.date API v1 answers with.
///
/// Every build is a release cycle of its own, for that is what has an end of support here. `isEol`
/// and `isMaintained` hold on the day of the table; a reader that wants today compares `eolFrom`.
/// Builds without a release date are left out: the form wants one.
pub fn endoflife(table: &Table) -> Value {
    let as_of = table.as_of();
    let history = table.link(Link::ReleaseHistory).and_then(|page| page.url.clone());
    let releases = table.releases_of(Product::EntraConnect).rev().filter_map(|release| {
        let released = release.released?.first_day().to_string();
        let ended = release.withdrawn() || release.support.ends.is_some_and(|end| as_of > end);
        Some(json!({
            "name": release.version,
            "codename": null,
            "label": release.version,
            "releaseDate": released,
            "isLts": false,
            "ltsFrom": null,
            "isEol": ended,
            "eolFrom": release.support.ends.map(|end| end.to_string()),
            "isMaintained": !ended,
            "latest": {"name": release.version, "date": released, "link": history},
            "custom": null,
        }))
    });
    let name = table.product(Product::EntraConnect).map(|info| info.name.clone()).unwrap_or_default();
    json!({
        "schema_version": API,
        "last_modified": format!("{as_of}T00:00:00Z"),
        "result": {
            "name": "microsoft-entra-connect",
            "label": name,
            "aliases": ["azure-ad-connect", "entra-connect"],
            "category": "server-app",
            "tags": ["microsoft", "server-app"],
            "versionCommand": null,
            "identifiers": [],
            "labels": {"eoas": null, "discontinued": null, "eol": "Support", "eoes": null},
            "links": {"icon": null, "html": history, "releasePolicy": history},
            "releases": releases.collect::<Vec<_>>(),
        }
    })
}

#[cfg(test)]
#[path = "published_tests.rs"]
mod tests;
