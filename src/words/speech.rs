//! From a message to a sentence, in whatever language.
//!
//! A template holds slots in braces: `{date}` is a value; after a colon stand
//! the forms for a number, `#` being the number itself. English has two,
//! `{days:# day|# days}`: the first for one, the last for all others. Other
//! languages name theirs by Unicode's plural categories,
//! `{days:one=# Tag|other=# Tage}`; one form alone serves every number.

use std::fmt::{self, Write};

use super::{Arg, Id, Message};
use crate::date::Date;

/// How a language says things.
pub trait Speech {
    /// The words of a message, with their slots.
    fn template(&self, id: Id) -> &str;
    /// The plural category of a number, as Unicode names it.
    fn category(&self, number: i64) -> String;
    /// A number in figures.
    fn number(&self, number: i64) -> String;
    /// A day, its month as a word.
    fn day(&self, date: Date) -> String;
    /// The month of a day, as a word, and its year.
    fn month(&self, date: Date) -> String;
    /// What stands around a value that is the same in every language.
    fn around_value(&self) -> [&'static str; 2];
    /// What stands around words of the facts.
    fn around_fact(&self) -> [&'static str; 2];
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
fn month_name(month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// English, as the core itself speaks it.
#[derive(Debug, Clone, Copy)]
pub struct English;

impl Speech for English {
    fn template(&self, id: Id) -> &str {
        id.english()
    }

    fn category(&self, number: i64) -> String {
        (if number == 1 { "one" } else { "other" }).to_owned()
    }

    fn number(&self, number: i64) -> String {
        number.to_string()
    }

    fn day(&self, date: Date) -> String {
        let (year, month, day) = date.ymd();
        format!("{day} {} {year}", month_name(month))
    }

    fn month(&self, date: Date) -> String {
        let (year, month, _) = date.ymd();
        format!("{} {year}", month_name(month))
    }

    fn around_value(&self) -> [&'static str; 2] {
        [""; 2]
    }

    fn around_fact(&self) -> [&'static str; 2] {
        [""; 2]
    }
}

/// Writes a message in a language.
///
/// # Errors
/// Those of the writer.
pub fn say(speech: &dyn Speech, message: &Message, out: &mut dyn Write) -> fmt::Result {
    let mut rest = speech.template(message.id);
    while let Some((before, after)) = rest.split_once('{') {
        out.write_str(before)?;
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        rest = after;
        let (name, forms) = slot.split_once(':').unwrap_or((slot, "#"));
        let value = message.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        let ([open, close], words) = match value {
            Some(Arg::Phrase(message)) => {
                say(speech, message, out)?;
                continue;
            }
            Some(Arg::Text(text)) => (speech.around_value(), text.clone()),
            Some(Arg::Fact(text)) => (speech.around_fact(), text.clone()),
            Some(Arg::Date(date)) => ([""; 2], speech.day(*date)),
            Some(Arg::Month(date)) => ([""; 2], speech.month(*date)),
            Some(Arg::Number(number)) => {
                let form = form(forms, &speech.category(*number));
                ([""; 2], form.replace('#', &speech.number(*number)))
            }
            None => (["{", "}"], name.to_owned()),
        };
        for piece in [open, &words, close] {
            out.write_str(piece)?;
        }
    }
    out.write_str(rest)
}

/// The form for a category: the one named so, the first where forms have no
/// names and there is one thing, else the last.
fn form<'a>(forms: &'a str, category: &str) -> &'a str {
    let mut last = "";
    for form in forms.split('|') {
        let (name, words) = form.split_once('=').unwrap_or(("one", form));
        if name == category {
            return words;
        }
        last = words;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_chosen_by_category() {
        assert_eq!(form("# day|# days", "one"), "# day");
        assert_eq!(form("# day|# days", "other"), "# days");
        assert_eq!(form("#日", "other"), "#日");
        let arabic = "zero=a|one=b|two=c|few=d|many=e|other=f";
        assert_eq!(
            ["zero", "two", "many", "other", "?"].map(|category| form(arabic, category)),
            ["a", "c", "e", "f", "f"]
        );
    }

    #[test]
    fn slots_take_their_values() {
        let message = Message::plain(Id::SupportEnds).with("version", "2.6.92.0").with("days", 1i64);
        assert_eq!(message.to_string(), "Support for 2.6.92.0 ends on {date}, in 1 day.");
        let message = Message::plain(Id::Traps).with("count", 3usize);
        assert_eq!(message.to_string(), "What can go wrong on this way: 3");
    }

    #[test]
    fn a_message_may_stand_in_another() {
        let what = Message::plain(Id::PassedSibling).with("product", "Updater");
        let seen = Message::plain(Id::PassedOverItem).with("text", "1.5.0").with("what", what);
        assert_eq!(seen.to_string(), "1.5.0: the version of Updater");
    }
}
