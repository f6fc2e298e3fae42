//! From claims to findings: which numbers are installed, which of them belong
//! to one installation, and what is left over.

use super::claim::{Claim, Evidence, MOST_PASSED, Scene};
use super::lines::REACH;
use super::owner::Owner;
use super::reading::{By, Chosen, Finding, Intake, Number, Passed, Reading, What};
use super::roles::Role;
use super::scan::Token;
use super::servers;
use crate::order;
use crate::table::Product;
use crate::version::Build;

/// The most builds that one unclear finding names.
const MOST_CANDIDATES: usize = 1000;

/// An installed number with what is known about its place.
struct Installed<'a> {
    claim: Claim,
    product: Option<Product>,
    server: Option<&'a str>,
    staging: Option<bool>,
}

/// Sorts claims into findings and what was passed over.
pub(super) fn decide(scene: &Scene<'_>, tokens: Vec<Token>, mut passed: Vec<Passed>) -> Intake {
    let claims = scene.claims(tokens, &mut passed);
    let mut connect = Vec::new();
    let mut siblings = Vec::new();
    for claim in claims {
        match claim.owner {
            Owner::Connect(product) => connect.push((claim, product)),
            Owner::Sibling(product) => siblings.push((claim, product)),
            Owner::Foreign(_) => {}
        }
    }
    let connect = installed_only(scene, connect, &mut passed);
    let connect = complete_first(scene, connect, &mut passed);
    let mut findings = Vec::new();
    if connect.is_empty() {
        findings.extend(siblings_as_findings(scene, siblings, &mut passed));
    } else {
        passed.extend(siblings.iter().map(|(claim, product)| scene.passed(claim, What::Sibling, *product)));
        let installed = located(scene, connect);
        findings.extend(installations(scene, installed, &mut passed));
    }
    let mut passed = order::by_number(passed, |passed| passed.span.start as u64);
    passed.truncate(MOST_PASSED);
    Intake { findings, passed_over: passed }
}

/// Each number with its server. Numbers on one line share its words: each has
/// those between the one before and the one after.
fn located<'a>(scene: &Scene<'a>, connect: Judged) -> Vec<Installed<'a>> {
    let places: Vec<_> = connect.iter().map(|(claim, _)| (claim.line, claim.token.span.clone())).collect();
    let mut last = (usize::MAX, 0);
    let mut located = Vec::with_capacity(connect.len());
    for (index, (claim, product)) in connect.into_iter().enumerate() {
        let line = scene.lines.span(claim.line);
        let from = if last.0 == claim.line { last.1 } else { 0 };
        let next = places.get(index.saturating_add(1)).filter(|(line, _)| *line == claim.line);
        let to = next.map_or(line.end, |(_, span)| span.start).saturating_sub(line.start);
        let (server, staging, consumed) = servers::server(&scene.lines, &scene.headings, &claim, (from, to));
        last = (claim.line, consumed);
        located.push(Installed { claim, product, server, staging });
    }
    if let Some((first, others)) = located.split_first()
        && others.iter().all(|other| other.server == first.server)
    {
        // All speak of one server: what is said of it elsewhere holds for it.
        let said = said_of_staging(scene, first.claim.line);
        for one in &mut located {
            one.staging = one.staging.or(said);
        }
    }
    located
}

/// What the fields near a line say of staging mode.
fn said_of_staging(scene: &Scene<'_>, line: usize) -> Option<bool> {
    let lines = &scene.lines;
    let said = |line: usize| lines.of_servers(line)?.staging_mode;
    lines.up(line).take(REACH).find_map(said).or_else(|| lines.down(line).take(REACH).find_map(said))
}

type Judged = Vec<(Claim, Option<Product>)>;

/// A number of two or three parts counts only where there is no complete one,
/// or where a name or a version label stands beside it.
fn complete_first(scene: &Scene<'_>, connect: Judged, passed: &mut Vec<Passed>) -> Judged {
    let any_complete = connect.iter().any(|(claim, _)| claim.token.is_complete());
    let (kept, dropped): (Vec<_>, Vec<_>) =
        connect.into_iter().partition(|(claim, _)| claim.token.is_complete() || !any_complete || claim.beside);
    passed.extend(dropped.iter().map(|(claim, _)| scene.passed(claim, What::Other, None)));
    kept
}

