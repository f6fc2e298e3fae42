//! All words that people read, by message id.
//!
//! The core never writes a sentence: it makes a [`Message`], an id with its
//! values, and this module has the words. [`en`] is the catalogue that
//! defines the ids; the other languages are files beside it with the same
//! ids, which [`file`](mod@file) reads and [`packed`] hands to a page that
//! wants one. A report is English whatever the page speaks.
//!
//! A template holds slots: `{date}` is a value, `{days:# day|# days}` chooses
//! by number (`#` is the number itself). See [`speech`].

pub mod en;
pub mod file;
pub mod packed;
pub mod speech;

use std::fmt;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

pub use en::Id;
pub use speech::Speech;

use crate::date::{Date, Released};
use speech::{English, say};

/// A language beside English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// The primary subtag of its language tag.
    pub code: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub rtl: bool,
}

/// English, the language of reports and of every message that another lacks.
pub const ENGLISH: Language = Language { code: "en", name: "English", rtl: false };

/// The others: one file each, `src/words/<code>.txt`.
pub const LANGUAGES: [Language; 5] = [
    Language { code: "de", name: "Deutsch", rtl: false },
    Language { code: "es", name: "Español", rtl: false },
    Language { code: "fr", name: "Français", rtl: false },
    Language { code: "ja", name: "日本語", rtl: false },
    Language { code: "ar", name: "العربية", rtl: true },
];

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A word that is the same in every language: a build number, a name.
    Text(String),
    /// A sentence or phrase of the facts, which are English.
    Fact(String),
    /// A day.
    Date(Date),
    /// A month, by its first day.
    Month(Date),
    /// A number that is counted.
    Number(i64),
    /// Another message.
    Phrase(Message),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Released> for Arg {
    fn from(released: Released) -> Self {
        match released {
            Released::Day(date) => Self::Date(date),
            Released::Month(date) => Self::Month(date),
        }
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Phrase(message)
    }
}

/// A sentence by its id and values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Which sentence.
    pub id: Id,
    /// Its values by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A sentence without values.
    #[must_use]
    pub fn plain(id: Id) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds words of the facts, which stay English in every language.
    #[must_use]
    pub fn fact(mut self, name: &'static str, words: impl Into<String>) -> Self {
        self.args.push((name, Arg::Fact(words.into())));
        self
    }
}

/// The English sentence.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(&English, self, f)
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Args<'a>(&'a [(&'static str, Arg)]);
        impl Serialize for Args<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(self.0.len()))?;
                for (name, value) in self.0 {
                    match value {
                        Arg::Text(text) | Arg::Fact(text) => map.serialize_entry(name, text)?,
                        Arg::Date(date) => map.serialize_entry(name, date)?,
                        Arg::Month(date) => map.serialize_entry(name, &English.month(*date))?,
                        Arg::Phrase(message) => map.serialize_entry(name, &message.to_string())?,
                        Arg::Number(number) => map.serialize_entry(name, number)?,
                    }
                }
                map.end()
            }
        }
        let mut message = serializer.serialize_struct("Message", 3)?;
        message.serialize_field("id", self.id.as_str())?;
        message.serialize_field("args", &Args(&self.args))?;
        message.serialize_field("text", &self.to_string())?;
        message.end()
    }
}

/// The English words of a message that has no values.
#[must_use]
pub fn text(id: Id) -> &'static str {
    id.english()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_name_the_month() {
        let message =
            Message::plain(Id::Retired).with("version", "2.4.21.0").with("date", "2025-11-15".parse::<Date>().unwrap());
        assert_eq!(message.to_string(), "Support for 2.4.21.0 ended on 15 November 2025.");
        let month = Message::plain(Id::Plain).with("value", "2026-06".parse::<Released>().unwrap());
        assert_eq!(month.to_string(), "June 2026");
    }

    #[test]
    fn every_template_is_well_formed_and_every_id_its_own() {
        let mut ids: Vec<_> = Id::ALL.iter().map(|id| id.as_str()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "two messages share an id");
        for id in Id::ALL {
            let text = id.english();
            assert!(!text.is_empty(), "{} has no words", id.as_str());
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{}", id.as_str());
        }
    }
}
