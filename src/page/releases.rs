//! All builds: to search, to sort, to look through; the reader's own is marked.

use std::rc::Rc;

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::html::{onchange, oninput, ontoggle};
use yew::prelude::*;

use super::parts::{act_on, el, fold, line, link, tag, text, with};
use super::speech::Voice;
use super::{fact, say, t};
use crate::advice;
use crate::date::{Date, Released};
use crate::export::html::remarks;
use crate::order;
use crate::table::{Product, Release, Table};
use crate::words::Id;

/// What the list needs.
#[derive(Properties)]
pub(super) struct Props {
    /// The facts.
    pub table: &'static Table,
    /// The build that the reader has, if it is known.
    pub mine: Option<String>,
    /// The day that says what is supported.
    pub today: Date,
    /// The language to speak.
    pub voice: Voice,
    /// What the section is, if it is no landmark.
    pub role: Option<&'static str>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.mine == other.mine && self.today == other.today && self.voice == other.voice
    }
}

/// Which builds are shown.
const SHOWN: [Id; 4] = [Id::ShowAll, Id::ShowSupported, Id::ShowRetired, Id::ShowSecurity];
/// The columns; the last cannot be sorted by.
const COLUMNS: [Id; 4] = [Id::TableVersion, Id::TableReleased, Id::TableEnds, Id::TableNotes];

/// What the reader asked for.
#[derive(Clone, PartialEq)]
struct Wish {
    open: bool,
    search: String,
    show: Id,
    column: Id,
    ascending: bool,
}

/// The list, folded until it is asked for: it is long.
#[component]
pub(super) fn Releases(props: &Props) -> Html {
    props.voice.speak();
    let wish = use_state(|| Wish {
        open: false,
        search: String::new(),
        show: Id::ShowAll,
        column: Id::TableVersion,
        ascending: false,
    });
    let mut whole = tag("details", &[("class", "all")]);
    let set = wish.setter();
    let now = (*wish).clone();
    whole.add_listener(Rc::new(ontoggle::Wrapper::new(Callback::from(move |event: Event| {
        // Folds inside the list tell of themselves too.
        let own = event.target_dyn_into::<Element>().filter(|it| it.class_name() == "all");
        if let Some(list) = own {
            set.set(Wish { open: list.has_attribute("open"), ..now.clone() });
        }
    }))));
    whole.add_child(el("summary", "", vec![with("h2", &[("id", "all-head")], vec![text(t(Id::ReleasesHead))])]));
    if wish.open {
        let rows = rows(props, &wish);
        let count = say(Id::ReleasesFound, |m| m.with("count", rows.len()));
        whole.add_child(controls(&wish));
        whole.add_child(with("p", &[("role", "status"), ("class", "small soft")], vec![text(count)]));
        whole.add_child(el("table", "", vec![head(&wish), el("tbody", "", rows)]));
    }
    let mut attributes = vec![("aria-labelledby", "all-head")];
    attributes.extend(props.role.map(|role| ("role", role)));
    with("section", &attributes, vec![whole.into()])
}

fn controls(wish: &UseStateHandle<Wish>) -> Html {
    let mut search = tag("input", &[("type", "search"), ("id", "all-search"), ("autocomplete", "off")]);
    search.set_value(wish.search.clone());
    let (set, now) = (wish.setter(), (**wish).clone());
    search.add_listener(Rc::new(oninput::Wrapper::new(Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            set.set(Wish { search: field.value(), ..now.clone() });
        }
    }))));
    let mut show = tag("select", &[("id", "all-show")]);
    for id in SHOWN {
        show.add_child(with("option", &[("value", id.as_str())], vec![text(t(id))]));
    }
    let (set, now) = (wish.setter(), (**wish).clone());
    show.add_listener(Rc::new(onchange::Wrapper::new(Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|field| field.value());
        let show = SHOWN.into_iter().find(|id| chosen.as_deref() == Some(id.as_str()));
        set.set(Wish { show: show.unwrap_or(Id::ShowAll), ..now.clone() });
    }))));
    let label = |id, words| with("label", &[("for", id)], vec![text(t(words))]);
    el(
        "p",
        "field",
        vec![label("all-search", Id::ReleasesSearch), search.into(), label("all-show", Id::ReleasesShow), show.into()],
    )
}