/// Where words make a number installed, or one to move to, only the installed
/// ones stay. A text that names only a goal has no installed number.
fn installed_only(scene: &Scene<'_>, connect: Judged, passed: &mut Vec<Passed>) -> Judged {
    let (kept, dropped): (Vec<_>, Vec<_>) = connect
        .into_iter()
        .partition(|(claim, _)| matches!(claim.role, Role::Installed | Role::Current | Role::Unsaid));
    passed.extend(dropped.iter().map(|(claim, _)| {
        let what = if claim.role == Role::Previous { What::Previous } else { What::Target };
        scene.passed(claim, what, None)
    }));
    kept
}

/// One finding per neighbour; the first number of each.
fn siblings_as_findings(scene: &Scene<'_>, siblings: Judged, passed: &mut Vec<Passed>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = Vec::new();
    for (claim, product) in siblings {
        if claim.role == Role::Target || seen.contains(&product) {
            passed.push(scene.passed(&claim, What::Sibling, product));
            continue;
        }
        seen.push(product);
        if product.is_none() {
            // A number of several neighbours: all are named.
            let owners = claim.token.four().into_iter().flat_map(|parts| scene.table.with_parts(parts));
            passed.extend(owners.map(|release| scene.passed(&claim, What::Sibling, Some(release.product))));
        }
        let reading = reading(scene, &claim, product);
        findings.push(Finding::Sibling(reading));
    }
    findings
}

fn reading(scene: &Scene<'_>, claim: &Claim, product: Option<Product>) -> Reading {
    Reading {
        product,
        number: claim
            .token
            .four()
            .map_or_else(|| Number::Short(claim.token.parts().to_vec()), |parts| Number::Full(Build::new(parts))),
        text: claim.token.plain(scene.text),
        server: None,
        staging: None,
        partial: false,
        span: claim.token.span.clone(),
        chosen: Chosen::by(By::Form),
    }
}

/// Installed numbers to findings: by server, then by installation.
fn installations<'a>(scene: &Scene<'a>, installed: Vec<Installed<'a>>, passed: &mut Vec<Passed>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for group in grouped(installed, |one| hash(one.server), |a, b| a.server == b.server) {
        findings.extend(of_server(scene, group, passed));
    }
    order::by_number(findings, |finding| place(finding) as u64)
}

/// Groups of equals, each in the order of the text, and so their firsts. Equals
/// have equal keys; those that only share a key are told apart one by one.
fn grouped<'a>(
    items: Vec<Installed<'a>>,
    key: impl Fn(&Installed<'_>) -> u64,
    same: impl Fn(&Installed<'_>, &Installed<'_>) -> bool,
) -> Vec<Vec<Installed<'a>>> {
    let mut groups: Vec<Vec<Installed<'a>>> = Vec::new();
    // For each place the number of a group, from 1 on: that of its key, or one behind it.
    let mut places = vec![0_usize; items.len().saturating_mul(2).next_power_of_two()];
    let last = places.len().saturating_sub(1);
    let shift = 64_u32.saturating_sub(places.len().trailing_zeros()).min(63);
    for item in items {
        let mut step = 0_usize;
        let mut at = (key(&item).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift) as usize & last;
        while let Some(place) = places.get_mut(at) {
            match place.checked_sub(1).and_then(|group| groups.get_mut(group)) {
                None => {
                    groups.push(vec![item]);
                    *place = groups.len();
                    break;
                }
                Some(group) if group.first().is_some_and(|first| same(first, &item)) => {
                    group.push(item);
                    break;
                }
                Some(_) => {
                    step = step.saturating_add(1);
                    at = at.saturating_add(step) & last;
                }
            }
        }
    }
    groups
}

