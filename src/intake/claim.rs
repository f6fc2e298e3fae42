//! What each number claims to be, from what stands around it.

use std::ops::Range;

use super::glyph;
use super::hosts;
use super::line_facts::{Command, Facts};
use super::lines::Lines;
use super::looks;
use super::names::{Mention, Name};
use super::owner::{self, Owner};
use super::reading::What;
use super::roles::{self, Role};
use super::scan::Token;
use super::tables::{self, Column, Cut, Heading, Headings, Holds, Row};
use crate::table::Table;
use crate::version::Build;

/// How far words before and after a number are looked at, in bytes.
const WINDOW: usize = 160;

/// How many lines of output a command is looked for.
const OUTPUT: usize = 30;
/// How far a name may stand from its number on the same line, in bytes.
const FAR: usize = 600;
/// The longest text, in bytes, that may be a number and nothing else.
const SHORT: usize = 80;

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

/// A number with what it claims.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// The number.
    pub token: Token,
    /// All four parts, if it has them.
    pub build: Option<Build>,
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

/// A text with its lines and headings, in which numbers are looked at.
pub(super) struct Scene<'a> {
    pub table: &'a Table,
    pub text: &'a str,
    pub lines: Lines<'a>,
    pub headings: Headings,
}

impl Scene<'_> {
    /// Looks at every number.
    pub fn claims(&self, tokens: Vec<Token>) -> Vec<Claim> {
        tokens.into_iter().filter_map(|token| self.claim(token)).collect()
    }

    fn claim(&self, token: Token) -> Option<Claim> {
        let lines = &self.lines;
        let index = lines.at(token.span.start);
        let start = lines.span(index).start;
        let line = lines.text(index);
        let at = token.span.start.saturating_sub(start);
        let end = token.span.end.saturating_sub(start);
        let before = tail(line.get(..at).unwrap_or_default(), WINDOW);
        let after = head(line.get(end..).unwrap_or_default(), WINDOW);
        let parts = token.parts();
        let apart = token.apart;
        let foreign = if apart { None } else { looks::something_else(parts, line.get(at..end)?, before, after) };
        let build = token.four().map(Build::new);
        let mut claim = Claim {
            build,
            owner: Owner::Foreign(foreign.unwrap_or(What::Other)),
            evidence: Evidence::Bare,
            cut: false,
            beside: false,
            role: Role::Unsaid,
            line: index,
            row: false,
            token,
        };
        if foreign.is_some() {
            return Some(claim);
        }
        let parts = claim.token.parts();
        let facts = lines.facts(index)?;
        let row = lines.row(index);
        let over = self.headings.over(lines, index, at);
        let heading = over.map(|(heading, _)| heading);
        let column = over.and_then(|(heading, column)| heading.columns.get(column));
        let label = value_label(before);
        let labelled = label.is_some_and(tables::speaks_of_version)
            || column.is_some_and(|column| column.version)
            || ends_in_version(before);
        let short = claim.build.is_none();
        let on_line = column
            .and_then(|column| column.name.as_ref())
            .map(|mention| mention.name)
            .or_else(|| nearest(&facts.mentions, at..end, line, owner::listed(self.table, claim.build.as_ref())))
            .or_else(|| other_program(heading, facts, lines, index, line));
        let named = on_line
            .or_else(|| label.is_none_or(tables::speaks_of_version).then(|| object(lines, index)).flatten())
            .or_else(|| apart.then(|| above(lines, index)).flatten())
            .or_else(|| continued(lines, index, before))
            .or_else(|| labelled.then(|| titled(lines, index, before)).flatten())
            .or_else(|| command(lines, index))
            .filter(|name| !short || column.is_some() || adjacent(*name, before));
        let single = row.is_some_and(|line| stands_alone(line, at..end, parts.len()));
        let labelled = labelled || apart;
        claim.beside = named.is_some() || labelled || single;
        claim.cut = named == Some(Name::ConnectCut);
        claim.row = row.is_some_and(|line| is_row(line, at..end, facts.row.is_some()));
        (claim.owner, claim.evidence) = match named {
            Some(name) => owner::by_name(self.table, name, parts, claim.build.as_ref(), on_line.is_some()),
            None => {
                let alone = alone(self.text, &claim.token.span);
                let build = claim.build.as_ref();
                (owner::by_number(self.table, parts, build, labelled || single, alone), Evidence::Bare)
            }
        };
        if !matches!(claim.owner, Owner::Foreign(_)) {
            claim.role = role(facts.row.as_ref(), line, at..end, column);
            if undone(before) || undone(after) {
                claim.role = Role::Target;
            }
        }
        Some(claim)
    }
}

