//! The least page of Yew: a heading and a field.

use yew::prelude::*;

#[component]
fn Hello() -> Html {
    html! { <main><h1>{ "Hello" }</h1><input aria-label="Name" /></main> }
}

fn main() {
    yew::Renderer::<Hello>::new().render();
}
