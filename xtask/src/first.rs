//! A project whose `data/` is the first table of `tests/first_table`, for tests that name builds and
//! days: those of the repository's own `data/` move.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::Project;
use crate::project::{files, read, read_text, write};
use crate::table::pretty;

/// The project; it stays as long as the tests run.
pub fn project() -> &'static Project {
    static PLACE: OnceLock<(TempDir, Project)> = OnceLock::new();
    let (_, project) = PLACE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let project = Project::within(folder.path());
        fill(&project);
        (folder, project)
    });
    project
}

/// A copy to write into.
pub fn copy() -> (TempDir, Project) {
    let folder = tempfile::tempdir().expect("a folder");
    let project = Project::within(folder.path());
    fill(&project);
    (folder, project)
}

fn fill(project: &Project) {
    let own = Project::find();
    let value = |path: &std::path::Path| -> Value {
        serde_json::from_str(&read_text(path).expect("it can be read")).expect("it is JSON")
    };
    for path in files(&own.at("data")).expect("data/ is there") {
        let name = path.file_name().unwrap_or_default();
        write(&project.at("data").join(name), read(&path).expect("it can be read")).expect("it can be written");
    }
    // The texts of the files that stay as they are.
    let stay = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        path.extension().is_some_and(|ending| ending == "json") && !own.at("tests/first_table").join(name).exists()
    };
    let kept = files(&own.at("data")).expect("data/ is there").into_iter().filter(stay);
    let kept: String = kept.map(|path| read_text(&path).expect("it can be read")).collect();
    for path in files(&own.at("tests/first_table")).expect("it is there") {
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let place = project.at("data").join(path.file_name().unwrap_or_default());
        let mut first = value(&path);
        let later = value(&place);
        match path.file_stem().and_then(|stem| stem.to_str()) {
            // What comes from data/ rests on its sources.
            Some("sources") => {
                let known: Vec<Value> =
                    first.as_array().expect("a list").iter().map(|source| source["id"].clone()).collect();
                let wanted =
                    |source: &&Value| !known.contains(&source["id"]) && kept.contains(&source["id"].to_string());
                let new: Vec<Value> = later.as_array().expect("a list").iter().filter(wanted).cloned().collect();
                first.as_array_mut().expect("a list").extend(new);
            }
            Some("table") => {
                first["schema"] = later["schema"].clone();
                // A link that is new since then.
                for (name, id) in later["links"].as_object().expect("links") {
                    if first["links"].get(name).is_none() {
                        first["links"][name] = json!(id);
                    }
                }
            }
            _ => {}
        }
        write(&place, pretty(&first)).expect("it can be written");
    }
}
