//! Headings: what stands above a table says what its columns hold.

use super::lexicon::lexicon;
use super::lines::Lines;
use super::names::{self, Mention, Name};
use super::roles::{self, Role};
use super::servers;
use super::staging;
use super::tables::{Cut, Row, holds_programs, speaks_of_version};

/// Headings of tables further up, passed for the one of this table.
const TABLES: usize = 8;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holds<'a> {
    /// Names of servers.
    Servers,
    /// Names of programs.
    Programs,
    /// The values of one server, whose name is the heading.
    Of(&'a str),
    /// Anything else.
    Values,
}

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column<'a> {
    /// Its heading, as bytes of the heading's line.
    start: usize,
    /// What it holds.
    pub holds: Holds<'a>,
    /// The role of its numbers.
    pub role: Role,
    /// Whose numbers they are.
    pub name: Option<Mention>,
    /// Whether the heading says "version".
    pub version: bool,
    /// Whether it says "staging".
    pub staging: bool,
    /// Whether it says when a build came out, or when its support ends.
    release: bool,
}

/// The heading of a table.
#[derive(Debug)]
pub(super) struct Heading<'a> {
    /// Its line.
    pub line: usize,
    cut: Cut,
    /// Its columns.
    pub columns: Vec<Column<'a>>,
}

lexicon! {
    /// Headings of what is said of a release, and not of an installation.
    RELEASE: () = [
        ((), "released|release date|date released|released on|end of support|end of support date|support ends|\
         end of life|retirement date|veröffentlicht|veröffentlicht am|veröffentlichungsdatum|supportende|\
         ende des supports|date de publication|date de sortie|fin de support|fin du support|\
         fecha de lanzamiento|fin de soporte|fin del soporte|data di rilascio|fine del supporto|\
         data de lançamento|fim do suporte|releasedatum|einde van ondersteuning|data wydania|\
         リリース日|サポート終了日|发布日期|支持结束日期"),
    ]
}

/// The heading that a line is, if it has cells and one of them names what
/// stands below.
fn heading<'a>(lines: &Lines<'a>, index: usize) -> Option<Heading<'a>> {
    if lines.has_number(index) {
        return None;
    }
    let text = lines.row(index)?;
    let dashes = dashes_below(lines, index);
    let row = dashes.as_ref().or(lines.cells(index))?;
    // "Version  : 396" is a field, and so is "Server name   SYNC01".
    if row.cut == Cut::Spaces && (lines.label(index).is_some() || lines.of_servers(index)?.server.is_some()) {
        return None;
    }
    let columns: Vec<Column<'a>> = (0..row.cells.len()).map(|cell| column(row, text, cell)).collect();
    let servers = columns.iter().any(|column| column.holds == Holds::Servers);
    let hosts = columns.iter().skip(1).any(|column| matches!(column.holds, Holds::Of(_)));
    let versions = columns.iter().any(|column| column.version);
    let roles = columns.iter().filter(|column| column.role != Role::Unsaid).count();
    let named = columns.iter().any(|column| column.name.is_some());
    (dashes.is_some() || versions || hosts || (servers && (roles > 0 || named)) || roles > 1).then_some(Heading {
        line: index,
        cut: row.cut,
        columns,
    })
}

/// The cells of a heading whose columns are underlined with dashes, which tell
/// exactly where each begins.
fn dashes_below(lines: &Lines<'_>, index: usize) -> Option<Row> {
    let (line, below) = (lines.row(index)?, lines.row(index.saturating_add(1))?.trim_end());
    let only = below.contains("--") && below.chars().all(|c| matches!(c, '-' | ' '));
    if !only || lines.gap(index.saturating_add(1)) {
        return None;
    }
    let place = |chars: usize| line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
    let starts: Vec<usize> = (0..below.len())
        .filter(|at| below.get(..*at).is_some_and(|left| left.is_empty() || left.ends_with(' ')))
        .filter(|at| below.get(*at..).is_some_and(|rest| rest.starts_with('-')))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let cells: Vec<(usize, usize)> = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let (from, to) = (place(*start), place(end));
            (from, from.saturating_add(line.get(from..to).map_or(0, |words| words.trim_end().len())))
        })
        .collect();
    (cells.len() >= 2).then_some(Row { cut: Cut::Spaces, cells })
}

fn column<'a>(row: &Row, line: &'a str, cell: usize) -> Column<'a> {
    let words = row.text(line, cell);
    let start = row.cells.get(cell).map_or(0, |(start, _)| *start);
    // Inventories add a digit to their headings (`DisplayName0`).
    let holds = if servers::is_label(words.trim_end_matches('0')) {
        Holds::Servers
    } else if holds_programs(words) {
        Holds::Programs
    } else if let Some(host) = servers::only_host(words) {
        Holds::Of(host)
    } else {
        Holds::Values
    };
    Column {
        start,
        holds,
        role: roles::of_heading(words),
        // "Application version" is any program's.
        name: names::mentions(words).pop().filter(|mention| mention.name != Name::Wizard).or_else(|| part(words)),
        version: speaks_of_version(words),
        staging: staging::speaks_of_staging(words),
        release: RELEASE.whole(words.trim()).is_some(),
    }
}

/// A part of the installation that has a column of its own.
fn part(words: &str) -> Option<Mention> {
    let name = match words.to_ascii_lowercase().as_str() {
        "engine" | "engine version" | "sync engine" => Name::Engine,
        "wizard" | "wizard version" => Name::Wizard,
        _ => return None,
    };
    Some(Mention { name, start: 0, end: words.len() })
}

