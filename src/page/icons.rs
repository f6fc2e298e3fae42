//! Icons: lines drawn in the colour of the text, never alone without words.

use yew::prelude::*;
use yew::virtual_dom::VTag;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// An octagon with a cross.
    Stopped,
    /// A triangle with a mark.
    Act,
    /// A calendar.
    Plan,
    /// A circle with a tick.
    Ok,
    /// A circle with a question mark.
    Unknown,
    /// A lock.
    Lock,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Self::Stopped => "M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM9 9l6 6M15 9l-6 6",
            Self::Act => "M12 3.5 22 20.5H2zM12 10v5M12 17.8v.4",
            Self::Plan => "M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4",
            Self::Ok => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M8 12.5l2.8 2.8L16 9.5",
            Self::Unknown => {
                "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1.1 1-1.1 1.9M12 16.8v.4"
            }
            Self::Lock => "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
        }
    }
}

/// An icon.
pub(super) fn icon(shape: Shape) -> Html {
    let mut path = VTag::new("path");
    path.add_attribute("d", shape.path());
    let mut icon = VTag::new("svg");
    icon.add_attribute("class", "icon");
    icon.add_attribute("viewBox", "0 0 24 24");
    icon.add_attribute("aria-hidden", "true");
    icon.add_child(path.into());
    icon.into()
}
