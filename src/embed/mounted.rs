//! A checker in a node of somebody else's page.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::{facts, spoken};
use crate::page::app::{App, Props};
use crate::page::host::{Embedding, Host, Layout, Wish};

/// A checker that stands somewhere, until it is destroyed.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    props: Props,
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mounted").finish_non_exhaustive()
    }
}

/// Puts a checker into a node.
///
/// `page` is the address of the whole checker; `kept` is what was answered and
/// ticked before, as `on_kept` told it. `on_report` hears every text in the box
/// and its report as JSON for `unpacked` in `api.js`, and after how many texts
/// that were asked for it was typed, if it was. What [`Mounted::wish`] takes is
/// given by it before anything is drawn.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: Element, page: String, kept: String, on_report: Function, on_kept: Function) -> Mounting {
    let around = Embedding {
        page,
        kept,
        on_report: Box::new(move |text, report, typed| {
            let (text, report) = (JsValue::from_str(text), JsValue::from_str(&spoken::report_json(report)));
            // Should the listener throw, the platform has reported it.
            let _ = on_report.call3(&JsValue::NULL, &text, &report, &JsValue::from(typed));
        }),
        on_kept: Box::new(move |kept| {
            let _ = on_kept.call1(&JsValue::NULL, &JsValue::from_str(kept));
        }),
    };
    Mounting { host: Host::element(root.clone(), around), root }
}

/// A checker about to stand somewhere.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Mounting {
    host: Host,
    root: Element,
}

#[wasm_bindgen]
impl Mounting {
    /// Draws it with the first wishes. Nothing without facts, which is never.
    #[must_use]
    pub fn draw(
        self,
        table: usize,
        text: String,
        on: &str,
        layout: &str,
        notice: Option<String>,
        language: Option<String>,
    ) -> Option<Mounted> {
        let wish = Wish { text: (1, Rc::from(text)), ..wish(on, layout, notice, language) };
        let props = Props { table: facts::table(table)?, host: self.host, wish };
        let app = Renderer::<App>::with_root_and_props(self.root, props.clone()).render();
        Some(Mounted { app, props })
    }
}

#[wasm_bindgen]
impl Mounted {
    /// What the page around wants now. Without a text, the one in the box stays.
    pub fn wish(
        &mut self,
        table: usize,
        text: Option<String>,
        on: &str,
        layout: &str,
        notice: Option<String>,
        language: Option<String>,
    ) {
        if let Some(table) = facts::table(table) {
            self.props.table = table;
        }
        let former = self.props.wish.text.clone();
        let text = text.map_or(former.clone(), |text| (former.0.wrapping_add(1), Rc::from(text)));
        self.props.wish = Wish { text, ..wish(on, layout, notice, language) };
        self.app.update(self.props.clone());
    }

    /// Takes it away.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// A day that is none is today; the caller has told so.
fn wish(on: &str, layout: &str, notice: Option<String>, language: Option<String>) -> Wish {
    let layout = match layout {
        "compact" => Layout::Compact,
        "badge" => Layout::Badge,
        _ => Layout::Full,
    };
    let (notice, language) = (notice.map(Rc::from), language.map(Rc::from));
    Wish { text: <(u32, Rc<str>)>::default(), on: on.parse().ok(), language, layout, notice }
}
