//! The deprecation table: facts that have been checked and joined.
//!
//! [`facts`] is what the JSON files say, [`Table::new`] refuses what cannot be
//! true (see `validate`), and `support` works out the ends of support that
//! follow from the rolling rule. Once a [`Table`] exists, it is right in form:
//! no build, date or reference in it needs to be checked again.

use std::sync::OnceLock;

mod check;
pub mod facts;
mod index;
mod node;
mod shape;
mod support;
mod validate;
pub mod way_facts;
mod ways;
mod whole;

pub use check::{Reason, TableError};
pub use facts::{Channel, Confidence, Facts, Method, Product, ProductKind, Rating, Stops};
pub use node::Node;
pub use support::{Basis, Support};
pub use way_facts::{ChangeKind, RuleKind};
pub use ways::{Move, Plan, QUESTIONS, RESTORE_FIRST, Rule, Ways, YES_NO};
pub(crate) use ways::{Wanted, one_of};

use crate::date::{Date, Released};
use crate::version::Build;

/// The form of the facts that this program reads.
pub const SCHEMA: u32 = 1;

/// A page that a fact rests on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Source {
    /// Title of the page.
    pub title: String,
    /// Address; absent for pages that are not the vendor's.
    pub url: Option<String>,
    /// The date that the edition carries.
    pub dated: Option<Date>,
}

/// A product that a number may belong to.
#[derive(Debug, Clone)]
pub struct ProductInfo {
    /// Its identifier.
    pub id: Product,
    /// Its name today.
    pub name: String,
    /// What it is to this checker.
    pub kind: ProductKind,
    /// How it keeps itself supported, in a sentence.
    pub support_rule: Option<String>,
    /// Its rows among the releases.
    pub(crate) rows: std::ops::Range<usize>,
    /// Places in the list of sources.
    pub(crate) sources: Vec<usize>,
}

/// A rolling rule of support.
#[derive(Debug, Clone, Copy)]
pub struct Rolling {
    /// Months after the successor's release.
    pub months: u16,
    /// The day the rule began.
    pub since: Date,
}

/// A line of builds that share a rule: 1.x, 2.x, Azure AD Sync, DirSync.
#[derive(Debug, Clone)]
pub struct Family {
    /// Its identifier.
    pub id: String,
    /// The product it belongs to.
    pub product: Product,
    /// Names that stand for the whole line, as in `1.x`.
    pub names: Vec<String>,
    /// First build number of the line.
    pub from: Build,
    /// First build number after the line.
    pub before: Build,
    /// The day on which support of the whole line ended.
    pub support_ends: Option<Date>,
    /// The rolling rule, where there is one.
    pub rolling: Option<Rolling>,
    pub(crate) sources: Vec<usize>,
}

/// A known build.
#[derive(Debug, Clone)]
pub struct Release {
    /// The number.
    pub build: Build,
    /// The number as the vendor prints it (leading zeros kept).
    pub version: String,
    /// The product it belongs to.
    pub product: Product,
    /// When it came out, if known.
    pub released: Option<Released>,
    /// How it reaches servers.
    pub channel: Channel,
    /// End of support and how it is known.
    pub support: Support,
    /// The next higher build of the same line that was generally available.
    pub superseded_by: Option<String>,
    /// Why the vendor calls it a security release, if it does.
    pub security: Option<String>,
    /// What it changes for somebody who upgrades past it.
    pub notable: Vec<Notable>,
    /// What sources disagree on, and the side taken.
    pub note: Option<String>,
    /// How sure the row is.
    pub confidence: Confidence,
    pub(crate) family: Option<usize>,
    pub(crate) sources: Vec<usize>,
}

impl Release {
    /// Whether the vendor pulled the build or never shipped it.
    #[must_use]
    pub fn withdrawn(&self) -> bool {
        self.channel == Channel::Withdrawn
    }
}

