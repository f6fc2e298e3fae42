//! One page of the documentation: which it is, of which day, and whether it is whole.

use std::path::Path;

use entra_connect_checker::{Build, Date, Released};
use serde_json::{Value, json};

use super::super::document::text;
use super::blocks::Page;
use super::forms::Form;
use super::history::Reading;
use super::{Import, dates, forms, html, markdown, merge};

impl Import {
    /// One page of the documentation.
    pub fn page(&mut self, path: &Path, source: &str, as_of: Option<Date>, today: Date) -> Result<(), String> {
        let start = source.trim_start();
        let html = start.starts_with('<') && !start.starts_with("<a ");
        let page = if html { html::read(source) } else { markdown::read(source) };
        let form = forms::of(&page).ok_or_else(|| {
            format!(
                "it is called \"{}\", which is no page that the importer knows; docs/table.md lists them",
                page.title
            )
        })?;
        let reading = (form.read)(&page);
        let day = self.day(&page, as_of, today)?;
        let edition = self.edition(&form, &page, day);
        let gone = self.gone(&form, &reading);
        let tail = reading
            .builds
            .keys()
            .next()
            .is_some_and(|(lowest, _)| gone.missing.iter().all(|(build, _)| build < lowest));
        if let Some(reason) = forms::broken(&form, &page, html, &reading, gone.known, gone.missing.len(), tail) {
            return Err(format!("{} was not taken: {reason}", form.name));
        }
        if let Some(newer) = gone.newer {
            self.left.push(format!("{} is older than the table, which has {newer}", form.name));
        }
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for unread in &reading.unread {
            if !(unread.no_date && self.dateless(&form, &unread.version)) {
                self.unread.push(format!("{file}, line {}: {}: {}", unread.line, unread.version, unread.problem));
            }
        }
        self.gone
            .extend(gone.missing.into_iter().map(|(_, version)| format!("{version} is no longer on {}", form.name)));
        let before = self.draft.list(form.file).to_vec();
        let left = merge::builds(&mut self.draft, &edition, &reading);
        self.left.extend(left);
        let changed = self.draft.list(form.file) != before;
        let moved = form.table && self.move_day(&reading, day);
        if changed || (moved && edition.newest) {
            self.name_edition(&form, &page, &edition, day);
        }
        self.from.push(format!("{}, edition of {day}", if page.title.is_empty() { form.name } else { &page.title }));
        Ok(())
    }

    /// The day of the page: its own, or the one that a person gives.
    fn day(&self, page: &Page, as_of: Option<Date>, today: Date) -> Result<Date, String> {
        let own = match &page.date {
            None => None,
            Some((line, text)) => match dates::first(text) {
                Some(Ok(Released::Day(day))) => Some(day),
                Some(Err(reason)) => return Err(format!("line {line}: the date of the page: {reason}")),
                _ => return Err(format!("line {line}: the date of the page, \"{text}\", cannot be read")),
            },
        };
        let day = match (own, as_of) {
            (None, None) => {
                return Err("the page prints no date of its own; say `--as-of DATE`, the day it was read".to_owned());
            }
            (Some(own), Some(as_of)) if as_of < own => {
                return Err(format!("`--as-of {as_of}` lies before the date of the page, {own}"));
            }
            (_, Some(as_of)) => as_of,
            (Some(own), None) => own,
        };
        if day > today {
            return Err(format!("its date, {day}, lies after today, {today}"));
        }
        Ok(day)
    }

