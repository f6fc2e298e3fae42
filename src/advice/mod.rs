//! What to do: upgrade Connect, or leave it for Cloud Sync.
//!
//! The order is the vendor's: Cloud Sync first if the organisation can use
//! it, else the latest Connect build; except that a stopped organisation gets
//! its synchronization back first.

mod answers;
mod changes;
mod cloud_sync;
mod from_paste;
mod method;
mod title;
mod upgrade;

pub use answers::Answers;
pub use changes::Change;
use cloud_sync::Running;
#[cfg(feature = "page")]
pub(crate) use cloud_sync::question;
pub use cloud_sync::{CloudSync, CloudSyncState, Question, answer};
pub use from_paste::{Found, from_paste};
pub use upgrade::{Prerequisite, Step, Trap, Upgrade};

use serde::Serialize;

use crate::table::{Product, Table};
use crate::verdict::{Met, Severity, Status, Verdict};
use crate::version::Build;
use crate::words::{Id, Message};

/// The one next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recommend {
    /// Find out which version is installed.
    Identify,
    /// Ask the release history; the table is too old to know.
    LookUp,
    /// Uninstall the withdrawn build and install the latest.
    Reinstall,
    /// Upgrade Connect.
    Upgrade,
    /// Nothing today.
    Nothing,
    /// Move to Cloud Sync.
    CloudSync,
    /// Cloud Sync if possible, else upgrade: questions are open.
    Decide,
}

/// The way out of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// The one next step.
    pub recommend: Recommend,
    /// Why, the most deciding first.
    pub why: Vec<Message>,
    /// Whether synchronization has to be brought back before anything else.
    pub restore_first: bool,
    /// The way to the latest build.
    pub upgrade: Upgrade,
    /// The way to Cloud Sync.
    pub cloud_sync: CloudSync,
}

impl Advice {
    /// Advice before anything is known.
    pub(crate) fn none() -> Self {
        Self {
            recommend: Recommend::Identify,
            why: Vec::new(),
            restore_first: false,
            upgrade: Upgrade::default(),
            cloud_sync: CloudSync::unknown(),
        }
    }
}

/// Advice on a verdict, under answers that the table knows. Where it stands
/// for several builds, the highest of them speaks for all.
pub(crate) fn advise(table: &Table, verdict: &Verdict, answers: &Answers) -> Advice {
    let mut advice = Advice::none();
    let build = upgrade::build_of(verdict).filter(|_| upgrade::product_of(verdict) == Some(Product::EntraConnect));
    let running = match (&build, upgrade::product_of(verdict)) {
        (Some(build), _) => Running::Connect(build),
        (None, Some(Product::Dirsync | Product::AzureAdSync)) => Running::Predecessor,
        (None, _) => Running::Unknown,
    };
    advice.cloud_sync = cloud_sync::judge(table, running, answers);
    advice.recommend = recommend(table, verdict, advice.cloud_sync.state);
    advice.restore_first = verdict.severity == Severity::Stopped;
    let (plan, method) = upgrade::plan(table, verdict, answers);
    advice.upgrade = plan;
    advice.why = why(verdict, advice.recommend, &advice.cloud_sync);
    if advice.recommend == Recommend::CloudSync {
        // What only the build shuts, an upgrade opens.
        let minimum = cloud_sync::guided_from(table, answers).filter(|minimum| build.as_ref() < Some(*minimum));
        let needs = |minimum: &Build| Message::plain(Id::WhyGuidedNeeds).with("minimum", minimum.to_string());
        advice.why.extend(minimum.map(needs));
    }
    if !matches!(advice.recommend, Recommend::Identify | Recommend::LookUp | Recommend::Nothing) {
        advice.why.extend(method);
    }
    // A condition that the number cannot show is a thing to check in time.
    for cutoff in verdict.cutoffs.iter().filter(|cutoff| cutoff.met == Met::Depends && !cutoff.in_force) {
        let how = cutoff.condition.as_ref().map(|condition| condition.how_to_check.clone());
        advice.why.extend(how.map(|how| Message::plain(Id::BeforeThen).with("date", cutoff.date).fact("how", how)));
    }
    advice.why.extend(cloud_sync::contradictions(table.ways(), answers));
    advice
}

/// The build that speaks for a verdict: its own, or the highest candidate's
/// status.
fn speaking_status(verdict: &Verdict) -> (Status, Option<Product>) {
    upgrade::highest(verdict).map_or((verdict.status, verdict.product), |c| (c.status, Some(c.product)))
}

fn recommend(table: &Table, verdict: &Verdict, cloud_sync: CloudSyncState) -> Recommend {
    let unknown = verdict.severity == Severity::Unknown;
    match verdict.status {
        Status::Unreadable | Status::OtherProduct | Status::NotYetReleased => {
            return Recommend::Identify;
        }
        Status::Ambiguous if unknown => return Recommend::Identify,
        Status::Newer => return Recommend::LookUp,
        Status::Current if unknown => return Recommend::LookUp,
        _ => {}
    }
    let (status, product) = speaking_status(verdict);
    let rolling_line = product == Some(Product::EntraConnect) && upgrade::in_living_line(table, verdict);
    match verdict.severity {
        Severity::Stopped => Recommend::Upgrade,
        _ if status == Status::Withdrawn && rolling_line => Recommend::Reinstall,
        Severity::Ok => Recommend::Nothing,
        Severity::Act | Severity::Plan | Severity::Unknown => match cloud_sync {
            CloudSyncState::Eligible => Recommend::CloudSync,
            CloudSyncState::Blocked => Recommend::Upgrade,
            CloudSyncState::Undecided => Recommend::Decide,
        },
    }
}

fn why(verdict: &Verdict, recommend: Recommend, cloud_sync: &CloudSync) -> Vec<Message> {
    let id = match recommend {
        Recommend::Identify => match verdict.status {
            Status::OtherProduct => Id::WhyAgent,
            Status::NotYetReleased => Id::WhyNotYet,
            _ => Id::WhyIdentify,
        },
        Recommend::LookUp if verdict.status == Status::Newer => Id::WhyNewer,
        Recommend::LookUp => Id::WhyTooOld,
        Recommend::Reinstall => Id::WhyWithdrawn,
        Recommend::Upgrade if verdict.severity == Severity::Stopped => Id::WhyStopped,
        Recommend::Nothing => Id::WhyOk,
        Recommend::Upgrade => Id::WhyBlocked,
        Recommend::CloudSync => Id::WhyEligible,
        Recommend::Decide => Id::WhyDecide,
    };
    let mut message = Message::plain(id);
    if id == Id::WhyBlocked {
        let blocker = cloud_sync.blockers.first().map(|blocker| blocker.text.clone());
        message = message.fact("text", blocker.unwrap_or_default());
    }
    let mut why = vec![verdict.reason.clone(), message];
    if recommend == Recommend::Decide {
        why.push(Message::plain(Id::WhyUndecided).with("count", cloud_sync.open.len()));
    }
    if verdict.status == Status::OtherProduct && verdict.severity == Severity::Act {
        let unmet = verdict.cutoffs.iter().find(|cutoff| cutoff.in_force && cutoff.met == Met::No);
        why.extend(unmet.map(|cutoff| Message::plain(Id::WhyAgentUpdate).with("minimum", cutoff.minimum.clone())));
    }
    why
}
