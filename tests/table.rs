//! The facts of `data/` as a table: the rolling rule against every published
//! date, and what the table refuses, word for word.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod first_table;

use entra_connect_checker::table::{Basis, Facts};
use entra_connect_checker::{Date, Product, Table};
use first_table::document;
use serde_json::{Value, json};

fn table(document: Value) -> Result<Table, String> {
    let facts: Facts = serde_json::from_value(document).map_err(|error| error.to_string())?;
    Table::new(facts).map_err(|error| error.to_string())
}

#[test]
fn the_embedded_table_is_the_data() {
    let embedded = Table::embedded().unwrap();
    let read = table(first_table::current()).unwrap();
    assert_eq!(format!("{embedded:?}"), format!("{read:?}"));
    let first = first_table::table();
    assert_eq!(first.as_of().to_string(), "2026-10-06");
    assert_eq!(first.newest().unwrap().version, "2.6.92.0");
    assert!(embedded.as_of() >= first.as_of() && embedded.newest().unwrap().build >= first.newest().unwrap().build);
}

#[test]
fn the_rule_agrees_with_every_published_end_but_the_listed_seven() {
    let published = first_table::table();
    let mut bare = document();
    for release in bare["releases"].as_array_mut().unwrap() {
        release["supportEnds"] = Value::Null;
    }
    let derived = table(bare).unwrap();
    let mut differing = Vec::new();
    let mut compared = 0;
    for release in published.releases_of(Product::EntraConnect).filter(|r| r.support.basis == Basis::Published) {
        let by_rule = derived.find(release.product, &release.build).unwrap();
        assert_eq!(by_rule.support.basis, Basis::Derived, "{}", release.version);
        compared += 1;
        if by_rule.support.ends != release.support.ends {
            differing.push(release.version.as_str());
        }
    }
    assert!(compared >= 20, "only {compared} published ends were compared");
    assert_eq!(differing.len(), 7);
    // Another one has to be looked at before it may stand in exceptions.json.
    let exceptions = first_table::file("tests/first_table", "exceptions");
    let listed = exceptions.as_array().unwrap().iter().filter(|row| row["kind"] == "published-end");
    let listed: Vec<&str> = listed.map(|row| row["place"].as_str().unwrap()).collect();
    assert_eq!(differing, listed);
}

#[test]
fn derived_ends_are_computed_and_not_typed_in() {
    let table = first_table::table();
    let end = |version: &str| {
        let release = table.find(Product::EntraConnect, &version.parse().unwrap()).unwrap();
        (release.support.basis, release.support.ends.map(|end| end.to_string()))
    };
    assert_eq!(end("2.6.91.0"), (Basis::Derived, Some("2027-09-23".to_owned())));
    assert_eq!(end("2.0.89.0"), (Basis::Derived, Some("2023-03-15".to_owned())), "not before the rule began");
    assert_eq!(end("2.0.91.0"), (Basis::Derived, Some("2023-03-24".to_owned())));
    assert_eq!(end("2.6.92.0"), (Basis::None, None));
    assert_eq!(end("2.6.79.0"), (Basis::None, None), "withdrawn builds never had support");
    assert_eq!(end("1.1.558.0"), (Basis::Family, Some("2022-08-31".to_owned())));
}

#[test]
fn an_end_is_clamped_to_the_end_of_its_month() {
    let mut facts = document();
    facts["asOf"] = json!("2028-03-05");
    facts["sources"][0]["dated"] = json!("2028-03-01");
    let releases = facts["releases"].as_array_mut().unwrap();
    let newest = releases.iter().position(|release| release["version"] == "2.6.92.0").unwrap();
    let mut leap = releases[newest].clone();
    leap["version"] = json!("2.7.1.0");
    leap["released"] = json!("2028-02-29");
    releases.insert(newest + 1, leap);
    let table = table(facts).unwrap();
    let before = table.find(Product::EntraConnect, &"2.6.92.0".parse().unwrap()).unwrap();
    assert_eq!(before.support.ends, Some("2029-02-28".parse::<Date>().unwrap()));
    assert_eq!(before.superseded_by.as_deref(), Some("2.7.1.0"));
    assert_eq!(table.newest().unwrap().version, "2.7.1.0");
}