/// How the names of Connect begin, which output may cut off anywhere.
const MAKER: [&str; 4] = ["microsoft entra connect", "microsoft azure ad connect", "azure ad connect", "entra connect"];

/// Whether one of two texts begins the other, capitals aside.
fn starts_alike(name: &str, cut: &str) -> bool {
    let cut = cut.trim();
    let length = cut.len().min(name.len());
    !cut.is_empty()
        && cut.get(..length).is_some_and(|cut| name.get(..length).is_some_and(|n| n.eq_ignore_ascii_case(cut)))
}

/// Whether a row is about a program of somebody else: its column of programs
/// says so, or it is a line of a list of programs, with a size or a maker.
fn other_program(
    heading: Option<&Heading>,
    facts: &Facts,
    lines: &Lines<'_>,
    index: usize,
    line: &str,
) -> Option<Name> {
    if facts.mentions.iter().any(|mention| !matches!(mention.name, Name::Foreign(_))) {
        return None;
    }
    let foreign = Some(Name::Foreign(What::Other));
    let program = |words: &str| {
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let cut = words.strip_suffix('…').or_else(|| words.strip_suffix("..."));
        let ours = cut.is_some_and(|cut| MAKER.iter().any(|name| starts_alike(name, cut)));
        letters >= 3 && !ours && hosts::only_host(words).is_none() && !words.eq_ignore_ascii_case("connect")
    };
    if let Some(heading) = heading
        && let Some(column) = heading.columns.iter().position(|column| column.holds == Holds::Programs)
    {
        return heading.cell(lines, index, column).filter(|words| program(words)).and(foreign);
    }
    let row = facts.row.as_ref().filter(|row| row.cells.len() >= 3)?;
    let listed = (1..row.cells.len()).any(|cell| tables::is_size_or_maker(row.text(line, cell)));
    (listed && program(row.text(line, 0))).then_some(Name::Foreign(What::Other))
}

/// What the words around a number in its cell say, else the heading of its
/// column, else the cell that labels it.
fn role(row: Option<&Row>, line: &str, number: Range<usize>, column: Option<&Column>) -> Role {
    let mut from = 0;
    let mut to = line.len();
    let mut label = Role::Unsaid;
    if let Some(row) = row
        && let Some(cell) = row.cell_at(number.start)
        && let (start, end) = row.cells.get(cell).copied().unwrap_or((from, to))
        // Spaces part cells only where the cell has words of its own.
        && (row.cut != Cut::Spaces || start < number.start)
    {
        (from, to) = (start, end);
        let words = cell.checked_sub(1).map(|left| row.text(line, left)).unwrap_or_default();
        let said = words.split_whitespace().count() <= 5 && !words.contains(|c: char| c.is_ascii_digit());
        label = if said { roles::of_heading(words) } else { Role::Unsaid };
    }
    let before = tail(line.get(from..number.start).unwrap_or_default(), WINDOW);
    let after = head(line.get(number.end..to.max(number.end)).unwrap_or_default(), WINDOW);
    match roles::role(roles::clause(before), after) {
        Role::Unsaid => match column.map_or(Role::Unsaid, |column| column.role) {
            Role::Unsaid => label,
            said => said,
        },
        said => said,
    }
}