/// FNV-1a, to bring equal names together.
fn hash(name: Option<&str>) -> u64 {
    let bytes = name.unwrap_or_default().bytes();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// A build's parts in one number.
fn packed(parts: &[u16]) -> u64 {
    let number = parts.iter().fold(0u64, |number, part| (number << 16) | u64::from(*part));
    number.wrapping_add(parts.len() as u64)
}

fn place(finding: &Finding) -> usize {
    match finding {
        Finding::Installation(reading) | Finding::Sibling(reading) => reading.span.start,
        Finding::Unclear(readings) => readings.first().map_or(0, |reading| reading.span.start),
        Finding::Nothing => 0,
    }
}

/// The findings of one server (or of a text that names none).
fn of_server<'a>(scene: &Scene<'a>, group: Vec<Installed<'a>>, passed: &mut Vec<Passed>) -> Vec<Finding> {
    if let [only] = group.as_slice() {
        return vec![Finding::Installation(finished(scene, only, None))];
    }
    // A number whose product nothing says is the same as one beside a name.
    let agree = |a: Option<Product>, b: Option<Product>| a == b || a.is_none() || b.is_none();
    let same = |a: &Installed<'_>, b: &Installed<'_>| {
        a.claim.token.parts() == b.claim.token.parts() && agree(a.product, b.product)
    };
    let merged = grouped(group, |one| packed(one.claim.token.parts()), same).into_iter().filter_map(|group| {
        let mut group = group.into_iter();
        let mut first = group.next()?;
        for other in group {
            first.claim.evidence = first.claim.evidence.min(other.claim.evidence);
            first.claim.cut |= other.claim.cut;
            first.product = first.product.or(other.product);
            first.staging = first.staging.or(other.staging);
        }
        Some(first)
    });
    let mut distinct = order::by_number(merged.collect(), |one| one.claim.token.span.start as u64);
    cut_names_are_engines(&mut distinct);
    current_is_not_installed(scene, &mut distinct, passed);
    last_in_a_log(scene, &mut distinct, passed);
    let named_server = distinct.first().is_some_and(|first| first.server.is_some());
    if let [only] = distinct.as_slice() {
        return vec![Finding::Installation(finished(scene, only, None))];
    }
    if one_installation(&distinct) {
        return vec![joined(scene, &distinct, passed)];
    }
    let apart = |(a, b): (&Installed<'_>, &Installed<'_>)| {
        a.claim.line != b.claim.line || titled_cells(scene, &a.claim, &b.claim)
    };
    let rows = distinct.iter().all(|one| one.claim.row) && distinct.iter().zip(distinct.iter().skip(1)).all(apart);
    if rows && !named_server && !among_releases(scene, &distinct) {
        return distinct.iter().map(|one| Finding::Installation(finished(scene, one, None))).collect();
    }
    let readings = distinct.iter().take(MOST_CANDIDATES).map(|one| finished(scene, one, None));
    vec![Finding::Unclear(readings.collect())]
}

/// Whether numbers stand in a list of releases, where none is installed.
fn among_releases(scene: &Scene<'_>, distinct: &[Installed<'_>]) -> bool {
    distinct.iter().all(|one| {
        let (line, start) = (one.claim.line, scene.lines.span(one.claim.line).start);
        let at = one.claim.token.span.start.saturating_sub(start);
        scene.headings.over(&scene.lines, line, at).is_some_and(|(heading, _)| heading.lists_releases())
    })
}

/// Of two rows whose names differ only in that one is cut off, the cut-off one
/// is the synchronization service: only its name is long enough to be cut.
fn cut_names_are_engines(distinct: &mut [Installed<'_>]) {
    let whole = distinct.iter().any(|one| !one.claim.cut && one.claim.evidence == Evidence::Wizard);
    if whole {
        for one in distinct.iter_mut().filter(|one| one.claim.cut) {
            one.claim.evidence = Evidence::Engine;
        }
    }
}

/// Whether two numbers stand in cells of one row that have words of their own.
fn titled_cells(scene: &Scene<'_>, a: &Claim, b: &Claim) -> bool {
    let line = scene.lines.text(a.line);
    let start = scene.lines.span(a.line).start;
    let Some(row) = scene.lines.cells(a.line) else { return false };
    let cell = |claim: &Claim| row.cell_at(claim.token.span.start.saturating_sub(start));
    let titled = |cell: usize| row.text(line, cell).contains(char::is_alphabetic);
    match (cell(a), cell(b)) {
        (Some(a), Some(b)) => a != b && titled(a) && titled(b),
        _ => false,
    }
}

/// "Current version" beside "installed version" is the newest there is.
fn current_is_not_installed<'a>(scene: &Scene<'a>, distinct: &mut Vec<Installed<'a>>, passed: &mut Vec<Passed>) {
    let has = |role: Role| distinct.iter().any(|one| one.claim.role == role);
    if has(Role::Installed) && has(Role::Current) {
        let (current, kept) = std::mem::take(distinct).into_iter().partition(|one| one.claim.role == Role::Current);
        *distinct = kept;
        let current: Vec<Installed<'a>> = current;
        passed.extend(current.iter().map(|one| scene.passed(&one.claim, What::Target, None)));
    }
}

