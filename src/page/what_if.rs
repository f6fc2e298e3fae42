//! Another day than today: "what will this be in April?"

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::{onblur, onchange, oninput};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::parts::{act, all, button, el, graded, line, tag, text, with};
use super::state::Event as Happens;
use super::verdict_card::tone;
use super::{View, say, t};
use crate::date::Date;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::words::Id;

/// Steps from today, in days.
const STEPS: [i32; 3] = [30, 90, 180];

/// The day judged for: steps, every cut-off to come, and a field.
pub(super) fn what_if(view: &View, verdict: &Verdict) -> Html {
    let (today, on) = (view.state.today, view.state.day());
    let go = |date: Option<Date>| act(view.dispatch, Happens::On(date));
    let mut steps = vec![button("example", Some(on == today), t(Id::Today), go(None))];
    for days in STEPS {
        let date = today.plus_days(days);
        let words = say(Id::InDays, |m| m.with("days", i64::from(days)));
        steps.push(button("example", Some(on == date), &words, go(Some(date))));
    }
    for cutoff in verdict.cutoffs.iter().filter(|cutoff| cutoff.date > today) {
        steps.push(button("example", Some(on == cutoff.date), &day(cutoff.date), go(Some(cutoff.date))));
    }
    let mut field = vec![with("label", &[("for", "on")], vec![text(t(Id::DayLabel))]), day_field(view).into()];
    if view.state.bad_day {
        let words = say(Id::DayBad, |m| m.with("date", on));
        field.push(with("span", &[("id", "on-bad"), ("role", "alert"), ("class", "small")], vec![text(words)]));
    }
    // The answer where the question is asked: the card's head may be out of sight.
    let mut outcome = Vec::new();
    if on != today {
        let day = say(Id::JudgedOn, |m| m.with("date", on));
        outcome = vec![graded("b", tone(verdict.severity), t(verdict.headline())), text(" "), text(day)];
    }
    let parts = vec![line("h3", "", t(Id::OtherDay)), el("div", "chips", steps), el("p", "field", field)];
    el("div", "other-day", vec![all(parts), el("p", "", outcome)])
}

/// The day in a field that was typed into; nothing where that is none. A
/// browser hands over no text for a day that does not exist.
fn typed(target: Option<HtmlInputElement>) -> Option<Date> {
    target?.value().parse().ok()
}

fn day_field(view: &View) -> VTag {
    let [first, last] = Date::ends();
    let mut attributes = vec![("type", "date"), ("id", "on"), ("min", first.as_str()), ("max", last.as_str())];
    if view.state.bad_day {
        attributes.extend([("aria-invalid", "true"), ("aria-describedby", "on-bad")]);
    }
    let mut field = tag("input", &attributes);
    // What was typed wrongly stays for mending.
    if !view.state.bad_day {
        field.set_value(view.state.day().to_string());
    }
    let dispatch = view.dispatch.clone();
    field.add_listener(Rc::new(onchange::Wrapper::new(Callback::from(move |event: Event| {
        // While a year is being typed it is no day yet: nothing is said then.
        if let Some(date) = typed(event.target_dyn_into()) {
            dispatch.dispatch(Happens::On(Some(date)));
        }
    }))));
    let dispatch = view.dispatch.clone();
    field.add_listener(Rc::new(onblur::Wrapper::new(Callback::from(move |event: FocusEvent| {
        if typed(event.target_dyn_into()).is_none() {
            dispatch.dispatch(Happens::NoDay);
        }
    }))));
    field
}

/// A handle under the picture of a life, to move the day along it; counts days
/// from today.
pub(super) fn slider(view: &View, life: &Timeline) -> Html {
    let today = view.state.today;
    let [before, after] = [life.from, life.to].map(|day| today.days_until(day).to_string());
    let spoken = day(view.state.day());
    // Before its release there is nothing to judge.
    let born = life.marks.first().map_or(life.from, |mark| mark.date);
    let mut line = tag(
        "input",
        &[
            ("type", "range"),
            ("id", "slide"),
            ("min", &before),
            ("max", &after),
            ("aria-label", t(Id::DaySlider)),
            ("aria-valuetext", &spoken),
        ],
    );
    line.set_value(today.days_until(view.state.day()).to_string());
    let dispatch = view.dispatch.clone();
    line.add_listener(Rc::new(oninput::Wrapper::new(Callback::from(move |event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        if let Some(days) = field.and_then(|field| field.value().parse().ok()) {
            dispatch.dispatch(Happens::On(Some(today.plus_days(days).max(born))));
        }
    }))));
    line.into()
}

fn day(date: Date) -> String {
    say(Id::Plain, |m| m.with("value", date))
}
