//! Whether the organisation can leave Connect for Cloud Sync.
//!
//! The rules stand in `data/cloud-sync.json`. One blocker answered the wrong
//! way closes the door, all of them answered the right way open it, and until
//! then those not answered are open. Questions that only Connect's own guided
//! move asks come after the door is open; cautions never decide.

use serde::Serialize;

use super::answers::Answers;
use super::upgrade::Step;
use crate::table::{Rule, RuleKind, Table, Ways, one_of};
use crate::version::Build;
use crate::words::{Id, Message};

/// Whether Cloud Sync is a way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CloudSyncState {
    /// All blockers are answered the right way.
    Eligible,
    /// One is not.
    Blocked,
    /// Questions are open.
    Undecided,
}

/// A question about Cloud Sync, or what its answer means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each name says it")]
pub struct Question {
    pub id: String,
    pub text: String,
    pub how_to_check: String,
    pub workaround: Option<String>,
    pub url: Option<String>,
}

/// The way to Cloud Sync.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CloudSync {
    /// Whether it is open.
    pub state: CloudSyncState,
    /// What blocks it.
    pub blockers: Vec<Question>,
    /// What to mind.
    pub cautions: Vec<Question>,
    /// What is not answered yet and can still change state or guided move.
    pub open: Vec<Question>,
    /// Whether Connect's own guided move applies.
    pub guided: Option<bool>,
    /// How to get there.
    pub steps: Vec<Step>,
}

impl CloudSync {
    pub(super) fn unknown() -> Self {
        Self {
            state: CloudSyncState::Undecided,
            blockers: Vec::new(),
            cautions: Vec::new(),
            open: Vec::new(),
            guided: None,
            steps: Vec::new(),
        }
    }
}

/// The answer to a rule's question: given, or following from another answer.
/// What is given counts.
#[must_use]
pub fn answer<'a>(ways: &'a Ways, answers: &'a Answers, id: &str) -> Option<&'a str> {
    if let Some(given) = answers.get(id) {
        return Some(given);
    }
    let follows = |answer: &str, question: &str| answers.get(question).is_some_and(|given| one_of(answer, given));
    let implied = ways.implied.iter().find(|implied| implied.then == id && follows(&implied.answer, &implied.question));
    implied.map(|implied| implied.gives.as_str())
}

/// Two answers that cannot both be right.
pub(super) fn contradictions(ways: &Ways, answers: &Answers) -> Vec<Message> {
    let mut found = Vec::new();
    for implied in &ways.implied {
        let follows = answers.get(&implied.question).is_some_and(|given| one_of(&implied.answer, given));
        if follows && answers.get(&implied.then).is_some_and(|given| given != implied.gives) {
            let message = Message::plain(Id::WhyContradiction);
            found.push(message.with("first", implied.question.clone()).with("second", implied.then.clone()));
        }
    }
    found
}

/// What runs today, as far as the text says.
#[derive(Debug, Clone, Copy)]
pub(super) enum Running<'a> {
    /// A build of Connect.
    Connect(&'a Build),
    /// A predecessor, which has no guided move.
    Predecessor,
    /// The text does not say.
    Unknown,
}