#[test]
fn every_fact_has_a_source() {
    for part in [
        "/products",
        "/families",
        "/releases",
        "/cutoffs",
        "/advisories",
        "/upgrade/steps",
        "/upgrade/prerequisites",
        "/upgrade/traps",
        "/cloudSync/rules",
        "/cloudSync/steps",
        "/cloudSync/programme",
    ] {
        let mut facts = document();
        let records = facts.pointer_mut(part).unwrap().as_array_mut().unwrap();
        let count = records.len();
        for record in records {
            record["sources"] = json!([]);
        }
        let refused = table(facts).err().unwrap();
        let told = refused.lines().skip(1).filter(|reason| reason.ends_with("has no source")).count();
        assert_eq!(told, count, "{part} without sources: {refused}");
    }
}

/// Changes one value and expects this one reason.
#[track_caller]
fn refused(change: impl FnOnce(&mut Value), reason: &str) {
    let mut facts = document();
    change(&mut facts);
    assert_eq!(table(facts).err().as_deref(), Some(format!("the table is refused\n  {reason}").as_str()));
}

#[test]
fn a_table_is_refused_with_the_place_and_the_reason() {
    refused(|t| t["schema"] = json!(2), "schema: is 2, and only 1 is understood");
    refused(|t| t["asOf"] = json!("6.10.2026"), "asOf: \"6.10.2026\" is not a date; write it as 2026-09-30");
    refused(
        |t| t["cutoffs"][0]["date"] = json!("2021-02-30"),
        "cutoffs dirsync-aadsync-sync-stop: there is no day 2021-02-30",
    );
    refused(
        |t| t["advisories"][0]["url"] = json!("https://example.com/cve"),
        "advisories CVE-2026-65673: links to https://example.com/cve, which is not https on an allowed host",
    );
    refused(
        |t| t["advisories"][0]["url"] = json!("http://msrc.microsoft.com/cve"),
        "advisories CVE-2026-65673: links to http://msrc.microsoft.com/cve, which is not https on an allowed host",
    );
    refused(
        |t| t["advisories"][0]["sources"] = json!(["nowhere"]),
        "advisories CVE-2026-65673: names the source \"nowhere\", which does not exist",
    );
    refused(
        |t| t["advisories"][0]["cvss"] = json!(10.1),
        "advisories CVE-2026-65673: has a CVSS score outside 0 to 10",
    );
    refused(
        |t| t["advisories"][0]["affected"][0]["from"] = json!("9.0.0.0"),
        "advisories CVE-2026-65673: affects builds that end before they begin, at 2.6.84.0",
    );
    refused(
        |t| t["cutoffs"][1]["id"] = t["cutoffs"][0]["id"].clone(),
        "cutoffs: names \"dirsync-aadsync-sync-stop\" twice",
    );
    refused(
        |t| t["upgrade"]["steps"][0]["text"] = json!("x".repeat(4001)),
        &format!(
            "{}: holds a text of 4001 bytes, more than 4000",
            document()["upgrade"]["steps"][0]["id"].as_str().unwrap()
        ),
    );
}

#[test]
fn rules_and_plans_name_only_what_there_is() {
    let nobody = "names the question \"nobody\" with the answer \"yes\", which does not exist";
    refused(
        |t| t["cloudSync"]["rules"][1]["date"] = json!("2026-02-30"),
        "attribute-value-filtering: there is no day 2026-02-30",
    );
    refused(
        |t| t["cloudSync"]["rules"][0]["group"] = json!("nowhere"),
        "custom-sync-rules: belongs to the group \"nowhere\", which does not exist",
    );
    refused(
        |t| t["cloudSync"]["rules"][0]["blocksWhen"] = json!("maybe"),
        "custom-sync-rules: blocks when \"maybe\", which is neither yes nor no",
    );
    refused(|t| t["cloudSync"]["rules"][0]["refersTo"] = json!(["nobody"]), &format!("custom-sync-rules: {nobody}"));
    refused(|t| t["cloudSync"]["rules"][1]["id"] = json!("server-os"), "cloudSync.rules: names \"server-os\" twice");
    refused(
        |t| t["cloudSync"]["implied"][0]["gives"] = json!("perhaps"),
        "implied: names the question \"one-person-in-several-forests\" with the answer \"perhaps\", which does not exist",
    );
    refused(
        |t| {
            t["cloudSync"]["settings"][0]["then"] = json!("nobody");
        },
        &format!("Microsoft.OptionalFeature.GroupWriteBack: {nobody}"),
    );
    refused(|t| t["upgrade"]["steps"][0]["answers"] = json!(["nobody=yes"]), &format!("restore-first: {nobody}"));
    refused(
        |t| t["upgrade"]["steps"][0]["answers"] = json!(["cloud"]),
        "restore-first: has the condition \"cloud\", which is none",
    );
    refused(|t| t["upgrade"]["steps"][1]["id"] = json!("restore-first"), "upgrade: names \"restore-first\" twice");
    refused(
        |t| t["upgrade"]["automatic"]["from"] = json!("2.3.20"),
        "upgrade.automatic: a build has four numbers, as in 2.5.79.0; this has 3",
    );
    refused(
        |t| t["upgrade"]["traps"][0]["before"] = json!("2.x"),
        "half-upgraded-1x: a build has four numbers, as in 2.5.79.0; this has 2",
    );
}

