//! What the reader takes along: words for a ticket, files, paper, a link.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{button, el, line, tag, text, with};
use super::state::{Dispatch, Event, Tab, Took};
use super::{Seen, View, browser, speech, t};
use crate::advice::Recommend;
use crate::date::Date;
use crate::export::ticket::Form;
use crate::export::{csv, ics, ticket};
use crate::report::Report;
use crate::table::Table;
use crate::words::Id;

/// Everything that can be taken along, in the order of the buttons.
const ALL: [(Take, Id); 6] = [
    (Take::Copy(Form::Text), Id::TakeTicket),
    (Take::Copy(Form::Markdown), Id::TakeMarkdown),
    (Take::Calendar, Id::TakeCalendar),
    (Take::Csv, Id::TakeCsv),
    (Take::Json, Id::TakeJson),
    (Take::Print, Id::TakePrint),
];

/// Milliseconds after which a change is drawn.
const DRAWN: i32 = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Take {
    Copy(Form),
    Calendar,
    Csv,
    Json,
    Print,
}

/// The buttons, and what came of the last one.
pub(super) fn take_away(view: &View, seen: &Seen) -> Html {
    let (table, today) = (view.table, view.state.today);
    let mut buttons = Vec::new();
    for (take, words) in ALL {
        let ends_nothing = take == Take::Calendar && ics::concerning(table, &seen.0, today).is_empty();
        let plan = seen.0.gravest().is_some_and(|first| first.advice.recommend != Recommend::Identify);
        if ends_nothing || (take == Take::Print && !plan) {
            continue;
        }
        let (seen, dispatch, voice) = (Rc::clone(seen), view.dispatch.clone(), view.state.voice);
        let go = Callback::from(move |_| {
            voice.speak();
            go(take, words, table, &seen.0, today, &dispatch);
        });
        buttons.push(button("example", None, t(words), go));
    }
    let share = Callback::from({
        let dispatch = view.dispatch.clone();
        move |_| dispatch.dispatch(Event::Share)
    });
    let mut share_words = t(Id::Share).to_owned();
    if let [first, _, ..] = seen.0.verdicts.as_slice() {
        // The address holds one build, and no server's name.
        let version = first.version.clone().unwrap_or_default();
        share_words = super::say(Id::ShareOne, |m| m.with("version", version));
    }
    buttons.push(button("example", None, &share_words, share));
    let mut said = Vec::new();
    let mut by_hand = Vec::new();
    if let Some(took) = &view.state.took {
        let words = if took.by_hand.is_some() { Id::TookByHand } else { Id::Took };
        said.push(text(super::say(words, |m| m.with("what", t(took.what)))));
        if let Some(text) = &took.by_hand {
            let mut area = tag("textarea", &[("readonly", ""), ("rows", "8"), ("aria-label", t(took.what))]);
            area.set_value(text.clone());
            by_hand.push(area.into());
        }
    }
    let said = with("p", &[("role", "status"), ("class", "small")], said);
    let mut children = vec![line("h3", "", t(Id::TakeHead)), el("div", "chips", buttons), said];
    children.extend(by_hand);
    children.push(line("p", "small soft kept", t(Id::KeptInLink)));
    el("div", "take", children)
}

fn go(take: Take, what: Id, table: &Table, report: &Report, today: Date, dispatch: &Dispatch) {
    let file = |name: &str, kind: &str, text: &str| {
        browser::download(name, kind, text);
        dispatch.dispatch(Event::Took(Took { what, by_hand: None }));
    };
    match take {
        Take::Print => {
            // Paper holds the plan, whatever was looked at last.
            dispatch.dispatch(Event::Look(Tab::Upgrade));
            browser::later(DRAWN, browser::print);
        }
        Take::Copy(form) => {
            let words = ticket::write(table, report, form, &speech::plain);
            let dispatch = dispatch.clone();
            browser::copy(&words.clone(), move |worked| {
                dispatch.dispatch(Event::Took(Took { what, by_hand: (!worked).then_some(words) }));
            });
        }
        Take::Calendar => {
            let events = ics::concerning(table, report, today);
            let calendar = ics::Calendar { name: t(Id::PageTitle).to_owned(), stamp: table.as_of(), events };
            file("entra-connect.ics", "text/calendar", &ics::write(&calendar));
        }
        Take::Csv => file("entra-connect.csv", "text/csv", &csv::write(table, report)),
        // Written by a library that cannot fail on this report; were it to,
        // there is nothing to hand over.
        Take::Json => file("entra-connect.json", "application/json", &browser::json(report)),
    }
}
