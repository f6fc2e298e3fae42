//! Rows: how a line falls into cells, and the words that cells are known by.

use super::lexicon::lexicon;

/// How the cells of a row are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// By a sign of its own.
    By(char),
    /// By two spaces and more, under each other.
    Spaces,
}

/// The cells of a line, as bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// What keeps them apart.
    pub cut: Cut,
    /// Where each begins and ends, without blanks and quotes around it.
    pub cells: Vec<(usize, usize)>,
}

impl Row {
    /// The place of the cell that holds a byte.
    pub fn cell_at(&self, byte: usize) -> Option<usize> {
        self.cells.partition_point(|(start, _)| *start <= byte).checked_sub(1)
    }

    /// The words of a cell.
    pub fn text<'a>(&self, line: &'a str, index: usize) -> &'a str {
        self.cells.get(index).and_then(|(start, end)| line.get(*start..*end)).unwrap_or_default()
    }
}

/// The cells of a line: cut at tabs, bars, semicolons, commas of CSV, or two
/// spaces and more. `None` for prose.
pub(super) fn row(line: &str) -> Option<Row> {
    // Blanks at the end cut nothing; but where tabs cut, they are empty cells.
    let words = line.trim_end();
    let has = |sign: char| words.contains(sign);
    let sign = if has('\t') {
        '\t'
    } else if has('|') {
        '|'
    } else if has(';') {
        ';'
    } else if has(',') && !line.contains(", ") {
        ','
    } else {
        return columns(words);
    };
    let mut cells = Vec::new();
    let mut start = 0usize;
    for piece in (if sign == '\t' { line } else { words }).split(sign) {
        let trimmed = piece.trim_start_matches([' ', '"']);
        let from = start.saturating_add(piece.len().saturating_sub(trimmed.len()));
        cells.push((from, from.saturating_add(trimmed.trim_end_matches([' ', '"']).len())));
        start = start.saturating_add(piece.len()).saturating_add(1);
    }
    (cells.len() >= 2).then_some(Row { cut: Cut::By(sign), cells })
}

/// The cells of a row whose columns are kept apart by two spaces and more.
fn columns(line: &str) -> Option<Row> {
    let mut cells = Vec::new();
    let mut start = 0usize;
    for piece in line.split("  ") {
        let words = piece.trim();
        if !words.is_empty() {
            let from = start.saturating_add(piece.len().saturating_sub(piece.trim_start().len()));
            cells.push((from, from.saturating_add(words.len())));
        }
        start = start.saturating_add(piece.len()).saturating_add(2);
    }
    (cells.len() >= 2).then_some(Row { cut: Cut::Spaces, cells })
}

lexicon! {
    /// Words for a version in headings and labels.
    VERSION: () = [
        ((), "version|versions|versión|versione|versie|versão|wersja|バージョン|版本|build|\
         displayversion|fileversion|productversion|softwareversion|versionsnummer|version0|release|\
         displayversion0|applicationversion|swversion|versionstring"),
    ]
}

lexicon! {
    /// Headings of a column of programs.
    PROGRAMS: () = [
        ((), "software|softwarename|software name|name|product|productname|product name|displayname|\
         display name|application|applicationname|application name|program|package|caption|title|programm|\
         produkt|anwendung|logiciel|nom|produit|nombre|programa|aplicación|producto|nome|applicazione|\
         prodotto|naam|programma|toepassing|nazwa|aplikacja|名前|ソフトウェア|製品|名称|\
         软件|产品|file|filename|component"),
    ]
}

lexicon! {
    /// Units of a size, and words in the name of a maker.
    MAKERS: () = [
        ((), "kb|mb|gb|ko|mo|go|corporation|corp|inc|gmbh|ltd|llc|ag|limited|software foundation"),
    ]
}

/// Whether a cell holds a size or the maker of a program.
pub(super) fn is_size_or_maker(cell: &str) -> bool {
    let hit = MAKERS.words(cell).last().filter(|hit| hit.end == cell.trim_end_matches('.').len());
    // A unit alone is none: it needs its number.
    hit.is_some_and(|hit| {
        cell.get(hit.start..).is_some_and(|word| word.len() > 2) || cell.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether words are the heading of a column of programs.
pub(super) fn holds_programs(words: &str) -> bool {
    PROGRAMS.find(words, 0, &|_, end| words.get(end..).is_some_and(|rest| matches!(rest, "" | "0"))).is_some()
}

/// Whether words speak of a version.
pub(super) fn speaks_of_version(words: &str) -> bool {
    VERSION.words(words).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fall_into_cells() {
        let texts = |line: &'static str| {
            row(line).map(|row| (0..row.cells.len()).map(|cell| row.text(line, cell)).collect::<Vec<_>>())
        };
        assert_eq!(texts("\"SYNC01\",\"2.6.3.0\""), Some(vec!["SYNC01", "2.6.3.0"]));
        assert_eq!(texts("SYNC01   2.6.3.0"), Some(vec!["SYNC01", "2.6.3.0"]));
        assert_eq!(texts("| a | b |"), Some(vec!["", "a", "b", ""]));
        assert_eq!(texts("we run 2.6.3.0, still"), None);
    }

    #[test]
    fn makers_and_sizes_are_told_from_units() {
        for cell in ["Microsoft Corporation", "Contoso Ltd.", "58 MB"] {
            assert!(is_size_or_maker(cell), "{cell}");
        }
        for cell in ["MB", "Corporation of friends", "SYNC01"] {
            assert!(!is_size_or_maker(cell), "{cell}");
        }
    }
}
