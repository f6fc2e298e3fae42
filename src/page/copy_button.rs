//! A command with a button that copies it.

use yew::prelude::*;

use super::{Voice, browser, t};
use crate::words::Id;

/// What a command needs.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The command.
    pub text: AttrValue,
    /// The language around it.
    pub voice: Voice,
}

/// A command to copy. Where the browser refuses the clipboard, it says so, and
/// the text can be selected.
#[component]
pub(super) fn Command(props: &Props) -> Html {
    props.voice.speak();
    let said = use_state(|| Id::Copy);
    let onclick = {
        let (text, said) = (props.text.clone(), said.clone());
        Callback::from(move |_| {
            let said = said.clone();
            browser::copy(&text, move |worked| said.set(if worked { Id::Copied } else { Id::CopyFailed }));
        })
    };
    html! {
        <div class="command">
            <code tabindex="0" dir="ltr" translate="no">{ props.text.clone() }</code>
            <button type="button" class="copy" {onclick} aria-live="polite">{ t(*said) }</button>
        </div>
    }
}
