//! The language that the page speaks: the reader's choice, else the browser's,
//! else English. Words come from wherever the page has them; plurals, dates and
//! numbers from the browser's `Intl`.

use std::cell::{Cell, RefCell};
use std::fmt;

use js_sys::{Array, Function, Intl, JSON};
use wasm_bindgen::{JsCast, JsValue};

use super::browser;
use crate::date::Date;
use crate::words::speech::{self, English};
use crate::words::{ENGLISH, Id, LANGUAGES, Language, Message, Speech, packed};

/// What stands around words of the facts, which are English: characters that
/// keep their direction apart, and by which [`parts`](super::parts) tells them
/// and gives them their language.
pub(super) const FACT: [&str; 2] = ["\u{2066}", "\u{2069}"];
/// What stands around builds and names where the page runs from right to left.
const VALUE: [&str; 2] = ["\u{2068}", "\u{2069}"];

thread_local! {
    static CURRENT: Cell<Voice> = const { Cell::new(Voice(None)) };
    static LEARNT: RefCell<Vec<&'static Tongue>> = const { RefCell::new(Vec::new()) };
}

/// A language that the page has the words of. Kept for as long as the page is
/// open: there are six.
struct Tongue {
    language: Language,
    words: Vec<&'static str>,
    plurals: Intl::PluralRules,
    number: Function,
    day: Function,
    month: Function,
}

/// The language that a part of the page speaks; none is English.
#[derive(Clone, Copy)]
pub(super) struct Voice(Option<&'static Tongue>);

impl PartialEq for Voice {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language()
    }
}

impl fmt::Debug for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.language().code)
    }
}

impl Voice {
    /// The voice for what the reader wishes for; English where the page has
    /// not the words.
    pub fn choose(wish: Option<&str>) -> Self {
        Self(tongue(wanted(wish)))
    }

    /// The language.
    pub fn language(self) -> Language {
        self.0.map_or(ENGLISH, |tongue| tongue.language)
    }

    /// Speaks from here on. Every component does so before it says anything:
    /// another part of the page may have spoken another language.
    pub fn speak(self) {
        CURRENT.set(self);
    }

    /// The voice that was told to speak last.
    pub fn current() -> Self {
        CURRENT.get()
    }
}

/// The words of a message without values.
pub(super) fn text(id: Id) -> &'static str {
    match CURRENT.get().0 {
        Some(tongue) => packed::pick(&tongue.words, id),
        None => id.english(),
    }
}

/// A message in words.
pub(super) fn local(message: &Message) -> String {
    let mut words = String::new();
    let speech: &dyn Speech = match CURRENT.get().0 {
        Some(tongue) => tongue,
        None => &English,
    };
    // Writing into memory does not fail.
    let _ = speech::say(speech, message, &mut words);
    words
}

/// The same without marks, for a text that leaves the page.
pub(super) fn plain(message: &Message) -> String {
    local(message).replace(['\u{2066}', '\u{2068}', '\u{2069}'], "")
}

/// Words of the facts, marked as what they are where the page is not English.
pub(super) fn fact(words: &str) -> String {
    let [open, close] = if CURRENT.get().0.is_some() { FACT } else { [""; 2] };
    [open, words, close].concat()
}

/// The languages to choose from: those that the page has the words of.
pub(super) fn languages() -> Vec<Language> {
    let mut languages = vec![ENGLISH];
    languages.extend(LANGUAGES.iter().filter(|language| browser::has_words(language.code)));
    languages
}

/// The language of a tag, by its first part: `de-AT` is German.
pub(super) fn known(tag: &str) -> Option<Language> {
    let code = tag.split(['-', '_']).next().unwrap_or_default();
    [ENGLISH].iter().chain(&LANGUAGES).find(|language| language.code.eq_ignore_ascii_case(code)).copied()
}

