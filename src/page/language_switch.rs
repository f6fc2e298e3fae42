//! The choice of language, each by its own name.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::html::onchange;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::parts::{text, with};
use super::state::Event as Happening;
use super::{View, speech, t};
use crate::words::Id;

/// The switch; nothing where there is nothing to choose from.
pub(super) fn language_switch(view: &View) -> Option<Html> {
    let languages = speech::languages();
    if languages.len() < 2 {
        return None;
    }
    let mut select = VTag::new("select");
    select.add_attribute("id", "language");
    let dispatch = view.dispatch.clone();
    select.add_listener(Rc::new(onchange::Wrapper::new(Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            dispatch.dispatch(Happening::Language(select.value()));
        }
    }))));
    for language in languages {
        let mut option = VTag::new("option");
        option.add_attribute("value", language.code);
        option.add_attribute("lang", language.code);
        option.add_property("selected", language == view.state.voice.language());
        option.add_child(text(language.name));
        select.add_child(option.into());
    }
    let label = with("label", &[("for", "language")], vec![text(t(Id::Language))]);
    Some(with("p", &[("class", "small soft chips")], vec![label, select.into()]))
}
