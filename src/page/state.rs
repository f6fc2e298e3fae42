//! What the reader has done: the one place where the page remembers.

use std::rc::Rc;

use yew::Reducible;

use super::browser::{self, Fragment};
use crate::date::Date;

/// The state of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    /// The text in the box.
    pub text: Rc<str>,
    /// The day asked for; today when absent.
    pub on: Option<Date>,
    /// Today, as last looked at.
    pub today: Date,
    /// Whether a text was refused because it is too long.
    pub refused: bool,
    /// A date in the address that is none.
    pub bad_date: Option<String>,
}

/// What can happen.
#[derive(Debug)]
pub(super) enum Event {
    /// The text in the box changed.
    Text(String),
    /// A text was too long and was not taken.
    Refused,
    /// The address names a version or a date.
    Fragment(Fragment),
}

impl State {
    /// The state at the start, with what the address asks for.
    pub fn new(fallback: Date, fragment: Fragment) -> Self {
        let today = browser::today(fallback);
        let blank = Self { text: Rc::from(""), on: None, today, refused: false, bad_date: None };
        blank.with(fragment)
    }

    /// The day judged for.
    pub fn day(&self) -> Date {
        self.on.unwrap_or(self.today)
    }

    fn with(mut self, fragment: Fragment) -> Self {
        if let Some(version) = fragment.version {
            self.text = Rc::from(version);
        }
        self.on = None;
        self.bad_date = None;
        match fragment.on {
            Some(Ok(date)) => self.on = Some(date),
            Some(Err(text)) => self.bad_date = Some(text),
            None => {}
        }
        self
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        next.today = browser::today(next.today);
        next.refused = false;
        Rc::new(match event {
            Event::Text(text) => Self { text: Rc::from(text), ..next },
            Event::Refused => Self { refused: true, ..next },
            Event::Fragment(fragment) => next.with(fragment),
        })
    }
}
