//! A build's life as a picture, in words, and as a table on demand.
//!
//! The picture holds no words but years: marks carry numbers, and the list
//! under it says what they are. So nothing overlaps at any width or in any
//! language.

use yew::prelude::*;

use super::parts::{el, fold, line, text, with};
use super::verdict_card::tone;
use super::{View, local, say, t, what_if};
use crate::date::{Date, Released};
use crate::timeline::{self, Kind, Mark, Timeline, WIDTH};
use crate::verdict::{Met, Severity, Verdict};
use crate::words::Id;

/// Height of a row of marks, and of the picture with its three rows, its bar
/// and the years.
const ROW: i64 = 24;
const HEIGHT: i64 = 116;
/// Where the bar lies.
const BAR: i64 = 76;

/// The picture, its legend and its table; nothing for a verdict without dates.
pub(super) fn timeline(view: &View, verdict: &Verdict) -> Option<Html> {
    let today = view.state.today;
    let life = timeline::of(view.table, verdict, today)?;
    let legend = life.marks.iter().enumerate().map(|(index, mark)| {
        let number = with("span", &[("class", "spot"), ("aria-hidden", "true")], vec![text(digits(index))]);
        el("li", class(mark), vec![number, line("b", "", day(mark.shown)), text(" "), text(local(&mark.what))])
    });
    let legend = el("ol", "marks", legend.collect());
    let rows = life.marks.iter().map(|mark| {
        let cells = [day(mark.shown), local(&mark.what), far(today, mark.date)];
        el("tr", "", cells.into_iter().map(|cell| line("td", "", cell)).collect())
    });
    let heads = [Id::LifeDay, Id::LifeWhat, Id::LifeFar];
    let heads = heads.into_iter().map(|id| with("th", &[("scope", "col")], vec![text(t(id))])).collect();
    let table = el("table", "", vec![el("thead", "", vec![el("tr", "", heads)]), el("tbody", "", rows.collect())]);
    Some(el(
        "div",
        "life",
        vec![
            line("h3", "", t(Id::LifeHead)),
            picture(&life),
            what_if::slider(view, &life),
            spans(&life),
            legend,
            fold(t(Id::LifeTable), vec![table]),
        ],
    ))
}

/// The drawing. Screen readers have the list.
fn picture(life: &Timeline) -> Html {
    let mut nodes = Vec::new();
    for (at, year) in &life.years {
        nodes.push(stroke("tick", *at, BAR + 12, BAR + 18));
        let attributes =
            [("class", "year"), ("x", &*x(*at)), ("y", &*(HEIGHT - 6).to_string()), ("text-anchor", "middle")];
        nodes.push(with("text", &attributes, vec![text(year.to_string())]));
    }
    for span in &life.spans {
        let class = format!("span {}", tone(span.severity));
        let (from, width) = (x(span.from), x(span.to.saturating_sub(span.from)));
        nodes.push(with(
            "rect",
            &[("class", &class), ("x", &from), ("y", "76"), ("width", &width), ("height", "12")],
            vec![],
        ));
    }
    // The stems first: none runs through the number of another mark.
    for mark in &life.marks {
        nodes.push(stroke(class(mark), mark.at, middle_of(mark).saturating_add(10), BAR + 12));
    }
    for (index, mark) in life.marks.iter().enumerate() {
        let middle = middle_of(mark);
        let (at, y) = (x(mark.at), middle.to_string());
        nodes.push(with("circle", &[("class", class(mark)), ("cx", &at), ("cy", &y), ("r", "10")], vec![]));
        let y = middle.saturating_add(4).to_string();
        let attributes = [("class", class(mark)), ("x", &*at), ("y", &*y), ("text-anchor", "middle")];
        nodes.push(with("text", &attributes, vec![text(digits(index))]));
    }
    let height = HEIGHT.to_string();
    with("svg", &[("class", "line"), ("width", "100%"), ("height", &height), ("aria-hidden", "true")], nodes)
}

/// How far down the circle of a mark stands.
fn middle_of(mark: &Mark) -> i64 {
    i64::from(2u8.saturating_sub(mark.row)).saturating_mul(ROW).saturating_add(14)
}

/// What the colours of the bar say, in words.
fn spans(life: &Timeline) -> Html {
    let names = life.spans.iter().map(|span| {
        let words = match span.severity {
            Severity::Stopped => Id::SpanRefused,
            Severity::Act | Severity::Plan | Severity::Unknown => Id::SpanUnsupported,
            Severity::Ok => Id::SpanSupported,
        };
        line("span", tone(span.severity), t(words))
    });
    el("p", "spans small", names.collect())
}

fn stroke(class: &'static str, at: i64, from: i64, to: i64) -> Html {
    let (at, from, to) = (x(at), from.to_string(), to.to_string());
    with("line", &[("class", class), ("x1", &at), ("x2", &at), ("y1", &from), ("y2", &to)], vec![])
}

/// A place across the picture.
fn x(at: i64) -> String {
    format!("{}.{}%", at / (WIDTH / 100), at % (WIDTH / 100))
}

fn digits(index: usize) -> String {
    index.saturating_add(1).to_string()
}

fn day(date: Released) -> String {
    say(Id::Plain, |m| m.with("value", date))
}

/// How far a day is from today.
fn far(today: Date, date: Date) -> String {
    let days = today.days_until(date);
    match days {
        ..0 => say(Id::DaysAgo, |m| m.with("days", days.saturating_neg())),
        0 => t(Id::Today).to_owned(),
        _ => say(Id::InDays, |m| m.with("days", days)),
    }
}

/// The colour of a mark; its number and words say the same.
fn class(mark: &Mark) -> &'static str {
    match mark.kind {
        Kind::Released | Kind::Superseded | Kind::Cutoff(Met::Yes) => "",
        Kind::SupportEnds => tone(Severity::Act),
        Kind::Cutoff(Met::No) => tone(Severity::Stopped),
        Kind::Cutoff(Met::Depends) => tone(Severity::Unknown),
        Kind::Today | Kind::Judged => "now",
    }
}
