//! The facts as they stand in `data/`, before anything is checked.
//!
//! These are the shapes of the JSON files (and of `connect.json`, which holds
//! them all), field by field. What may stand in them is decided in
//! `validate.rs`. The build script reads the files through the same types, so
//! that the page carries them in a compact form.

use serde::{Deserialize, Serialize};

use super::way_facts::{CloudSyncFacts, NotableFact, UpgradeFacts};

/// One document with all parts: what `connect.json` holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Facts {
    /// Version of this document's form.
    pub schema: u32,
    /// Newest day on which a source still showed the newest build as the newest.
    pub as_of: String,
    /// Pages that advice points to, by what they are for.
    pub links: LinkFacts,
    /// Every page that a fact names.
    pub sources: Vec<SourceFact>,
    /// Products, by the identifier used everywhere.
    pub products: Vec<ProductFact>,
    /// Lines of builds with their common support rule.
    pub families: Vec<FamilyFact>,
    /// Builds of all products.
    pub releases: Vec<ReleaseFact>,
    /// Days on which the service refuses builds.
    pub cutoffs: Vec<CutoffFact>,
    /// Published security advisories.
    pub advisories: Vec<AdvisoryFact>,
    /// How to get from one build to another.
    pub upgrade: UpgradeFacts,
    /// Whether and how to leave Connect for Cloud Sync.
    pub cloud_sync: CloudSyncFacts,
}

/// Identifiers of sources, by the purpose they serve in advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says which page it is")]
pub struct LinkFacts {
    pub release_history: String,
    pub release_archive: String,
    pub download: String,
    pub upgrade: String,
    pub prerequisites: String,
    pub verify_version: String,
    pub deprecated: String,
    pub automatic_upgrade: String,
    pub cloud_sync: String,
    pub cloud_sync_check: String,
    pub health_history: String,
    pub agent_history: String,
}

/// A page, in one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFact {
    /// What facts name it by.
    pub id: String,
    /// Title of the page.
    pub title: String,
    /// Address, for pages on hosts that the page may link to.
    pub url: Option<String>,
    /// The date the edition carries.
    pub dated: Option<String>,
}

/// The products that a number may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is the product's")]
pub enum Product {
    EntraConnect,
    AzureAdSync,
    Dirsync,
    ProvisioningAgent,
    HealthSync,
    HealthAdds,
    HealthAdfs,
    /// A Health agent of which nothing says which of the three it is.
    HealthAgent,
    PtaAgent,
    PrivateNetworkConnector,
    PasswordProtectionDcAgent,
    PasswordProtectionProxy,
    AgentUpdater,
}

/// What a product is to this checker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    /// The product that is judged.
    Connect,
    /// What came before it, judged too.
    Predecessor,
    /// A neighbour whose number is easily mistaken for it.
    Sibling,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct ProductFact {
    pub id: Product,
    pub name: String,
    pub kind: ProductKind,
    pub aliases: Vec<String>,
    pub auto_updates: bool,
    pub support_rule: Option<String>,
    pub sources: Vec<String>,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// One third party, or inference.
    Low,
    /// Several independent third parties that quote the vendor.
    Medium,
    /// Read on the vendor's page.
    High,
}

/// Support by succession: a build ends so many months after the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RollingFact {
    /// Months after the successor's release.
    pub months: u16,
    /// The day the rule began; nothing ended by it earlier.
    pub since: String,
}

/// Something that happened to a family and raises nothing today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct HistoryFact {
    pub id: String,
    pub date: String,
    pub text: String,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// A line of builds: 1.x, 2.x, Azure AD Sync, DirSync.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct FamilyFact {
    pub id: String,
    pub product: Product,
    pub names: Vec<String>,
    pub from: String,
    pub before: String,
    pub support_ends: Option<String>,
    pub rolling: Option<RollingFact>,
    pub note: Option<String>,
    pub history: Vec<HistoryFact>,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// How a build reaches servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it")]
pub enum Channel {
    Download,
    DownloadAndAutoUpgrade,
    AutoUpgradeOnly,
    /// Pulled by the vendor, or listed and never shipped.
    Withdrawn,
    /// For selected customers only.
    Limited,
    Unknown,
}

/// That the vendor calls a release a security release, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityFact {
    /// What was closed, in a sentence.
    pub note: String,
}

/// What a release needs, where its source says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says it")]
pub struct RequiresFact {
    pub windows: Option<String>,
    pub dotnet: Option<String>,
    pub tls: Option<String>,
    pub powershell: Option<String>,
}

/// A build of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct ReleaseFact {
    pub version: String,
    pub product: Product,
    pub released: Option<String>,
    pub channel: Channel,
    pub auto_upgrade_from: Option<String>,
    pub support_ends: Option<String>,
    pub support_note: Option<String>,
    pub security: Option<SecurityFact>,
    pub notable: Vec<NotableFact>,
    pub requires: RequiresFact,
    pub note: Option<String>,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// What stops on the day of a service cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stops {
    /// All synchronization.
    Sync,
    /// Some features, while synchronization goes on.
    Features,
}

/// A condition beside the build, which a number cannot show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct CutoffConditionFact {
    pub text: String,
    pub how_to_check: String,
    pub source: String,
    pub before: Option<String>,
}

/// A day from which the service refuses builds below a minimum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct CutoffFact {
    pub id: String,
    pub date: String,
    pub products: Vec<Product>,
    pub minimum: String,
    pub minimum_product: Option<Product>,
    pub stops: Stops,
    pub effect: String,
    pub condition: Option<CutoffConditionFact>,
    pub note: Option<String>,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// How grave a published hole is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the vendor's words")]
pub enum Rating {
    Low,
    Moderate,
    Important,
    Critical,
}

/// A range of builds: from (included) to before (excluded).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct RangeFact {
    pub product: Product,
    pub from: Option<String>,
    pub before: String,
}

/// A published security advisory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct AdvisoryFact {
    pub id: String,
    pub title: String,
    pub published: String,
    pub severity: Rating,
    pub cvss: Option<f64>,
    pub affected: Vec<RangeFact>,
    pub condition: Option<String>,
    pub what_it_means: String,
    pub url: String,
    pub note: Option<String>,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// The ways to another build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's terms")]
pub enum Method {
    Automatic,
    InPlace,
    Swing,
    Reinstall,
    NewServer,
}
