//! The lines of a text around its numbers, and how they belong together.
//!
//! Only lines near a number are cut out, and what a line says is worked out
//! once, when a number asks for it: a long text costs no more than the places
//! in it that matter.

use std::cell::OnceCell;
use std::ops::Range;

use super::line_facts::{self, Command, OfServers};
use super::names::{self, Mention};
use super::present::Present;
use super::scan::Token;
use super::tables::{self, Row};

/// How far a number looks for the name of its object, in lines.
pub(super) const REACH: usize = 40;
/// A line longer than this, in bytes, is prose or a dump: no row, no label.
pub(super) const LONG: usize = 4096;
/// How far up the beginning of a table is looked for, in bytes.
const TABLE: usize = 256 * 1024;
/// How many lines of output a command is looked for.
const OUTPUT: usize = 30;
/// How many lines at the beginning of a table are read.
const HEAD: usize = 3;

/// A line that was cut out, and what was asked of it so far.
#[derive(Debug)]
struct Line<'a> {
    span: Range<usize>,
    /// Whether lines before it were left out.
    gap: bool,
    /// Whether a number stands in it.
    number: bool,
    label: OnceCell<Option<&'a str>>,
    mentions: OnceCell<Box<[Mention]>>,
    row: OnceCell<Option<Row>>,
    present: OnceCell<Present>,
    /// The nearest command at or above the line, and the nearest heading of a
    /// server.
    command: OnceCell<Option<usize>>,
    context: OnceCell<Option<usize>>,
    of_servers: OnceCell<Box<OfServers<'a>>>,
}