/// A condition beside the build.
#[derive(Debug, Clone)]
pub struct Condition {
    /// What must hold.
    pub text: String,
    /// How to see whether it holds.
    pub how_to_check: String,
    /// The page that says so.
    pub url: Option<String>,
    /// The condition matters only below this build; always when absent.
    pub before: Option<Build>,
}

/// A day from which the service refuses builds below a minimum.
#[derive(Debug, Clone)]
pub struct Cutoff {
    /// Its identifier.
    pub id: String,
    /// First day on which it is in force.
    pub date: Date,
    /// The products it concerns.
    pub products: Vec<Product>,
    /// Lowest build that it does not hit.
    pub minimum: Build,
    /// Whether only another product meets it, so that no build of these does.
    pub needs_other_product: bool,
    /// What stops.
    pub stops: Stops,
    /// What happens, in a sentence.
    pub effect: String,
    /// A condition beside the build.
    pub condition: Option<Condition>,
    /// How sure it is.
    pub confidence: Confidence,
    pub(crate) sources: Vec<usize>,
}

/// The builds of a product from `from` (included) to `before` (excluded).
#[derive(Debug, Clone)]
pub struct Range {
    /// The product.
    pub product: Product,
    /// Lowest affected build; unbounded when absent.
    pub from: Option<Build>,
    /// The build that is free of it.
    pub before: Build,
}

/// A published security advisory.
#[derive(Debug, Clone)]
pub struct Advisory {
    /// Its identifier, as in `CVE-2026-65673`.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The day it was published.
    pub published: Date,
    /// The vendor's word for its gravity.
    pub rating: Rating,
    /// The CVSS base score.
    pub cvss: Option<f64>,
    /// The builds that have the hole.
    pub affected: Vec<Range>,
    /// What must hold on the server besides, in a sentence.
    pub condition: Option<String>,
    /// What it means for the administrator.
    pub what_it_means: String,
    /// The advisory's page.
    pub url: String,
    /// How sure the row is.
    pub confidence: Confidence,
    pub(crate) sources: Vec<usize>,
}

/// What an administrator should know of a build.
#[derive(Debug, Clone)]
pub struct Notable {
    /// One point.
    pub text: String,
    /// What it is to somebody who upgrades past the build.
    pub kind: ChangeKind,
    /// Whether somebody has to do something about it.
    pub action: bool,
    /// The build that mended a known issue.
    pub fixed_in: Option<Build>,
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name says which page it is")]
pub enum Link {
    ReleaseHistory,
    ReleaseArchive,
    Download,
    Upgrade,
    Prerequisites,
    VerifyVersion,
    Deprecated,
    AutomaticUpgrade,
    CloudSync,
    CloudSyncCheck,
    HealthHistory,
    AgentHistory,
}

/// All facts, checked.
///
/// ```
/// use entra_connect_checker::{Table, table::Product};
///
/// let table = Table::embedded()?;
/// let newest = table.newest().expect("the table has a newest build");
/// assert_eq!(newest.product, Product::EntraConnect);
/// # Ok::<(), entra_connect_checker::TableError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) as_of: Date,
    pub(crate) links: Vec<(Link, usize)>,
    pub(crate) sources: Vec<Source>,
    pub(crate) products: Vec<ProductInfo>,
    pub(crate) families: Vec<Family>,
    /// By product, ascending inside a product.
    pub(crate) releases: Vec<Release>,
    /// In order of date.
    pub(crate) cutoffs: Vec<Cutoff>,
    pub(crate) advisories: Vec<Advisory>,
    pub(crate) ways: Ways,
    pub(crate) index: index::Index,
}

