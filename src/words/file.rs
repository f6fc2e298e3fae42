//! The file of a language: `id = text` a line, `#` before notes. The first
//! lines of each file say the rest.

use super::speech::{English, Speech as _};
use super::{Id, Language};

/// Messages that are names, and may be the same in every language.
const NAMES: [&str; 2] = ["page-title", "tab-cloud-sync"];

/// A line of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The message.
    pub id: &'a str,
    /// Its words.
    pub text: &'a str,
}

/// All entries of a file in their order.
#[must_use]
pub fn entries(source: &str) -> Vec<Entry<'_>> {
    let lines = source.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once('='));
    pairs.map(|(id, text)| Entry { id: id.trim(), text: text.trim() }).collect()
}

/// The messages that a file lacks.
#[must_use]
pub fn missing(source: &str) -> Vec<Id> {
    let entries = entries(source);
    let lacks = |id: &&Id| !entries.iter().any(|entry| entry.id == id.as_str() && !entry.text.is_empty());
    Id::ALL.iter().filter(lacks).copied().collect()
}

/// The plural categories that whole numbers below a million have in a language.
#[must_use]
pub fn categories(language: Language) -> &'static [&'static str] {
    match language.code {
        "ja" => &["other"],
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

/// What is wrong with a file, a line each; what is missing is not told here.
#[must_use]
pub fn faults(language: Language, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for line in source.lines() {
        if !line.is_empty() && !line.starts_with('#') && !line.contains(" = ") {
            faults.push(format!("not `id = text`: {line}"));
        }
    }
    for Entry { id, text } in entries(source) {
        if seen.contains(&id) {
            faults.push(format!("{id}: stands there twice"));
        }
        seen.push(id);
        let Some(known) = Id::ALL.iter().find(|known| known.as_str() == id) else {
            faults.push(format!("{id}: there is no such message"));
            continue;
        };
        let (english, here) = (slots(English.template(*known)), slots(text));
        let names = |slots: &[(&str, &str)]| -> Vec<String> {
            let mut names: Vec<String> = slots.iter().map(|(name, _)| (*name).to_owned()).collect();
            names.sort_unstable();
            names
        };
        if names(&english) != names(&here) {
            faults.push(format!("{id}: must have the slots {:?}, has {:?}", names(&english), names(&here)));
        }
        for (name, forms) in here.iter().filter(|(_, forms)| !forms.is_empty()) {
            let found: Vec<&str> =
                forms.split('|').map(|form| form.split_once('=').unwrap_or(("other", form)).0).collect();
            if found != categories(language) {
                faults.push(format!("{id}: {{{name}}} must have the forms {:?}, has {found:?}", categories(language)));
            }
        }
        if text == English.template(*known) && bare_words(text) > 1 && !NAMES.contains(&id) {
            faults.push(format!("{id}: is the English text"));
        }
        if text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}', '\t']) {
            faults.push(format!("{id}: holds an invisible character"));
        }
    }
    faults
}

/// How many words stand outside of slots.
fn bare_words(template: &str) -> usize {
    let outside = template.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    let words = outside.flat_map(|part| part.split_whitespace());
    words.filter(|word| word.contains(char::is_alphabetic)).count()
}

/// Name and forms of every slot.
fn slots(template: &str) -> Vec<(&str, &str)> {
    let slots = template.split('{').skip(1).map(|part| part.split_once('}').map_or(part, |(slot, _)| slot));
    slots.map(|slot| slot.split_once(':').unwrap_or((slot, ""))).collect()
}
