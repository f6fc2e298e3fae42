//! What each number claims to be, from what stands around it.

use std::ops::Range;

use super::lines::{self, Lines};
use super::names::{Mention, Name};
use super::reading::What;
use super::roles::{self, Role};
use super::scan::{self, Token};
use crate::table::{Product, Table};
use crate::version::Build;

/// How far words before and after a number are looked at, in bytes.
const WINDOW: usize = 160;

/// How many lines of output a command is looked for.
const OUTPUT: usize = 30;
/// The most that a build's first part may be above the newest one's.
const MAJOR_AHEAD: u16 = 1;

/// How close a claim is to the installation, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// The synchronization service's own number.
    Engine,
    /// The wizard's, or the product's by name.
    Wizard,
    /// What the configuration was written with.
    Configuration,
    /// What the cloud was told.
    Cloud,
    /// A number without a name.
    Bare,
}

/// Whose a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Connect or a predecessor; `None` while only the number may tell.
    Connect(Option<Product>),
    /// An agent beside Connect.
    Sibling(Option<Product>),
    /// Something else.
    Foreign(What),
}

/// A number with what it claims.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// The number.
    pub token: Token,
    /// All four parts, if it has them.
    pub build: Option<Build>,
    /// The parts that are there.
    pub parts: Vec<u16>,
    /// Whose it is.
    pub owner: Owner,
    /// How close to the installation.
    pub evidence: Evidence,
    /// Whether the product's name was cut off beside it.
    pub cut: bool,
    /// Whether a name or a version label stands beside it.
    pub beside: bool,
    /// What the words say.
    pub role: Role,
    /// Its line.
    pub line: usize,
    /// Whether the line is a row of a list rather than prose.
    pub row: bool,
}

/// Labels that say "version" without a name, in plain lower case.
const VERSION_LABELS: [&str; 22] = [
    "version",
    "fileversion",
    "productversion",
    "displayversion",
    "fileversionraw",
    "productversionraw",
    "file version",
    "product version",
    "display version",
    "versionsnummer",
    "dateiversion",
    "produktversion",
    "versión",
    "versione",
    "versie",
    "versão",
    "wersja",
    "バージョン",
    "版本",
    "build",
    "value",
    "softwareversion",
];

/// Labels whose value names an object.
const NAMING_LABELS: [&str; 22] = [
    "name",
    "displayname",
    "product",
    "productname",
    "product name",
    "file",
    "filename",
    "file name",
    "path",
    "internalname",
    "originalfilename",
    "filedescription",
    "description",
    "caption",
    "package",
    "application",
    "software",
    "program",
    "produkt",
    "nom",
    "nombre",
    "nome",
];

/// Looks at every number of a text.
pub(super) fn claims(table: &Table, lines: &Lines<'_>, text: &str) -> Vec<Claim> {
    scan::tokens(text).into_iter().filter_map(|token| claim(table, lines, text, token)).collect()
}

fn claim(table: &Table, lines: &Lines<'_>, text: &str, token: Token) -> Option<Claim> {
    let index = lines.at(token.span.start);
    let line = lines.get(index)?;
    let line_text = lines.text(index);
    let at = token.span.start.saturating_sub(line.span.start);
    let end = token.span.end.saturating_sub(line.span.start);
    let before = tail(line_text.get(..at).unwrap_or_default(), WINDOW);
    let after = head(line_text.get(end..).unwrap_or_default(), WINDOW);
    let parts: Vec<u16> = token.parts.iter().copied().collect::<Option<_>>().unwrap_or_default();
    let build = <[u16; 4]>::try_from(parts.as_slice()).ok().map(Build::new);
    let mut claim = Claim {
        build,
        owner: Owner::Foreign(What::Other),
        evidence: Evidence::Bare,
        cut: false,
        beside: false,
        role: Role::Unsaid,
        line: index,
        row: is_row(line_text, at..end),
        parts,
        token,
    };
    if let Some(what) = by_shape(&claim, before, after) {
        claim.owner = Owner::Foreign(what);
        return Some(claim);
    }
    let label = value_label(before);
    let named = nearest(&line.mentions, at, end, text, line.span.start)
        .or_else(|| label.is_none_or(versionish).then(|| object(lines, index)).flatten())
        .or_else(|| command(lines, index));
    let labelled = label.is_some_and(versionish) || before.trim_end().to_ascii_lowercase().ends_with("version");
    claim.beside = named.is_some() || labelled;
    claim.cut = named == Some(Name::ConnectCut);
    (claim.owner, claim.evidence) = match named {
        Some(name) => by_name(table, name, &claim),
        None => {
            let single = stands_alone(line_text, at..end);
            (by_number(table, &claim, labelled || single, alone(text, &claim.token.span)), Evidence::Bare)
        }
    };
    claim.role = roles::role(roles::clause(before), after);
    if after.to_ascii_lowercase().contains("status: 1603") {
        claim.role = Role::Target;
    }
    Some(claim)
}