impl Table {
    /// The table that this program carries.
    ///
    /// # Errors
    /// Never in a release: a test loads it. The error is there because a
    /// table is refused whole rather than half used.
    pub fn embedded() -> Result<&'static Self, TableError> {
        static TABLE: OnceLock<Result<Table, TableError>> = OnceLock::new();
        static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/facts.postcard"));
        TABLE
            .get_or_init(|| {
                let facts = postcard::from_bytes(BYTES).map_err(|error| TableError::unreadable(&error))?;
                Self::new(facts)
            })
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Reads a document, `connect.json` for one, and checks it.
    ///
    /// ```
    /// use entra_connect_checker::Table;
    /// use entra_connect_checker::table::Node;
    ///
    /// let document: Node = serde_json::from_str(r#"{"schema": 1, "asOf": 5}"#)?;
    /// let refused = Table::read(&document).expect_err("most of it is missing");
    /// assert!(refused.to_string().contains("asOf: is a number, where a text belongs"));
    /// assert!(refused.to_string().contains("table: lacks the field \"releases\""));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every reason why it cannot be a table, each with its place: first what
    /// is wrong with the shape of records, then what the other records say.
    pub fn read(document: &Node) -> Result<Self, TableError> {
        let (facts, mut reasons) = shape::read(document);
        match facts.map(Self::new) {
            Some(Ok(table)) if reasons.is_empty() => return Ok(table),
            // A record without its shape was already told of.
            Some(Err(error)) => {
                let told =
                    |place: &str| reasons.iter().any(|reason: &Reason| reason.place.starts_with(place.trim_end()));
                let more: Vec<_> = error.reasons.into_iter().filter(|reason| !told(&reason.place)).collect();
                reasons.extend(more);
            }
            Some(Ok(_)) | None => {}
        }
        Err(TableError { reasons })
    }

    /// Newest day on which a source still showed the newest build as newest.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The releases of one product, ascending.
    pub fn releases_of(&self, product: Product) -> impl DoubleEndedIterator<Item = &Release> {
        self.rows(product).iter()
    }

    fn rows(&self, product: Product) -> &[Release] {
        let range = self.products.iter().find(|info| info.id == product).map(|info| info.rows.clone());
        range.and_then(|rows| self.releases.get(rows)).unwrap_or_default()
    }

    /// All releases, by product, ascending inside a product.
    #[must_use]
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// All service cut-offs in order of date.
    #[must_use]
    pub fn cutoffs(&self) -> &[Cutoff] {
        &self.cutoffs
    }

    /// All advisories.
    #[must_use]
    pub fn advisories(&self) -> &[Advisory] {
        &self.advisories
    }

    /// All lines of builds.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        &self.families
    }

    /// Facts on a product.
    #[must_use]
    pub fn product(&self, id: Product) -> Option<&ProductInfo> {
        self.products.iter().find(|product| product.id == id)
    }

    /// Whether the product is a neighbour and not judged itself.
    #[must_use]
    pub fn is_sibling(&self, id: Product) -> bool {
        self.product(id).is_some_and(|product| product.kind == ProductKind::Sibling)
    }

    /// The row of a build.
    #[must_use]
    pub fn find(&self, product: Product, build: &Build) -> Option<&Release> {
        let rows = self.rows(product);
        rows.get(rows.partition_point(|release| release.build < *build)).filter(|release| release.build == *build)
    }

    /// The newest Connect build that was not withdrawn.
    #[must_use]
    pub fn newest(&self) -> Option<&Release> {
        self.releases_of(Product::EntraConnect).rev().find(|release| !release.withdrawn())
    }

    /// The page for a purpose.
    #[must_use]
    pub fn link(&self, link: Link) -> Option<&Source> {
        let (_, index) = self.links.iter().find(|(purpose, _)| *purpose == link)?;
        self.sources.get(*index)
    }

    /// The ways out: upgrade plans and the rules of Cloud Sync.
    #[must_use]
    pub fn ways(&self) -> &Ways {
        &self.ways
    }

    /// The first page of some sources that can be linked to.
    pub(crate) fn url(&self, indexes: &[usize]) -> Option<String> {
        self.sources_at(indexes).find_map(|source| source.url.clone())
    }

    pub(crate) fn sources_at(&self, indexes: &[usize]) -> impl Iterator<Item = &Source> {
        indexes.iter().filter_map(|index| self.sources.get(*index))
    }
}
