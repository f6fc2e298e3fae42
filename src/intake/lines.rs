//! The lines of a text around its numbers, and how they belong together.
//!
//! Only lines near a number are cut out, and what a line says is worked out
//! once for all that are alike, when a number asks for it: a long text costs no
//! more than the places in it that matter.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::alike::Alike;
use super::beside::{Beside, Place, Said};
use super::line_ends::{line_above, line_end, line_start, table_start};
use super::line_facts::{self, Command, Facts, LONG, OfServers};
use super::names::Mention;
use super::present::Present;
use super::scan::Token;
use super::servers::Part;
use super::tables::Row;

/// How far a number looks for the name of its object, in lines.
pub(super) const REACH: usize = 40;
/// How many lines of output a command is looked for.
const OUTPUT: usize = 30;
/// How many lines at the beginning of a table are read.
const HEAD: usize = 3;

/// A line that was cut out, and what was asked of it so far.
#[derive(Debug)]
struct Line {
    span: Range<usize>,
    /// Whether lines before it were left out.
    gap: bool,
    /// Whether a number stands in it.
    number: bool,
    /// The place of what it says by itself.
    facts: usize,
    /// The nearest command at or above the line, and the nearest heading of a
    /// server.
    command: OnceCell<Option<usize>>,
    context: OnceCell<Option<usize>>,
}

/// The lines of a text that matter.
pub(super) struct Lines<'a> {
    text: &'a str,
    lines: Vec<Line>,
    /// What lines say; those that are alike share it.
    facts: Vec<Facts>,
    alike: Alike,
    /// The lines that say something of servers.
    of_servers: OnceCell<Vec<usize>>,
    /// The line that was last asked for.
    last: Cell<usize>,
}

impl<'a> Lines<'a> {
    /// The lines around numbers, which ascend.
    pub fn around(text: &'a str, tokens: &[Token]) -> Self {
        let mut lines = Self {
            text,
            lines: Vec::new(),
            facts: Vec::new(),
            alike: Alike::new(text),
            of_servers: OnceCell::new(),
            last: Cell::new(0),
        };
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
        let facts = self.facts_of(start..end);
        self.lines.push(Line {
            span: start..end,
            gap,
            number: false,
            facts,
            command: OnceCell::new(),
            context: OnceCell::new(),
        });
        next
    }

    /// The place of what a line says: that of the lines alike, if it has any.
    fn facts_of(&mut self, span: Range<usize>) -> usize {
        let new = self.facts.len();
        let line = self.text.get(span).unwrap_or_default();
        let known = if line.len() <= LONG { self.alike.find(line.as_bytes(), new) } else { None };
        // Of staging mode, digits may tell: 0 denies, and 1 confirms.
        if let Some(known) = known
            && let Some(facts) = self.facts.get(known).filter(|facts| !facts.present(line).staging)
        {
            facts.share();
            return known;
        }
        self.facts.push(Facts::default());
        new
    }

    /// What a line says by itself, and its words.
    fn facts(&self, index: usize) -> Option<(&Facts, &'a str)> {
        let line = self.lines.get(index)?;
        Some((self.facts.get(line.facts)?, self.text.get(line.span.clone())?))
    }

    /// The line that holds a byte.
    pub fn at(&self, byte: usize) -> usize {
        let starts = |index: usize| self.lines.get(index).is_some_and(|line| line.span.start <= byte);
        // Mostly it is asked for one byte after the other.
        let last = self.last.get();
        let next = last.saturating_add(1);
        let found = match (starts(last), starts(next), starts(next.saturating_add(1))) {
            (true, false, _) => last,
            (_, true, false) => next,
            _ => self.lines.partition_point(|line| line.span.start <= byte).saturating_sub(1),
        };
        self.last.set(found);
        found
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
        line_facts::as_row(self.text(index))
    }

    /// The names in a line, in order; positions count from the line's start.
    pub fn mentions(&self, index: usize) -> &[Mention] {
        self.facts(index).map_or(&[], |(facts, line)| facts.mentions(line))
    }

    /// The label of a line of the form `label: value`.
    pub fn label(&self, index: usize) -> Option<&'a str> {
        let (facts, line) = self.facts(index)?;
        line.get(facts.label(line)?)
    }

    /// The cells of a line, where it is a row.
    pub fn cells(&self, index: usize) -> Option<&Row> {
        let (facts, line) = self.facts(index)?;
        facts.row(line)
    }

    /// Which kinds of words a line holds.
    pub fn present(&self, index: usize) -> Present {
        self.facts(index).map_or(Present::default(), |(facts, line)| facts.present(line))
    }

    /// What stands beside a number in a line.
    pub fn beside(&self, index: usize, place: Place) -> Option<Beside> {
        let (facts, line) = self.facts(index)?;
        facts.beside(line, place)
    }

    /// The roles that a line gives to a number in it.
    pub fn said(&self, index: usize, place: Place) -> Option<Said> {
        let (facts, line) = self.facts(index)?;
        facts.said(line, place)
    }

    /// The server of a number in a line, and where that ends which tells it.
    pub fn host(&self, index: usize, part: Part) -> Option<(&'a str, usize)> {
        let (facts, line) = self.facts(index)?;
        let (host, end) = facts.host(line, part)?;
        Some((line.get(host)?, end))
    }

    /// What a line says of servers.
    pub fn of_servers(&self, index: usize) -> Option<&OfServers> {
        let (facts, line) = self.facts(index)?;
        Some(facts.of_servers(line))
    }

    /// The server that a line names and does nothing else.
    pub fn server(&self, index: usize) -> Option<&'a str> {
        self.text(index).get(self.of_servers(index)?.server.clone()?)
    }

    /// Whether a line that is near enough names a server, or its mode.
    pub fn servers_near(&self, index: usize) -> bool {
        let says = |facts: &OfServers| facts.server.is_some() || facts.staging_mode.is_some();
        let all = || (0..self.len()).filter(|line| self.of_servers(*line).is_some_and(says)).collect();
        let lines = self.of_servers.get_or_init(all);
        let from = lines.partition_point(|line| line.saturating_add(REACH) < index);
        lines.get(from).is_some_and(|line| *line <= index.saturating_add(REACH))
    }

    /// The command whose output a line is.
    pub fn command(&self, index: usize) -> Command {
        let command = |line: usize| self.facts(line).map_or(Command::None, |(facts, line)| facts.command(line));
        let is_one = |line: usize| command(line) != Command::None;
        let found = self.nearest(index, |line| &line.command, is_one);
        match found {
            Some(line) if line < index && index.saturating_sub(line) <= OUTPUT => command(line),
            _ => Command::None,
        }
    }

    /// The server that the nearest heading or prompt above a line names.
    pub fn context(&self, index: usize) -> Option<(&'a str, Option<bool>)> {
        let of = |line: usize| self.of_servers(line).and_then(|facts| facts.context.clone());
        let line = self.nearest(index, |line| &line.context, |line| of(line).is_some())?;
        let (host, staging) = of(line).filter(|_| index.saturating_sub(line) <= REACH)?;
        Some((self.text(line).get(host)?, staging))
    }

    /// The nearest line at or above one, up to a gap, that is of a kind. Each
    /// line keeps its answer, so asking for every line costs one walk.
    fn nearest(
        &self,
        index: usize,
        kept: impl Fn(&Line) -> &OnceCell<Option<usize>>,
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