/// What the characters right around a number say it is.
fn by_shape(claim: &Claim, before: &str, after: &str) -> Option<What> {
    let left = before.chars().rev().find(|c| !scan::invisible(*c));
    let right = after.chars().find(|c| !scan::invisible(*c));
    let glued_left =
        left.is_some_and(|c| (c.is_alphanumeric() && !version_prefix(before)) || matches!(c, '+' | '@' | '$' | '€'));
    let unit = after.trim_start().to_ascii_lowercase();
    if claim.parts.len() > 4 || claim.parts.is_empty() {
        return Some(What::Other);
    }
    if right.is_some_and(|c| c.is_ascii_digit() || c == '%') || glued_left {
        return Some(What::Other);
    }
    // 7.00:00:00, 15.01.2020 12:00, 09:30.
    if right == Some(':') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return Some(if claim.parts.len() == 4 { What::Address } else { What::Date });
    }
    if left == Some(':') && before.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return Some(What::Date);
    }
    if right == Some('/') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) && claim.parts.len() == 4 {
        return Some(What::Address);
    }
    if let [day, month, year] = claim.parts.as_slice()
        && *day <= 31
        && *month <= 12
        && (1990..2101).contains(year)
    {
        return Some(What::Date);
    }
    let units = ["kb", "mb", "gb", "tb", "kib", "mib", "gib", "ghz", "mhz", "ms", "sec", "%", "euro", "usd"];
    if claim.parts.len() < 3
        && units.iter().any(|u| unit.strip_prefix(u).is_some_and(|r| !r.starts_with(char::is_alphanumeric)))
    {
        return Some(What::Other);
    }
    None
}

/// Whether the text right before a number is a word that goes with versions:
/// `v2.5`, `Version2.5`, `build2.5`.
fn version_prefix(before: &str) -> bool {
    let word: String = before
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric() || scan::invisible(*c))
        .filter(|c| !scan::invisible(*c))
        .collect();
    let word: String = word.chars().rev().collect::<String>().to_ascii_lowercase();
    matches!(word.as_str(), "v" | "ver" | "version" | "build" | "rel" | "release") || !word.is_ascii()
}

/// The label that the number is the value of.
fn value_label(before: &str) -> Option<&str> {
    let trimmed =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '(' | '{' | '[' | 'v' | 'V'));
    let left = trimmed.strip_suffix([':', '=', '：'])?;
    let start = left.rfind([',', ';', '{', '\t', '|', '(']).map_or(0, |at| at.saturating_add(1));
    let label = left.get(start..)?.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '-' | '*'));
    (!label.is_empty()).then_some(label)
}

fn versionish(label: &str) -> bool {
    let label = label.to_ascii_lowercase();
    VERSION_LABELS.iter().any(|known| label == *known || label.ends_with(&format!(" {known}")))
}

/// The name that goes with a number on its line: the nearest before it, else
/// the nearest after it.
fn nearest(mentions: &[Mention], at: usize, end: usize, text: &str, line_start: usize) -> Option<Name> {
    let before = mentions.iter().rev().find(|mention| mention.end <= at);
    let after = mentions.iter().find(|mention| mention.start >= end);
    let between = |mention: &Mention, from: usize| {
        let gap = line_start.saturating_add(from)..line_start.saturating_add(mention.start);
        text.get(gap).unwrap_or_default().to_owned()
    };
    match (before, after) {
        (Some(before), _) => {
            // A path after the number tells more than a general name before it.
            if before.name == Name::Connect
                && let Some(after) = after
                && matches!(after.name, Name::Engine | Name::Wizard)
                && between(after, end)
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_alphabetic() && c.is_ascii_uppercase())
                && between(after, end).contains(":\\")
            {
                return Some(after.name);
            }
            Some(before.name)
        }
        // "2.6.92 of Entra Connect", "2.5.79.0  C:\…\miiserver.exe": but not a
        // name in the next sentence, and no agent that comes later in prose.
        (None, Some(after)) => {
            let gap = between(after, end);
            let near = gap.chars().count() <= 60 && !gap.contains(". ") && !gap.contains(['!', '?']);
            // A name that has its own number behind it is not for this one.
            let rest = text.get(line_start.saturating_add(after.end)..).unwrap_or_default();
            let taken = rest
                .chars()
                .find(|c| !c.is_whitespace() && !matches!(c, '(' | ':' | 'v' | 'V'))
                .is_some_and(|c| c.is_ascii_digit())
                && !rest
                    .trim_start_matches(|c| scan::blank(c) || matches!(c, '(' | ':' | 'v' | 'V'))
                    .starts_with(['\r', '\n']);
            let near = near && !taken;
            let row = gap.trim().is_empty()
                || gap.contains("  ")
                || gap.contains([',', '\t', '|', ';'])
                || gap.contains(":\\");
            let named = matches!(after.name, Name::Sibling(_) | Name::Agent | Name::CloudSync | Name::Foreign(_));
            (near && (row || !named)).then_some(after.name)
        }
        (None, None) => None,
    }
}

