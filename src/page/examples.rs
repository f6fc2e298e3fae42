//! Texts to try, made from the table so that they stay telling.

use yew::prelude::*;

use super::parts::{button, el, line, link};
use super::t;
use crate::table::{Product, Release, Stops, Table};
use crate::words::Id;

/// Buttons that fill the box.
pub(super) fn examples(table: &Table, on_text: &Callback<String>) -> Html {
    let mut children = vec![line("span", "small soft", t(Id::BoxTry))];
    children.extend(texts(table).into_iter().map(|(label, text)| {
        let on_text = on_text.clone();
        let onclick = Callback::from(move |_| on_text.emit(text.clone()));
        button("example", None, &label, onclick)
    }));
    children.push(link("small", Some("#find"), t(Id::GoFind)));
    el("div", "chips", children)
}

/// The newest build, the lowest that the service still accepts, a withdrawn
/// one, the last of the old line, and an output as PowerShell prints it.
fn texts(table: &Table) -> Vec<(String, String)> {
    let version = |release: &Release| release.version.clone();
    let newest = table.newest().map(version);
    let floor = table
        .cutoffs()
        .iter()
        .rfind(|cutoff| cutoff.stops == Stops::Sync && cutoff.date <= table.as_of())
        .map(|cutoff| cutoff.minimum.to_string());
    let withdrawn = table.releases_of(Product::EntraConnect).rfind(|release| release.withdrawn()).map(version);
    let old = table
        .families()
        .iter()
        .find(|family| family.product == Product::EntraConnect && family.support_ends.is_some())
        .and_then(|family| table.releases_of(family.product).rfind(|release| release.build < family.before))
        .map(version);
    let mut examples: Vec<_> =
        [newest, floor.clone(), withdrawn, old].into_iter().flatten().map(|text| (text.clone(), text)).collect();
    if let Some(build) = table
        .releases_of(Product::EntraConnect)
        .rfind(|release| Some(release.build.to_string()) < floor && !release.withdrawn())
    {
        examples.push((t(Id::ExampleOutput).to_owned(), output(&build.version)));
    }
    examples
}

/// What PowerShell prints for the synchronization service's file.
fn output(build: &str) -> String {
    let (first, second) = (format!("{build:<16} "), format!("{build:<16} "));
    format!(
        "ProductVersion   FileVersion      FileName\n\
         --------------   -----------      --------\n\
         {first}{second}C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\miiserver.exe\n"
    )
}
