//! An element and the page around it: what that asks for, what it is told.

#[cfg(feature = "embed")]
use std::rc::Rc;

use yew::prelude::*;

use super::Seen;
use super::app::Props;
#[cfg(feature = "embed")]
use super::link;
#[cfg(feature = "embed")]
use super::state::Event;
use super::state::State;

/// Equal when it is the very same: comparing whole reports would take longer
/// than telling one twice.
#[cfg(feature = "embed")]
struct Same(Seen);

#[cfg(feature = "embed")]
impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Around a page of its own there is nothing.
#[cfg(not(feature = "embed"))]
#[hook]
pub(super) fn use_around(_props: &Props, _state: &UseReducerHandle<State>, _seen: &Seen) {}

/// Does what is asked for, and tells what came of it.
#[cfg(feature = "embed")]
#[hook]
pub(super) fn use_around(props: &Props, state: &UseReducerHandle<State>, seen: &Seen) {
    let now = state.clone();
    use_effect_with(props.wish.clone(), move |wish| {
        if !now.fulfils(wish) {
            now.dispatch(Event::Wish(wish.clone()));
        }
    });
    {
        let (now, seen, table) = (state.clone(), seen.clone(), props.table);
        use_effect_with(state.on, move |_| {
            if !now.host.is_page() {
                now.host.keep(&link::fragment(table, &now, &seen.0));
            }
        });
    }
    let now = state.clone();
    use_effect_with(Same(seen.clone()), move |Same(seen)| {
        now.host.tell(&now.text, &seen.0, now.typed.then_some(now.wished))
    });
}
