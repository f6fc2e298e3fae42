//! Which server a number belongs to.

use super::claim::Claim;
use super::headings::{Headings, Holds};
use super::hosts::{self, host, is_host};
use super::lexicon::lexicon;
use super::line_facts;
use super::lines::Lines;
use super::names;
use super::present::Present;
use super::roles::{self, Role};
use super::staging;
use super::tables;

pub(super) use super::hosts::only_host;

lexicon! {
    /// Labels whose value is a server's name.
    LABELS: () = [
        ((), "server|server name|servername|server-name|computername|computer name|pscomputername|computer|\
         machine|machinename|machine name|host|hostname|host name|node|device|devicename|device name|\
         resourcename|assetname|asset name|asset|clientmachinename|dirsyncclientmachinename|system|\
         system name|sync server|connect server|netbios name|csname|__server|servername0|netbios_name0|\
         rechner|rechnername|computername0|gerät|gerätename|hostnaam|serveur|nom du serveur|ordinateur|\
         nom de l'ordinateur|servidor|nombre del servidor|equipo|nombre de equipo|nome do servidor|\
         computador|nome del server|nome server|serwer|komputer|nazwa komputera|nazwa serwera|\
         サーバー|サーバー名|コンピューター名|コンピューター|ホスト名|\
         服务器|服务器名称|计算机|计算机名|主机名|主机|伺服器"),
    ]
}

/// Whether words are a label for servers and nothing else.
pub(super) fn is_label(words: &str) -> bool {
    LABELS.whole(words.trim()).is_some()
}

/// The server of a number and whether it is a staging server. `reach` is the
/// part of the line that belongs to this number and to no other.
pub(super) fn server<'a>(
    lines: &Lines<'a>,
    headings: &Headings<'a>,
    claim: &Claim,
    reach: (usize, usize),
) -> (Option<&'a str>, Option<bool>, usize) {
    let index = claim.line;
    let start = lines.span(index).start;
    let at = claim.token.span.start.saturating_sub(start);
    let end = claim.token.span.end.saturating_sub(start);
    let present = lines.present(index);
    let look = |look: Look| lines.host(index, Part { look, at, end, from: reach.0, to: reach.1 });
    // The row of a table speaks for itself, and needs no other lines.
    let in_table = headings.over(lines, index, at).is_some();
    let alone = in_table || !lines.servers_near(index);
    let object = || lines.above(index).chain(lines.below(index)).take(if alone { 0 } else { usize::MAX });
    let mut consumed = end;
    let name = look(Look::Label)
        .map(|(name, _)| name)
        .or_else(|| in_row(lines, headings, index, at))
        .or_else(|| look(Look::Beside).map(|(name, _)| name))
        .or_else(|| object().find_map(|line| lines.server(line)))
        .or_else(|| {
            let (name, to) = look(Look::Spoken)?;
            consumed = consumed.max(to);
            Some(name)
        })
        .or_else(|| lines.context(index).map(|(name, _)| name));
    // A field "staging mode" stands for its whole object.
    let mut staging = match staging_column(lines, headings, index, at) {
        Some(said) => Some(said),
        None => {
            let own = lines.row(index).filter(|_| present.staging).and_then(|line| line.get(reach.0..reach.1));
            own.and_then(staging::of_words)
        }
    };
    if staging.is_none() && !in_table {
        let context = || lines.context(index).filter(|(host, _)| Some(*host) == name);
        staging = object()
            .find_map(|line| lines.of_servers(line)?.staging_mode)
            .or_else(|| context().and_then(|(_, staging)| staging));
    }
    (name, staging, consumed)
}

/// Where in its line a number's server is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Behind a label before the number.
    Label,
    /// Behind a label after it, or as all that stands before it.
    Beside,
    /// In the words around it, or in a path.
    Spoken,
}

/// A number's place on its line and the part of the line that belongs to it,
/// with what is looked for there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    look: Look,
    at: usize,
    end: usize,
    from: usize,
    to: usize,
}

impl Part {
    /// A server's name, and where that ends which tells it.
    pub fn host(self, line: &str, present: Present) -> Option<(&str, usize)> {
        let Self { look, at, end, from, to } = self;
        let own = Own { line, at, end, from, to };
        let name = match look {
            Look::Label => present.server.then(|| own.labelled()).flatten(),
            Look::Beside => present.server.then(|| own.labelled_behind()).flatten().or_else(|| own.leading()),
            Look::Spoken => return own.spoken().or_else(|| Some((hosts::of_path(line)?, end))),
        };
        name.map(|name| (name, end))
    }
}

/// A number on its line.
struct Own<'a> {
    line: &'a str,
    at: usize,
    end: usize,
    /// Where its part of the line begins and ends.
    from: usize,
    to: usize,
}

