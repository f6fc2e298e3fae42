//! The accessibility rules of axe-core, in the page.

use std::path::PathBuf;

use serde::Deserialize;

use crate::{Error, Page};

/// A rule that the page breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// What it wants.
    pub help: String,
    /// Where it is broken.
    pub nodes: Vec<Node>,
}

/// A place where a rule is broken.
#[derive(Debug, Clone, Deserialize)]
pub struct Node {
    /// The element.
    pub html: String,
    /// What is wrong with it.
    #[serde(rename = "failureSummary")]
    pub summary: Option<String>,
}

/// All rules, the best practices among them, on the page as it stands.
pub async fn violations(page: &Page) -> Result<Vec<Violation>, Error> {
    let there: bool = page.script("return typeof axe !== 'undefined'", vec![]).await?;
    if !there {
        page.script::<serde_json::Value>(&source()?, vec![]).await?;
    }
    let run = "const done = arguments[0];
        axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations), (error) =>
            done([{ id: 'axe-core', help: String(error), nodes: [] }]))";
    Ok(serde_json::from_value(page.client().execute_async(run, vec![]).await?)?)
}

/// The rules' own script, from where `cargo xtask` has put it.
fn source() -> Result<String, Error> {
    let place = std::env::var_os("ECC_AXE").map(PathBuf::from).unwrap_or_default();
    std::fs::read_to_string(&place).map_err(|source| Error::Machine {
        what: format!("axe-core, whose place `cargo xtask test` puts into ECC_AXE ({})", place.display()),
        source,
    })
}

/// For a message: each rule with its places.
pub fn told(violations: &[Violation]) -> String {
    let mut told = String::new();
    for violation in violations {
        told += &format!("\n{}: {}", violation.id, violation.help);
        for node in &violation.nodes {
            told += &format!(
                "\n    {}\n    {}",
                node.html,
                node.summary.as_deref().unwrap_or_default().replace('\n', "\n    ")
            );
        }
    }
    told
}
