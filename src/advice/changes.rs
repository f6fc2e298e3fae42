//! What changes between a build and a later one.

use serde::Serialize;

use crate::table::{ChangeKind, Product, Release, Table};
use crate::version::Build;
use crate::words::{Id, Message};

/// Something that changes between two builds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "each name says it")]
pub struct Change {
    pub version: String,
    pub kind: ChangeKind,
    pub text: String,
    pub url: Option<String>,
}

/// The changes after `from`, up to and with the build `to`, newest first.
/// Known issues that a build on the way has mended are left out.
pub(super) fn between(table: &Table, product: Product, from: &Build, to: &Build) -> Vec<Change> {
    let mut changes = Vec::new();
    for release in table.releases_of(Product::EntraConnect).rev() {
        // Numbers of the predecessors are below all of Connect's that follow.
        let after = product != Product::EntraConnect || release.build > *from;
        if after && release.build <= *to && !release.withdrawn() {
            add(table, release, to, &mut changes);
        }
    }
    changes
}

/// What a build itself brought.
#[cfg(feature = "page")]
pub(crate) fn changes_of(table: &Table, release: &Release) -> Vec<Change> {
    let mut changes = Vec::new();
    add(table, release, &release.build, &mut changes);
    changes
}

fn add(table: &Table, release: &Release, to: &Build, changes: &mut Vec<Change>) {
    let url = table.url(&release.sources);
    let mut push = |kind, text: String| {
        changes.push(Change { version: release.version.clone(), kind, text, url: url.clone() });
    };
    if let Some(note) = &release.security {
        push(ChangeKind::Security, note.clone());
    }
    for point in &release.notable {
        let mended = point.fixed_in.as_ref().is_some_and(|build| build <= to);
        if mended {
            continue;
        }
        let id = if point.action { Id::ChangeAction } else { Id::ChangePlain };
        push(point.kind, Message::plain(id).with("text", point.text.clone()).to_string());
    }
}