fn head(wish: &UseStateHandle<Wish>) -> Html {
    let cells = COLUMNS.into_iter().map(|column| {
        if column == Id::TableNotes {
            return with("th", &[("scope", "col")], vec![text(t(column))]);
        }
        let sorted = wish.column == column;
        let (set, now) = (wish.setter(), (**wish).clone());
        let sort = act_on(move || {
            let ascending = sorted && !now.ascending;
            set.set(Wish { column, ascending, ..now.clone() });
        });
        let order = match (sorted, wish.ascending) {
            (false, _) => "none",
            (true, true) => "ascending",
            (true, false) => "descending",
        };
        let button = super::parts::press("button", &[("type", "button")], sort, vec![text(t(column))]);
        with("th", &[("scope", "col"), ("aria-sort", order)], vec![button.into()])
    });
    el("thead", "", vec![el("tr", "", cells.collect())])
}

fn rows(props: &Props, wish: &Wish) -> Vec<Html> {
    let table = props.table;
    let search = wish.search.trim().to_lowercase();
    let mut found: Vec<(&Release, String)> = Vec::new();
    // Newest first: the lines in the order of their numbers.
    for product in [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync] {
        for release in table.releases_of(product).rev() {
            let words: Vec<&str> = remarks(table, release).into_iter().map(t).collect();
            let words = words.join(", ");
            let name = table.product(product).map(|info| info.name.as_str()).unwrap_or_default();
            let hit = [&release.version, name, &words].iter().any(|text| text.to_lowercase().contains(&search));
            if hit && shown(release, wish.show, props.today) {
                found.push((release, words));
            }
        }
    }
    // What has no end yet comes after all that have one.
    let day = |release: &Release| match wish.column {
        Id::TableReleased => release.released.map(Released::first_day).map_or(0, Date::day_number),
        _ => release.support.ends.map_or(u64::MAX, Date::day_number),
    };
    if wish.column != Id::TableVersion {
        found = order::by_number(found, |(release, _)| day(release));
        found.reverse();
    }
    if wish.ascending {
        found.reverse();
    }
    found.into_iter().map(|(release, words)| row(props, release, words)).collect()
}

fn shown(release: &Release, show: Id, today: Date) -> bool {
    let retired = release.withdrawn() || release.support.ends.is_some_and(|end| end < today);
    match show {
        Id::ShowSupported => !retired,
        Id::ShowRetired => retired,
        Id::ShowSecurity => release.security.is_some(),
        _ => true,
    }
}

fn row(props: &Props, release: &Release, words: String) -> Html {
    let mine = props.mine.as_ref() == Some(&release.version);
    let mut version = vec![line("b", "", release.version.clone())];
    if mine {
        version.extend([text(" "), line("span", "mine", t(Id::ReleasesYours))]);
    }
    let released = release.released.map(|day| say(Id::Plain, |m| m.with("value", day)));
    let ends = match release.support.ends {
        Some(day) => say(Id::Plain, |m| m.with("value", day)),
        None if release.withdrawn() => t(Id::SupportNone).to_owned(),
        None if release.superseded_by.is_none() => t(Id::SupportOpen).to_owned(),
        None => t(Id::SupportUnknown).to_owned(),
    };
    // On a narrow screen the heads are out of sight: each day names itself.
    let cell = |head: Id, words: String| with("td", &[("data-label", t(head))], vec![text(words)]);
    let mut notes = vec![text(words)];
    let changes = advice::changes_of(props.table, release);
    let mut points: Vec<Html> = changes.iter().map(|change| line("li", "", fact(&change.text))).collect();
    points.extend(
        props
            .table
            .sources_at(&release.sources)
            .map(|page| el("li", "", vec![link("", page.url.as_deref(), fact(&page.title))])),
    );
    notes.push(fold(t(Id::ReleasesMore), vec![el("ul", "", points)]));
    el(
        "tr",
        if mine { "is-mine" } else { "" },
        vec![
            el("td", "", version),
            cell(Id::TableReleased, released.unwrap_or_default()),
            cell(Id::TableEnds, ends),
            el("td", "", notes),
        ],
    )
}