/// The name of the object that a number's line belongs to.
fn object(lines: &Lines<'_>, index: usize) -> Option<Name> {
    let tells = |line: &usize| -> Option<Name> {
        let words = lines.text(*line);
        let naming = lines::label(words).map(str::to_ascii_lowercase);
        let names = naming.as_ref().is_some_and(|label| {
            NAMING_LABELS.iter().any(|known| label == known || label.ends_with(&format!(" {known}")))
        });
        let mentions = &lines.get(*line)?.mentions;
        let strongest = mentions.iter().map(|mention| mention.name).min_by_key(|name| match name {
            Name::Sibling(_) => 0,
            Name::Engine | Name::Wizard | Name::Configuration | Name::Cloud => 1,
            Name::Connect | Name::ConnectCut | Name::AadSync | Name::Dirsync => 2,
            Name::Agent | Name::CloudSync | Name::Foreign(_) => 3,
        })?;
        match strongest {
            Name::Foreign(_) | Name::Agent | Name::CloudSync if !names => None,
            name => Some(name),
        }
    };
    // Only lines of the form "label: value" belong to an object.
    lines::label(lines.text(index))?;
    lines.above(index).find_map(|line| tells(&line)).or_else(|| lines.below(index).find_map(|line| tells(&line)))
}

/// The name in the command whose output a line is, and the kind of list that
/// its heading announces.
fn command(lines: &Lines<'_>, index: usize) -> Option<Name> {
    for line in (0..index).rev().take(OUTPUT) {
        let words = lines.text(line);
        if words.trim_start().starts_with("ModuleType") {
            return Some(Name::Foreign(What::Powershell));
        }
        let prompt = words
            .split_once('>')
            .is_some_and(|(place, _)| place.starts_with("PS ") || place.contains("]: PS ") || place.contains(":\\"));
        if prompt {
            return lines
                .get(line)?
                .mentions
                .iter()
                .rev()
                .map(|mention| mention.name)
                .find(|name| matches!(name, Name::Engine | Name::Wizard | Name::Sibling(_)));
        }
    }
    None
}

/// Whose a number is by the name beside it.
fn by_name(table: &Table, name: Name, claim: &Claim) -> (Owner, Evidence) {
    let connect = |evidence| (Owner::Connect(Some(Product::EntraConnect)), evidence);
    let newest = table.newest().and_then(|newest| newest.build.parts().first().copied()).unwrap_or_default();
    let too_high = claim.parts.first().is_some_and(|major| *major > newest.saturating_add(MAJOR_AHEAD));
    match name {
        // Identity Manager has a file of the same name, with higher numbers.
        Name::Engine if too_high => (Owner::Foreign(What::Other), Evidence::Bare),
        Name::Engine => connect(Evidence::Engine),
        Name::Wizard => connect(Evidence::Wizard),
        Name::Configuration => connect(Evidence::Configuration),
        Name::Cloud => (Owner::Connect(None), Evidence::Cloud),
        Name::Connect | Name::ConnectCut => connect(Evidence::Wizard),
        Name::AadSync => {
            let old = matches!(claim.parts.as_slice(), [1, 0, ..] | [1]);
            if old { (Owner::Connect(Some(Product::AzureAdSync)), Evidence::Engine) } else { connect(Evidence::Engine) }
        }
        Name::Dirsync => {
            let old = matches!(claim.parts.as_slice(), [1, 0, ..] | [1]);
            let product = if old { Some(Product::Dirsync) } else { Some(Product::EntraConnect) };
            (Owner::Connect(product), Evidence::Wizard)
        }
        Name::Sibling(product) => (Owner::Sibling(Some(product)), Evidence::Bare),
        Name::Agent => (by_number(table, claim, false, false), Evidence::Bare),
        Name::CloudSync => match by_number(table, claim, true, false) {
            Owner::Sibling(_) => (Owner::Sibling(Some(Product::ProvisioningAgent)), Evidence::Bare),
            other => (other, Evidence::Bare),
        },
        // A listed build is not taken away by a word that is only near it.
        Name::Foreign(what) => (Owner::Foreign(what), Evidence::Bare),
    }
}

