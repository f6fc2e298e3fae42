//! The box that takes a text.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use super::host::Host;
use super::icons::{Shape, icon};
use super::{Voice, browser, say, t};
use crate::report::{LIMIT, LIMIT_WORDS};
use crate::words::Id;

/// From so many UTF-16 units on, a text is read only when the hand rests, for
/// so many milliseconds.
const LONG: u32 = 65_536;
const REST: i32 = 150;

/// What the box needs.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Where it stands.
    pub host: Host,
    /// The text that it shows.
    pub text: Rc<str>,
    /// The language around it.
    pub voice: Voice,
    /// Whether the last text was too long.
    pub refused: bool,
    /// Hears every new text.
    pub on_text: Callback<String>,
    /// Hears that a text was too long.
    pub on_refused: Callback<()>,
}

/// The box. What stands in it is the reader's: it is only ever replaced by an
/// example or a link that the reader chose.
#[component]
pub(super) fn PasteBox(props: &Props) -> Html {
    props.voice.speak();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.text.clone(), move |text| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                if area.value() != **text {
                    area.set_value(text);
                }
                // Not every browser that saves the page writes what was typed; all write what the
                // box would hold if nothing had been.
                let _ = area.set_default_value(text);
            }
        });
    }
    {
        let (node, takes_focus) = (node.clone(), props.host.takes_focus());
        use_effect_with((), move |()| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>().filter(|_| takes_focus) {
                let _ = area.focus();
            }
        });
    }
    let typed = use_mut_ref(|| 0u32);
    let waiting = use_state(|| false);
    let oninput = {
        let (on_text, on_refused, former) = (props.on_text.clone(), props.on_refused.clone(), props.text.clone());
        let waiting = waiting.setter();
        Callback::from(move |event: InputEvent| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            // A text that came another way than by pasting (dropped, typed by
            // a tool) is refused as well.
            if too_long(&area) {
                area.set_value(&former);
                return on_refused.emit(());
            }
            let key = typed.borrow().wrapping_add(1);
            *typed.borrow_mut() = key;
            // Typing in a long text: even to fetch it takes longer than a key.
            // It is read when the hand rests. What is pasted is read at once.
            if area.text_length() < LONG || event.input_type() == "insertFromPaste" {
                return on_text.emit(area.value());
            }
            waiting.set(true);
            let (typed, waiting, on_text) = (typed.clone(), waiting.clone(), on_text.clone());
            browser::later(REST, move || {
                if *typed.borrow() == key {
                    waiting.set(false);
                    on_text.emit(area.value());
                }
            });
        })
    };
    let onpaste = {
        let on_refused = props.on_refused.clone();
        Callback::from(move |event: Event| {
            let pasted = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data)
                .and_then(|data| data.get_data("text/plain").ok());
            if pasted.is_some_and(|text| text.len() > LIMIT) {
                event.prevent_default();
                on_refused.emit(());
            }
        })
    };
    let host = props.host.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let one_line = event
            .target_dyn_into::<HtmlTextAreaElement>()
            .is_some_and(|area| !area.value().trim().is_empty() && !area.value().contains('\n'));
        // Enter after a version asks for the answer; with Shift it is a new
        // line, as in a text of several lines.
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() && one_line {
            event.prevent_default();
            host.show(".verdict");
        }
    });
    let limit = say(Id::BoxTooLong, |m| m.with("limit", LIMIT_WORDS));
    html! {
        <div class="ask">
            <label for="text">{ t(Id::BoxLabel) }</label>
            <textarea id="text" part="box" ref={node} rows="5" dir="auto" spellcheck="false" autocomplete="off" autocapitalize="off"
                aria-describedby={props.refused.then_some("refused")} {oninput} {onpaste} {onkeydown} />
            if *waiting {
                <p class="small soft">{ t(Id::Checking) }</p>
            }
            if props.refused {
                <p id="refused" role="alert" class="notice">{ icon(Shape::Act) }{ limit }</p>
            }
        </div>
    }
}

/// Whether the text in the box is over the limit, which counts UTF-8.
fn too_long(area: &HtmlTextAreaElement) -> bool {
    let units = usize::try_from(area.text_length()).unwrap_or(usize::MAX);
    // A UTF-16 unit is at least one and at most three bytes of UTF-8.
    units > LIMIT || (units.saturating_mul(3) > LIMIT && area.value().len() > LIMIT)
}
