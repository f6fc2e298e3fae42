//! Plain elements by function call.
//!
//! `html!` writes out the making of every element in place; the cards hold
//! dozens of paragraphs, and made through these few functions they weigh a
//! third in the page.

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{VList, VNode, VTag, VText};

use super::copy_button::Command;
use super::speech::FACT;
use super::state::{Dispatch, Event};
use super::{Voice, fact, say, t};
use crate::words::Id;

/// An element with a class (none if empty) and children.
pub(super) fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_children(children);
    element.into()
}

/// A text. Words of the facts in it, which are English, get their language.
pub(super) fn text(words: impl Into<String>) -> Html {
    fn make(words: String) -> Html {
        let [open, close] = FACT;
        if !words.contains(open) {
            return VText::new(words).into();
        }
        let mut nodes = Vec::new();
        for part in words.split(open) {
            let (fact, rest) = part.split_once(close).unwrap_or(("", part));
            if !fact.is_empty() {
                nodes.push(with("bdi", &[("lang", "en"), ("dir", "ltr")], vec![VText::new(fact.to_owned()).into()]));
            }
            nodes.push(VText::new(rest.to_owned()).into());
        }
        all(nodes)
    }
    make(words.into())
}

/// A text that is the reader's own, as it stands.
pub(super) fn own(words: String) -> Html {
    VText::new(words).into()
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
    if url.starts_with("https:") {
        // What was pasted stands in no address: it would be gone on the way back.
        element.add_attribute("target", "_blank");
    }
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

/// An element with attributes and children.
pub(super) fn with(name: &'static str, attributes: &[(&'static str, &str)], children: Vec<Html>) -> Html {
    let mut element = tag(name, attributes);
    element.add_children(children);
    element.into()
}

/// An element with attributes, to be made ready.
pub(super) fn tag(tag: &'static str, attributes: &[(&'static str, &str)]) -> VTag {
    let mut element = VTag::new(tag);
    for (name, value) in attributes {
        element.add_attribute(name, (*value).to_owned());
    }
    element
}

/// Lets an event happen on a click.
pub(super) fn act(dispatch: &Dispatch, event: Event) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(event.clone()))
}

/// Does something on a click.
pub(super) fn act_on(what: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |_| what())
}

/// An element that does something on a click.
pub(super) fn press(
    name: &'static str,
    attributes: &[(&'static str, &str)],
    onclick: Callback<MouseEvent>,
    children: Vec<Html>,
) -> VTag {
    let mut element = tag(name, attributes);
    element.add_listener(Rc::new(onclick::Wrapper::new(onclick)));
    element.add_children(children);
    element
}

/// A button; where it chooses, `pressed` says whether it is chosen.
pub(super) fn button(class: &'static str, pressed: Option<bool>, words: &str, onclick: Callback<MouseEvent>) -> Html {
    let mut attributes = vec![("type", "button"), ("class", class)];
    attributes.extend(pressed.map(|pressed| ("aria-pressed", flag(pressed))));
    press("button", &attributes, onclick, vec![text(words)]).into()
}

/// How an attribute says yes or no.
pub(super) fn flag(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

/// Keeps an element the same one wherever it stands in its list.
pub(super) fn keyed(mut element: Html, key: &str) -> Html {
    if let VNode::VTag(tag) = &mut element {
        Rc::make_mut(tag).key = Some(key.into());
    }
    element
}

/// A source behind words, one click away. The words are the facts'.
pub(super) fn sourced(words: &str, url: Option<&str>) -> Vec<Html> {
    with_source(text(fact(words)), url)
}

/// A node and the source behind it.
pub(super) fn with_source(node: Html, url: Option<&str>) -> Vec<Html> {
    let mut nodes = vec![node];
    if url.is_some() {
        nodes.extend([text(" "), link("small", url, t(Id::Source))]);
    }
    nodes
}

/// A command to copy.
pub(super) fn command_box(command: &str) -> Html {
    html! { <Command text={command.to_owned()} voice={Voice::current()} /> }
}

/// How to find out: words, then a command to copy.
pub(super) fn how(words: &str) -> Vec<Html> {
    let (words, command) = words.split_once('\n').unwrap_or((words, ""));
    let mut nodes = Vec::new();
    if !words.is_empty() {
        nodes.push(line("p", "small soft", say(Id::HowToCheck, |m| m.fact("text", words))));
    }
    if !command.is_empty() {
        nodes.push(command_box(command));
    }
    nodes
}