/// In a log the last word on a part of the installation counts.
fn last_in_a_log<'a>(scene: &Scene<'a>, distinct: &mut Vec<Installed<'a>>, passed: &mut Vec<Passed>) {
    let first = distinct.first().map(|one| one.claim.evidence);
    let one_part = distinct.iter().all(|one| Some(one.claim.evidence) == first && one.claim.evidence != Evidence::Bare);
    if distinct.len() > 1 && one_part && distinct.iter().all(|one| begins_with_time(scene.lines.text(one.claim.line))) {
        let last = distinct.pop();
        passed.extend(distinct.iter().map(|one| scene.passed(&one.claim, What::Previous, None)));
        *distinct = last.into_iter().collect();
    }
}

/// Whether a line begins with a time of day, as those of logs do.
fn begins_with_time(line: &str) -> bool {
    /// A day and brackets may stand before it.
    const NEAR: usize = 24;
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let bytes = line.as_bytes();
    bytes.windows(8).take(NEAR).any(|time| match time {
        [a, b, b':', c, d, b':', e, f] => digits(&[*a, *b, *c, *d, *e, *f]),
        _ => false,
    })
}

/// Whether different numbers are parts of one installation: each comes from
/// another part of it.
fn one_installation(distinct: &[Installed<'_>]) -> bool {
    let apart = |one: &Installed<'_>, rest: &[Installed<'_>]| {
        rest.iter().all(|other| other.claim.evidence != one.claim.evidence)
    };
    let product = distinct.first().map(|one| one.product);
    if distinct.iter().any(|one| Some(one.product) != product && one.claim.evidence != Evidence::Cloud) {
        return false;
    }
    let mut rest = distinct;
    while let [one, others @ ..] = rest {
        if one.claim.evidence == Evidence::Bare || !apart(one, others) {
            return false;
        }
        rest = others;
    }
    true
}

/// The closest number counts; the others show that an upgrade did not finish.
fn joined(scene: &Scene<'_>, distinct: &[Installed<'_>], passed: &mut Vec<Passed>) -> Finding {
    let Some(best) = distinct.iter().min_by_key(|one| one.claim.evidence) else {
        return Finding::Nothing;
    };
    let others = || distinct.iter().filter(|one| one.claim.token.parts() != best.claim.token.parts());
    let mut reading = finished(scene, best, others().next());
    reading.partial = true;
    reading.staging = distinct.iter().find_map(|one| one.staging);
    passed.extend(others().map(|one| scene.passed(&one.claim, What::Other, None)));
    Finding::Installation(reading)
}

fn finished(scene: &Scene<'_>, one: &Installed<'_>, other: Option<&Installed<'_>>) -> Reading {
    let mut reading = reading(scene, &one.claim, one.product);
    reading.server = one.server.map(str::to_owned);
    reading.staging = one.staging;
    let by = match (one.claim.evidence, one.product) {
        (Evidence::Engine, _) => By::Engine,
        (Evidence::Configuration, _) => By::Configuration,
        (Evidence::Cloud, _) => By::Cloud,
        (Evidence::Wizard, Some(_)) => By::Name,
        (Evidence::Bare, Some(_)) => By::Listed,
        (Evidence::Wizard | Evidence::Bare, None) => By::Form,
    };
    reading.chosen = Chosen {
        by,
        installed: matches!(one.claim.role, Role::Installed | Role::Current),
        other: other.map(|other| other.claim.token.plain(scene.text)),
    };
    reading
}
