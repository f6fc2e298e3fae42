//! A public tracker's product file as a second opinion: it is compared, never merged.

use entra_connect_checker::table::{Product, Release, Table};
use entra_connect_checker::{Build, Released};
use serde_json::Value;

use super::super::document::text;

/// What the tracker says otherwise, or what only one of the two has.
pub fn compare(table: &Table, file: &Value) -> Vec<String> {
    let mut told = Vec::new();
    let mut seen: Vec<Build> = Vec::new();
    let mut lowest: Option<Build> = None;
    for entry in file["releases"].as_array().into_iter().flatten() {
        // Whole lines, `2.x` for one, are no builds.
        let Ok(build) = text(entry, "id").parse::<Build>() else { continue };
        let rows = [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync];
        match rows.iter().find_map(|product| table.find(*product, &build)) {
            Some(release) => told.extend(differences(release, &entry["milestones"])),
            None => told.push(format!("{build}: the tracker has it, the table lacks it")),
        }
        lowest = lowest.filter(|lowest| *lowest < build).or(Some(build.clone()));
        seen.push(build);
    }
    let missing = table.releases_of(Product::EntraConnect).filter(|release| !seen.contains(&release.build));
    told.extend(missing.map(|release| format!("{}: the table has it, the tracker lacks it", release.version)));
    told
}

fn differences(release: &Release, milestones: &Value) -> Vec<String> {
    let mut told = Vec::new();
    let version = &release.version;
    let theirs: Option<Released> = text(milestones, "ga").parse().ok();
    if let (Some(ours), Some(theirs)) = (release.released, theirs)
        && ours != theirs
    {
        told.push(format!("{version}: the tracker dates it {theirs}, the table {ours}"));
    }
    let theirs = text(milestones, "eol");
    let ours = release.support.ends.map(|end| end.to_string()).unwrap_or_default();
    if !theirs.is_empty() && theirs != ours {
        told.push(format!("{version}: the tracker ends its support {theirs}, the table {ours}"));
    }
    told
}
