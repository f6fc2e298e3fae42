//! The table as plain HTML, for readers without scripts.

use std::fmt::Write as _;

use crate::table::{Basis, Product, Release, Table};
use crate::words::{self, Arg, Id, Message};

/// The day of the facts, the service cut-offs, and all builds of Connect and its
/// predecessors, newest first: plain tables without scripts or styles of their
/// own.
#[must_use]
pub fn release_table(table: &Table) -> String {
    let mut html = String::new();
    let day = Message::plain(Id::FactsAsOf).with("date", table.as_of()).to_string();
    let _ = write!(html, "<p>{}", escaped(&day));
    cutoffs(table, &mut html);
    releases(table, &mut html);
    html
}

fn cutoffs(table: &Table, html: &mut String) {
    open(html, Id::TableCutoffs, &[Id::TableFrom, Id::TableMinimum, Id::TableEffect]);
    for cutoff in table.cutoffs().iter().rev().filter(|cutoff| !cutoff.products.iter().any(|p| table.is_sibling(*p))) {
        let connect = table.product(Product::EntraConnect).map(|info| info.name.clone()).unwrap_or_default();
        let minimum = if cutoff.needs_other_product {
            Message::plain(Id::TableNone).with("product", connect).to_string()
        } else {
            cutoff.minimum.to_string()
        };
        row(html, &[spoken(cutoff.date), minimum, cutoff.effect.clone()]);
    }
    html.push_str("</tbody></table>");
}

fn releases(table: &Table, html: &mut String) {
    open(html, Id::ReleasesHead, &[Id::TableVersion, Id::TableReleased, Id::TableEnds, Id::TableNotes]);
    for product in [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync] {
        let name = table.product(product).map(|info| info.name.clone()).unwrap_or_default();
        let _ = write!(html, "<tr><th colspan=4 scope=rowgroup>{}", escaped(&name));
        for release in table.releases_of(product).rev() {
            let released = release.released.map(spoken).unwrap_or_default();
            let ends = release.support.ends.map(spoken).unwrap_or_default();
            let words = remarks(table, release).into_iter().map(words::text).collect::<Vec<_>>().join(", ");
            row(html, &[release.version.clone(), released, ends, words]);
        }
    }
    html.push_str("</tbody></table>");
}

/// What is said of a build beside its dates.
pub(crate) fn remarks(table: &Table, release: &Release) -> Vec<Id> {
    let newest =
        table.newest().is_some_and(|newest| newest.build == release.build && newest.product == release.product);
    let all = [
        (newest, Id::TableNewest),
        (release.withdrawn(), Id::TableWithdrawn),
        (release.security.is_some(), Id::TableSecurity),
        (release.support.basis == Basis::Derived, Id::TableDerived),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| id).collect()
}

fn spoken(value: impl Into<Arg>) -> String {
    Message::plain(Id::Plain).with("value", value).to_string()
}

fn open(html: &mut String, caption: Id, headings: &[Id]) {
    let _ = write!(html, "<table><caption>{}</caption><thead><tr>", escaped(words::text(caption)));
    for heading in headings {
        let _ = write!(html, "<th scope=col>{}", escaped(words::text(*heading)));
    }
    html.push_str("</thead><tbody>");
}

fn row(html: &mut String, cells: &[String]) {
    html.push_str("<tr>");
    for cell in cells {
        let _ = write!(html, "<td>{}", escaped(cell));
    }
}

/// Text as it may stand between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_build_has_its_row() {
        let table = Table::embedded().unwrap();
        let html = release_table(table);
        for release in table.releases().iter().filter(|release| !table.is_sibling(release.product)) {
            assert!(html.contains(&format!("<td>{}<", release.version)), "{}", release.version);
        }
        assert!(html.contains("<td>2.5.79.0<td>1 September 2025<td>23 October 2026"));
        assert!(html.starts_with(&format!("<p>Facts as of {}<table>", spoken(table.as_of()))));
    }

    #[test]
    fn signs_of_markup_are_escaped() {
        assert_eq!(escaped("<b> & co"), "&lt;b&gt; &amp; co");
    }
}
