//! The way from a build to the latest one.

use serde::Serialize;

use super::answers::Answers;
use super::changes::{self, Change};
use super::cloud_sync::how;
use super::method::{self, Choice};
use crate::table::{Method, Plan, Product, RESTORE_FIRST, Release, Table, Wanted};
use crate::verdict::{Candidate, Severity, Verdict};
use crate::version::Build;
use crate::words::{Id, Message};

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

/// What breaks only on the way between certain builds, and the remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "each name says it")]
pub struct Trap {
    pub id: String,
    pub text: String,
    pub remedy: Option<String>,
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

/// The candidate that speaks for a verdict over several builds.
pub(super) fn highest(verdict: &Verdict) -> Option<&Candidate> {
    // Connect's numbers are above those of its predecessors.
    verdict.candidates.iter().max_by_key(|candidate| candidate.version.parse::<Build>().ok())
}

pub(super) fn product_of(verdict: &Verdict) -> Option<Product> {
    highest(verdict).map(|candidate| candidate.product).or(verdict.product)
}

/// The number that decides the way: the highest candidate's, else the
/// verdict's own with missing parts as 0.
pub(super) fn build_of(verdict: &Verdict) -> Option<Build> {
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

/// The plan for a verdict, and why its method; without a method where no
/// Connect build is known, without steps where there is nowhere to go.
pub(super) fn plan(table: &Table, verdict: &Verdict, answers: &Answers) -> (Upgrade, Vec<Message>) {
    let mut plan = Upgrade { to: verdict.latest.clone(), ..Upgrade::default() };
    let (Some(product), Some(build), Some(newest)) = (product_of(verdict), build_of(verdict), table.newest()) else {
        return (plan, Vec::new());
    };
    if build > newest.build && !table.is_sibling(product) {
        // There is nowhere up from a build that the table does not know yet.
        plan.to = None;
    }
    if table.is_sibling(product) || build >= newest.build {
        return (plan, Vec::new());
    }
    let Choice { method, why } = method::choose(table, verdict, product, &build, answers);
    let way = Way { verdict, product, build: &build, newest, method, answers };
    let ways = table.ways();
    plan.method = Some(method);
    for step in way.of(&ways.steps) {
        plan.steps.push(Step {
            id: step.fact.id.clone(),
            text: way.words(&step.fact.text),
            command: step.fact.command.clone(),
            url: table.url(&step.sources),
        });
    }
    for needed in way.of(&ways.prerequisites) {
        let mut text = way.words(&needed.fact.text);
        // What the old server has says nothing of a new one.
        let same_server = matches!(method, Method::InPlace | Method::Automatic | Method::Reinstall);
        if same_server && needed.has_from.as_ref().is_some_and(|from| *from <= build) {
            text = Message::plain(Id::AlreadyThere).with("text", text).with("version", build.to_string()).to_string();
        }
        plan.prerequisites.push(Prerequisite {
            id: needed.fact.id.clone(),
            text,
            required: needed.fact.required == Some(true),
            how_to_check: how(needed.fact.detail.as_deref().unwrap_or_default(), needed.fact.command.as_deref()),
            url: table.url(&needed.sources),
        });
    }
    for trap in way.of(&ways.traps) {
        plan.traps.push(Trap {
            id: trap.fact.id.clone(),
            text: way.words(&trap.fact.text),
            remedy: trap.fact.detail.as_deref().map(|remedy| way.words(remedy)),
            url: table.url(&trap.sources),
        });
    }
    plan.changes = changes::between(table, product, &build, &newest.build);
    (plan, why)
}

/// From a build to the newest, by a method, under answers.
struct Way<'a> {
    verdict: &'a Verdict,
    product: Product,
    build: &'a Build,
    newest: &'a Release,
    method: Method,
    answers: &'a Answers,
}

impl<'a> Way<'a> {
    /// The records that concern this way, in order.
    fn of(&self, plans: &'a [Plan]) -> Vec<&'a Plan> {
        let concerns = |plan: &&Plan| {
            plan.fact.methods.contains(&self.method)
                && plan.concerns(self.product, self.build)
                && plan.fact.answers.iter().all(|condition| self.holds(condition))
        };
        plans.iter().filter(concerns).collect()
    }

    fn holds(&self, condition: &str) -> bool {
        Wanted::parse(condition).is_some_and(|wanted| {
            let restore = if self.verdict.severity == Severity::Stopped { "yes" } else { "no" };
            let answer =
                if wanted.question == RESTORE_FIRST { Some(restore) } else { self.answers.get(wanted.question) };
            wanted.holds(answer)
        })
    }

    fn words(&self, text: &str) -> String {
        text.replace("{to}", &self.newest.version)
    }
}