impl<'a> Own<'a> {
    /// `Server: SYNC01   Current version: 2.4.131.0`.
    fn labelled(&self) -> Option<&'a str> {
        let before = self.line.get(self.from..self.at)?;
        let label = LABELS.words(before).last()?;
        let rest = before.get(label.end..)?.trim_start_matches(['"', ' ']);
        if let Some(value) = rest.strip_prefix([':', '=', '：']) {
            let value = value.trim_start_matches([' ', '"']);
            return host(value).filter(|name| !of_product(value, name));
        }
        // "Server SYNC01 (staging): 2.5.79.0"
        let name = host(rest).filter(|name| is_host(name))?;
        let marked = rest.get(name.len()..)?.trim_start().starts_with([':', '(']);
        (marked || hosts::clear_host(name)).then_some(name)
    }

    /// A label behind the number, in the same JSON object.
    fn labelled_behind(&self) -> Option<&'a str> {
        let after = self.line.get(self.end..self.to)?.split('}').next()?;
        let label = LABELS.words(after).next()?;
        let value = after.get(label.end..)?.trim_start_matches(['"', ' ']).strip_prefix([':', '='])?;
        host(value.trim_start_matches([' ', '"']))
    }

    /// `SYNC01 2.5.79.0` or `SYNC01: 2.5.79.0`: a name and nothing else.
    fn leading(&self) -> Option<&'a str> {
        let before = self.line.get(self.from..self.at)?.trim();
        let before = before.trim_start_matches(['-', '*', '•', '|', '#', ',', ';', '/', '+']).trim_start();
        let after = self.line.get(self.end..self.to)?.trim();
        let word =
            before.trim_end_matches([':', '-', '=', ',', ';', '|', '\t', ' ', '–', '—', '→', '>', 'v', '"', '(']);
        let quiet = after.split_whitespace().count() <= 3;
        (quiet && is_host(word) && !hosts::no_host(word)).then(|| host(word)).flatten()
    }

    /// A name in the words before the number, else one right after it, as in
    /// "2.4.27.0 on SYNC01"; and where that name ends.
    fn spoken(&self) -> Option<(&'a str, usize)> {
        let before = self.line.get(self.from..self.at)?;
        if let Some(name) = hosts::last_in(before) {
            return Some((name, self.end));
        }
        let after = self.line.get(self.end..self.to)?;
        let (name, end) = hosts::right_behind(after)?;
        Some((name, self.end.saturating_add(end)))
    }
}

/// Whether what follows "on the server:" is a product or its file, and no server.
fn of_product(value: &str, name: &str) -> bool {
    let named = names::mentions(value).first().is_some_and(|mention| mention.start == 0 && mention.end > name.len());
    named || name.to_ascii_lowercase().ends_with(".exe")
}

/// A line that is nothing but a server's label and name.
pub(super) fn whole_line(line: &str) -> Option<&str> {
    if let Some(label) = line_facts::label(line)
        && is_label(label)
    {
        let (_, value) = line.split_once([':', '=', '：'])?;
        return host(value.trim_start_matches([' ', '"', '\t']));
    }
    // "Server name     SYNC01", but "Server     Version" is the heading of a table.
    let line = line.trim();
    let (label, value) = line.split_once(['\t', '\u{3000}']).or_else(|| line.split_once("  "))?;
    let value = value.trim();
    let titles =
        tables::holds_programs(value) || tables::speaks_of_version(value) || roles::of_heading(value) != Role::Unsaid;
    let heading = titles && value.chars().all(char::is_alphabetic);
    (is_label(label) && !heading && !value.contains(char::is_whitespace)).then(|| host(value)).flatten()
}

/// A title like "Server SYNC01 (staging)" or "Server: SYNC01", with signs that
/// set it off.
pub(super) fn titled(line: &str) -> Option<&str> {
    let words = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '=' | '-' | '[' | ']'));
    let (_, (), end) = LABELS.find(words, 0, &|phrase, end| {
        phrase.len() >= 4 && words.get(end..).is_some_and(|rest| rest.starts_with([' ', ':', '：']))
    })?;
    hosts::only_host(words.get(end..)?)
}

/// The cell under a heading that says "server", or the heading that is one.
fn in_row<'a>(lines: &Lines<'a>, headings: &Headings<'a>, index: usize, at: usize) -> Option<&'a str> {
    let (heading, column) = headings.over(lines, index, at)?;
    if let Some(Holds::Of(name)) = heading.columns.get(column).map(|column| &column.holds) {
        return Some(*name);
    }
    let of_servers = heading.columns.iter().position(|column| column.holds == Holds::Servers)?;
    let cell = heading.cell(lines, index, of_servers)?;
    let name = host(cell)?;
    // "SYNC02 (staging)" is a name too.
    let rest = cell.get(name.len()..)?.trim_start();
    (rest.is_empty() || rest.starts_with(['(', '[', '.', '*'])).then_some(name)
}

/// What the column "staging" says in a row, or the row "staging" in a column.
fn staging_column(lines: &Lines<'_>, headings: &Headings<'_>, index: usize, at: usize) -> Option<bool> {
    let (heading, own) = headings.over(lines, index, at)?;
    if heading.columns.get(own).is_some_and(|column| matches!(column.holds, Holds::Of(_))) {
        /// A table with a column for each server is short.
        const ROWS: usize = 20;
        let mut rows = (heading.line.saturating_add(1)..lines.len()).take(ROWS);
        return rows.find_map(|row| {
            let first = lines.cells(row)?.text(lines.text(row), 0);
            staging::is_label(first).then(|| staging::of_value(heading.cell(lines, row, own)?)).flatten()
        });
    }
    let column = heading.columns.iter().position(|column| column.staging)?;
    staging::of_value(heading.cell(lines, index, column)?)
}