/// What only reads: cmdlets of these verbs, and programs that ask.
#[test]
fn commands_only_read() {
    let document = document();
    let mut commands: Vec<String> = vec![document["cloudSync"]["paste"].as_str().unwrap().to_owned()];
    for part in ["/upgrade/steps", "/upgrade/prerequisites", "/upgrade/traps", "/cloudSync/rules", "/cloudSync/steps"] {
        let records = document.pointer(part).unwrap().as_array().unwrap();
        commands.extend(records.iter().filter_map(|record| record["command"].as_str()).map(str::to_owned));
        for record in records {
            let words: Vec<_> = ["text", "detail", "howToCheck", "workaround"]
                .iter()
                .filter_map(|field| record[*field].as_str())
                .collect();
            for words in words.iter().filter(|words| words.contains("Set-ADSync") || words.contains("Repair-")) {
                assert!(words.contains("change"), "{words}: says that it changes something");
            }
        }
    }
    for command in commands {
        for verb in ["Set-", "Remove-", "New-", "Start-", "Stop-", "Invoke-", "Add-", "Enable-", "Disable-", "Repair-"]
        {
            assert!(!command.contains(verb), "{command}");
        }
    }
}

#[test]
fn releases_have_their_order_and_their_dates() {
    fn at(facts: &Value, version: &str) -> usize {
        facts["releases"].as_array().unwrap().iter().position(|release| release["version"] == version).unwrap()
    }
    refused(
        |t| {
            let index = at(t, "2.5.79.0");
            t["releases"][index]["supportEnds"] = json!("2025-08-31");
        },
        "releases 2.5.79.0: has an end of support before its release",
    );
    refused(
        |t| {
            let index = at(t, "2.5.79.0");
            t["releases"].as_array_mut().unwrap().swap(index, index + 1);
        },
        "releases 2.5.79.0: does not come after 2.5.190.0, the row before it",
    );
    refused(
        |t| {
            let index = at(t, "2.5.79.0");
            t["releases"][index]["version"] = json!("2.5.76.0");
        },
        "releases 2.5.76.0: does not come after 2.5.76.0, the row before it",
    );
    refused(
        |t| {
            let index = at(t, "2.6.92.0");
            t["releases"][index]["released"] = json!("2026-10-07");
        },
        "releases 2.6.92.0: was released after 2026-10-06, the day of the table",
    );
    refused(
        |t| {
            let index = at(t, "2.5.79.0");
            t["releases"][index]["version"] = json!("2.5.79");
        },
        "releases 2.5.79: a build has four numbers, as in 2.5.79.0; this has 3",
    );
}