/// Whether the words right before a number end in "version".
fn ends_in_version(before: &str) -> bool {
    let words = before.trim_end();
    let last = words.rsplit(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default();
    last.len() <= 40 && tables::speaks_of_version(last)
}

/// Whether an installer's report says that the product did not get or stay
/// there.
fn undone(words: &str) -> bool {
    const WORDS: [&str; 8] = [
        "status: 1602",
        "status: 1603",
        ": 1602",
        ": 1603",
        "installation failed",
        "fehler bei der installation",
        "removed the product",
        "result: failed",
    ];
    let words = words.to_ascii_lowercase();
    WORDS.iter().any(|word| words.contains(word))
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

/// The name that goes with a number on its line: the nearest before it, else
/// the nearest after it.
fn nearest(mentions: &[Mention], number: Range<usize>, line: &str, listed: bool) -> Option<Name> {
    let passed = mentions.partition_point(|mention| mention.end <= number.start);
    let near = |mention: &&Mention| number.start.saturating_sub(mention.end) <= FAR;
    let before = mentions.get(..passed)?.iter().rev().take_while(near).find(|mention| {
        let gap = line.get(mention.end..number.start).unwrap_or_default();
        !matches!(mention.name, Name::Foreign(_)) || takes_away(gap, listed)
    });
    let after = mentions.get(passed..)?.iter().find(|mention| mention.start >= number.end);
    let after = after.filter(|mention| mention.start.saturating_sub(number.end) <= FAR);
    let gap = after.and_then(|mention| line.get(number.end..mention.start)).unwrap_or_default();
    match (before, after) {
        // A path after the number tells more than a general name before it.
        (Some(before), Some(after))
            if before.name == Name::Connect
                && matches!(after.name, Name::Engine | Name::Wizard)
                && gap.trim_start().starts_with(|c: char| c.is_ascii_uppercase())
                && gap.contains(":\\") =>
        {
            Some(after.name)
        }
        (Some(before), _) => Some(before.name),
        (None, Some(after)) => behind(after, gap, line),
        (None, None) => None,
    }
}

/// Whether the name of other software reaches over a gap to a number. Not when
/// it has a number of its own in between; and a listed build is only taken
/// away by a name right beside it or in the same row.
fn takes_away(gap: &str, listed: bool) -> bool {
    let row = gap.contains("  ") || gap.contains([',', ';', '|', '\t']);
    let words = gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let number = gap.contains(|c: char| c.is_ascii_digit());
    !(number && (listed || gap.len() > 40)) && (!listed || words == 0 || (row && words <= 4) || gap.trim() == "version")
}

/// A name behind a number, as in "2.6.92 of Entra Connect" or
/// "2.5.79.0  C:\\…\\miiserver.exe": but not one in the next sentence, no
/// agent that comes later in prose, and none that has its own number.
fn behind(after: &Mention, gap: &str, line: &str) -> Option<Name> {
    let rest = line.get(after.end..).unwrap_or_default();
    let rest = rest.trim_start_matches(|c| glyph::blank(c) || matches!(c, '(' | ':' | 'v' | 'V' | '\t'));
    let near = gap.chars().count() <= 60 && !gap.contains(". ") && !gap.contains(['!', '?']);
    if !near || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let row = gap.trim().is_empty() || gap.contains("  ") || gap.contains([',', '\t', '|', ';']) || gap.contains(":\\");
    let other = matches!(after.name, Name::Sibling(_) | Name::Agent | Name::CloudSync | Name::Foreign(_));
    (row || !other || gap.trim() == "of").then_some(after.name)
}

/// Whether a number of two or three parts stands right behind a name of
/// Connect; further away it is as likely to be anything else. Names that take
/// a number away reach further.
fn adjacent(name: Name, before: &str) -> bool {
    if !name.of_connect() {
        return true;
    }
    let from = super::names::mentions(before).last().map_or(0, |mention| mention.end);
    let gap = before.get(from..).unwrap_or_default();
    gap.split_whitespace().count() <= 3 && !gap.contains([',', ';', '.', '!', '?'])
}

/// The name of the object that a number's line belongs to.
fn object(lines: &Lines<'_>, index: usize) -> Option<Name> {
    // Only lines of the form "label: value" belong to an object.
    lines.facts(index)?.label.as_ref()?;
    lines.above(index).find_map(tells).or_else(|| lines.below(index).find_map(tells))
}

/// The name that a line gives to its object. Other software counts only where
/// the line's label says that it names something.
fn tells(facts: &Facts) -> Option<Name> {
    let strongest = facts.mentions.iter().map(|mention| mention.name).min_by_key(|name| match name {
        Name::Sibling(_) => 0,
        Name::Engine | Name::Wizard | Name::Configuration | Name::Cloud => 1,
        Name::Connect | Name::ConnectCut | Name::AadSync | Name::Dirsync => 2,
        Name::Agent | Name::CloudSync | Name::Foreign(_) => 3,
    })?;
    let naming = || {
        let label = facts.label.as_deref().unwrap_or_default();
        NAMING_LABELS.iter().any(|known| label == *known || label.strip_suffix(known).is_some_and(|l| l.ends_with(' ')))
    };
    let named = strongest.of_connect() || matches!(strongest, Name::Sibling(_));
    (named || naming()).then_some(strongest)
}

/// What a field names whose values go on in lines of their own, set in below.
fn continued(lines: &Lines<'_>, index: usize, before: &str) -> Option<Name> {
    /// Less may be the margin of a list.
    const INDENT: usize = 8;
    const NEAR: usize = 5;
    if before.len() < INDENT || !before.trim().is_empty() {
        return None;
    }
    let facts = lines.up(index).take(NEAR).filter_map(|line| lines.facts(line)).find(|facts| facts.label.is_some())?;
    facts.mentions.last().map(|mention| mention.name)
}

/// The name right above a line that holds only "Version" and its number.
fn titled(lines: &Lines<'_>, index: usize, before: &str) -> Option<Name> {
    const NEAR: usize = 2;
    const WORDS: usize = 24;
    if before.trim().len() > WORDS {
        return None;
    }
    let mut near = lines.up(index).take(NEAR).filter(|line| !lines.has_number(*line));
    near.find_map(|line| lines.facts(line)?.mentions.last().map(|mention| mention.name))
}

/// The last name in the lines above.
fn above(lines: &Lines<'_>, index: usize) -> Option<Name> {
    /// A command and the headings of its output.
    const NEAR: usize = 8;
    let mut near = lines.up(index).take(NEAR);
    near.find_map(|line| lines.facts(line)?.mentions.last().map(|mention| mention.name))
}

/// The name in the command whose output a line is.
fn command(lines: &Lines<'_>, index: usize) -> Option<Name> {
    let above = lines.up(index).take(OUTPUT).filter_map(|line| lines.facts(line));
    match above.map(|facts| facts.command).find(|command| *command != Command::None)? {
        Command::Of(name) => Some(name),
        Command::Unnamed | Command::None => None,
    }
}

/// Whether the text is this number and nothing else that matters.
fn alone(text: &str, span: &Range<usize>) -> bool {
    if text.len() > SHORT {
        return false;
    }
    let rest = |part: Option<&str>| {
        let words = part.unwrap_or_default().to_ascii_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        words.is_empty() || matches!(words, "v" | "version" | "build" | "ver" | "release")
    };
    rest(text.get(..span.start)) && rest(text.get(span.end..))
}

/// Whether a number has its line to itself, but for a server's name.
fn stands_alone(line: &str, span: Range<usize>, parts: usize) -> bool {
    let before = line.get(..span.start).unwrap_or_default().trim_start().trim_start_matches(['-', '*', '•']);
    let after = line.get(span.end..).unwrap_or_default();
    // Two parts behind a word are as likely a rate or a temperature.
    let host = parts >= 3 && hosts::is_host(before.trim_end_matches([' ', '\t', ':']).trim_start());
    !after.contains(char::is_alphanumeric)
        && (host || !before.contains(char::is_alphanumeric) || before.trim().eq_ignore_ascii_case("v"))
}

/// Whether a line is a row of a list: the number alone, a labelled value, or
/// cells.
fn is_row(line: &str, span: Range<usize>, cells: bool) -> bool {
    let before = line.get(..span.start).unwrap_or_default();
    let after = line.get(span.end..).unwrap_or_default();
    let quiet = |text: &str| !text.chars().any(char::is_alphanumeric) || text.trim().eq_ignore_ascii_case("v");
    (quiet(before) && quiet(after))
        || cells
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
