//! What a screen reader is told: once, when the verdict has come to rest.

use yew::prelude::*;

use super::browser;

/// Milliseconds without a change before something is said: typing a version
/// passes through verdicts that nobody asked for.
const REST: i32 = 700;

/// What there is to say.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The sentence; nothing when empty.
    pub words: AttrValue,
}

/// The one live region of the page.
#[component]
pub(super) fn Announcement(props: &Props) -> Html {
    let said = use_state(AttrValue::default);
    let last = use_mut_ref(AttrValue::default);
    {
        let said = said.setter();
        use_effect_with(props.words.clone(), move |words| {
            *last.borrow_mut() = words.clone();
            let words = words.clone();
            browser::later(REST, move || {
                if *last.borrow() == words {
                    said.set(words);
                }
            });
        });
    }
    html! { <p role="status" class="unseen">{ (*said).clone() }</p> }
}
