//! Which way an upgrade takes, why, and why not another.

use super::answers::Answers;
use super::upgrade::in_living_line;
use crate::date::Released;
use crate::table::{Channel, Method, Product, Release, Table};
use crate::verdict::{Severity, Verdict};
use crate::version::Build;
use crate::words::{Id, Message};

/// A 2.x build that came out longer ago than this is better left by a swing
/// migration; the vendor names 12 to 18 months.
const SWING_MONTHS: u16 = 18;

/// The method, and the reasons for and against.
pub(super) struct Choice {
    pub method: Method,
    pub why: Vec<Message>,
}

/// The method for a build, by its line and age and by what was answered.
pub(super) fn choose(table: &Table, verdict: &Verdict, product: Product, build: &Build, answers: &Answers) -> Choice {
    let release = table.find(product, build);
    let to = table.newest().map(|newest| newest.version.clone()).unwrap_or_default();
    let old_windows = answers.get("server-os") == Some("2012-r2-or-older");
    let living = in_living_line(table, verdict);
    let say = |id| Message::plain(id).with("to", to.clone()).with("version", build.to_string());
    let mut why = Vec::new();
    if product != Product::EntraConnect {
        let name = table.product(product).map(|info| info.name.clone());
        why.push(Message::plain(Id::WhyMethodNewServer).with("product", name.unwrap_or_default()));
        return Choice { method: Method::NewServer, why };
    }
    let withdrawn = living && release.is_some_and(Release::withdrawn);
    if living && old_windows {
        // One of the two cannot be right: the build itself does not run there.
        why.push(say(Id::WhyWindowsDiffers));
    }
    let method = if withdrawn {
        Method::Reinstall
    } else if old_windows {
        why.push(say(Id::WhyMethodWindows));
        Method::NewServer
    } else if !living {
        why.push(Message::plain(Id::WhyMethodSwingLine));
        why.push(Message::plain(Id::WhyNotInPlaceLine));
        Method::Swing
    } else if automatic(table, verdict, build, answers) {
        why.push(say(Id::WhyMethodAutomatic));
        return Choice { method: Method::Automatic, why };
    } else if answers.get("staging-server") == Some("yes") {
        why.push(say(Id::WhyMethodStaging));
        Method::Swing
    } else if release
        .and_then(|release| release.released)
        .map(Released::first_day)
        .is_some_and(|day| day.plus_months(SWING_MONTHS) < verdict.on)
    {
        why.push(Message::plain(Id::WhyMethodSwing).with("months", usize::from(SWING_MONTHS)));
        why.push(Message::plain(Id::WhyNotInPlace));
        Method::Swing
    } else if release.is_none() {
        // Nobody says how old it is, so nothing may claim that this is enough.
        why.push(Message::plain(Id::WhyMethodUnlisted).with("months", usize::from(SWING_MONTHS)));
        Method::InPlace
    } else {
        why.push(Message::plain(Id::WhyMethodInPlace));
        why.push(Message::plain(Id::WhyNotSwing));
        Method::InPlace
    };
    why.push(say(not_automatic(table, build, answers)));
    Choice { method, why }
}

/// Whether the newest build is offered by automatic upgrade at all.
fn offered(table: &Table) -> bool {
    table
        .newest()
        .is_some_and(|newest| matches!(newest.channel, Channel::DownloadAndAutoUpgrade | Channel::AutoUpgradeOnly))
}

/// Automatic upgrade takes a server that runs and waits; one that is refused
/// has no time for it.
fn automatic(table: &Table, verdict: &Verdict, build: &Build, answers: &Answers) -> bool {
    offered(table)
        && verdict.severity != Severity::Stopped
        && *build >= table.ways().automatic_from
        && answers.get("auto-upgrade") == Some("enabled")
        && answers.get("database") != Some("full-sql")
}

/// Why automatic upgrade does not do it.
fn not_automatic(table: &Table, build: &Build, answers: &Answers) -> Id {
    if !offered(table) {
        Id::WhyNotAutomaticDownload
    } else if *build < table.ways().automatic_from {
        Id::WhyNotAutomaticBuild
    } else if answers.get("database") == Some("full-sql") {
        Id::WhyNotAutomaticSql
    } else if matches!(answers.get("auto-upgrade"), Some("disabled" | "suspended")) {
        Id::WhyNotAutomaticState
    } else {
        Id::WhyMaybeAutomatic
    }
}
