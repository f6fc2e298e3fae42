//! What a line says by itself: its label, whose output it announces, the
//! server of the lines below.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::beside::{self, Beside, Place, Said};
use super::hosts;
use super::names::{self, Mention, Name};
use super::present::Present;
use super::reading::What;
use super::servers::{self, Part};
use super::staging;
use super::tables::{self, Row};

/// A line longer than this, in bytes, is prose or a dump: no row, no label.
pub(super) const LONG: usize = 4096;

/// What a line tells of the lines of output below it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// It is no command.
    #[default]
    None,
    /// A command that names nobody.
    Unnamed,
    /// A command, or a heading, that tells whose numbers follow.
    Of(Name),
}

/// What a line says of servers; places count from its start.
#[derive(Debug, Default)]
pub(super) struct OfServers {
    /// The server that it names and does nothing else.
    pub server: Option<Range<usize>>,
    /// What it says on the staging mode of its object.
    pub staging_mode: Option<bool>,
    /// The server of the lines below: it stands there as a heading or in a
    /// prompt; and whether that is a staging server.
    pub context: Option<(Range<usize>, Option<bool>)>,
}

impl OfServers {
    /// Reads a line.
    fn of(line: &str) -> Self {
        let context = context(line).map(|(host, staging)| (place(line, host), staging));
        let server = servers::whole_line(line).map(|host| place(line, host));
        Self { server, staging_mode: staging::of_field(line), context }
    }
}

/// Where a part of a line stands in it.
fn place(line: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    start..start.saturating_add(part.len())
}

/// What a line says by itself, worked out when first asked for. The line is
/// handed in each time: it may be any of those that are alike.
#[derive(Default)]
pub(super) struct Facts {
    label: OnceCell<Option<Range<usize>>>,
    mentions: OnceCell<Box<[Mention]>>,
    row: OnceCell<Option<Row>>,
    present: OnceCell<Present>,
    command: OnceCell<Command>,
    of_servers: OnceCell<Box<OfServers>>,
    /// Whether other lines are alike, so that what is said of a number in this
    /// one will be asked again.
    shared: Cell<bool>,
    answers: Cell<Vec<(Question, Answer)>>,
}

/// What is asked of a number in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Beside(Place),
    Said(Place),
    Host(Part),
}

/// What the line answers.
#[derive(Clone)]
enum Answer {
    Beside(Beside),
    Said(Said),
    /// The server, and where that ends which tells it.
    Host(Option<(Range<usize>, usize)>),
}

impl Facts {
    /// The names in the line, in order.
    pub fn mentions(&self, line: &str) -> &[Mention] {
        self.mentions.get_or_init(|| names::mentions(line).into_boxed_slice())
    }

    /// The label of a line of the form `label: value`.
    pub fn label(&self, line: &str) -> Option<Range<usize>> {
        self.label.get_or_init(|| Some(place(line, label(as_row(line)?)?))).clone()
    }

    /// The cells of a line, where it is a row.
    pub fn row(&self, line: &str) -> Option<&Row> {
        self.row.get_or_init(|| tables::row(as_row(line)?)).as_ref()
    }

    /// Which kinds of words the line holds.
    pub fn present(&self, line: &str) -> Present {
        *self.present.get_or_init(|| Present::of(line))
    }

    /// Whether the line is a command, and whose output follows.
    pub fn command(&self, line: &str) -> Command {
        *self.command.get_or_init(|| command(as_row(line).unwrap_or_default(), || self.mentions(line)))
    }

    /// What the line says of servers.
    pub fn of_servers(&self, line: &str) -> &OfServers {
        self.of_servers.get_or_init(|| Box::new(as_row(line).map(OfServers::of).unwrap_or_default()))
    }

    /// Notes that another line is alike.
    pub fn share(&self) {
        self.shared.set(true);
    }

    /// What stands beside a number.
    pub fn beside(&self, line: &str, place: Place) -> Option<Beside> {
        match self.answer(line, Question::Beside(place)) {
            Answer::Beside(beside) => Some(beside),
            Answer::Said(_) | Answer::Host(_) => None,
        }
    }

    /// The roles that the line gives to a number.
    pub fn said(&self, line: &str, place: Place) -> Option<Said> {
        match self.answer(line, Question::Said(place)) {
            Answer::Said(said) => Some(said),
            Answer::Beside(_) | Answer::Host(_) => None,
        }
    }

    /// The server of a number in the line, and where that ends which tells it.
    pub fn host(&self, line: &str, part: Part) -> Option<(Range<usize>, usize)> {
        match self.answer(line, Question::Host(part)) {
            Answer::Host(host) => host,
            Answer::Beside(_) | Answer::Said(_) => None,
        }
    }

