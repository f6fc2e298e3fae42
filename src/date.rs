//! Civil dates: a day of the calendar, never an instant, so no time zone can
//! move it.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use time::{Duration, Month};

/// First and last year that a date may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 2010..=2100;

/// A day from 2010-01-01 to 2100-12-31, written `YYYY-MM-DD`.
///
/// ```
/// use entra_connect_checker::Date;
///
/// let leap: Date = "2028-02-29".parse()?;
/// assert_eq!(leap.plus_months(12).to_string(), "2029-02-28");
/// assert_eq!(leap.days_until("2028-03-01".parse()?), 1);
/// # Ok::<(), entra_connect_checker::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// The first and the last day that a date may be, as written.
    #[must_use]
    pub fn ends() -> [String; 2] {
        [format!("{}-01-01", YEARS.start()), format!("{}-12-31", YEARS.end())]
    }

    /// The day with this year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    /// When there is no such day, or it lies outside 2010 to 2100.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        if !YEARS.contains(&year) {
            return Err(DateError::Year(year));
        }
        Month::try_from(month)
            .and_then(|month| time::Date::from_calendar_date(year, month, day))
            .map(Self)
            .map_err(|_| DateError::NoSuchDay { year, month, day })
    }

    /// The same day so many months later, clamped to the end of the month.
    /// A result past the year 2100 stays at its last day.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let zero_based = i32::from(u8::from(self.0.month())).saturating_add(i32::from(months)).saturating_sub(1);
        let year = self.0.year().saturating_add(zero_based.div_euclid(12));
        let month = u8::try_from(zero_based.rem_euclid(12)).unwrap_or(0).saturating_add(1);
        (0..=3).find_map(|short| Self::new(year, month, self.0.day().saturating_sub(short)).ok()).unwrap_or(self.last())
    }

    /// Days from this one to the other: 0 for the same day, negative when the
    /// other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        i64::from(other.0.to_julian_day()).saturating_sub(i64::from(self.0.to_julian_day()))
    }

    /// The day so many days later (earlier when negative), kept inside the
    /// years that a date may have.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        self.0
            .checked_add(Duration::days(days.into()))
            .filter(|date| YEARS.contains(&date.year()))
            .map_or(self.last(), Self)
    }

    /// Year, month (1 to 12) and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        (self.0.year(), self.0.month().into(), self.0.day())
    }

    /// A number that grows with the day.
    pub(crate) fn day_number(self) -> u64 {
        u64::try_from(self.0.to_julian_day()).unwrap_or_default()
    }

    fn last(self) -> Self {
        Self::new(*YEARS.end(), 12, 31).unwrap_or(self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not in the form `YYYY-MM-DD`.
    #[error("\"{0}\" is not a date; write it as 2026-09-30")]
    Form(String),
    /// The calendar does not have it.
    #[error("there is no day {year:04}-{month:02}-{day:02}")]
    NoSuchDay {
        /// The year as written.
        year: i32,
        /// The month as written.
        month: u8,
        /// The day as written.
        day: u8,
    },
    /// Too early or too late.
    #[error("the year {0} is out of range; dates run from 2010 to 2100")]
    Year(i32),
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        fn number<T: FromStr>(text: Option<&str>, digits: usize) -> Option<T> {
            text.filter(|t| t.len() == digits && t.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
        }
        let form = || DateError::Form(text.chars().take(40).collect());
        let mut parts = text.split('-');
        let year = number(parts.next(), 4).ok_or_else(form)?;
        let month = number(parts.next(), 2).ok_or_else(form)?;
        let day = number(parts.next(), 2).ok_or_else(form)?;
        if parts.next().is_some() {
            return Err(form());
        }
        Self::new(year, month, day)
    }
}

/// When a release came out: a day, or only its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Released {
    /// The day is known.
    Day(Date),
    /// Only the month is known; it counts from the first day, kept here.
    Month(Date),
}

impl Released {
    /// The day from which the release counts.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) | Self::Month(date) => date,
        }
    }
}

impl fmt::Display for Released {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Month(date) => {
                let (year, month, _) = date.ymd();
                write!(f, "{year:04}-{month:02}")
            }
        }
    }
}

impl FromStr for Released {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == 7 {
            format!("{text}-01").parse().map(Self::Month).map_err(|_| DateError::Form(text.to_owned()))
        } else {
            text.parse().map(Self::Day)
        }
    }
}

impl Serialize for Released {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn months_clamp_to_the_end_of_the_month() {
        assert_eq!(date("2028-02-29").plus_months(12), date("2029-02-28"));
        assert_eq!(date("2027-01-31").plus_months(1), date("2027-02-28"));
        assert_eq!(date("2027-02-28").plus_months(12), date("2028-02-28"));
        assert_eq!(date("2026-12-15").plus_months(1), date("2027-01-15"));
        assert_eq!(date("2100-12-31").plus_months(1), date("2100-12-31"));
    }

    #[test]
    fn days_are_counted_both_ways() {
        assert_eq!(date("2026-11-23").days_until(date("2027-04-07")), 135);
        assert_eq!(date("2026-11-23").days_until(date("2026-10-23")), -31);
        assert_eq!(date("2028-02-28").plus_days(2), date("2028-03-01"));
        assert_eq!(date("2026-03-01").plus_days(-1), date("2026-02-28"));
        assert_eq!(date("2100-12-31").plus_days(1), date("2100-12-31"));
    }

    #[test]
    fn errors_are_exact() {
        let error = |text: &str| text.parse::<Date>().unwrap_err().to_string();
        assert_eq!(error("30.9.2026"), "\"30.9.2026\" is not a date; write it as 2026-09-30");
        assert_eq!(error("2026-9-30"), "\"2026-9-30\" is not a date; write it as 2026-09-30");
        assert_eq!(error("2026-09-30-1"), "\"2026-09-30-1\" is not a date; write it as 2026-09-30");
        assert_eq!(error("2027-02-29"), "there is no day 2027-02-29");
        assert_eq!(error("2027-13-01"), "there is no day 2027-13-01");
        assert_eq!(error("2009-12-31"), "the year 2009 is out of range; dates run from 2010 to 2100");
        assert_eq!(error("2101-01-01"), "the year 2101 is out of range; dates run from 2010 to 2100");
    }

    #[test]
    fn a_month_counts_from_its_first_day() {
        let june: Released = "2026-06".parse().unwrap();
        assert_eq!(june.first_day(), date("2026-06-01"));
        assert_eq!(june.to_string(), "2026-06");
        assert_eq!("2026-6x".parse::<Released>().unwrap_err(), DateError::Form("2026-6x".to_owned()));
    }
}
