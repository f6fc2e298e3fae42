//! All words that people read, by message id.
//!
//! The core never writes a sentence: it makes a [`Message`], an id with its
//! values, and this module has the words. [`en`] is the catalogue that
//! defines the ids; another language is another file with the same ids.
//!
//! A template holds slots: `{date}` is a value, `{days:# day|# days}` chooses
//! by number (`#` is the number itself).

pub mod en;

use std::fmt::{self, Write as _};

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

pub use en::Id;

use crate::date::{Date, Released};

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A word or phrase, a build number included.
    Text(String),
    /// A day.
    Date(Date),
    /// A number that is counted.
    Number(i64),
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
            Released::Month(date) => {
                let (year, month, _) = date.ymd();
                Self::Text(format!("{} {year}", en::month(month)))
            }
        }
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
}

/// The English sentence.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        render(self.id.english(), &self.args, f)
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
                        Arg::Text(text) => map.serialize_entry(name, text)?,
                        Arg::Date(date) => map.serialize_entry(name, date)?,
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

/// A text of the page that has no values.
#[must_use]
pub fn text(id: Id) -> &'static str {
    id.english()
}

fn render(template: &str, args: &[(&'static str, Arg)], out: &mut impl fmt::Write) -> fmt::Result {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.write_str(before)?;
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        rest = after;
        let (name, forms) = slot.split_once(':').unwrap_or((slot, ""));
        let value = args.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        match value {
            Some(Arg::Number(number)) if !forms.is_empty() => {
                let (one, other) = forms.split_once('|').unwrap_or((forms, forms));
                let form = if *number == 1 { one } else { other };
                let mut digits = String::new();
                write!(digits, "{number}")?;
                out.write_str(&form.replace('#', &digits))?;
            }
            Some(Arg::Number(number)) => write!(out, "{number}")?,
            Some(Arg::Text(text)) => out.write_str(text)?,
            Some(Arg::Date(date)) => en::date(*date, out)?,
            None => write!(out, "{{{name}}}")?,
        }
    }
    out.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_take_their_values() {
        let mut out = String::new();
        let args = [("days", Arg::Number(1)), ("to", Arg::from("2.6.92.0"))];
        render("{to} in {days:# day|# days}, {days}.", &args, &mut out).unwrap();
        assert_eq!(out, "2.6.92.0 in 1 day, 1.");
        let mut out = String::new();
        render("{days:# day|# days} {missing}", &[("days", Arg::Number(0))], &mut out).unwrap();
        assert_eq!(out, "0 days {missing}");
    }

    #[test]
    fn dates_name_the_month() {
        let message =
            Message::plain(Id::Retired).with("version", "2.4.21.0").with("date", "2025-11-15".parse::<Date>().unwrap());
        assert_eq!(message.to_string(), "Support for 2.4.21.0 ended on 15 November 2025.");
        let month: Arg = "2026-06".parse::<Released>().unwrap().into();
        assert_eq!(month, Arg::from("June 2026"));
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
