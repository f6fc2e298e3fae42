//! The page as a whole: the box, the verdicts, the help.

use yew::prelude::*;

use super::about_data::about_data;
use super::announcement::Announcement;
use super::browser::{self, Fragment};
use super::examples::examples;
use super::find_version::find_version;
use super::icons::{Shape, icon};
use super::language_switch::language_switch;
use super::marked::marked;
use super::parts::{el, line};
use super::paste_box::PasteBox;
use super::releases::Releases;
use super::state::{Event, State};
use super::verdict_card::verdict_card;
use super::{View, link, say, t};
use crate::advice;
use crate::report::{self, Report, TableAge};
use crate::table::{Link, Table};
use crate::words::Id;

/// The most verdicts that are drawn.
const MOST_SHOWN: usize = 100;

/// The facts never change while the page is open.
#[derive(Properties)]
pub(super) struct Props {
    /// The facts.
    pub table: &'static Table,
    /// What the page starts with.
    pub first: Fragment,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.table, other.table)
    }
}

/// The page.
#[component]
pub(super) fn App(props: &Props) -> Html {
    let table = props.table;
    let state = use_reducer(|| State::new(table.as_of(), props.first.clone()));
    state.voice.speak();
    let asked = (state.text.clone(), state.day(), state.answers.clone());
    let seen = use_memo(asked, |(text, on, answers)| {
        (report::check(table, text, *on, answers), advice::from_paste(table, text))
    });
    let report = &seen.0;
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        browser::ready();
        browser::on_fragment(move || dispatch.dispatch(Event::Fragment(browser::fragment())));
    });
    {
        let (state, seen) = (state.clone(), seen.clone());
        use_effect_with((state.writes, state.focus.0), move |_| after(table, &state, &seen.0));
    }
    use_effect_with(state.voice, |voice| browser::speaks(voice.language()));
    browser::keep(&link::fragment(table, &state, report));
    let dispatch = state.dispatcher();
    let view = View { table, state: &state, dispatch: &dispatch, seen: &seen };
    let unknown = link::unknown(table, &state, report);
    let on_text = {
        let dispatch = state.dispatcher();
        Callback::from(move |text: String| dispatch.dispatch(Event::Text(text)))
    };
    let on_refused = {
        let dispatch = state.dispatcher();
        Callback::from(move |()| dispatch.dispatch(Event::Refused))
    };
    let mine = report.gravest().and_then(|first| first.version.clone());
    // The notice goes by the later of today and the day judged for.
    let age = TableAge::on(table, state.day().max(state.today));
    let history = table.link(Link::ReleaseHistory).and_then(|page| page.url.clone());
    html! {
        <>
        <header class="top">
            <span class="brand">{ t(Id::PageTitle) }</span>
            <span class="soft small">{ say(Id::FactsAsOf, |m| m.with("date", table.as_of())) }</span>
            { language_switch(&view) }
        </header>
        <main>
            <h1>{ t(Id::PageQuestion) }</h1>
            <p class="soft lead">{ t(Id::PageLead) }</p>
            <PasteBox text={state.text.clone()} voice={state.voice} refused={state.refused} {on_refused} on_text={on_text.clone()} />
            <div class="under">
                { examples(table, &on_text) }
                <span class="small soft privacy">{ icon(Shape::Lock) }{ t(Id::BoxPrivacy) }</span>
            </div>
            if let Some(text) = &state.bad_date {
                <p role="alert" class="notice">{ say(Id::BadLink, |m| m.with("text", text.clone())) }</p>
            }
            if !unknown.is_empty() {
                <p class="notice small">{ say(Id::UnknownInLink, |m| m.with("ids", unknown.join(", "))) }</p>
            }
            <Announcement words={announcement(report, age)} />
            { verdicts(&view, report, age) }
            { marked(table, &state.text, report) }
            if age.stale {
                <p class="notice stale">
                    { say(Id::Stale, |m| m.with("days", age.age_days)) }{ " " }
                    <a href={history} rel="noreferrer">{ t(Id::GoHistory) }</a>
                </p>
            }
            { find_version(report.verdicts.is_empty() || needs_finding(report)) }
            <Releases {table} mine={mine} today={state.today} voice={state.voice} />
        </main>
        <footer class="soft small">
            { about_data(table) }
            <p>{ t(Id::FooterAbout) }</p>
            if browser::one_file() {
                <button type="button" id="save" class="copy">{ t(Id::SaveCopy) }</button>
            }
        </footer>
        </>
    }
}

/// What follows an answer, a tick or the wish to share, once it is drawn.
fn after(table: &Table, state: &UseReducerHandle<State>, report: &Report) {
    const NEXT: &str = ".panel:not([hidden]) [open] > .asks button";
    let (moves, next) = &state.focus;
    if *moves > 0 && state.moved {
        let first = if next.is_empty() { NEXT.to_owned() } else { format!("#{next} button") };
        browser::focus(&[&first, NEXT, "#cloud-state"]);
    }
    if state.writes > 0 {
        browser::write_fragment(&link::fragment(table, state, report));
    }
    if state.share == Id::Sharing {
        let dispatch = state.dispatcher();
        browser::copy(&browser::address(), move |worked| dispatch.dispatch(Event::Shared(worked)));
    }
}

fn verdicts(view: &View, report: &Report, age: TableAge) -> Html {
    if report.verdicts.is_empty() {
        return html! { <p class="waiting soft">{ t(Id::Waiting) }</p> };
    }
    let total = report.verdicts.len().saturating_add(report.omitted);
    let shown = report.verdicts.len().min(MOST_SHOWN);
    let cards = report.verdicts.iter().take(shown).enumerate();
    let mut children: Vec<_> = cards.map(|(index, verdict)| verdict_card(view, verdict, index, age)).collect();
    if shown < total {
        children.push(line("p", "soft", say(Id::Shown, |m| m.with("shown", shown).with("total", total))));
    }
    el("div", "verdicts", children)
}

/// What a screen reader is told when the report changes.
fn announcement(report: &Report, age: TableAge) -> String {
    let Some(first) = report.gravest() else { return String::new() };
    let mut text = String::new();
    if report.verdicts.len() > 1 {
        text = say(Id::AnnounceMany, |m| m.with("count", report.verdicts.len()));
        text.push(' ');
    }
    let version = first.version.clone().unwrap_or_else(|| t(Id::StatusUnreadable).to_owned());
    text.push_str(&say(Id::Announce, |m| {
        m.with("version", version).with("severity", t(first.headline())).with("reason", first.reason.clone())
    }));
    if age.overtakes(first.severity) {
        text.push(' ');
        text.push_str(&say(Id::Overtaken, |m| m.with("days", age.age_days)));
    }
    text
}

/// Whether the reader has to find the number first.
fn needs_finding(report: &Report) -> bool {
    report.gravest().is_some_and(|first| first.advice.recommend == crate::advice::Recommend::Identify)
}
