//! The pages that the importer knows, and how it tells them.

use super::blocks::{Kind, Page};
use super::history::Reading;
use super::{health, history};

/// A page of the vendor's documentation.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What it is called here.
    pub name: &'static str,
    /// How its address ends.
    pub address: &'static str,
    /// The source's id, which the edition's date follows.
    pub source: &'static str,
    /// The link that leads to its newest edition.
    pub link: Option<&'static str>,
    /// The file that holds its builds.
    pub file: &'static str,
    /// The product of its builds, where all are of one.
    pub product: Option<&'static str>,
    /// How it is read.
    pub read: fn(&Page) -> Reading,
    /// Whether it must hold the table of ends of support.
    pub table: bool,
}

/// Connect's version history.
pub const CONNECT: Form = Form {
    name: "the version history of Connect",
    address: "/reference-connect-version-history",
    source: "version-history",
    link: Some("releaseHistory"),
    file: "releases",
    product: None,
    read: history::read,
    table: true,
};

const ARCHIVE: Form = Form {
    name: "the archive of Connect's version history",
    address: "/reference-connect-version-history-archive",
    source: "version-history-archive",
    link: Some("releaseArchive"),
    table: false,
    ..CONNECT
};

const PROVISIONING: Form = Form {
    name: "the version history of the provisioning agent",
    address: "/cloud-sync/reference-version-history",
    source: "provisioning-agent-version-history",
    link: Some("agentHistory"),
    file: "agents",
    product: Some("provisioning-agent"),
    ..ARCHIVE
};

const HEALTH: Form = Form {
    name: "the version history of the Health agents",
    address: "/reference-connect-health-version-history",
    source: "health-version-history",
    link: Some("healthHistory"),
    product: None,
    read: health::read,
    ..PROVISIONING
};

const PASS_THROUGH: Form = Form {
    name: "the version history of the pass-through authentication agent",
    address: "/reference-connect-pta-version-history",
    source: "pta-version-history",
    link: None,
    product: Some("pta-agent"),
    ..PROVISIONING
};

/// Tells which page it is by its title; an included part of a page has none, so its first words count.
pub fn of(page: &Page) -> Option<Form> {
    let title = if page.title.is_empty() { page.introduction() } else { page.title.clone() }.to_lowercase();
    let has = |words: &[&str]| words.iter().all(|word| title.contains(word));
    let connect = has(&["entra connect"]) || has(&["azure ad connect"]);
    [
        (has(&["provisioning agent"]), PROVISIONING),
        (has(&["connect health", "version"]), HEALTH),
        (has(&["pass-through authentication", "version"]), PASS_THROUGH),
        (connect && has(&["version release history", "archive"]), ARCHIVE),
        (connect && has(&["version release history"]), CONNECT),
    ]
    .into_iter()
    .find_map(|(holds, form)| holds.then_some(form))
}

/// Why a page cannot be what it says it is; `known` builds should stand on it, `gone` of them do not,
/// and `tail` says that they are all its oldest.
pub fn broken(
    form: &Form,
    page: &Page,
    html: bool,
    reading: &Reading,
    known: usize,
    gone: usize,
    tail: bool,
) -> Option<String> {
    let headings = page.blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(..))).count();
    if reading.builds.is_empty() {
        return Some(format!(
            "it is called \"{}\" and has {headings} headings, but no build was found in it",
            page.title
        ));
    }
    if form.table && !reading.table {
        let reason = "it has no table with the columns Version and End of support; either it is an edition from before \
                      2024, or its layout has changed";
        return Some(reason.to_owned());
    }
    if html && !page.ended {
        return Some("it breaks off: the end of the HTML is missing, so save it again".to_owned());
    }
    if gone * 2 > known {
        let there = known - gone;
        return Some(format!(
            "it holds {there} of the {known} builds known from it: truncated, or its layout has changed"
        ));
    }
    (!html && !page.ended && tail && gone > 0)
        .then(|| format!("it breaks off: its last section is missing, and so are its {gone} oldest builds"))
}
