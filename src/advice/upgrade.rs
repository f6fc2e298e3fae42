//! The way from a build to the latest one.

use serde::Serialize;

use crate::date::Released;
use crate::table::{Method, Product, Release, Table};
use crate::verdict::{Candidate, Verdict};
use crate::version::Build;
use crate::words::{Id, Message};

/// A 2.x build that came out longer ago than this is better left by a swing
/// migration; the vendor names 12 to 18 months.
const SWING_MONTHS: u16 = 18;

/// A step, as the report shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Its identifier.
    pub id: String,
    /// What to do.
    pub text: String,
    /// A command that only reads.
    pub command: Option<String>,
    /// The page that describes it.
    pub url: Option<String>,
}

/// Something that the target build needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each name says it")]
pub struct Prerequisite {
    pub id: String,
    pub text: String,
    pub required: bool,
    pub how_to_check: String,
    pub url: Option<String>,
}

/// Something that changes between two builds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "each name says it")]
pub struct Change {
    pub version: String,
    pub kind: ChangeKind,
    pub text: String,
    pub url: Option<String>,
}

/// What a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it")]
pub enum ChangeKind {
    Security,
    Removed,
    Changed,
    KnownIssue,
}

/// What breaks only on the way between certain builds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "each name says it")]
pub struct Trap {
    pub id: String,
    pub text: String,
    pub url: Option<String>,
}

/// The plan of an upgrade.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Upgrade {
    /// The latest build.
    pub to: Option<String>,
    /// How to get there.
    pub method: Option<Method>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// What the target needs.
    pub prerequisites: Vec<Prerequisite>,
    /// What changes on the way, newest first.
    pub changes: Vec<Change>,
    /// What breaks on the way.
    pub traps: Vec<Trap>,
}

impl Upgrade {
    /// Why this method.
    pub(super) fn why(&self, table: &Table, verdict: &Verdict) -> Option<Message> {
        match self.method? {
            Method::Swing if in_living_line(table, verdict) => {
                Some(Message::plain(Id::WhyMethodSwing).with("months", usize::from(SWING_MONTHS)))
            }
            Method::Swing => Some(Message::plain(Id::WhyMethodSwingLine)),
            Method::InPlace => Some(Message::plain(Id::WhyMethodInPlace)),
            Method::NewServer => {
                let name = product_of(verdict).and_then(|id| table.product(id)).map(|info| info.name.clone());
                Some(Message::plain(Id::WhyMethodNewServer).with("product", name.unwrap_or_default()))
            }
            Method::Automatic | Method::Reinstall => None,
        }
    }
}

/// The candidate that speaks for a verdict over several builds.
pub(super) fn highest(verdict: &Verdict) -> Option<&Candidate> {
    // Connect's numbers are above those of its predecessors.
    verdict.candidates.iter().max_by_key(|candidate| candidate.version.parse::<Build>().ok())
}

fn product_of(verdict: &Verdict) -> Option<Product> {
    highest(verdict).map(|candidate| candidate.product).or(verdict.product)
}

/// The number that decides the way: the highest candidate's, else the
/// verdict's own with missing parts as 0.
fn build_of(verdict: &Verdict) -> Option<Build> {
    let text = highest(verdict).map(|candidate| &candidate.version).or(verdict.version.as_ref())?;
    let missing = 4usize.saturating_sub(text.split('.').count());
    format!("{text}{}", ".0".repeat(missing)).parse().ok()
}

/// Whether the verdict's build is of a line that still gets new builds: one
/// whose support rolls on, or a number above all lines.
pub(super) fn in_living_line(table: &Table, verdict: &Verdict) -> bool {
    let mut living = table.families().iter().filter(|family| family.rolling.is_some());
    build_of(verdict).is_some_and(|build| living.any(|family| family.from <= build))
}

/// The plan for a verdict; without a method where no Connect build is known,
/// without steps where there is nowhere to go.
pub(super) fn plan(table: &Table, verdict: &Verdict) -> Upgrade {
    let mut plan = Upgrade { to: verdict.latest.clone(), ..Upgrade::default() };
    let (Some(product), Some(build), Some(newest)) = (product_of(verdict), build_of(verdict), table.newest()) else {
        return plan;
    };
    if table.is_sibling(product) || build >= newest.build {
        return plan;
    }
    let method = method(table, verdict, product, &build);
    plan.method = Some(method);
    plan.steps = table
        .steps(method)
        .map(|step| Step {
            id: step.id.clone(),
            text: step.text.replace("{to}", &newest.version),
            command: step.command.clone(),
            url: step.url.clone(),
        })
        .collect();
    plan
}

fn method(table: &Table, verdict: &Verdict, product: Product, build: &Build) -> Method {
    let release = table.find(product, build);
    if product != Product::EntraConnect {
        Method::NewServer
    } else if !in_living_line(table, verdict) {
        Method::Swing
    } else if release.is_some_and(Release::withdrawn) {
        Method::Reinstall
    } else if release
        .and_then(|release| release.released)
        .map(Released::first_day)
        .is_some_and(|day| day.plus_months(SWING_MONTHS) < verdict.on)
    {
        Method::Swing
    } else {
        Method::InPlace
    }
}
