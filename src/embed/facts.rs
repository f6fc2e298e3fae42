//! The tables in use: the one that the program carries, and those that host
//! pages brought.

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::spoken::json;
use crate::table::{Basis, Node, Product, Stops, Table};

thread_local! {
    /// Those that were brought. They live as long as the page: a table is a few
    /// hundred kilobytes, and a page has one or two.
    static BROUGHT: RefCell<Vec<&'static Table>> = const { RefCell::new(Vec::new()) };
}

/// The table of a number; 0 is the one that the program carries.
pub(super) fn table(number: usize) -> Option<&'static Table> {
    match number.checked_sub(1) {
        None => Table::embedded().ok(),
        Some(index) => BROUGHT.with_borrow(|tables| tables.get(index).copied()),
    }
}

/// Takes a document of facts (`connect.json`), checked as the embedded one is,
/// and gives the number to name it by.
///
/// # Errors
/// Every reason why it is no table, or that it is older than the one that the
/// program carries.
#[wasm_bindgen]
pub fn take_facts(document: &str) -> Result<usize, String> {
    let document: Node = serde_json::from_str(document).map_err(|error| error.to_string())?;
    let new = Table::read(&document).map_err(|error| error.to_string())?;
    if let Ok(own) = Table::embedded()
        && new.as_of() < own.as_of()
    {
        return Err(format!("its facts are of {}, those of this program of {}", new.as_of(), own.as_of()));
    }
    Ok(BROUGHT.with_borrow_mut(|tables| {
        tables.push(Box::leak(Box::new(new)));
        tables.len()
    }))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Facts<'a> {
    as_of: crate::Date,
    latest: Option<&'a str>,
    releases: Vec<Release<'a>>,
    cutoffs: Vec<Cutoff<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Release<'a> {
    product: Product,
    version: &'a str,
    released: Option<crate::Released>,
    support_ends: Option<crate::Date>,
    support_ends_basis: Basis,
    withdrawn: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Cutoff<'a> {
    id: &'a str,
    date: crate::Date,
    products: &'a [Product],
    minimum: String,
    stops: Stops,
    effect: &'a str,
}

/// What a table knows of builds and cut-offs, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn facts(number: usize) -> String {
    let Some(table) = table(number) else { return String::new() };
    let releases = table.releases().iter().map(|release| Release {
        product: release.product,
        version: &release.version,
        released: release.released,
        support_ends: release.support.ends,
        support_ends_basis: release.support.basis,
        withdrawn: release.withdrawn(),
    });
    let cutoffs = table.cutoffs().iter().map(|cutoff| Cutoff {
        id: &cutoff.id,
        date: cutoff.date,
        products: &cutoff.products,
        minimum: cutoff.minimum.to_string(),
        stops: cutoff.stops,
        effect: &cutoff.effect,
    });
    json(&Facts {
        as_of: table.as_of(),
        latest: table.newest().map(|newest| newest.version.as_str()),
        releases: releases.collect(),
        cutoffs: cutoffs.collect(),
    })
}