/// Whose a number is when no name stands beside it.
fn by_number(table: &Table, claim: &Claim, labelled: bool, alone: bool) -> Owner {
    let Some(build) = &claim.build else {
        return by_short_number(table, claim, labelled, alone);
    };
    let judged = [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync];
    if let Some(product) = judged.into_iter().find(|product| table.find(*product, build).is_some()) {
        return Owner::Connect(Some(product));
    }
    let mut siblings = table.releases().iter().filter(|release| release.build == *build).map(|release| release.product);
    if let Some(first) = siblings.next() {
        let rest: Vec<_> = siblings.collect();
        let health = |product: Product| {
            matches!(product, Product::HealthSync | Product::HealthAdds | Product::HealthAdfs | Product::HealthAgent)
        };
        return Owner::Sibling(match rest.is_empty() {
            true => Some(first),
            false if health(first) && rest.into_iter().all(health) => Some(Product::HealthAgent),
            false => None,
        });
    }
    match claim.parts.as_slice() {
        [1, 1, third, _] if *third > 882 => Owner::Sibling(None),
        [1, 5, third, _] if *third >= 1000 => Owner::Sibling(None),
        [10, 0, third, _] if *third >= 10240 => Owner::Foreign(What::Windows),
        [6, 0..=3, third, _] if *third >= 6000 => Owner::Foreign(What::Windows),
        [major, _, _, last] if *major > 3 && claim.parts.iter().all(|part| *part <= 255) && *last != 0 => {
            Owner::Foreign(What::Address)
        }
        [major, ..] if (1..=3).contains(major) && labelled || *major <= 9 && alone => Owner::Connect(None),
        parts if parts.len() == 4 && parts.iter().all(|part| *part <= 255) => Owner::Foreign(What::Address),
        _ => Owner::Foreign(What::Other),
    }
}

fn by_short_number(table: &Table, claim: &Claim, labelled: bool, alone: bool) -> Owner {
    let fits = || {
        table
            .releases_of(Product::EntraConnect)
            .any(|release| release.build.parts().iter().zip(&claim.parts).all(|(a, b)| a == b))
    };
    let small = claim.parts.first().is_some_and(|major| (1..=3).contains(major));
    match claim.parts.as_slice() {
        [10, 0, third] if *third >= 10240 => Owner::Foreign(What::Windows),
        [6, 1..=3, third] if *third >= 6000 => Owner::Foreign(What::Windows),
        _ if small && (alone || labelled) => Owner::Connect(None),
        [_, _, _] if fits() => Owner::Connect(None),
        _ if alone => Owner::Connect(None),
        _ => Owner::Foreign(What::Other),
    }
}

/// Whether the text is this number and nothing else that matters.
fn alone(text: &str, span: &Range<usize>) -> bool {
    let rest = |part: Option<&str>| {
        let words = part.unwrap_or_default().to_ascii_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        words.is_empty() || matches!(words, "v" | "version" | "build" | "ver" | "release")
    };
    rest(text.get(..span.start)) && rest(text.get(span.end..))
}

/// Whether a number has its line to itself, but for a server's name.
fn stands_alone(line: &str, span: Range<usize>) -> bool {
    let before = line.get(..span.start).unwrap_or_default().trim().trim_start_matches(['-', '*', '•']);
    let after = line.get(span.end..).unwrap_or_default();
    let host =
        !before.trim().contains(char::is_whitespace) && before.contains(|c: char| c.is_ascii_digit() || c == '-');
    !after.contains(char::is_alphanumeric)
        && (host || !before.contains(char::is_alphanumeric) || before.trim().eq_ignore_ascii_case("v"))
}

/// Whether a line is a row of a list: the number alone, a labelled value, or
/// cells.
fn is_row(line: &str, span: Range<usize>) -> bool {
    let before = line.get(..span.start).unwrap_or_default();
    let after = line.get(span.end..).unwrap_or_default();
    let quiet = |text: &str| !text.chars().any(char::is_alphanumeric) || text.trim().eq_ignore_ascii_case("v");
    (quiet(before) && quiet(after))
        || lines::cells(line).is_some()
        || (quiet(after) && before.split_whitespace().count() <= 4)
        || (quiet(before) && after.split_whitespace().count() <= 3)
}

fn tail(text: &str, bytes: usize) -> &str {
    let mut from = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from = from.saturating_add(1);
    }
    text.get(from..).unwrap_or_default()
}

fn head(text: &str, bytes: usize) -> &str {
    let mut to = bytes.min(text.len());
    while !text.is_char_boundary(to) {
        to = to.saturating_sub(1);
    }
    text.get(..to).unwrap_or_default()
}
