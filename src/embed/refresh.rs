//! Newer facts, for a host page that names where they are: one request, and
//! whatever goes wrong, the facts that the program carries stay.

use gloo_net::http::{Request, Response};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestMode, RequestRedirect,
};

use super::facts;
use crate::Table;
use crate::words::{Id, Message};

/// The most bytes that a document of facts may have; ours has a quarter million.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// How long the request may take, in milliseconds.
const MOST_TIME: u32 = 10_000;

/// Fetches a document of facts and gives the number to name it by.
///
/// Without credentials and referrer, and without following to another address.
/// The browser compares `integrity`, if there is any.
///
/// # Errors
/// A pair: a code for programs, and why for people.
#[wasm_bindgen]
pub async fn fetch_facts(url: String, integrity: String) -> Result<usize, JsValue> {
    let document = fetch(&url, &integrity).await?;
    let document = String::from_utf8(document).map_err(|_| told("table-wrong", "it is not UTF-8"))?;
    facts::take_facts(&document).map_err(|why| told("table-wrong", &why))
}

/// What a host page and its reader are told when the facts it named were not taken.
#[wasm_bindgen]
#[must_use]
pub fn kept_facts(why: &str) -> String {
    let date = Table::embedded().map(Table::as_of);
    let message = Message::plain(Id::KeptFacts).fact("why", why);
    date.map_or(message.clone(), |date| message.with("date", date)).to_string()
}

async fn fetch(url: &str, integrity: &str) -> Result<Vec<u8>, JsValue> {
    let missing = |why: &dyn std::fmt::Display| told("table-missing", &format!("{url}: {why}"));
    let signal = AbortSignal::timeout_with_u32(MOST_TIME);
    let mut request = Request::get(url)
        .abort_signal(Some(&signal))
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .redirect(RequestRedirect::Error);
    if !integrity.is_empty() {
        request = request.integrity(integrity);
    }
    let response = request.send().await.map_err(|error| missing(&error))?;
    if !response.ok() {
        return Err(missing(&response.status()));
    }
    whole(&response).await
}

/// The body, as long as it is not too long.
async fn whole(response: &Response) -> Result<Vec<u8>, JsValue> {
    let mut bytes = Vec::new();
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| told("table-missing", "it broke off"))?;
        let Ok(chunk) = Reflect::get(&part, &JsValue::from_str("value"))?.dyn_into::<Uint8Array>() else {
            return Ok(bytes);
        };
        if bytes.len().saturating_add(chunk.length() as usize) > MOST_BYTES {
            // What is left of it is not wanted; whether the server hears so is no matter.
            let _ = reader.cancel();
            return Err(told("table-too-large", "it has more than 4 MiB"));
        }
        bytes.extend(chunk.to_vec());
    }
}

fn told(code: &str, why: &str) -> JsValue {
    Array::of2(&JsValue::from_str(code), &JsValue::from_str(why)).into()
}