/// What the answers, already known to the table, mean for a build.
pub(super) fn judge(table: &Table, build: Running<'_>, answers: &Answers) -> CloudSync {
    let ways = table.ways();
    let mut found = CloudSync::unknown();
    let mut missing = Vec::new();
    for rule in ways.rules.iter().filter(|rule| !rule.fact.guided) {
        let given = answer(ways, answers, &rule.fact.id);
        let hits = given == Some(rule.fact.blocks_when.as_str());
        match rule.fact.kind {
            RuleKind::Blocker if hits => found.blockers.push(meaning(table, rule)),
            RuleKind::Blocker if given.is_none() => missing.push(question(table, rule)),
            RuleKind::Caution if hits => found.cautions.push(meaning(table, rule)),
            RuleKind::Blocker | RuleKind::Caution => {}
        }
    }
    let (fails, open) = guided(table, build, answers);
    if !found.blockers.is_empty() {
        found.state = CloudSyncState::Blocked;
        found.guided = Some(false);
    } else if !missing.is_empty() {
        found.open = missing;
        found.guided = fails.then_some(false);
    } else {
        found.state = CloudSyncState::Eligible;
        let known = matches!(build, Running::Connect(_));
        found.guided = if fails { Some(false) } else { (known && open.is_empty()).then_some(true) };
        if !fails {
            found.open = open;
        }
        found.steps = steps(table, found.guided == Some(true));
    }
    if found.guided != Some(false) {
        for rule in ways.rules.iter().filter(|rule| rule.fact.guided && rule.fact.kind == RuleKind::Caution) {
            if answer(ways, answers, &rule.fact.id) == Some(rule.fact.blocks_when.as_str()) {
                found.cautions.push(meaning(table, rule));
            }
        }
    }
    found
}

/// Whether a condition of the guided move fails, and which questions are open
/// to it. A condition that a rule asks already refers to that rule.
fn guided(table: &Table, build: Running<'_>, answers: &Answers) -> (bool, Vec<Question>) {
    let ways = table.ways();
    let mut open: Vec<Question> = Vec::new();
    let mut fails = false;
    for condition in ways.rules.iter().filter(|rule| rule.fact.guided && rule.fact.kind == RuleKind::Blocker) {
        if let Some(minimum) = &condition.minimum {
            fails = fails
                || match build {
                    Running::Connect(build) => build < minimum,
                    Running::Predecessor => true,
                    Running::Unknown => false,
                };
        }
        let own = condition.fact.asked.then_some(&condition.fact.id);
        for id in own.into_iter().chain(&condition.fact.refers_to) {
            let Some(rule) = ways.rule(id) else { continue };
            match answer(ways, answers, id) {
                Some(given) => fails = fails || given == rule.fact.blocks_when,
                None if open.iter().any(|asked| asked.id == *id) => {}
                None => open.push(question(table, rule)),
            }
        }
    }
    (fails, open)
}

/// The build from which the guided move applies, unless an answer shuts it.
pub(super) fn guided_from<'a>(table: &'a Table, answers: &Answers) -> Option<&'a Build> {
    let minimum = table.ways().rules.iter().find_map(|rule| rule.minimum.as_ref());
    minimum.filter(|minimum| !guided(table, Running::Connect(minimum), answers).0)
}

fn steps(table: &Table, guided: bool) -> Vec<Step> {
    let steps = table.ways().moves.iter().filter(|step| step.fact.guided.is_none_or(|only| only == guided));
    steps
        .map(|step| Step {
            id: step.fact.id.clone(),
            text: step.fact.text.clone(),
            command: step.fact.command.clone(),
            url: table.url(&step.sources),
        })
        .collect()
}

/// A rule as a question.
pub(crate) fn question(table: &Table, rule: &Rule) -> Question {
    shown(table, rule, rule.fact.text.clone())
}

/// A rule as what it means: why, and since when that is known.
fn meaning(table: &Table, rule: &Rule) -> Question {
    let since = Message::plain(Id::RuleSince).with("text", rule.fact.why.clone()).with("date", rule.date);
    shown(table, rule, since.to_string())
}

fn shown(table: &Table, rule: &Rule, text: String) -> Question {
    Question {
        id: rule.fact.id.clone(),
        text,
        how_to_check: how(&rule.fact.how_to_check, rule.fact.command.as_deref()),
        workaround: rule.fact.workaround.clone(),
        url: table.url(&rule.sources),
    }
}

/// How to check, with the command on a line of its own.
pub(super) fn how(words: &str, command: Option<&str>) -> String {
    let mut how = words.to_owned();
    if let Some(command) = command {
        how.push('\n');
        how.push_str(command);
    }
    how
}
