//! What the reader has done: the one place where the page remembers.

use std::rc::Rc;

use yew::{Reducible, UseReducerDispatcher};

use super::browser::{self, Fragment};
use super::host::{Host, Wish};
use super::speech::{self, Voice};
use crate::advice::Answers;
use crate::date::Date;
use crate::table::QUESTIONS;
use crate::words::Id;

/// Lets events happen.
pub(super) type Dispatch = UseReducerDispatcher<State>;

/// The two ways out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Upgrade,
    CloudSync,
}

/// The state of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    /// Where it stands.
    pub host: Host,
    /// The text in the box.
    pub text: Rc<str>,
    /// The number of the last text that the page around asked for.
    pub wished: u32,
    /// Whether the reader has changed the text since.
    pub typed: bool,
    /// The day that the page around asked for last.
    pub wished_on: Option<Date>,
    /// The day asked for; today when absent.
    pub on: Option<Date>,
    /// Today, as last looked at.
    pub today: Date,
    /// Whether a text was refused because it is too long.
    pub refused: bool,
    /// A date in the address that is none.
    pub bad_date: Option<String>,
    /// Whether the day typed last is none.
    pub bad_day: bool,
    /// What was answered, as given.
    pub answers: Answers,
    /// What is ticked off, by id.
    pub ticks: Vec<String>,
    /// Groups of questions put off.
    pub skipped: Vec<String>,
    /// The way that is looked at; the recommended one when absent.
    pub tab: Option<Tab>,
    /// How often the address was to be written.
    pub writes: u32,
    /// Whether the address is to be copied, once it is written.
    pub sharing: bool,
    /// What was taken along last.
    pub took: Option<Took>,
    /// How often the focus was sent on, and to which question.
    pub focus: (u32, String),
    /// Whether the last event sent it.
    pub moved: bool,
    /// The language that the page speaks.
    pub voice: Voice,
    /// Whether the reader or the link chose it.
    pub language_chosen: bool,
}

/// Something that was taken along.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Took {
    /// Its button.
    pub what: Id,
    /// The text to copy by hand, where the browser refused.
    pub by_hand: Option<String>,
}

/// What can happen.
#[derive(Debug, Clone)]
pub(super) enum Event {
    /// The text in the box changed.
    Text(String),
    /// A text was too long and was not taken.
    Refused,
    /// The page around asks for a text and a day.
    #[cfg(feature = "embed")]
    Wish(Wish),
    /// The address names a version, a date, answers or ticks.
    Fragment(Fragment),
    /// Another day is judged for; today, when there is none.
    On(Option<Date>),
    /// What was typed is no day.
    NoDay,
    /// Questions were answered, or their answers taken back.
    Answer(Vec<(String, Option<String>)>),
    /// A group of questions is put off.
    Skip(String),
    /// Something is ticked off, or not any more.
    Tick(String),
    /// One of the two ways is looked at.
    Look(Tab),
    /// The address shall hold what is seen, to be passed on.
    Share,
    /// Something was taken along.
    Took(Took),
    /// Another language was chosen, by its code.
    Language(String),
}

impl State {
    /// The state at the start, with what the host asks for.
    pub fn new(fallback: Date, host: &Host, wish: &Wish) -> Self {
        let blank = Self {
            host: host.clone(),
            text: Rc::from(""),
            wished: 0,
            typed: false,
            wished_on: None,
            on: None,
            today: browser::today(fallback),
            refused: false,
            bad_date: None,
            bad_day: false,
            answers: Answers::default(),
            ticks: Vec::new(),
            skipped: Vec::new(),
            tab: None,
            writes: 0,
            sharing: false,
            took: None,
            focus: (0, String::new()),
            moved: false,
            voice: Voice::choose(None),
            language_chosen: false,
        };
        let mut state = blank.with(host.fragment());
        if !host.is_page() {
            // A day that was kept is the reader's, chosen in place of the one asked for.
            if state.on.is_some() {
                state.wished_on = wish.on;
            }
            state.wish(wish);
        }
        state
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
        self.answers = fragment.answers.into_iter().collect();
        self.ticks = fragment.ticks;
        // A link without a language leaves the one that is spoken.
        if let Some(language) = fragment.language {
            self.choose(&language);
        }
        match fragment.on {
            Some(Ok(date)) => self.on = Some(date),
            Some(Err(text)) => self.bad_date = Some(text),
            None => {}
        }
        self
    }

    /// Takes up a language. An unknown one leaves the choice to the browser's.
    fn choose(&mut self, language: &str) {
        self.language_chosen = speech::known(language).is_some();
        self.voice = Voice::choose(Some(language));
    }

    fn wish(&mut self, wish: &Wish) {
        // The reader's own choice of a day stays until the page around asks for another.
        if self.wished_on != wish.on {
            (self.wished_on, self.on) = (wish.on, wish.on);
        }
        self.voice = Voice::choose(wish.language.as_deref());
        self.language_chosen = wish.language.as_deref().and_then(speech::known).is_some();
        // Only a new wish: what was typed since the last one stays.
        if wish.text.0 != self.wished {
            (self.wished, self.text) = wish.text.clone();
            self.typed = false;
        }
    }

    /// Whether this is so already.
    #[cfg(feature = "embed")]
    pub fn fulfils(&self, wish: &Wish) -> bool {
        let voice = Voice::choose(wish.language.as_deref());
        self.wished_on == wish.on && self.wished == wish.text.0 && self.voice == voice
    }

    fn write(&mut self) {
        self.writes = self.writes.wrapping_add(1);
    }

    /// Sends the focus on from a question that goes away.
    fn move_on(&mut self, from: &str) {
        self.focus = (self.focus.0.wrapping_add(1), self.host.question_after(from));
        self.moved = true;
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        next.today = browser::today(next.today);
        next.refused = false;
        next.bad_day = false;
        next.sharing = false;
        next.took = None;
        next.moved = false;
        match event {
            Event::Text(text) => (next.text, next.typed) = (Rc::from(text), true),
            Event::Refused => next.refused = true,
            #[cfg(feature = "embed")]
            Event::Wish(wish) => next.wish(&wish),
            Event::Fragment(fragment) => next = next.with(fragment),
            Event::On(on) => {
                next.on = on;
                next.bad_date = None;
            }
            Event::NoDay => next.bad_day = true,
            Event::Answer(pairs) => {
                // What an upgrade asks stays where it is.
                if let Some((id, _)) = pairs.last().filter(|(id, _)| QUESTIONS.iter().all(|(known, _)| known != id)) {
                    next.move_on(id);
                }
                for (id, value) in pairs {
                    next.answers.set(&id, value.as_deref());
                }
                next.write();
            }
            Event::Skip(group) => {
                next.move_on("");
                next.skipped.push(group);
            }
            Event::Tick(id) => {
                let before = next.ticks.len();
                next.ticks.retain(|ticked| *ticked != id);
                if next.ticks.len() == before {
                    next.ticks.push(id);
                }
                next.write();
            }
            Event::Look(tab) => next.tab = Some(tab),
            Event::Share => {
                // Who opens the link sees the day that was seen here.
                next.on = Some(next.day());
                next.sharing = true;
                next.write();
            }
            Event::Took(took) => next.took = Some(took),
            Event::Language(code) => next.choose(&code),
        }
        Rc::new(next)
    }
}