/// The language that a part of the page is to speak: the wish, else the first
/// of the browser's that there are words for, else English.
fn wanted(wish: Option<&str>) -> Language {
    let wish = wish.and_then(known);
    wish.or_else(|| browser::languages().iter().find_map(|tag| known(tag))).unwrap_or(ENGLISH)
}

/// The code of that language: for a page that fetches its words, and hands
/// them to [`learn_language`]. English is always there.
#[must_use]
pub fn language_for(wish: Option<&str>) -> &'static str {
    wanted(wish).code
}

fn tongue(language: Language) -> Option<&'static Tongue> {
    let learnt = LEARNT.with_borrow(|learnt| learnt.iter().find(|tongue| tongue.language == language).copied());
    learnt.or_else(|| learn(language, browser::words(language.code)?))
}

/// Takes the words of a language, as a file of `dist/embed/words/` has them:
/// for a page that keeps none in itself. Whoever asks for the language from
/// then on gets it. False for an unknown language, and for words that were
/// packed for another list of messages.
pub fn learn_language(code: &str, packed: String) -> bool {
    known(code).is_some_and(|language| learn(language, packed).is_some())
}

fn learn(language: Language, packed: String) -> Option<&'static Tongue> {
    let words = packed::unpack(Box::leak(packed.into_boxed_str()))?;
    // The reader's own region, if the browser tells one: Austria's January is another.
    let plain = |tag: &String| tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let tag = browser::languages().into_iter().find(|tag| plain(tag) && known(tag) == Some(language));
    let locale = Array::of1(&JsValue::from_str(tag.as_deref().unwrap_or(language.code)));
    let options = |text: &str| JSON::parse(text).unwrap_or_default().unchecked_into();
    // Figures and calendar as in build numbers and as Microsoft gives its dates, whatever the region.
    let (day, month) = (
        r#"{"dateStyle":"long","calendar":"gregory","numberingSystem":"latn","timeZone":"UTC"}"#,
        r#"{"year":"numeric","month":"long","calendar":"gregory","numberingSystem":"latn","timeZone":"UTC"}"#,
    );
    let tongue: &'static Tongue = Box::leak(Box::new(Tongue {
        language,
        words,
        plurals: Intl::PluralRules::new(&locale, &options("{}")),
        number: Intl::NumberFormat::new(&locale, &options(r#"{"numberingSystem":"latn"}"#)).format(),
        day: Intl::DateTimeFormat::new(&locale, &options(day)).format(),
        month: Intl::DateTimeFormat::new(&locale, &options(month)).format(),
    }));
    LEARNT.with_borrow_mut(|learnt| learnt.push(tongue));
    Some(tongue)
}

fn formatted(format: &Function, value: f64) -> String {
    format.call1(&JsValue::NULL, &value.into()).ok().and_then(|words| words.as_string()).unwrap_or_default()
}

/// Milliseconds since 1970, at midnight by UTC.
fn milliseconds(date: Date) -> f64 {
    const DAY: f64 = 86_400_000.0;
    /// From then to the first day that a [`Date`] can be.
    const BEFORE: i64 = 14_610;
    let first = Date::new(2010, 1, 1).unwrap_or(date);
    first.days_until(date).saturating_add(BEFORE) as f64 * DAY
}

impl Speech for Tongue {
    fn template(&self, id: Id) -> &str {
        packed::pick(&self.words, id)
    }

    fn category(&self, number: i64) -> String {
        self.plurals.select(number as f64).into()
    }

    fn number(&self, number: i64) -> String {
        formatted(&self.number, number as f64)
    }

    fn day(&self, date: Date) -> String {
        formatted(&self.day, milliseconds(date))
    }

    fn month(&self, date: Date) -> String {
        formatted(&self.month, milliseconds(date))
    }

    fn around_value(&self) -> [&'static str; 2] {
        if self.language.rtl { VALUE } else { [""; 2] }
    }

    fn around_fact(&self) -> [&'static str; 2] {
        FACT
    }
}