/// All headings of a text's lines.
#[derive(Debug)]
pub(super) struct Headings<'a> {
    headings: Vec<Heading<'a>>,
    /// For each line the number of blank lines above.
    blocks: Vec<usize>,
}

impl<'a> Headings<'a> {
    /// Looks at every line.
    pub fn new(lines: &Lines<'a>) -> Self {
        let mut blank = 0usize;
        let mut headings = Vec::new();
        let mut blocks: Vec<usize> = Vec::with_capacity(lines.len());
        for index in 0..lines.len() {
            if lines.text(index).trim().is_empty() {
                blank = blank.saturating_add(1);
            } else {
                // A table has one heading: further lines without a number are rows.
                let inside = headings.last().is_some_and(|above: &Heading<'_>| {
                    above.cut == Cut::Spaces && blocks.get(above.line) == Some(&blank)
                });
                headings.extend(heading(lines, index).filter(|found| !(inside && found.cut == Cut::Spaces)));
            }
            blocks.push(blank);
        }
        Self { headings, blocks }
    }

    /// The heading above a line and the place of the column that holds a byte
    /// of the line.
    pub fn over(&self, lines: &Lines<'_>, index: usize, at: usize) -> Option<(&Heading<'a>, usize)> {
        let above = self.headings.partition_point(|heading| heading.line < index);
        let mut near = self.headings.get(..above)?.iter().rev().take(TABLES);
        near.find_map(|heading| Some((heading, self.column(heading, lines, index, at)?)))
    }

    fn column(&self, heading: &Heading<'_>, lines: &Lines<'_>, index: usize, at: usize) -> Option<usize> {
        let same_block = self.blocks.get(index) == self.blocks.get(heading.line);
        let columns = &heading.columns;
        match heading.cut {
            Cut::By(_) => {
                let row = lines.cells(index)?;
                let fits = row.cut == heading.cut && (row.cells.len() == columns.len() || same_block);
                row.cell_at(at).filter(|cell| fits && *cell < columns.len())
            }
            Cut::Spaces if same_block => {
                let before = |line: &str, bytes: usize| line.get(..bytes).map(|words| words.chars().count());
                let place = before(lines.row(index)?, at)?;
                let title = lines.text(heading.line);
                columns.iter().rposition(|column| before(title, column.start).is_some_and(|start| start <= place))
            }
            Cut::Spaces => None,
        }
    }
}

impl Heading<'_> {
    /// Whether the table is a list of releases, as their history shows it: the
    /// version leads, and no row is a server's.
    pub fn lists_releases(&self) -> bool {
        self.columns.first().is_some_and(|first| first.version) && self.columns.iter().any(|column| column.release)
    }

    /// The words of a row under one of the columns.
    pub fn cell<'a>(&self, lines: &Lines<'a>, index: usize, column: usize) -> Option<&'a str> {
        let line = lines.row(index)?;
        match self.cut {
            Cut::By(_) => Some(lines.cells(index)?.text(line, column)),
            Cut::Spaces => {
                let title = lines.text(self.line);
                let place = |column: &Column<'_>| title.get(..column.start).map(|words| words.chars().count());
                let from = place(self.columns.get(column)?)?;
                let to = self.columns.get(column.saturating_add(1)).and_then(place).unwrap_or(usize::MAX);
                let byte = |chars: usize| line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
                line.get(word_start(line, byte(from))..word_start(line, byte(to))).map(str::trim)
            }
        }
    }
}

/// Where the word begins that a byte stands in, else the byte itself: cells
/// that slipped out of their column are not cut in two.
fn word_start(line: &str, at: usize) -> usize {
    let inside = line.get(at..).is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
    let left = line.get(..at).unwrap_or_default();
    if inside { left.trim_end_matches(|c: char| !c.is_whitespace()).len() } else { at }
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    fn column_of<'a>(text: &'a str, number: &str) -> Option<(Holds<'a>, Role, bool)> {
        let lines = Lines::around(text, &scan::tokens(text));
        let headings = Headings::new(&lines);
        let at = text.find(number).unwrap();
        let index = lines.at(at);
        let (heading, column) = headings.over(&lines, index, at - lines.span(index).start)?;
        let column = &heading.columns[column];
        Some((column.holds.clone(), column.role, column.version))
    }

    #[test]
    fn headings_speak_for_what_is_below() {
        let csv = "Server,Installed,Latest\nSYNC01,2.4.27.0,2.6.92.0\n";
        assert_eq!(column_of(csv, "2.4.27.0"), Some((Holds::Values, Role::Installed, false)));
        assert_eq!(column_of(csv, "2.6.92.0"), Some((Holds::Values, Role::Target, false)));
        let spaced = "Name            Version     PSComputerName\n----            -------     ----\nEntra Connect sy… 2.6.3.0   SYNC01\n";
        assert_eq!(column_of(spaced, "2.6.3.0"), Some((Holds::Values, Role::Unsaid, true)));
        let hosts = "| | SYNC01 | SYNC02 |\n|---|---|---|\n| Build | 2.4.27.0 | 2.6.92.0 |";
        assert_eq!(column_of(hosts, "2.6.92.0"), Some((Holds::Of("SYNC02"), Role::Unsaid, false)));
        assert_eq!(column_of("no heading\n2.6.92.0", "2.6.92.0"), None);
    }
}
