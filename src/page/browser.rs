//! What the page asks the browser for: the day, the address's fragment, the
//! clipboard. Whatever the browser refuses is told, never thrown.

use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, Element, HtmlElement, HtmlTextAreaElement, Url, Window};

use crate::date::{Date, DateError};
use crate::report::Report;
use crate::words::Language;

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Where the page is mounted.
pub(super) fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// Whether the page stands in a frame of another one.
pub(super) fn framed() -> bool {
    window().is_some_and(|window| window.parent().ok().flatten().as_ref() != Some(&window))
}

/// Tells whoever looks (styles, tests) that the page takes input, and folds
/// the plain tables, which stand open for readers without scripts.
pub(super) fn ready() {
    if let Some(tables) = document().and_then(|document| document.query_selector("#releases > details").ok().flatten())
    {
        let _ = tables.remove_attribute("open");
    }
    if let Some(html) = document().and_then(|document| document.document_element()) {
        let _ = html.set_attribute("data-ready", "");
    }
}

/// The day on the reader's calendar. Should the browser's clock be set to a
/// year that no date can have, the given day stands in.
pub(super) fn today(fallback: Date) -> Date {
    let now = js_sys::Date::new_0();
    let part = |value: u32| u8::try_from(value).unwrap_or_default();
    i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| Date::new(year, part(now.get_month()).saturating_add(1), part(now.get_date())).ok())
        .unwrap_or(fallback)
}

/// The language tags that the reader asks for, the dearest first.
pub(super) fn languages() -> Vec<String> {
    let tags = window().map(|window| window.navigator().languages()).unwrap_or_default();
    tags.iter().filter_map(|tag| tag.as_string()).collect()
}

/// The packed words of a language, where the page holds them.
pub(super) fn words(language: &str) -> Option<String> {
    block(language)?.text_content()
}

/// Whether the page holds the words of a language.
pub(super) fn has_words(language: &str) -> bool {
    block(language).is_some()
}

fn block(language: &str) -> Option<Element> {
    document()?.get_element_by_id(&["words-", language].concat())
}

/// Tells the browser which language the page speaks, and whither it runs.
pub(super) fn speaks(language: Language) {
    if let Some(html) = document().and_then(|document| document.document_element()) {
        mark(&html, language);
    }
}

/// Marks what stands in an element as of a language.
pub(super) fn mark(element: &Element, language: Language) {
    let _ = element.set_attribute("lang", language.code);
    let _ = element.set_attribute("dir", if language.rtl { "rtl" } else { "ltr" });
}

/// What the fragment of the address asks for.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Fragment {
    /// The build to judge.
    pub version: Option<String>,
    /// The day to judge for; the text that is none, if it is none.
    pub on: Option<Result<Date, String>>,
    /// Answers by question.
    pub answers: Vec<(String, String)>,
    /// What is ticked off.
    pub ticks: Vec<String>,
    /// The language to speak, by its tag.
    pub language: Option<String>,
}

/// What the page starts with: what the address asks for, else what stands in it already, because a
/// browser saved it as it looked or somebody typed before it was up.
pub(super) fn first(root: &Element) -> Fragment {
    let asked = hash();
    let mut first = match root.get_attribute(STATE) {
        Some(kept) if !asked.contains('=') => Fragment { version: None, ..read(&kept) },
        _ => read(&asked),
    };
    if first.version.is_none() {
        let area = root.query_selector("textarea").ok().flatten();
        first.version = area.and_then(|area| area.dyn_into().ok()).map(|area: HtmlTextAreaElement| area.value());
    }
    first
}

/// Where a saved page keeps what the address would hold.
const STATE: &str = "data-state";

/// Lets the page hold this, should a browser save it as it looks.
pub(super) fn keep(fragment: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(STATE, fragment);
    }
}

/// Whether the page is one file, with all in it that it takes to give itself out.
pub(super) fn one_file() -> bool {
    document().is_some_and(|document| document.get_element_by_id("blank").is_some())
}

/// The fragment of the address.
pub(super) fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Reads `#v=…&on=…&a.question=answer&t=step,step&lang=de`. Parts that are not known are left alone.
pub(super) fn read(hash: &str) -> Fragment {
    /// Longer values are no versions and no dates.
    const LONGEST: usize = 4000;
    let mut fragment = Fragment::default();
    for pair in hash.trim_start_matches('#').split('&').take(200) {
        let Some((name, value)) = pair.split_once('=') else { continue };
        if value.len() > LONGEST {
            continue;
        }
        let Ok(value) = js_sys::decode_uri_component(value) else { continue };
        let value = String::from(value);
        match name {
            "v" => fragment.version = Some(value),
            "lang" => fragment.language = Some(value),
            "on" => fragment.on = Some(value.parse().map_err(|_: DateError| value)),
            "t" => fragment.ticks = value.split(',').take(200).map(str::to_owned).collect(),
            _ => fragment.answers.extend(name.strip_prefix("a.").map(|id| (id.to_owned(), value))),
        }
    }
    fragment
}

/// Puts what is seen into the address, without a new page in the history. A
/// browser that refuses shows the old address, and nothing else is lost.
pub(super) fn write_fragment(fragment: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// The address as it stands.
pub(super) fn address() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// A value as it may stand in an address.
pub(super) fn encoded(value: &str) -> String {
    js_sys::encode_uri_component(value).into()
}

/// Calls back whenever the fragment changes.
pub(super) fn on_fragment(changed: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(changed);
    if let Some(window) = window() {
        window.set_onhashchange(Some(closure.as_ref().unchecked_ref()));
        // The page listens for as long as it lives.
        closure.forget();
    }
}

/// Puts a text into the clipboard; `done` hears whether that worked.
pub(super) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return done(false) };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    // Pages opened in an insecure context have none.
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return done(false);
    }
    let written = window.navigator().clipboard().write_text(text);
    yew::platform::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(written).await.is_ok());
    });
}

/// Does something after so many milliseconds.
pub(super) fn later(after: i32, what: impl FnOnce() + 'static) {
    let what = Closure::once_into_js(what);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(what.unchecked_ref(), after);
    }
}

/// Milliseconds for which a file's text is kept for the browser.
const KEPT: i32 = 60_000;

/// Hands a text over as a file to save.
pub(super) fn download(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let address = Blob::new_with_str_sequence_and_options(&parts, &properties)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = document().and_then(|document| document.create_element("a").ok());
    let (Ok(address), Some(Ok(link))) = (address, link.map(JsCast::dyn_into::<HtmlElement>)) else { return };
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    link.click();
    // Browsers read the text after the click; by then it is only memory.
    later(KEPT, move || drop(Url::revoke_object_url(&address)));
}

/// Opens the browser's own dialogue for printing.
pub(super) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// A report as JSON, with line breaks for people.
pub(super) fn json(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap_or_default()
}