#[test]
fn every_fault_of_the_shape_is_told_in_one_pass() {
    use entra_connect_checker::table::Node;
    let mut facts = document();
    let release = |facts: &mut Value, index: usize, field: &str, value: Value| facts["releases"][index][field] = value;
    release(&mut facts, 20, "channel", json!("by-post"));
    release(&mut facts, 20, "notable", json!("one thing"));
    release(&mut facts, 21, "sources", json!([]));
    facts["cutoffs"][0].as_object_mut().unwrap().remove("date");
    facts["cutoffs"][0]["products"] = json!([]);
    facts["families"][3]["rolling"]["months"] = json!(12.5);
    facts["advisories"][0]["surprise"] = json!(true);
    facts["upgrade"]["steps"][0]["methods"] = json!([["swing"]]);
    facts.as_object_mut().unwrap().remove("links");
    let name = |index: usize| facts["releases"][index]["version"].as_str().unwrap().to_owned();
    let step = facts["upgrade"]["steps"][0]["id"].as_str().unwrap().to_owned();
    let node: Node = serde_json::from_value(facts.clone()).unwrap();
    let refused = Table::read(&node).unwrap_err().to_string();
    let reasons: Vec<&str> = refused.lines().skip(1).map(str::trim).collect();
    let wanted = [
        "table: lacks the field \"links\"".to_owned(),
        "families v2, rolling.months: is 12.5, where a whole number belongs".to_owned(),
        format!(
            "releases {}, channel: is \"by-post\", which is none of download, download-and-auto-upgrade, \
             auto-upgrade-only, withdrawn, limited, unknown",
            name(20)
        ),
        format!("releases {}, notable: is a text, where a list belongs", name(20)),
        "cutoffs dirsync-aadsync-sync-stop: lacks the field \"date\"".to_owned(),
        "advisories CVE-2026-65673: has a field \"surprise\" that is not known".to_owned(),
        format!("upgrade.steps {step}, methods 1: is a list, where a text belongs"),
        format!("releases {}: has no source", name(21)),
    ];
    for reason in &wanted {
        assert!(reasons.contains(&reason.as_str()), "{reason} is missing from\n{refused}");
    }
    let links = reasons.iter().filter(|reason| reason.starts_with("links")).count();
    assert_eq!(reasons.len(), wanted.len() + links, "{refused}");
}

#[test]
fn a_field_that_stands_twice_is_told() {
    use entra_connect_checker::table::Node;
    let twice = document().to_string().replacen("{", "{\"asOf\": \"2026-10-05\", ", 1);
    let node: Node = serde_json::from_str(&twice).unwrap();
    let refused = Table::read(&node).unwrap_err().to_string();
    assert_eq!(refused, "the table is refused\n  table: has the field \"asOf\" twice");
}

#[test]
fn products_that_nobody_describes_and_families_that_overlap_are_refused() {
    refused(
        |t| t["products"].as_array_mut().unwrap().retain(|product| product["id"] != "agent-updater"),
        "releases 1.5.4899.0: belongs to a product that is not described",
    );
    refused(|t| t["families"][3]["from"] = json!("1.6.0.0"), "families v2: shares builds with v1");
}

#[test]
fn a_table_without_what_plans_need_is_refused() {
    let faults = |change: &dyn Fn(&mut Value)| {
        let mut facts = document();
        change(&mut facts);
        table(facts).map(drop).unwrap_err()
    };
    let told = |change: &dyn Fn(&mut Value), words: &str| {
        let refused = faults(change);
        assert!(refused.contains(words), "{words}: {refused}");
    };
    let no_rules = |facts: &mut Value| {
        for list in ["rules", "implied", "settings"] {
            facts["cloudSync"][list] = json!([]);
        }
    };
    told(&no_rules, "cloudSync.rules: hold no question that could block");
    told(&|facts| facts["cloudSync"]["steps"] = json!([]), "cloudSync.steps: hold no step of the guided move");
    told(&|facts| facts["cloudSync"]["steps"] = json!([]), "cloudSync.steps: hold no step of the move by hand");
    told(&|facts| facts["upgrade"]["steps"] = json!([]), "upgrade.steps: hold no step that always belongs to swing");
    let not_in_place = |facts: &mut Value| {
        for step in facts["upgrade"]["steps"].as_array_mut().unwrap() {
            step["methods"].as_array_mut().unwrap().retain(|method| method != "in-place");
        }
        facts["upgrade"]["steps"].as_array_mut().unwrap().retain(|step| step["methods"] != json!([]));
    };
    told(&not_in_place, "upgrade.steps: hold no step that always belongs to in-place");
    told(
        &|facts| facts["cutoffs"] = json!([]),
        "cutoffs: hold none that stops the synchronization of Microsoft Entra Connect",
    );
    told(&|facts| facts["cutoffs"] = json!([]), "cutoffs: hold none that stops the synchronization of DirSync");
    told(
        &|facts| facts["asOf"] = json!("2099-01-01"),
        "asOf: is 2099-01-01, more than 12 months after the newest page",
    );
}
