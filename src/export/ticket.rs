//! A report as words to paste into a ticket or a chat: the answer, its dates,
//! what to do, and the pages that say so.

use crate::report::Report;
use crate::table::Table;
use crate::verdict::{Met, Verdict};
use crate::words::{Id, Message};

/// How the words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain lines.
    Text,
    /// Markdown: headings, lists, links.
    Markdown,
}

/// Says a message in the reader's language.
pub type Say<'a> = &'a dyn Fn(&Message) -> String;

/// The report in words, every verdict as a paragraph of its own.
///
/// ```
/// use entra_connect_checker::export::ticket::{Form, write};
/// use entra_connect_checker::{Answers, Table, check};
///
/// let table = Table::embedded()?;
/// let report = check(table, "2.4.21.0", "2026-11-23".parse()?, &Answers::default());
/// let text = write(table, &report, Form::Text, &|message| message.to_string());
/// assert!(text.starts_with("2.4.21.0: Announced to be cut off\n"));
/// assert!(text.contains("- Support: Ended 15 November 2025\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn write(table: &Table, report: &Report, form: Form, say: Say<'_>) -> String {
    let mut lines = Lines { form, out: String::new() };
    for verdict in &report.verdicts {
        one(table, verdict, &mut lines, say);
    }
    let mut told: Vec<&str> = Vec::new();
    for source in report.verdicts.iter().flat_map(|verdict| verdict.sources.iter()) {
        let Some(url) = source.url.as_deref().filter(|url| !told.contains(url)) else { continue };
        told.push(url);
        lines.titled(&say(&Message::plain(Id::Source)), &lines.link(&source.title, url));
    }
    if report.omitted > 0 {
        let shown = report.verdicts.len();
        let total = shown.saturating_add(report.omitted);
        lines.plain(&say(&Message::plain(Id::Shown).with("shown", shown).with("total", total)));
    }
    lines.plain(&say(&Message::plain(Id::FactsAsOf).with("date", report.table.as_of)));
    if report.table.stale {
        lines.plain(&say(&Message::plain(Id::Stale).with("days", report.table.age_days)));
    }
    lines.out
}

fn one(table: &Table, verdict: &Verdict, lines: &mut Lines, say: Say<'_>) {
    let mut head = say(&Message::plain(verdict.headline()));
    if let Some(version) = &verdict.version {
        head = format!("{version}: {head}");
    }
    if let Some(server) = &verdict.server {
        head = format!("{server}: {head}");
    }
    lines.head(&head);
    lines.plain(&say(&verdict.reason));
    lines.item(&say(&Message::plain(Id::JudgedOn).with("date", verdict.on)));
    if let Some((end, days)) = verdict.support_ends.zip(verdict.days_left) {
        let id = if days < 0 { Id::SupportEnded } else { Id::SupportUntil };
        lines.titled(&say(&Message::plain(Id::ClockSupport)), &say(&Message::plain(id).with("date", end)));
    }
    for cutoff in verdict.cutoffs.iter().filter(|cutoff| cutoff.met != Met::Yes) {
        let id = match (cutoff.met, cutoff.in_force) {
            (Met::Depends, _) => Id::CutoffDependsFrom,
            (Met::No | Met::Yes, true) => Id::CutoffSince,
            (Met::No | Met::Yes, false) => Id::CutoffFrom,
        };
        let words = Message::plain(id).with("date", cutoff.date).with("minimum", cutoff.minimum.clone());
        let condition = cutoff.condition.as_ref().filter(|_| cutoff.met == Met::Depends);
        let condition = condition.map(|condition| format!(" {}", condition.text)).unwrap_or_default();
        lines.titled(&say(&Message::plain(Id::ClockCutoff)), &(say(&words) + &condition));
    }
    for hole in verdict.advisories.iter() {
        let closed = say(&Message::plain(Id::HoleClosed).with("fixedIn", hole.fixed_in.clone()));
        lines.titled(
            &say(&Message::plain(Id::ClockSecurity)),
            &format!("{}, {closed}", lines.link(&hole.id, &hole.url)),
        );
    }
    lines.titled(&say(&Message::plain(Id::WhatToDo)), &say(&verdict.advice.title()));
    // Which product it is says more than the number where it is not Connect.
    if let Some(name) = verdict.product.filter(|id| table.is_sibling(*id)).and_then(|id| table.product(id)) {
        lines.item(&name.name);
    }
    lines.out.push('\n');
}

struct Lines {
    form: Form,
    out: String,
}

impl Lines {
    fn line(&mut self, before: &str, words: &str) {
        self.out.push_str(before);
        match self.form {
            Form::Text => self.out.push_str(words),
            Form::Markdown => self.out.push_str(words.trim()),
        }
        self.out.push('\n');
    }

    fn head(&mut self, words: &str) {
        let words = self.safe(words);
        self.line(if self.form == Form::Text { "" } else { "## " }, &words);
    }

    fn plain(&mut self, words: &str) {
        let words = self.safe(words);
        self.line("", &words);
        if self.form == Form::Markdown {
            self.out.push('\n');
        }
    }

    fn item(&mut self, words: &str) {
        let words = self.safe(words);
        self.line("- ", &words);
    }

    fn titled(&mut self, title: &str, words: &str) {
        let title = if self.form == Form::Text { format!("{title}: ") } else { format!("**{title}:** ") };
        self.line("- ", &(title + words));
    }

    fn link(&self, words: &str, url: &str) -> String {
        match self.form {
            Form::Text => format!("{words} {url}"),
            Form::Markdown => format!("[{}]({url})", self.safe(words)),
        }
    }

    /// A server's name comes from the text that was pasted: in Markdown it
    /// must not become markup.
    fn safe(&self, words: &str) -> String {
        if self.form == Form::Text {
            return words.to_owned();
        }
        let mut out = String::new();
        for c in words.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!') {
                out.push('\\');
            }
            out.push(if c.is_control() { ' ' } else { c });
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answers, check};

    fn written(text: &str, form: Form) -> String {
        let table = Table::embedded().unwrap();
        let report = check(table, text, "2026-11-23".parse().unwrap(), &Answers::default());
        write(table, &report, form, &|message| message.to_string())
    }

    #[test]
    fn a_ticket_names_what_it_is_and_what_to_do() {
        let text = written("2.5.190.0", Form::Text);
        let wanted = "2.5.190.0: Act now\n2.5.190.0 has a published security hole, CVE-2026-65673, which 2.6.84.0 closes.\n\
                      - judged for 23 November 2026\n- Support: Until 2 February 2027\n\
                      - Service cut-off: From 7 April 2027: 2.6.84.0 or later.\n- Security: CVE-2026-65673, closed in 2.6.84.0";
        assert_eq!(
            text.replace(" https://msrc.microsoft.com/update-guide/vulnerability/CVE-2026-65673", "")
                .get(..wanted.len()),
            Some(wanted),
            "{text}"
        );
        assert!(text.contains("- What to do now: Move to Cloud Sync if you can, else upgrade to "), "{text}");
        assert!(text.contains("- Source: "), "{text}");
    }

    #[test]
    fn what_was_pasted_is_no_markup() {
        let text = written("Server,Version\n<b>*evil*[x](http://x),2.5.79.0\nSYNC_02,2.5.190.0\n", Form::Markdown);
        assert!(!text.contains("<b>") && !text.contains("](http://x)"), "{text}");
        assert!(text.contains("## SYNC\\_02: 2.5.190.0: "), "{text}");
    }

    #[test]
    fn an_empty_report_tells_the_day_of_the_facts_alone() {
        assert!(written("", Form::Text).starts_with("Facts as of "));
    }
}
