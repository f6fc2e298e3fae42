//! Which name goes with a number: the nearest on its line, that of its object,
//! of its table, or of the command that printed it.

use std::ops::Range;

use super::glyph;
use super::headings::{Heading, Holds};
use super::hosts;
use super::lexicon::lexicon;
use super::line_facts::Command;
use super::lines::Lines;
use super::names::{self, Mention, Name};
use super::reading::What;
use super::tables;

lexicon! {
    /// Labels whose value names an object.
    NAMING: () = [
        ((), "name|displayname|product|productname|product name|file|filename|file name|path|internalname|\
         originalfilename|filedescription|description|caption|package|application|software|program|\
         produkt|nom|nombre|nome"),
    ]
}

/// How far a name may stand from its number on the same line, in bytes.
const FAR: usize = 600;
/// The name that goes with a number on its line: the nearest before it, else
/// the nearest after it.
pub(super) fn nearest(mentions: &[Mention], number: Range<usize>, line: &str, listed: bool) -> Option<Name> {
    let passed = mentions.partition_point(|mention| mention.end <= number.start);
    let near = |mention: &&Mention| number.start.saturating_sub(mention.end) <= FAR;
    let before = mentions.get(..passed)?.iter().rev().take_while(near).find(|mention| {
        let gap = line.get(mention.end..number.start).unwrap_or_default();
        !matches!(mention.name, Name::Foreign(_)) || takes_away(gap, listed)
    });
    let mut behind_it = mentions.get(passed..)?.iter().filter(|mention| mention.start >= number.end);
    let after = behind_it.next().map(|first| match behind_it.next() {
        // Of a path its file tells more than its folder.
        Some(file) if in_one_path(line, first, file) => file,
        _ => first,
    });
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

/// Whether two names stand in one path.
fn in_one_path(line: &str, folder: &Mention, file: &Mention) -> bool {
    let between = line.get(folder.end..file.start).unwrap_or_default();
    line.get(..folder.end).is_some_and(|left| left.ends_with('\\')) && !between.contains(['"', '\'', ' ', '\t'])
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
    let seen = |c: &char| !glyph::invisible(*c);
    let near = gap.chars().filter(seen).count() <= 60 && !gap.contains(". ") && !gap.contains(['!', '?']);
    if !near || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let nothing = gap.chars().filter(seen).all(char::is_whitespace);
    let row = nothing || gap.contains("  ") || gap.contains([',', '\t', '|', ';']) || gap.contains(":\\");
    let other = matches!(after.name, Name::Sibling(_) | Name::Agent | Name::CloudSync | Name::Foreign(_));
    (row || !other || gap.trim() == "of").then_some(after.name)
}

/// Whether a number of two or three parts stands right behind a name of
/// Connect; further away it is as likely to be anything else. Names that take
/// a number away reach further.
pub(super) fn adjacent(name: Name, before: &str) -> bool {
    if !name.of_connect() {
        return true;
    }
    let from = names::mentions(before).last().map_or(0, |mention| mention.end);
    let gap = before.get(from..).unwrap_or_default();
    gap.split_whitespace().count() <= 3 && !gap.contains([',', ';', '.', '!', '?'])
}

/// The name of the object that a number's line belongs to.
pub(super) fn object(lines: &Lines<'_>, index: usize) -> Option<Name> {
    // Only lines of the form "label: value" belong to an object.
    lines.label(index)?;
    let tells = |line: usize| tells(lines, line);
    lines.above(index).find_map(tells).or_else(|| lines.below(index).find_map(tells))
}

/// The name that a line gives to its object. Other software counts only where
/// the line's label says that it names something.
fn tells(lines: &Lines<'_>, line: usize) -> Option<Name> {
    let strongest = lines.mentions(line).iter().map(|mention| mention.name).min_by_key(|name| match name {
        Name::Sibling(_) => 0,
        Name::Engine | Name::Wizard | Name::Configuration | Name::Cloud => 1,
        Name::Connect | Name::ConnectCut | Name::AadSync | Name::Dirsync => 2,
        Name::Agent | Name::CloudSync | Name::Foreign(_) => 3,
    })?;
    let named = strongest.of_connect() || matches!(strongest, Name::Sibling(_));
    (named || naming(lines, line)).then_some(strongest)
}

/// Whether the label of a line says that its value names something.
fn naming(lines: &Lines<'_>, line: usize) -> bool {
    let label = lines.label(line).unwrap_or_default();
    NAMING.words(label).last().is_some_and(|hit| hit.end == label.len())
}

/// The name that a line without a number gives to what stands below. A field
/// like "IPv4 Address: …" tells of itself and not of its neighbours.
fn title(lines: &Lines<'_>, line: usize) -> Option<Name> {
    let name = lines.mentions(line).last().filter(|_| !lines.has_number(line))?.name;
    let field = matches!(name, Name::Foreign(_)) && lines.label(line).is_some() && !naming(lines, line);
    (!field).then_some(name)
}

/// What a field names whose values go on in lines of their own, set in below.
pub(super) fn continued(lines: &Lines<'_>, index: usize, before: &str) -> Option<Name> {
    /// Less may be the margin of a list.
    const INDENT: usize = 8;
    const NEAR: usize = 5;
    if before.len() < INDENT || !before.trim().is_empty() {
        return None;
    }
    let field = lines.up(index).take(NEAR).find(|line| lines.label(*line).is_some())?;
    lines.mentions(field).last().map(|mention| mention.name)
}

/// The name right above a line that holds only "Version" and its number.
pub(super) fn titled(lines: &Lines<'_>, index: usize, before: &str) -> Option<Name> {
    const NEAR: usize = 2;
    const WORDS: usize = 24;
    if before.trim().len() > WORDS {
        return None;
    }
    lines.up(index).take(NEAR).find_map(|line| title(lines, line))
}

/// The last name in the lines above that have no number of their own.
pub(super) fn above(lines: &Lines<'_>, index: usize) -> Option<Name> {
    /// A command and the headings of its output.
    const NEAR: usize = 8;
    lines.up(index).take(NEAR).find_map(|line| title(lines, line))
}

/// The name in the command whose output a line is.
pub(super) fn command(lines: &Lines<'_>, index: usize) -> Option<Name> {
    match lines.command(index) {
        Command::Of(name) => Some(name),
        Command::Unnamed | Command::None => None,
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
pub(super) fn other_program(heading: Option<&Heading<'_>>, lines: &Lines<'_>, index: usize, at: usize) -> Option<Name> {
    if lines.mentions(index).iter().any(|mention| !matches!(mention.name, Name::Foreign(_))) {
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
    let line = lines.row(index)?;
    let row = lines.cells(index).filter(|row| row.cells.len() >= 3 && row.cell_at(at).is_some_and(|cell| cell > 0))?;
    let listed = (1..row.cells.len()).any(|cell| tables::is_size_or_maker(row.text(line, cell)));
    (listed && program(row.text(line, 0))).then_some(Name::Foreign(What::Other))
}