/// The lines of a text that matter.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    lines: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    /// The lines around numbers, which ascend.
    pub fn around(text: &'a str, tokens: &[Token]) -> Self {
        let mut lines = Self { text, lines: Vec::new() };
        let mut covered = 0;
        for token in tokens {
            let at = token.span.start;
            if at >= covered {
                covered = lines.reach(covered, at);
            }
            let index = lines.at(at);
            if let Some(line) = lines.lines.get_mut(index) {
                line.number = true;
            }
            while lines.lines.len() <= index.saturating_add(REACH) && covered < text.len() {
                covered = lines.push(covered, false);
            }
        }
        lines
    }

    /// Cuts lines from `covered`, or from some lines above a byte, up to and
    /// with the byte's line.
    fn reach(&mut self, covered: usize, at: usize) -> usize {
        let mut start = line_start(self.text, at, covered);
        let mut above = 0;
        while start > covered && above < REACH {
            start = line_above(self.text, start, covered).start;
            above = above.saturating_add(1);
        }
        let mut next = covered;
        let mut gap = start > covered;
        if gap {
            let mut head = table_start(self.text, start, covered);
            for _ in 0..HEAD {
                if head < start {
                    head = self.push(head, head > next);
                    next = head;
                }
            }
            gap = next < start;
            next = start;
        }
        while next <= at && next < self.text.len() {
            next = self.push(next, gap);
            gap = false;
        }
        next
    }

    /// Cuts one line out; returns where the next begins.
    fn push(&mut self, start: usize, gap: bool) -> usize {
        let (end, next) = line_end(self.text, start);
        self.lines.push(Line {
            span: start..end,
            gap,
            number: false,
            label: OnceCell::new(),
            mentions: OnceCell::new(),
            row: OnceCell::new(),
            present: OnceCell::new(),
            command: OnceCell::new(),
            context: OnceCell::new(),
            of_servers: OnceCell::new(),
        });
        next
    }

    /// The line that holds a byte.
    pub fn at(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.span.start <= byte).saturating_sub(1)
    }

    /// Where a line stands, without its end.
    pub fn span(&self, index: usize) -> Range<usize> {
        self.lines.get(index).map_or(0..0, |line| line.span.clone())
    }

    /// The words of a line.
    pub fn text(&self, index: usize) -> &'a str {
        self.text.get(self.span(index)).unwrap_or_default()
    }

    /// The words of a line, unless it is too long to be a row.
    pub fn row(&self, index: usize) -> Option<&'a str> {
        Some(self.text(index)).filter(|line| line.len() <= LONG)
    }

    /// The names in a line, in order; positions count from the line's start.
    pub fn mentions(&self, index: usize) -> &[Mention] {
        self.lines
            .get(index)
            .map_or(&[], |line| line.mentions.get_or_init(|| names::mentions(self.text(index)).into_boxed_slice()))
    }

    /// The label of a line of the form `label: value`.
    pub fn label(&self, index: usize) -> Option<&'a str> {
        *self.lines.get(index)?.label.get_or_init(|| line_facts::label(self.row(index)?))
    }

    /// The cells of a line, where it is a row.
    pub fn cells(&self, index: usize) -> Option<&Row> {
        self.lines.get(index)?.row.get_or_init(|| tables::row(self.row(index)?)).as_ref()
    }

    /// Which kinds of words a line holds.
    pub fn present(&self, index: usize) -> Present {
        self.lines
            .get(index)
            .map_or(Present::default(), |line| *line.present.get_or_init(|| Present::of(self.text(index))))
    }

    /// What a line says of servers.
    pub fn of_servers(&self, index: usize) -> Option<&OfServers<'a>> {
        let line = self.lines.get(index)?;
        Some(line.of_servers.get_or_init(|| Box::new(self.row(index).map(OfServers::of).unwrap_or_default())))
    }

    /// The command whose output a line is.
    pub fn command(&self, index: usize) -> Command {
        let command = |line: usize| {
            let words = self.row(line).unwrap_or_default();
            line_facts::command(words, || names::mentions(words))
        };
        let is_one = |line: usize| command(line) != Command::None;
        let found = self.nearest(index, |line| &line.command, is_one);
        match found {
            Some(line) if line < index && index.saturating_sub(line) <= OUTPUT => command(line),
            _ => Command::None,
        }
    }

    /// The server that the nearest heading or prompt above a line names.
    pub fn context(&self, index: usize) -> Option<&(&'a str, Option<bool>)> {
        let of = |line: usize| self.of_servers(line).and_then(|facts| facts.context.as_ref());
        let line = self.nearest(index, |line| &line.context, |line| of(line).is_some())?;
        of(line).filter(|_| index.saturating_sub(line) <= REACH)
    }

    /// The nearest line at or above one, up to a gap, that is of a kind. Each
    /// line keeps its answer, so asking for every line costs one walk.
    fn nearest(
        &self,
        index: usize,
        kept: impl for<'l> Fn(&'l Line<'a>) -> &'l OnceCell<Option<usize>>,
        is_one: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let mut walked = index;
        let found = loop {
            let line = self.lines.get(walked)?;
            if let Some(known) = kept(line).get() {
                break *known;
            }
            if is_one(walked) {
                break Some(walked);
            }
            match walked.checked_sub(1) {
                Some(above) if !line.gap => walked = above,
                _ => break None,
            }
        };
        for line in self.lines.get(walked..=index)? {
            let _ = kept(line).set(found);
        }
        found
    }

    /// Whether a number stands in a line.
    pub fn has_number(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(|line| line.number)
    }

    /// Whether lines were left out before a line.
    pub fn gap(&self, index: usize) -> bool {
        self.lines.get(index).is_none_or(|line| line.gap)
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The indexes of the lines above, nearest first, up to a gap.
    pub fn up(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = index;
        std::iter::from_fn(move || {
            if self.gap(at) {
                return None;
            }
            at = at.checked_sub(1)?;
            Some(at)
        })
    }

    /// The indexes of the lines below, nearest first, up to a gap.
    pub fn down(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        (index.saturating_add(1)..self.len()).take_while(|index| !self.gap(*index))
    }

    /// The lines above of the same object, nearest first. A second line with
    /// the same label belongs to the next object.
    pub fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        self.object(index, self.up(index))
    }

    /// The lines below of the same object, nearest first.
    pub fn below(&self, index: usize) -> impl Iterator<Item = usize> {
        self.object(index, self.down(index))
    }

    fn object(&self, index: usize, near: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        let own = self.label(index);
        let next = move |line: usize| {
            own.is_some_and(|own| self.label(line).is_some_and(|label| label.eq_ignore_ascii_case(own)))
        };
        near.take(REACH).take_while(move |line| !line_facts::ends_object(self.text(*line)) && !next(*line))
    }
}

/// The line above one that starts at a byte; not before `floor`.
fn line_above(text: &str, start: usize, floor: usize) -> Range<usize> {
    let width = match text.as_bytes().get(floor..start).unwrap_or_default() {
        [.., b'\r', b'\r', b'\n'] | [.., 0xe2, 0x80, 0xa8] => 3,
        [.., b'\r', b'\n'] | [.., 0xc2, 0x85] => 2,
        _ => 1,
    };
    let end = start.saturating_sub(width).max(floor);
    line_start(text, end, floor)..end
}

