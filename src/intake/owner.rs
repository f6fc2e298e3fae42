//! Whose a number is, by the name beside it or by the number itself.

use super::claim::Evidence;
use super::names::Name;
use super::reading::What;
use crate::table::{Product, Table};
use crate::version::Build;

/// The most that a build's first part may be above the newest one's.
const MAJOR_AHEAD: u16 = 1;
/// The smallest number of four digits.
const FOUR_DIGITS: u16 = 1000;

/// Whose a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Connect or a predecessor; `None` while only the number may tell.
    Connect(Option<Product>),
    /// An agent beside Connect.
    Sibling(Option<Product>),
    /// Something else.
    Foreign(What),
}

/// Whose a number is by the name beside it.
///
/// A name that stands on another line lends itself to likely numbers only.
pub(super) fn by_name(table: &Table, name: Name, parts: &[u16], beside: bool) -> (Owner, Evidence) {
    let connect = |evidence| (Owner::Connect(Some(Product::EntraConnect)), evidence);
    let newest = table.newest().and_then(|newest| newest.build.parts().first().copied()).unwrap_or_default();
    let too_high = parts.first().is_some_and(|major| *major > newest.saturating_add(MAJOR_AHEAD));
    // No name makes a Windows version anything else.
    if looks_like_windows(parts) && !matches!(name, Name::Foreign(_)) {
        return (Owner::Foreign(What::Windows), Evidence::Bare);
    }
    // Nor an address, nor a score.
    let judged = name.of_connect();
    if judged && too_high && looks_like_an_address(parts) {
        return (Owner::Foreign(What::Address), Evidence::Bare);
    }
    // Nor an agent's listed build, which no Connect build comes near.
    if judged
        && too_high
        && let owner @ Owner::Sibling(_) = by_number(table, parts, false, false)
    {
        return (owner, Evidence::Bare);
    }
    if judged && too_high && (parts.len() < 4 || !beside) {
        return (Owner::Foreign(What::Other), Evidence::Bare);
    }
    // Folders and cloud reports kept the old names when Connect came, whose first builds begin with 1.0 too.
    let old = || matches!(parts, [1, 0, ..] | [1]) && !is_connect(table, parts);
    match name {
        // Identity Manager has a file of the same name, with higher numbers.
        Name::Engine if too_high => (Owner::Foreign(What::Other), Evidence::Bare),
        Name::Engine => connect(Evidence::Engine),
        Name::Wizard => connect(Evidence::Wizard),
        Name::Configuration => connect(Evidence::Configuration),
        Name::Cloud => (Owner::Connect(None), Evidence::Cloud),
        Name::Connect | Name::ConnectCut => connect(Evidence::Wizard),
        Name::AadSync if old() => (Owner::Connect(Some(Product::AzureAdSync)), Evidence::Engine),
        Name::AadSync => connect(Evidence::Engine),
        Name::Dirsync if old() => (Owner::Connect(Some(Product::Dirsync)), Evidence::Wizard),
        Name::Dirsync => connect(Evidence::Wizard),
        Name::Sibling(product) => (Owner::Sibling(Some(product)), Evidence::Bare),
        Name::Agent => (by_number(table, parts, false, false), Evidence::Bare),
        Name::CloudSync => match by_number(table, parts, true, false) {
            Owner::Sibling(_) => (Owner::Sibling(Some(Product::ProvisioningAgent)), Evidence::Bare),
            other => (other, Evidence::Bare),
        },
        Name::Foreign(what) => (Owner::Foreign(what), Evidence::Bare),
    }
}

