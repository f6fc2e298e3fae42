//! `data/CHANGES.md`: what changed in the facts, when, and from which page.

use entra_connect_checker::Date;

use crate::project::{read_text, write};
use crate::{Error, Project};

/// Where it is.
pub const FILE: &str = "data/CHANGES.md";

/// An entry: `## DATE`, a line on where it comes from, and what changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day of the table after the change.
    pub day: Date,
    /// Which of the entries of that day it is, the oldest first, from 1.
    pub number: usize,
    /// Where the facts come from.
    pub from: String,
    /// What changed, a sentence each.
    pub lines: Vec<String>,
}

/// Puts an entry before the others.
pub fn add(project: &Project, day: Date, from: &[String], lines: &[String]) -> Result<(), Error> {
    let path = project.at(FILE);
    let text = read_text(&path)?;
    let mut entry = format!("## {day}\n\nFrom {}.\n\n", from.join("; "));
    for line in lines {
        entry.push_str(&format!("- {line}\n"));
    }
    if lines.is_empty() {
        entry.push_str("- words and sources only\n");
    }
    entry.push('\n');
    let at = text.find("\n## ").map_or(text.len(), |at| at + 1);
    write(&path, text[..at].to_owned() + &entry + &text[at..])
}

/// All entries, the newest first.
pub fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for part in text.split("\n## ").skip(1) {
        let mut lines = part.lines();
        let Some(Ok(day)) = lines.next().map(|line| line.trim().parse::<Date>()) else { continue };
        let body: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
        let from = body.iter().find(|line| !line.starts_with("- ")).map_or_else(String::new, |line| (*line).to_owned());
        let lines = body.iter().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect();
        entries.push(Entry { day, number: 0, from, lines });
    }
    let days: Vec<Date> = entries.iter().map(|entry| entry.day).collect();
    for (index, entry) in entries.iter_mut().enumerate() {
        entry.number = days.iter().skip(index).filter(|day| **day == entry.day).count();
    }
    entries
}
