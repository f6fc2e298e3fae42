//! Plain elements by function call.
//!
//! `html!` writes out the making of every element in place; the cards hold
//! dozens of paragraphs, and made through these few functions they weigh a
//! third in the page.

use yew::prelude::*;
use yew::virtual_dom::{VList, VTag, VText};

/// An element with a class (none if empty) and children.
pub(super) fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_children(children);
    element.into()
}

/// A text.
pub(super) fn text(words: impl Into<String>) -> Html {
    fn make(words: String) -> Html {
        VText::new(words).into()
    }
    make(words.into())
}

/// An element that holds only a text.
pub(super) fn line(tag: &'static str, class: &'static str, words: impl Into<String>) -> Html {
    el(tag, class, vec![text(words)])
}

/// A text whose colour says how grave it is; the word says it too.
pub(super) fn graded(tag: &'static str, tone: &'static str, words: impl Into<String>) -> Html {
    let mut element = VTag::new(tag);
    element.add_attribute("class", format!("value {tone}"));
    element.add_child(text(words));
    element.into()
}

/// A link; a plain text where there is no address. Links out give nothing
/// away about where they were followed.
pub(super) fn link(class: &'static str, url: Option<&str>, words: impl Into<String>) -> Html {
    let Some(url) = url else { return text(words) };
    let mut element = VTag::new("a");
    element.add_attribute("href", url.to_owned());
    element.add_attribute("rel", "noreferrer");
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_child(text(words));
    element.into()
}

/// A folded part under its title.
pub(super) fn fold(title: impl Into<String>, children: Vec<Html>) -> Html {
    let mut all = vec![line("summary", "", title)];
    all.extend(children);
    el("details", "fold", all)
}

/// Several nodes as one.
pub(super) fn all(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}
