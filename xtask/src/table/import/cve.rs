//! A CVE record in the public CVE JSON 5 form.

use entra_connect_checker::Date;
use serde_json::{Value, json};

use super::super::MARK;
use super::super::document::text;
use super::{Draft, dates};

/// Merges a record; gives what is left for a person, or why it is none of ours.
pub fn merge(draft: &mut Draft, record: &Value) -> Result<Vec<String>, String> {
    let meta = &record["cveMetadata"];
    let id = text(meta, "cveId");
    let number = id.strip_prefix("CVE-").ok_or("it is a CVE record without a number")?;
    if text(meta, "state") != "PUBLISHED" {
        return Err(format!("{id} is not published but {}; decide by hand", text(meta, "state").to_lowercase()));
    }
    let vendor = &record["containers"]["cna"];
    let mut left = Vec::new();
    let ranges = affected(id, vendor, &mut left)?;
    let printed = [text(vendor, "datePublic"), text(meta, "datePublished")].into_iter().find(|date| !date.is_empty());
    let published = day(printed.unwrap_or_default())
        .ok_or_else(|| format!("{id} holds no day of its publication that can be read"))?;
    let score = score(vendor);
    let source = format!("cve-record-{number}");
    let place = draft.list("advisories").iter().position(|row| text(row, "id") == id);
    if let Some(index) = place {
        let row = &mut draft.list_mut("advisories")[index];
        left.extend(known(row, id, published, &ranges, score.as_ref()));
        return Ok(left);
    }
    let url = vendor["references"].as_array().into_iter().flatten().map(|reference| text(reference, "url"));
    let own = url.into_iter().find(|url| url.starts_with("https://msrc.microsoft.com/")).map(str::to_owned);
    let own = own.ok_or_else(|| format!("{id} refers to no page of Microsoft's; add it by hand"))?;
    let record_url = format!("https://www.cve.org/CVERecord?id={id}");
    draft.add_source(&source, &format!("{id}: CVE record"), Some(&record_url), Some(published.to_string()));
    let (cvss, rating) = score.map_or((Value::Null, "important"), |(score, word)| (json!(score), word));
    let row = json!({
        "id": id,
        "title": format!("{id}, not yet described here"),
        "published": published.to_string(),
        "severity": rating,
        "cvss": cvss,
        "affected": ranges,
        "condition": null,
        "whatItMeans": "The record says which builds are affected; open it to see what that means for a server.",
        "url": own,
        "note": format!("Read by the importer from the CVE record; {MARK} describe it in our own words."),
        "sources": [source],
        "confidence": "medium",
    });
    let rows = draft.list_mut("advisories");
    let at = rows.iter().position(|other| text(other, "published") < text(&row, "published")).unwrap_or(rows.len());
    rows.insert(at, row);
    left.push(format!("{id}: write its title, what it means, and whether a condition must hold besides the number"));
    Ok(left)
}

/// The builds that are affected, as the facts write them.
fn affected(id: &str, vendor: &Value, left: &mut Vec<String>) -> Result<Vec<Value>, String> {
    let mut ranges = Vec::new();
    let mut ours = false;
    for affected in vendor["affected"].as_array().into_iter().flatten() {
        let Some(product) = product(text(affected, "product")) else { continue };
        ours = true;
        for version in affected["versions"].as_array().into_iter().flatten() {
            if text(version, "status") != "affected" {
                continue;
            }
            let from = padded(text(version, "version"));
            match (from, padded(text(version, "lessThan"))) {
                (Some(from), Some(before)) => ranges.push(json!({"product": product, "from": from, "before": before})),
                _ => left.push(format!("{id}: a range of builds cannot be taken over: {version}")),
            }
        }
    }
    if !ours {
        return Err(format!("{id} is about none of our products"));
    }
    if ranges.is_empty() {
        return Err(format!("{id} names no range of builds that can be read; add it by hand"));
    }
    Ok(ranges)
}

/// Which of our products a name means.
fn product(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["provisioning agent"]) {
        return Some("provisioning-agent");
    }
    (has(&["entra connect", "azure ad connect", "azure active directory connect"]) && !has(&["health", "agent"]))
        .then_some("entra-connect")
}

/// `1.0.0` as a build of four numbers.
fn padded(version: &str) -> Option<String> {
    let missing = 4usize.checked_sub(version.split('.').count())?;
    let full = version.to_owned() + &".0".repeat(missing);
    full.parse::<entra_connect_checker::Build>().ok().map(|build| build.to_string())
}

fn day(text: &str) -> Option<Date> {
    match dates::first(text)? {
        Ok(entra_connect_checker::Released::Day(day)) => Some(day),
        _ => None,
    }
}

/// The vendor's base score, and the word that goes with it.
fn score(vendor: &Value) -> Option<(f64, &'static str)> {
    let metrics = vendor["metrics"].as_array()?;
    let metric = ["cvssV3_1", "cvssV3_0", "cvssV4_0"]
        .iter()
        .find_map(|form| metrics.iter().map(|metric| &metric[*form]).find(|metric| metric.is_object()))?;
    let word = match text(metric, "baseSeverity") {
        "CRITICAL" => "critical",
        "HIGH" => "important",
        "MEDIUM" => "moderate",
        _ => "low",
    };
    Some((metric["baseScore"].as_f64()?, word))
}

/// What a record says otherwise than the table: taken over only where nothing is settled.
fn known(row: &mut Value, id: &str, published: Date, ranges: &[Value], score: Option<&(f64, &str)>) -> Vec<String> {
    let mut left = Vec::new();
    if text(row, "published") != published.to_string() {
        left.push(format!("{id}: the record is of {published}, the table says {}", text(row, "published")));
    }
    if row["affected"] != json!(ranges) {
        let shown = ranges.iter().map(|range| format!("{} to below {}", text(range, "from"), text(range, "before")));
        left.push(format!("{id}: the record affects {}; the table differs", shown.collect::<Vec<_>>().join(", ")));
    }
    match score {
        Some((score, _)) if row["cvss"].is_null() => row["cvss"] = json!(score),
        Some((score, _)) if row["cvss"] != json!(score) => {
            left.push(format!("{id}: the record scores it {score}, the table {}", row["cvss"]));
        }
        _ => {}
    }
    left
}
