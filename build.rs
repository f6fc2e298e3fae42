//! Packs the JSON files of `data/` into the compact form that the page
//! carries. Nothing is judged here: the table checks itself when it loads.

#[path = "src/table/facts.rs"]
#[allow(dead_code, missing_docs)]
mod facts;
#[path = "src/table/way_facts.rs"]
#[allow(dead_code, missing_docs)]
mod way_facts;

use std::path::Path;
use std::{env, error, fs};

use serde::de::DeserializeOwned;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/table/facts.rs");
    println!("cargo::rerun-if-changed=src/table/way_facts.rs");

    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Head {
        schema: u32,
        as_of: String,
        links: facts::LinkFacts,
    }
    let head: Head = read("table")?;
    let mut releases: Vec<facts::ReleaseFact> = read("releases")?;
    releases.extend(read::<Vec<_>>("agents")?);
    let mut document = facts::Facts {
        schema: head.schema,
        as_of: head.as_of,
        links: head.links,
        sources: read("sources")?,
        products: read("products")?,
        families: read("families")?,
        releases,
        cutoffs: read("cutoffs")?,
        advisories: read("advisories")?,
        upgrade: read("upgrade")?,
        cloud_sync: read("cloud-sync")?,
    };
    leave_out(&mut document);
    shorten(&mut document);
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("facts.postcard"), postcard::to_allocvec(&document)?)?;
    Ok(())
}

/// Leaves out what no table keeps: words for those who look after the facts.
/// A test holds the packed table against the files.
fn leave_out(document: &mut facts::Facts) {
    for family in &mut document.families {
        family.note = None;
        family.history.clear();
    }
    for product in &mut document.products {
        product.aliases.clear();
    }
    for release in &mut document.releases {
        release.notable.retain(|point| point.kind.is_some());
        release.support_note = None;
        release.auto_upgrade_from = None;
        release.requires = facts::RequiresFact { windows: None, dotnet: None, tls: None, powershell: None };
    }
    for cutoff in &mut document.cutoffs {
        cutoff.note = None;
    }
    for advisory in &mut document.advisories {
        advisory.note = None;
    }
    let upgrade = &mut document.upgrade;
    for plan in upgrade.steps.iter_mut().chain(&mut upgrade.prerequisites).chain(&mut upgrade.traps) {
        plan.note = None;
    }
}

/// Names the sources by number: the table forgets their names once it has
/// looked them up.
fn shorten(document: &mut facts::Facts) {
    let names: Vec<String> = document.sources.iter().map(|source| source.id.clone()).collect();
    let short = |name: &mut String| {
        if let Some(index) = names.iter().position(|known| known == name) {
            *name = index.to_string();
        }
    };
    let links = &mut document.links;
    for link in [
        &mut links.release_history,
        &mut links.release_archive,
        &mut links.download,
        &mut links.upgrade,
        &mut links.prerequisites,
        &mut links.verify_version,
        &mut links.deprecated,
        &mut links.automatic_upgrade,
        &mut links.cloud_sync,
        &mut links.cloud_sync_check,
        &mut links.health_history,
        &mut links.agent_history,
    ] {
        short(link);
    }
    document.sources.iter_mut().for_each(|source| short(&mut source.id));
    document.cutoffs.iter_mut().filter_map(|cutoff| cutoff.condition.as_mut()).for_each(|c| short(&mut c.source));
    let upgrade = &mut document.upgrade;
    let cloud = &mut document.cloud_sync;
    let plans = upgrade.steps.iter_mut().chain(&mut upgrade.prerequisites).chain(&mut upgrade.traps);
    let lists = document.products.iter_mut().map(|record| &mut record.sources);
    let lists = lists.chain(document.families.iter_mut().map(|record| &mut record.sources));
    let lists = lists.chain(document.releases.iter_mut().map(|record| &mut record.sources));
    let lists = lists.chain(document.cutoffs.iter_mut().map(|record| &mut record.sources));
    let lists = lists.chain(document.advisories.iter_mut().map(|record| &mut record.sources));
    let lists = lists.chain([&mut upgrade.automatic.sources]).chain(plans.map(|record| &mut record.sources));
    let lists = lists.chain(cloud.rules.iter_mut().map(|record| &mut record.sources));
    let lists = lists.chain(cloud.steps.iter_mut().map(|record| &mut record.sources));
    lists.chain(cloud.programme.iter_mut().map(|record| &mut record.sources)).flatten().for_each(short);
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T, Box<dyn error::Error>> {
    let path = format!("data/{name}.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}").into())
}