/// Whose a number is when no name stands beside it.
pub(super) fn by_number(table: &Table, parts: &[u16], labelled: bool, alone: bool) -> Owner {
    let Ok(four) = parts.try_into() else {
        return by_short_number(table, parts, labelled, alone);
    };
    let rows = || table.with_parts(four).map(|release| release.product);
    if let Some(product) = rows().find(|product| !table.is_sibling(*product)) {
        return Owner::Connect(Some(product));
    }
    let mut siblings = rows();
    if let Some(first) = siblings.next() {
        let rest: Vec<_> = siblings.collect();
        let health = |product: Product| {
            matches!(product, Product::HealthSync | Product::HealthAdds | Product::HealthAdfs | Product::HealthAgent)
        };
        return Owner::Sibling(match rest.is_empty() {
            true => Some(first),
            false if health(first) && rest.into_iter().all(health) => Some(Product::HealthAgent),
            false => None,
        });
    }
    match parts {
        // Connect's 1.1 ended early; its agents went on counting. No Connect
        // 1.5 had a third part of four digits, and all its agents have.
        [1, 1, third, _] if *third > last_of(table, 1, 1) => Owner::Sibling(None),
        [1, 5, third, _] if *third >= FOUR_DIGITS => Owner::Sibling(None),
        parts if looks_like_windows(parts) => Owner::Foreign(What::Windows),
        [major, ..] if *major > 3 && looks_like_an_address(parts) => Owner::Foreign(What::Address),
        [major, ..] if (1..=3).contains(major) && labelled || *major <= 9 && alone => Owner::Connect(None),
        parts if parts.len() == 4 && parts.iter().all(|part| *part <= 255) => Owner::Foreign(What::Address),
        _ => Owner::Foreign(What::Other),
    }
}

fn by_short_number(table: &Table, parts: &[u16], labelled: bool, alone: bool) -> Owner {
    let fits = || {
        table
            .releases_of(Product::EntraConnect)
            .any(|release| release.build.parts().iter().zip(parts).all(|(a, b)| a == b))
    };
    let small = parts.first().is_some_and(|major| (1..=3).contains(major));
    match parts {
        parts if looks_like_windows(parts) => Owner::Foreign(What::Windows),
        _ if small && (alone || labelled) => Owner::Connect(None),
        [_, _, _] if fits() => Owner::Connect(None),
        _ if alone => Owner::Connect(None),
        _ => Owner::Foreign(What::Other),
    }
}

/// The third part of the highest Connect build that begins with these two.
fn last_of(table: &Table, major: u16, minor: u16) -> u16 {
    let third = |build: &Build| match build.parts() {
        [a, b, third, _] if (a, b) == (major, minor) => Some(third),
        _ => None,
    };
    table.releases_of(Product::EntraConnect).filter_map(|release| third(&release.build)).max().unwrap_or(u16::MAX)
}

/// Whether Connect has this build.
fn is_connect(table: &Table, parts: &[u16]) -> bool {
    let Ok(four) = parts.try_into() else { return false };
    table.with_parts(four).any(|release| release.product == Product::EntraConnect)
}

/// Whether Connect or a predecessor has this build.
pub(super) fn listed(table: &Table, parts: &[u16]) -> bool {
    let Ok(four) = parts.try_into() else { return false };
    table.with_parts(four).any(|release| !table.is_sibling(release.product))
}

/// Four small parts that do not end in 0, or that begin as the addresses of
/// private networks do.
fn looks_like_an_address(parts: &[u16]) -> bool {
    let private = matches!(parts, [10, ..] | [172, 16..=31, ..] | [192, 168, ..]);
    (private || matches!(parts, [_, _, _, 1..=255])) && parts.len() == 4 && parts.iter().all(|part| *part <= 255)
}

/// Windows has counted 10.0 since 2015, and 6.0 to 6.3 before.
fn looks_like_windows(parts: &[u16]) -> bool {
    matches!(parts, [10, 0, third, ..] if *third >= 10240) || matches!(parts, [6, 0..=3, third, ..] if *third >= 6000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alone_a_number_of_one_digit_in_front_is_a_version() {
        let table = Table::embedded().unwrap();
        let of = |parts: &[u16]| by_number(table, parts, false, true);
        for parts in [&[5, 0, 0, 0][..], &[5, 1, 300, 2], &[9, 9, 9, 0], &[6, 85], &[4, 0, 1]] {
            assert_eq!(of(parts), Owner::Connect(None), "{parts:?}");
        }
        assert_eq!(of(&[12, 6, 91, 0]), Owner::Foreign(What::Address));
        assert_eq!(of(&[4, 5, 6, 7]), Owner::Foreign(What::Address));
        assert_eq!(by_number(table, &[5, 0, 0, 0], true, false), Owner::Foreign(What::Address), "beside other words");
    }
}
