//! What a verdict is made of; the fields are the report's JSON.

use std::sync::Arc;

use serde::Serialize;

use super::gravity::{Severity, Status};
use crate::advice::Advice;
use crate::date::{Date, Released};
use crate::intake::{Reading, What};
use crate::table::{Basis, Confidence, Product, Rating, Source, Stops, Table};
use crate::words::Message;

/// Where a number stands in the text, in UTF-16 units as browsers count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// First unit.
    pub start: usize,
    /// The unit after the last.
    pub end: usize,
    /// The text between them, as it stands there.
    pub text: String,
}

/// A number that was seen and not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassedOver {
    /// First UTF-16 unit.
    pub start: usize,
    /// The unit after the last.
    pub end: usize,
    /// The text between them, as it stands there.
    pub text: String,
    /// What it is instead.
    pub what: What,
    /// The product, for siblings of Connect.
    pub product: Option<Product>,
}

/// Whether a build gets past a cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Met {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The build suffices, and a condition remains that a number cannot show.
    Depends,
}

/// A condition beside the build, as the report shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionRef {
    /// What must hold.
    pub text: String,
    /// How to see it.
    pub how_to_check: String,
    /// The page that says so.
    pub url: Option<String>,
}

/// Where a build stands with a service cut-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CutoffStanding {
    /// Identifier of the cut-off.
    pub id: String,
    /// First day in force.
    pub date: Date,
    /// Lowest build that it does not hit.
    pub minimum: String,
    /// A condition beside the build.
    pub condition: Option<ConditionRef>,
    /// What stops.
    pub stops: Stops,
    /// Whether the build gets past it.
    pub met: Met,
    /// Whether it is in force on the day judged for.
    pub in_force: bool,
    /// What happens, in a sentence.
    pub effect: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// The first page that says so.
    pub source: Option<SourceRef>,
}

/// A published hole that a build still has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AdvisoryStanding {
    /// As in `CVE-2026-65673`.
    pub id: String,
    /// The day it was published.
    pub published: Date,
    /// The vendor's word.
    pub severity: Rating,
    /// CVSS base score.
    pub cvss: Option<f64>,
    /// The build of the same line that closes it.
    pub fixed_in: String,
    /// What must hold besides; such an advisory raises nothing.
    pub condition: Option<String>,
    /// What it is about.
    pub title: String,
    /// Its page.
    pub url: String,
    /// How sure the row is.
    pub confidence: Confidence,
}

/// A later build that the vendor calls a security release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecurityRelease {
    /// The build.
    pub version: String,
    /// When it came out.
    pub released: Option<Released>,
    /// What it closed, in a sentence.
    pub note: String,
}

/// A build that a short or unclear version may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The build.
    pub version: String,
    /// Its product.
    pub product: Product,
    /// Its status on the day.
    pub status: Status,
    /// Its severity on the day.
    pub severity: Severity,
    /// Its end of support.
    pub support_ends: Option<Date>,
}

/// A page, as the report shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRef {
    /// Title of the page.
    pub title: String,
    /// Address; absent for pages that are not the vendor's.
    pub url: Option<String>,
    /// The date that the edition carries.
    pub dated: Option<Date>,
}

impl From<&Source> for SourceRef {
    fn from(source: &Source) -> Self {
        Self { title: source.title.clone(), url: source.url.clone(), dated: source.dated }
    }
}

/// The answer for one installation. Verdicts on the same build share what is
/// the same, so a copy costs little.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// The product; absent when unknown or several.
    pub product: Option<Product>,
    /// As published, or as read if it is not listed.
    pub version: Option<String>,
    /// The server's name from the text.
    pub server: Option<String>,
    /// Whether it is a staging server, if the text says.
    pub staging: Option<bool>,
    /// Whether the installation shows several numbers.
    pub partial: bool,
    /// Where the number stands in the text.
    #[serde(rename = "match")]
    pub matched: Option<Match>,
    /// Why this number.
    pub chosen: Vec<Message>,
    /// What was not taken.
    pub passed_over: Vec<PassedOver>,
    /// The day judged for.
    pub on: Date,
    /// What the build is on that day.
    pub status: Status,
    /// How grave that is.
    pub severity: Severity,
    /// When it came out.
    pub released: Option<Released>,
    /// Last supported day.
    pub support_ends: Option<Date>,
    /// How that day is known.
    pub support_ends_basis: Option<Basis>,
    /// Only for the newest build: its earliest end by the vendor's rule.
    pub expected_until: Option<Date>,
    /// Days from `on` to `support_ends`, negative after it.
    pub days_left: Option<i64>,
    /// The next higher available build of the same line.
    pub superseded_by: Option<String>,
    /// The newest Connect build that was not withdrawn.
    pub latest: Option<String>,
    /// Every cut-off of the product.
    pub cutoffs: Arc<[CutoffStanding]>,
    /// Every published hole that the build still has, the gravest first.
    pub advisories: Arc<[AdvisoryStanding]>,
    /// Later security releases, ascending.
    pub security_releases: Arc<[SecurityRelease]>,
    /// Builds that the version may mean.
    pub candidates: Arc<[Candidate]>,
    /// The deciding fact.
    pub reason: Message,
    /// The way out.
    pub advice: Arc<Advice>,
    /// How sure the build's row is.
    pub confidence: Option<Confidence>,
    /// What sources disagree on.
    pub note: Option<String>,
    /// The pages that the verdict rests on.
    pub sources: Arc<[SourceRef]>,
}

impl Verdict {
    /// A verdict on nothing in particular yet.
    pub(super) fn blank(table: &Table, on: Date, status: Status, reason: Message) -> Self {
        Self {
            product: None,
            version: None,
            server: None,
            staging: None,
            partial: false,
            matched: None,
            chosen: Vec::new(),
            passed_over: Vec::new(),
            on,
            status,
            severity: Severity::Unknown,
            released: None,
            support_ends: None,
            support_ends_basis: Some(Basis::None),
            expected_until: None,
            days_left: None,
            superseded_by: None,
            latest: table.newest().map(|release| release.version.clone()),
            cutoffs: Arc::default(),
            advisories: Arc::default(),
            security_releases: Arc::default(),
            candidates: Arc::default(),
            reason,
            advice: Arc::new(Advice::none()),
            confidence: None,
            note: None,
            sources: Arc::default(),
        }
    }

    /// Takes over what the text says about the installation. The place in the
    /// text is filled in by the report, which knows UTF-16.
    pub(crate) fn placed(mut self, table: &Table, reading: &Reading) -> Self {
        self.server.clone_from(&reading.server);
        self.staging = reading.staging;
        self.partial = reading.partial;
        self.chosen = reading.chosen.words(table, reading.product);
        self
    }
}
