//! The shapes of what advice rests on: plans of an upgrade, rules of Cloud
//! Sync, and what changed in a build. What may stand in them is decided in
//! `ways.rs`.

use serde::{Deserialize, Serialize};

use super::facts::{Confidence, Method, Product};

/// What a change is to an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it")]
pub enum ChangeKind {
    Security,
    Removed,
    Changed,
    KnownIssue,
}

/// What an administrator should know of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotableFact {
    /// One point, without a full stop.
    pub text: String,
    /// What it is to somebody who upgrades past the build; nothing, if absent.
    pub kind: Option<ChangeKind>,
    /// Whether somebody has to do something about it.
    pub action: bool,
    /// The build that mended a known issue.
    pub fixed_in: Option<String>,
}

/// One step, prerequisite or trap of an upgrade, and whom it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct PlanFact {
    pub id: String,
    pub methods: Vec<Method>,
    pub products: Vec<Product>,
    pub from: Option<String>,
    pub before: Option<String>,
    pub answers: Vec<String>,
    pub text: String,
    pub detail: Option<String>,
    pub command: Option<String>,
    pub required: Option<bool>,
    pub has_from: Option<String>,
    pub sources: Vec<String>,
    pub date: String,
    pub confidence: Confidence,
    pub note: Option<String>,
}

/// From which build on automatic upgrade works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct AutomaticFact {
    pub from: String,
    pub sources: Vec<String>,
}

/// Facts about upgrading, each list in the order of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct UpgradeFacts {
    pub automatic: AutomaticFact,
    pub steps: Vec<PlanFact>,
    pub prerequisites: Vec<PlanFact>,
    pub traps: Vec<PlanFact>,
}

/// Whether a rule shuts Cloud Sync or adds work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleKind {
    /// It stops a full move.
    Blocker,
    /// The move goes on, with more work.
    Caution,
}

/// A question about Cloud Sync and what its answer means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct RuleFact {
    pub id: String,
    pub group: String,
    pub kind: RuleKind,
    pub blocks_when: String,
    pub guided: bool,
    pub minimum: Option<String>,
    pub refers_to: Vec<String>,
    pub asked: bool,
    pub text: String,
    pub how_to_check: String,
    pub command: Option<String>,
    pub why: String,
    pub workaround: Option<String>,
    pub sources: Vec<String>,
    pub date: String,
    pub confidence: Confidence,
}

/// A group of questions, as people see them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct GroupFact {
    pub id: String,
    pub text: String,
}

/// An answer, or a setting of Connect, that answers a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct ImpliedFact {
    pub question: String,
    pub answer: String,
    pub then: String,
    pub gives: String,
}

/// A step of the move to Cloud Sync, or what the vendor announced of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct MoveFact {
    pub id: String,
    pub guided: Option<bool>,
    pub text: String,
    pub command: Option<String>,
    pub sources: Vec<String>,
    pub date: String,
    pub confidence: Confidence,
}

/// Facts about Cloud Sync.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are described in data/README.md")]
pub struct CloudSyncFacts {
    pub paste: String,
    pub groups: Vec<GroupFact>,
    pub rules: Vec<RuleFact>,
    pub implied: Vec<ImpliedFact>,
    pub settings: Vec<ImpliedFact>,
    pub steps: Vec<MoveFact>,
    pub programme: Vec<MoveFact>,
}
