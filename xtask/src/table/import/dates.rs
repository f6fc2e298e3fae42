//! Dates in every way in which the pages write them.

use entra_connect_checker::{Date, Released};

/// A date in a text, or what stands there instead of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The day or the month; why not, if it only looks like one.
    pub date: Result<Released, String>,
}

/// The months by their first three letters; `Sept` has four.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A run of digits, a run of letters, or one other sign.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    start: usize,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        if digits.contains(&self.text.len()) { self.text.parse().ok() } else { None }
    }

    fn year(&self) -> Option<i32> {
        self.number(4..=4).and_then(|year| i32::try_from(year).ok())
    }

    fn day(&self) -> Option<u8> {
        self.number(1..=2).and_then(|day| u8::try_from(day).ok())
    }

    fn month(&self) -> Option<u8> {
        let word = self.text.to_lowercase();
        let fits = |name: &&str| **name == word || (word.len() == 3 && name.starts_with(&word));
        let index = MONTHS.iter().position(|name| fits(name) || (word == "sept" && *name == "september"))?;
        u8::try_from(index + 1).ok()
    }
}

/// All dates of a text, in order.
pub fn find(text: &str) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        // Parts of a build number are no dates.
        let inside_a_number =
            at > 0 && tokens.get(at - 1).is_some_and(|before| before.text == "." && before.end() == rest[0].start);
        match if inside_a_number { None } else { slashes(rest).or_else(|| dashes(rest)).or_else(|| words(rest)) } {
            Some((count, date)) => {
                let last = rest.get(count - 1).unwrap_or(&rest[0]);
                found.push(Found { start: rest[0].start, end: last.end(), date });
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// The first date of a text.
pub fn first(text: &str) -> Option<Result<Released, String>> {
    find(text).into_iter().next().map(|found| found.date)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |c: char| {
        if c.is_ascii_digit() {
            0
        } else if c.is_alphabetic() {
            1
        } else {
            2
        }
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut last = 2;
    for (start, c) in text.char_indices() {
        let this = kind(c);
        let end = start + c.len_utf8();
        match tokens.last_mut() {
            Some(token) if this == last && this != 2 && token.end() == start => token.text = &text[token.start..end],
            _ if c.is_whitespace() => {}
            _ => tokens.push(Token { text: &text[start..end], start }),
        }
        last = this;
    }
    tokens
}

/// `9/23/2026`: month, day, year, as in the United States.
fn slashes(rest: &[Token<'_>]) -> Option<(usize, Result<Released, String>)> {
    let [month, one, day, two, year, ..] = rest else { return None };
    if one.text != "/" || two.text != "/" || one.start != month.end() {
        return None;
    }
    let (m, d) = (month.day()?, day.day()?);
    let Some(y) = year.year() else {
        year.number(1..=9)?;
        return Some((5, Err(format!("the year {} has not four digits", year.text))));
    };
    if !(1..=12).contains(&m) {
        return Some((5, Err(format!("there is no month {m}: the pages write month/day/year"))));
    }
    Some((5, day_of(y, m, d)))
}

/// `2026-09-23`, with a time or not, and `2026-09`.
fn dashes(rest: &[Token<'_>]) -> Option<(usize, Result<Released, String>)> {
    let [year, one, month, ..] = rest else { return None };
    let (y, m) = (year.year()?, month.number(2..=2)?);
    if one.text != "-" || one.start != year.end() {
        return None;
    }
    if let [_, _, _, two, day, ..] = rest
        && two.text == "-"
        && let Some(d) = day.number(2..=2)
    {
        return Some((5, day_of(y, u8::try_from(m).ok()?, u8::try_from(d).ok()?)));
    }
    Some((3, month_of(y, u8::try_from(m).ok()?)))
}

/// `March 11, 2025`, `December 12th, 2017`, `1 Apr 2024`, `Sept 22, 2025`, `June 2017`.
fn words(rest: &[Token<'_>]) -> Option<(usize, Result<Released, String>)> {
    let is = |index: usize, words: &[&str]| {
        rest.get(index).is_some_and(|token| words.contains(&token.text.to_lowercase().as_str()))
    };
    let ordinal = |index: usize| usize::from(is(index, &["st", "nd", "rd", "th"]));
    let comma = |index: usize| usize::from(is(index, &[",", "."]));
    let first = rest.first()?;
    if let Some(month) = first.month() {
        let after = 1 + comma(1);
        if let Some(year) = rest.get(after).and_then(Token::year) {
            return Some((after + 1, month_of(year, month)));
        }
        let day = rest.get(after).and_then(Token::day)?;
        let mut next = after + 1;
        next += ordinal(next);
        next += comma(next);
        let year = rest.get(next).and_then(Token::year)?;
        return Some((next + 1, day_of(year, month, day)));
    }
    let day = first.day()?;
    let mut next = 1;
    next += ordinal(next);
    let month = rest.get(next).and_then(Token::month)?;
    next += 1;
    next += comma(next);
    let year = rest.get(next).and_then(Token::year)?;
    Some((next + 1, day_of(year, month, day)))
}

fn day_of(year: i32, month: u8, day: u8) -> Result<Released, String> {
    Date::new(year, month, day).map(Released::Day).map_err(|error| error.to_string())
}

fn month_of(year: i32, month: u8) -> Result<Released, String> {
    Date::new(year, month, 1).map(Released::Month).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written, and what it says; nothing where no date is seen.
    const WRITTEN: &[(&str, &str)] = &[
        ("9/23/2026", "2026-09-23"),
        ("09/01/2025: Released for download", "2025-09-01"),
        ("2/2/2026: Released for download via the portal", "2026-02-02"),
        ("March 11, 2025: released", "2025-03-11"),
        ("Sept 22, 2025: released for download only", "2025-09-22"),
        ("Release date: October 16, 2023", "2023-10-16"),
        ("Status: December 12th, 2017", "2017-12-12"),
        ("Status: October 27 2017", "2017-10-27"),
        ("Status: September 05 2017", "2017-09-05"),
        ("1 Apr 2024: Released for download", "2024-04-01"),
        ("01 September 2026 (12 months after release of 2.5.79.0)", "2026-09-01"),
        ("23 Oct 2026", "2026-10-23"),
        ("the 3rd May 2024", "2024-05-03"),
        ("27 March 2023", "2023-03-27"),
        ("Released: May 2015", "2015-05"),
        ("July 2017", "2017-07"),
        ("2026-09-16T00:00:00Z", "2026-09-16"),
        ("2014-09", "2014-09"),
        ("Released to select customers", ""),
        ("version 2.6.84.0 and 10.0.26100.6901", ""),
        ("may 5 builds follow", ""),
        ("2.5.2024", ""),
        ("23/9/2026", "! there is no month 23: the pages write month/day/year"),
        ("2/30/2026: Released", "! there is no day 2026-02-30"),
        ("9/23/26", "! the year 26 has not four digits"),
        ("June 31, 2024", "! there is no day 2024-06-31"),
        ("3/1/1999", "! the year 1999 is out of range; dates run from 2010 to 2100"),
        ("2026-13", "! there is no day 2026-13-01"),
    ];

    #[test]
    fn every_form_is_read() {
        for (written, wanted) in WRITTEN {
            let read = match first(written) {
                Some(Ok(date)) => date.to_string(),
                Some(Err(reason)) => format!("! {reason}"),
                None => String::new(),
            };
            assert_eq!(read, *wanted, "{written}");
        }
    }

    #[test]
    fn several_dates_keep_their_places() {
        let text = "02/02/2026: Released for download. 02/09/2026: Released for autoupgrade";
        let found = find(text);
        let cut: Vec<&str> = found.iter().map(|found| &text[found.start..found.end]).collect();
        assert_eq!(cut, ["02/02/2026", "02/09/2026"]);
    }
}
