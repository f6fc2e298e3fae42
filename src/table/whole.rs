//! What only the whole shows: the order of the rows, and that every product a
//! record names is described.

use super::check::Check;
use super::facts::CutoffFact;
use super::{Advisory, Cutoff, Family, Product, ProductInfo, ProductKind, Release, Source, Stops};
use crate::date::Date;

impl Check {
    /// The rows of a product stand together and ascend, none is younger than
    /// the table.
    pub fn order(&mut self, releases: &[Release], products: &[ProductInfo], as_of: Option<Date>) {
        for (former, latter) in releases.iter().zip(releases.iter().skip(1)) {
            if former.product == latter.product && former.build >= latter.build {
                let place = format!("releases {}", latter.version);
                self.fail(&place, format!("does not come after {}, the row before it", former.version));
            }
        }
        let mut seen: Vec<Product> = Vec::new();
        for release in releases {
            let place = format!("releases {}", release.version);
            if seen.last() != Some(&release.product) {
                if seen.contains(&release.product) {
                    self.fail(&place, "stands apart from the other rows of its product".to_owned());
                }
                seen.push(release.product);
            }
            self.described(&place, release.product, products);
            let of_connect = matches!(release.product, Product::EntraConnect | Product::AzureAdSync | Product::Dirsync);
            if of_connect && release.family.is_none() {
                self.fail(&place, "belongs to no family".to_owned());
            }
            if let (Some(released), Some(as_of)) = (release.released, as_of)
                && released.first_day() > as_of
            {
                self.fail(&place, format!("was released after {as_of}, the day of the table"));
            }
        }
        if !releases.iter().any(|release| release.product == Product::EntraConnect && !release.withdrawn()) {
            self.fail("releases", "hold no build of Connect that could be the newest".to_owned());
        }
    }

    /// Every product that is judged has a day from which the service refuses
    /// its old builds: without one, a stopped server would read as a late one.
    pub fn refusals(&mut self, products: &[ProductInfo], cutoffs: &[CutoffFact]) {
        for product in products.iter().filter(|product| product.kind != ProductKind::Sibling) {
            let stops = |cutoff: &&CutoffFact| cutoff.stops == Stops::Sync && cutoff.products.contains(&product.id);
            if !cutoffs.iter().any(|cutoff| stops(&cutoff)) {
                self.fail("cutoffs", format!("hold none that stops the synchronization of {}", product.name));
            }
        }
    }

    /// The day of the table lies near its newest page: one far ahead would
    /// never grow old.
    pub fn day(&mut self, as_of: Option<Date>, sources: &[Source]) {
        /// Facts are looked at again at least once a year.
        const MONTHS: u16 = 12;
        let newest = sources.iter().filter_map(|source| source.dated).max();
        if let (Some(as_of), Some(newest)) = (as_of, newest)
            && newest.plus_months(MONTHS) < as_of
        {
            self.fail("asOf", format!("is {as_of}, more than {MONTHS} months after the newest page, of {newest}"));
        }
    }

    /// Products that the other records name; families that lie apart.
    pub fn named(
        &mut self,
        products: &[ProductInfo],
        families: &[Family],
        cutoffs: &[Cutoff],
        advisories: &[Advisory],
    ) {
        for (index, family) in families.iter().enumerate() {
            let place = format!("families {}", family.id);
            self.described(&place, family.product, products);
            for other in families.iter().take(index).filter(|other| other.product == family.product) {
                if family.from < other.before && other.from < family.before {
                    self.fail(&place, format!("shares builds with {}", other.id));
                }
            }
        }
        for cutoff in cutoffs {
            for product in &cutoff.products {
                self.described(&format!("cutoffs {}", cutoff.id), *product, products);
            }
        }
        for advisory in advisories {
            for range in &advisory.affected {
                self.described(&format!("advisories {}", advisory.id), range.product, products);
            }
        }
    }

    fn described(&mut self, place: &str, product: Product, products: &[ProductInfo]) {
        if !products.iter().any(|known| known.id == product) {
            self.fail(place, "belongs to a product that is not described".to_owned());
        }
    }
}