    /// An answer, which is kept where it will be asked for again.
    fn answer(&self, line: &str, question: Question) -> Answer {
        /// Lines with more numbers are seldom alike.
        const MOST: usize = 32;
        let mut known = self.answers.take();
        let answer = match known.iter().find(|(other, _)| *other == question) {
            Some((_, answer)) => answer.clone(),
            None => {
                let answer = self.work_out(line, question);
                if self.shared.get() && known.len() < MOST {
                    known.push((question, answer.clone()));
                }
                answer
            }
        };
        self.answers.set(known);
        answer
    }

    fn work_out(&self, line: &str, question: Question) -> Answer {
        match question {
            Question::Beside(place) => Answer::Beside(Beside::of(self, line, place)),
            Question::Said(place) => Answer::Said(beside::said(self, line, place)),
            Question::Host(part) => {
                let host = as_row(line).and_then(|line| part.host(line, self.present(line)));
                Answer::Host(host.map(|(host, end)| (place(line, host), end)))
            }
        }
    }
}

/// A line, unless it is too long to be a row.
pub(super) fn as_row(line: &str) -> Option<&str> {
    Some(line).filter(|line| line.len() <= LONG)
}

/// Whether a line ends an object: it is blank, or only brackets.
pub(super) fn ends_object(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ','))
}

/// Whether a line is a prompt with a command, and whose file that is about.
fn command<'m>(line: &str, mentions: impl FnOnce() -> &'m [Mention]) -> Command {
    if line.trim_start().starts_with("ModuleType") {
        return Command::Of(Name::Foreign(What::Powershell));
    }
    if prompt(line).is_none() {
        return Command::None;
    }
    let named = mentions().iter().rev().map(|mention| mention.name).find(|name| {
        matches!(name, Name::Engine | Name::Wizard | Name::Configuration | Name::Cloud | Name::Sibling(_))
    });
    named.map_or(Command::Unnamed, Command::Of)
}

/// The server that a line is a heading for.
fn context(line: &str) -> Option<(&str, Option<bool>)> {
    let host = match prompt(line) {
        Some(command) => hosts::of_prompt(line, command),
        None => hosts::only_host(line).or_else(|| servers::titled(line)).or_else(|| hosts::of_play(line)),
    };
    host.map(|host| (host, staging::of_words(line)))
}

/// The command behind a prompt, as in `PS C:\> hostname`.
pub(super) fn prompt(line: &str) -> Option<&str> {
    let (place, command) = line.split_once('>')?;
    (place.starts_with("PS ") || place == "PS" || place.contains("]: PS ") || place.contains(":\\")).then_some(command)
}

/// The label of a line of the form `label : value`, `"label": value` or
/// `label = value`; the label holds no digit-heavy text or sentence.
pub(super) fn label(line: &str) -> Option<&str> {
    let at = line.bytes().position(|b| matches!(b, b':' | b'=')).or_else(|| line.find('：'))?;
    let label = line
        .get(..at)?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '-' | '*' | '|' | '>' | '{'));
    // "IPv4 Address. . . . . . :" is dotted up to the value.
    let label = label.trim_end_matches([' ', '.']);
    // "Opened 2026-11-23 09:15" is a time, and no label ends in a digit.
    let time = label.ends_with(|c: char| c.is_ascii_digit()) && label.contains(' ');
    // "[0A10:0B5C]" is the process and thread that wrote a line.
    let process = label.len() >= 5 && label.starts_with('[') && label.bytes().skip(1).all(|b| b.is_ascii_hexdigit());
    (!label.is_empty() && !time && !process && label.len() <= 60 && label.split_whitespace().count() <= 6)
        .then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short() {
        assert_eq!(label("    FileVersion:      1.1.882.0"), Some("FileVersion"));
        assert_eq!(label("  \"displayVersion\": \"2.6.92.0\","), Some("displayVersion"));
        assert_eq!(label("no label here"), None);
        assert_eq!(label("版本：2.6.92.0"), Some("版本"));
    }

    #[test]
    fn prompts_are_told_from_arrows() {
        assert_eq!(prompt(r"PS C:\> hostname"), Some(" hostname"));
        assert_eq!(prompt(r"[SYNC01]: PS C:\Users> x"), Some(" x"));
        assert_eq!(prompt(r"C:\Windows>ver"), Some("ver"), "of the old command line");
        assert_eq!(prompt("PS> hostname"), Some(" hostname"), "one that was cut short");
        assert_eq!(prompt("PS /home/jo> hostname"), Some(" hostname"), "on Linux");
        assert_eq!(prompt("[SYNC01]: PS Cert:> dir"), Some(" dir"), "of another server, in a drive without a slash");
        assert_eq!(prompt("2.5.79.0 -> 2.6.92.0"), None);
    }
}