/// Where the line end before a byte ends, not before `floor`.
pub(super) fn line_start(text: &str, at: usize, floor: usize) -> usize {
    let bytes = text.as_bytes();
    let mut start = at;
    while start > floor {
        let before = |back: usize| start.checked_sub(back).and_then(|index| bytes.get(index)).copied();
        match before(1) {
            Some(b'\n' | b'\r') => break,
            Some(0x85) if before(2) == Some(0xc2) => break,
            Some(0xa8) if before(2) == Some(0x80) && before(3) == Some(0xe2) => break,
            _ => start = start.saturating_sub(1),
        }
    }
    start
}

/// Where a line ends, and where the next begins: `\r\n` is one end, and so is
/// the `\r\r\n` that Windows makes of it on redirection.
pub(super) fn line_end(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let mut length = 0usize;
    loop {
        let Some(step) = bytes.get(length..).and_then(|rest| rest.iter().position(ends)) else {
            return (text.len(), text.len());
        };
        length = length.saturating_add(step);
        let rest = bytes.get(length..).unwrap_or_default();
        let width = match rest {
            [b'\r', b'\r', b'\n', ..] => 3,
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            [0xc2, 0x85, ..] => 2,
            [0xe2, 0x80, 0xa8, ..] => 3,
            _ => 0,
        };
        if width > 0 {
            let end = start.saturating_add(length);
            return (end, end.saturating_add(width));
        }
        length = length.saturating_add(1);
    }
}

fn ends(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2)
}

/// Where the block of lines begins that reaches down to a line: behind a blank
/// line, or as far up as is looked.
fn table_start(text: &str, start: usize, floor: usize) -> usize {
    let floor = floor.max(start.saturating_sub(TABLE));
    let mut line = start;
    while line > floor {
        let above = line_above(text, line, floor);
        if text.get(above.clone()).is_none_or(|words| words.trim().is_empty()) {
            break;
        }
        line = above.start;
    }
    while !text.is_char_boundary(line) {
        line = line.saturating_add(1);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    fn all(lines: &Lines<'_>) -> Vec<String> {
        (0..lines.len()).map(|i| lines.text(i).to_owned()).collect()
    }

    #[test]
    fn every_line_end_cuts_once() {
        let text = "a\r\nb\rc 1.2\n\nd\r\r\ne\u{2028}f\u{85}g";
        let lines = Lines::around(text, &scan::tokens(text));
        assert_eq!(all(&lines), ["a", "b", "c 1.2", "", "d", "e", "f", "g"]);
        assert_eq!(lines.at(3), 1);
        assert!(lines.has_number(2) && !lines.has_number(1));
    }

    #[test]
    fn an_object_ends_at_blank_lines_brackets_and_repeated_labels() {
        let text = "Name : a\nVersion : 1.0\nName : b\nVersion : 2.0\n\nName : c";
        let lines = Lines::around(text, &scan::tokens(text));
        let labels = |found: Vec<usize>| found.into_iter().map(|i| lines.label(i).unwrap()).collect::<Vec<_>>();
        assert_eq!(labels(lines.above(3).collect()), ["Name"]);
        assert_eq!(labels(lines.below(0).collect()), ["Version"]);
        assert_eq!(labels(lines.below(2).collect()), ["Version"]);
    }

    #[test]
    fn only_lines_near_numbers_are_cut() {
        let filler = "x\n".repeat(1000);
        let text = format!("{filler}\nhead\nunder\n{filler}A 1.2\n{filler}");
        let lines = Lines::around(&text, &scan::tokens(&text));
        let number = (0..lines.len()).find(|i| lines.has_number(*i)).unwrap();
        assert_eq!(lines.text(number), "A 1.2");
        assert_eq!(number, HEAD + REACH, "the head of the block, then the lines right above");
        assert_eq!(lines.text(0), "head");
        assert!(lines.gap(0) && lines.gap(HEAD) && !lines.gap(1));
        assert_eq!(lines.up(number).count(), REACH);
        assert_eq!(lines.down(number).count(), REACH);
    }

    #[test]
    fn the_text_may_begin_with_its_number() {
        for text in ["1.2", "\n1.2", "1.2\n", "\r\n\r\n1.2\r\n"] {
            let lines = Lines::around(text, &scan::tokens(text));
            let number = lines.at(text.find('1').unwrap());
            assert_eq!(lines.text(number), "1.2", "{text:?}");
        }
    }
}