    /// The source that the page's edition is, existing or to be made.
    fn edition<'a>(&self, form: &'a Form, page: &Page, day: Date) -> merge::Edition<'a> {
        let current = self.current(form);
        let dated: Option<Date> = current.and_then(|source| text(source, "dated").parse().ok());
        let same = current.filter(|_| dated == Some(day) || (page.date.is_none() && dated.is_none()));
        let source = same.map_or_else(|| format!("{}-{day}", form.source), |source| text(source, "id").to_owned());
        let former = current.map(|source| text(source, "id").to_owned()).filter(|id| *id != source);
        merge::Edition { form, source, newest: dated.is_none_or(|dated| day >= dated), former }
    }

    /// The newest edition of a page among the sources.
    fn current(&self, form: &Form) -> Option<&Value> {
        let linked = form.link.map(|link| text(&self.draft.table()["links"], link).to_owned());
        let linked = linked.and_then(|id| self.draft.source(&id));
        linked.or_else(|| self.draft.list("sources").iter().find(|source| text(source, "url").ends_with(form.address)))
    }

    /// Builds that rest on the current edition of the page and do not stand on this one.
    fn gone(&self, form: &Form, reading: &Reading) -> Gone {
        let mut gone = Gone { known: 0, missing: Vec::new(), newer: None };
        let Some(current) = self.current(form).map(|source| text(source, "id").to_owned()) else { return gone };
        for row in self.draft.list(form.file) {
            let rests = row["sources"].as_array().is_some_and(|sources| sources.contains(&json!(current)));
            let other = form.product.is_some_and(|product| text(row, "product") != product);
            // Those that other pages date, or that a page names only in passing, need not stand on it.
            let passing =
                text(row, "confidence") != "high" && form.file == "agents" || text(row, "confidence") == "low";
            let Ok(build) = text(row, "version").parse::<Build>() else { continue };
            if other {
                continue;
            }
            if reading.newest(text(row, "product")).is_some_and(|newest| build > *newest) {
                if rests || form.table {
                    gone.newer = Some(text(row, "version").to_owned());
                }
                continue;
            }
            if !rests || passing || text(row, "channel") == "withdrawn" || first_source(row) != current {
                continue;
            }
            gone.known += 1;
            if !reading.has(text(row, "product"), &build) {
                gone.missing.push((build, text(row, "version").to_owned()));
            }
        }
        gone
    }

    /// Whether the table knows a build and has no date for it either.
    fn dateless(&self, form: &Form, version: &str) -> bool {
        let Ok(build) = version.parse::<Build>() else { return false };
        self.draft.list(form.file).iter().any(|row| {
            let fits = form.product.is_none_or(|product| text(row, "product") == product);
            fits && text(row, "version").parse() == Ok(build.clone()) && row["released"].is_null()
        })
    }

    /// Moves the day of the table forwards, if the page's newest build is the table's.
    fn move_day(&mut self, reading: &Reading, day: Date) -> bool {
        let shown = reading
            .builds
            .iter()
            .rev()
            .find(|(_, found)| found.channel != Some("withdrawn") && found.withdrawn.is_none());
        let Some(((newest, _), _)) = shown else { return false };
        let rows = self.draft.list("releases").iter();
        let ours = rows.filter(|row| text(row, "product") == "entra-connect" && text(row, "channel") != "withdrawn");
        let ours: Option<Build> = ours.filter_map(|row| text(row, "version").parse().ok()).max();
        if ours.is_some_and(|ours| ours > *newest) {
            return false;
        }
        // A page that lists a build is no older than the build, whatever date it prints.
        let listed = reading.builds.values().filter_map(|found| found.released).map(Released::first_day).max();
        let day = listed.map_or(day, |listed| listed.max(day));
        let head = self.draft.head();
        let before: Option<Date> = text(head, "asOf").parse().ok();
        if before.is_some_and(|before| before >= day) {
            return false;
        }
        head["asOf"] = json!(day.to_string());
        true
    }

    /// Records the edition, and leads the link to it if it is the newest.
    fn name_edition(&mut self, form: &Form, page: &Page, edition: &merge::Edition<'_>, day: Date) {
        let current = self.current(form);
        let title = current.map(|source| text(source, "title").to_owned()).unwrap_or_else(|| page.title.clone());
        let url = current.map(|source| text(source, "url").to_owned());
        self.draft.add_source(&edition.source, &title, url.as_deref(), Some(day.to_string()));
        if let (Some(link), true) = (form.link, edition.newest) {
            self.draft.head()["links"][link] = json!(edition.source);
        }
    }
}

/// Builds that should stand on a page, and those that do not.
struct Gone {
    known: usize,
    missing: Vec<(Build, String)>,
    /// A build of the table that is newer than all of the page.
    newer: Option<String>,
}

fn first_source(row: &Value) -> &str {
    row["sources"].as_array().and_then(|sources| sources.first()).and_then(Value::as_str).unwrap_or_default()
}
