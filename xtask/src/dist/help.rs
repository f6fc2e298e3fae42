//! What administrators ask, as plain HTML that needs no script: `data/help.json` with the pages of
//! `data/sources.json`.

use serde::Deserialize;

use crate::project::read_text;
use crate::{Error, Project};

#[derive(Deserialize)]
struct Help {
    questions: Vec<Question>,
}

#[derive(Deserialize)]
struct Question {
    id: String,
    question: String,
    answer: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    title: String,
    url: Option<String>,
}

/// Every question as a folded part with an address of its own, `#help-…`.
pub fn html(project: &Project) -> Result<String, Error> {
    let help: Help = read(project, "data/help.json")?;
    let sources: Vec<Source> = read(project, "data/sources.json")?;
    let mut html = String::new();
    for one in &help.questions {
        html += &format!(
            "<details id=\"help-{}\"><summary>{}</summary><p>{}",
            one.id,
            escaped(&one.question),
            escaped(&one.answer)
        );
        for wanted in &one.sources {
            let source = sources.iter().find(|source| source.id == *wanted).ok_or_else(|| Error::Content {
                path: project.at("data/help.json"),
                reason: format!("`{}` names the source `{wanted}`, which data/sources.json lacks", one.id),
            })?;
            html += &match &source.url {
                Some(url) => format!("<p class=small><a href=\"{url}\" rel=noreferrer>{}</a>", escaped(&source.title)),
                None => format!("<p class=small>{}", escaped(&source.title)),
            };
        }
        html += "</details>";
    }
    Ok(html)
}

fn read<T: serde::de::DeserializeOwned>(project: &Project, name: &str) -> Result<T, Error> {
    let path = project.at(name);
    serde_json::from_str(&read_text(&path)?).map_err(|error| Error::Content { path, reason: error.to_string() })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn every_question_has_its_own_place_and_known_sources() {
        let project = Project::find();
        let html = html(&project).expect("the sources are known");
        let help: Help = read(&project, "data/help.json").expect("it is JSON");
        assert!(help.questions.len() >= 20, "{}", help.questions.len());
        for one in &help.questions {
            assert_eq!(html.matches(&format!("id=\"help-{}\"", one.id)).count(), 1, "{}", one.id);
        }
        let schema = std::fs::read_to_string(project.at("data/schema/help.schema.json")).expect("it is there");
        let schema = serde_json::from_str(&schema).expect("it is JSON");
        let help: serde_json::Value = read(&project, "data/help.json").expect("it is JSON");
        let schema = jsonschema::validator_for(&schema).expect("it is a schema");
        let faults: Vec<_> =
            schema.iter_errors(&help).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn builds_that_the_answers_name_are_in_the_table() {
        let table = entra_connect_checker::Table::embedded().expect("the data holds together");
        let help: Help = read(&Project::find(), "data/help.json").expect("it is JSON");
        for one in &help.questions {
            for word in one.answer.split(|c: char| !c.is_ascii_digit() && c != '.') {
                let word = word.trim_matches('.');
                if word.matches('.').count() == 3 {
                    assert!(table.releases().iter().any(|row| row.version == word), "{}: {word}", one.id);
                }
            }
        }
    }
}
