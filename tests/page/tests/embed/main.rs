//! The custom element in pages of others, in a real browser. One program, so that it is linked once.

mod element;
mod fallback;
mod frameworks;
mod lifecycle;
mod manifest;
mod node;
mod refresh;
mod styles;
mod surroundings;

use std::collections::BTreeMap;

use fantoccini::elements::{Element, ElementRef};
use page_tests::{Error, Hosts, Page, Start};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a test gives back.
type Outcome = Result<(), Error>;

/// A browser with a host page open.
async fn open(page: &str) -> Result<(Hosts, Page), Error> {
    open_in(Start::default(), &format!("{page}.html")).await
}

/// The frame that stands in for a checker, in the shadow root, where no selector reaches.
async fn frame(page: &Page) -> Result<Element, Error> {
    const FIND: &str = "return document.querySelector('entra-connect-checker').shadowRoot.querySelector('iframe')";
    let answer: BTreeMap<String, String> = page.script(FIND, vec![]).await?;
    let id: ElementRef = answer.into_values().next().unwrap_or_default().into();
    Ok(Element::from_element_id(page.client().clone(), id))
}

/// A browser started in a way of its own, with a file of `tests/hosts` open.
async fn open_in(start: Start, file: &str) -> Result<(Hosts, Page), Error> {
    let hosts = Hosts::start()?;
    let browser = Page::started(start).await?;
    browser.load_address(&hosts.at(&format!("hosts/{file}"))).await?;
    Ok((hosts, browser))
}

/// Runs the body of an async function in the page, with `one(id or index)` for an element and
/// `until(f)` to wait; what it throws is given back as a text that begins with "threw".
async fn run<T: DeserializeOwned>(page: &Page, body: &str) -> Result<T, Error> {
    let script = format!(
        "const done = arguments[0];
         const one = (which = 0) => typeof which === 'string' ? document.getElementById(which) : document.querySelectorAll('entra-connect-checker')[which];
         const shown = (which) => [...one(which).shadowRoot.querySelectorAll('[part~=\"verdict\"]')].map((node) => `${{node.dataset.version}} ${{node.dataset.status}} ${{node.dataset.severity}}`);
         const until = async (what, f) => {{ const start = Date.now(); for (;;) {{ const found = await f(); if (found) return found; if (Date.now() - start > 12000) throw new Error('waited in vain for ' + what); await new Promise((go) => setTimeout(go, 20)); }} }};
         const verdict = (which, status) => until('a verdict ' + status, () => shown(which)[0]?.includes(status) && shown(which));
         (async () => {{ {body} }})().then(done, (error) => done('threw ' + error + ' ' + error.stack))"
    );
    let found = page.client().execute_async(&script, vec![]).await?;
    if let Value::String(text) = &found {
        assert!(!text.starts_with("threw"), "{text}");
    }
    Ok(serde_json::from_value(found)?)
}
