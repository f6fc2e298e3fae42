//! The page as a whole: the box, the verdicts, the help.

use yew::prelude::*;

use super::about_data::about_data;
use super::announcement::Announcement;
use super::around::use_around;
use super::badge::{badge, to_checker};
use super::browser::{self, Fragment};
use super::examples::examples;
use super::find_version::find_version;
use super::host::{Host, Layout, Wish};
use super::icons::{Shape, icon};
use super::language_switch::language_switch;
use super::marked::marked;
use super::next_step::stale;
use super::overview::overview;
use super::parts::{all, el, line};
use super::paste_box::PasteBox;
use super::releases::Releases;
use super::state::{Event, State, Took};
use super::verdict_card::verdict_card;
use super::{View, link, say, t};
use crate::advice;
use crate::report::{self, Report, TableAge};
use crate::table::Table;
use crate::words::Id;

/// The most verdicts that are drawn.
const MOST_SHOWN: usize = 100;

/// The page's facts never change; an element's host may bring newer ones.
#[derive(Clone, Properties)]
pub(crate) struct Props {
    /// The facts.
    pub table: &'static Table,
    /// Where it stands.
    pub host: Host,
    /// What the page around asks for.
    pub wish: Wish,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.table, other.table) && self.host == other.host && self.wish == other.wish
    }
}

impl Props {
    /// For a page of its own.
    pub fn page(table: &'static Table, root: web_sys::Element, first: Fragment) -> Self {
        Self { table, host: Host::page(root, first), wish: Wish::default() }
    }
}

/// The page.
#[component]
pub(crate) fn App(props: &Props) -> Html {
    let table = props.table;
    let state = use_reducer(|| State::new(table.as_of(), &props.host, &props.wish));
    state.voice.speak();
    let asked = (std::ptr::from_ref(table), state.text.clone(), state.day(), state.answers.clone());
    let seen = use_memo(asked, |(_, text, on, answers)| {
        (report::check(table, text, *on, answers), advice::from_paste(table, text))
    });
    let report = &seen.0;
    let dispatch = state.dispatcher();
    let host = props.host.clone();
    use_effect_with((), move |()| host.ready(move |fragment| dispatch.dispatch(Event::Fragment(fragment))));
    {
        let (state, seen) = (state.clone(), seen.clone());
        use_effect_with((state.writes, state.focus.0), move |_| after(table, &state, &seen.0));
    }
    {
        let host = props.host.clone();
        use_effect_with(state.voice, move |voice| host.speaks(voice.language()));
    }
    use_around(props, &state, &seen);
    if props.host.is_page() {
        browser::keep(&link::fragment(table, &state, report));
    }
    let dispatch = state.dispatcher();
    let layout = props.host.layout(&props.wish);
    let folded = layout == Layout::Compact;
    let view = View { table, state: &state, dispatch: &dispatch, seen: &seen, folded };
    if layout == Layout::Badge {
        return badge(&view, report);
    }
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
    // The landmarks and the first heading of somebody else's page are not ours.
    let page = props.host.is_page();
    let (main, footer) = if page { ("main", "footer") } else { ("div", "div") };
    html! {
        <>
        if page {
            <header class="top">
                <span class="brand">{ t(Id::PageTitle) }</span>
                <span class="soft small">{ say(Id::FactsAsOf, |m| m.with("date", table.as_of())) }</span>
                { language_switch(&view) }
            </header>
        }
        { el(main, "", vec![html! { <>
            if page {
                <h1>{ t(Id::PageQuestion) }</h1>
            }
            <p class="soft lead">{ t(Id::PageLead) }</p>
            <PasteBox host={props.host.clone()} text={state.text.clone()} voice={state.voice} refused={state.refused} {on_refused} on_text={on_text.clone()} />
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
            if let Some(notice) = props.wish.notice.as_ref().filter(|_| !page) {
                <p class="notice" part="notice">{ say(Id::KeptFacts, |m| m.fact("why", &**notice).with("date", table.as_of())) }</p>
            }
            if folded {
                <p class="small">{ to_checker(&view, report) }</p>
            }
            if age.stale && report.verdicts.is_empty() {
                { stale(table, age) }
            }
            { find_version(report.verdicts.is_empty() || needs_finding(report), props.host.section_role()) }
            <Releases {table} mine={mine} today={state.today} voice={state.voice} role={props.host.section_role()} />
        </> }]) }
        { el(footer, "soft small foot", vec![about_data(table), line("p", "", t(Id::FooterAbout)), save(page)]) }
        </>
    }
}

/// A page that is one file gives itself out.
fn save(page: bool) -> Html {
    html! {
        if page && browser::one_file() {
            <button type="button" id="save" class="copy">{ t(Id::SaveCopy) }</button>
        }
    }
}

/// What follows an answer, a tick or the wish to share, once it is drawn.
fn after(table: &Table, state: &UseReducerHandle<State>, report: &Report) {
    const NEXT: &str = ".panel:not([hidden]) [open] > .asks button";
    let (moves, next) = &state.focus;
    if *moves > 0 && state.moved {
        let first = if next.is_empty() { NEXT.to_owned() } else { format!("#{next} button") };
        state.host.focus(&[&first, NEXT, "#cloud-state"]);
    }
    let fragment = || link::fragment(table, state, report);
    if state.writes > 0 {
        state.host.keep(&fragment());
    }
    if state.sharing {
        let dispatch = state.dispatcher();
        let address = state.host.address(&fragment());
        browser::copy(&address.clone(), move |worked| {
            dispatch.dispatch(Event::Took(Took { what: Id::Share, by_hand: (!worked).then_some(address) }));
        });
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
    let glance = report.verdicts.get(..shown).and_then(|shown| overview(view, shown));
    children.insert(0, all(glance.into_iter().collect()));
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
