//! Finding rows by the number alone: a text may hold a hundred thousand.

use std::sync::OnceLock;

use super::{Release, Table};

/// The rows by their number, worked out when first asked for.
#[derive(Debug, Default, Clone)]
pub(crate) struct Index(OnceLock<Vec<(u64, usize)>>);

/// A build's parts in one number, which orders as they do.
fn packed(parts: [u16; 4]) -> u64 {
    parts.iter().fold(0, |number, part| (number << 16) | u64::from(*part))
}

impl Table {
    /// Every row that has these four parts, of whichever product, in the order
    /// of the products.
    pub fn with_parts(&self, parts: [u16; 4]) -> impl Iterator<Item = &Release> {
        let index = self.index.0.get_or_init(|| {
            let rows = self.releases.iter().enumerate();
            let mut index: Vec<_> = rows.map(|(row, release)| (packed(release.build.parts()), row)).collect();
            index.sort_unstable();
            index
        });
        let number = packed(parts);
        let from = index.partition_point(|(other, _)| *other < number);
        let same = index.get(from..).unwrap_or_default().iter().take_while(move |(other, _)| *other == number);
        same.filter_map(|(_, row)| self.releases.get(*row))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Product;
    use super::*;

    #[test]
    fn all_rows_of_a_number_are_found() {
        let table = Table::embedded().unwrap();
        let products = |parts| table.with_parts(parts).map(|release| release.product).collect::<Vec<_>>();
        assert_eq!(products([1, 1, 281, 0]), [Product::EntraConnect, Product::ProvisioningAgent]);
        assert_eq!(products([9, 9, 9, 9]), []);
        for release in table.releases() {
            assert!(products(release.build.parts()).contains(&release.product), "{}", release.version);
        }
    }
}
