//! Questions in groups: what is open, the deciding ones first, and what was
//! answered, folded away.

use yew::prelude::*;

use super::View;
use super::parts::{act, button, el, fold, how, keyed, line, link, text, with};
use super::state::Event;
use super::{fact, say, t};
use crate::advice::{self, Question};
use crate::table::{QUESTIONS, RuleKind, YES_NO};
use crate::words::Id;

/// The open questions by group, in their order.
pub(super) fn groups(view: &View, open: &[Question]) -> Vec<Html> {
    let ways = view.table.ways();
    let group_of = |question: &Question| ways.rule(&question.id).map(|rule| rule.fact.group.as_str());
    // By their first blocker, answered or not: a group stays where it is while
    // its questions are answered.
    let mut order: Vec<&str> = Vec::new();
    let blockers = ways.rules.iter().filter(|rule| rule.fact.kind == RuleKind::Blocker);
    for group in blockers.chain(&ways.rules).map(|rule| rule.fact.group.as_str()) {
        if !order.contains(&group) && open.iter().any(|question| group_of(question) == Some(group)) {
            order.push(group);
        }
    }
    // What was put off comes last.
    let (first, last): (Vec<_>, Vec<_>) =
        order.into_iter().partition(|group| !view.state.skipped.iter().any(|skipped| skipped == group));
    let mut shown = Vec::new();
    for group in first.into_iter().chain(last) {
        let questions: Vec<_> = open.iter().filter(|question| group_of(question) == Some(group)).collect();
        let title = ways.groups.iter().find(|(id, _)| id == group).map(|(_, title)| title.clone());
        shown.push(one_group(view, group, title.unwrap_or_default(), &questions, shown.is_empty()));
    }
    shown
}

fn one_group(view: &View, group: &str, title: String, questions: &[&Question], open: bool) -> Html {
    let blocks_when = |id: &str| view.table.ways().rule(id).map(|rule| rule.fact.blocks_when.clone());
    // The answer that stands in nobody's way, for all of them.
    let wrong = questions.first().and_then(|question| blocks_when(&question.id));
    let (words, right) = if wrong.as_deref() == Some("no") { (Id::AllOfThese, "yes") } else { (Id::NoneOfThese, "no") };
    let answers = questions.iter().map(|question| (question.id.clone(), Some(right.to_owned()))).collect();
    let rows = questions.iter().map(|question| {
        let mut more = how(&question.how_to_check);
        more.extend(question.url.as_deref().map(|url| link("small", Some(url), t(Id::Source))));
        row(view, &question.id, &fact(&question.text), &YES_NO, vec![fold(t(Id::HowToFindOut), more)])
    });
    let all = el(
        "div",
        "chips",
        vec![
            button("example", None, t(words), act(view.dispatch, Event::Answer(answers))),
            button("example", None, t(Id::NotKnown), act(view.dispatch, Event::Skip(group.to_owned()))),
        ],
    );
    let count = say(Id::GroupTitle, |m| m.fact("title", title).with("count", questions.len()));
    let children =
        vec![line("summary", "", count), line("p", "soft", t(Id::WhichApply)), all, el("ul", "asks", rows.collect())];
    let attributes: &[_] = if open { &[("class", "fold"), ("open", "")] } else { &[("class", "fold")] };
    keyed(with("details", attributes, children), group)
}

/// A question with a button for every answer.
fn row(view: &View, id: &str, words: &str, values: &[&'static str], more: Vec<Html>) -> Html {
    let given = advice::answer(view.table.ways(), &view.state.answers, id);
    let name = format!("q-{id}");
    let label = format!("{name}-l");
    let mut buttons: Vec<_> = values
        .iter()
        .map(|value| {
            let answer = Event::Answer(vec![(id.to_owned(), Some((*value).to_owned()))]);
            button("example", Some(given == Some(*value)), value_words(value), act(view.dispatch, answer))
        })
        .collect();
    if view.state.answers.get(id).is_some() {
        let back = Event::Answer(vec![(id.to_owned(), None)]);
        buttons.push(button("example", None, t(Id::NotKnown), act(view.dispatch, back)));
    }
    let mut children = vec![
        with("p", &[("id", &label)], vec![text(words)]),
        with("div", &[("class", "chips"), ("role", "group"), ("aria-labelledby", &label)], buttons),
    ];
    children.extend(more);
    keyed(with("li", &[("class", "q"), ("id", &name)], children), id)
}

/// What was answered, and can be changed.
pub(super) fn answered(view: &View) -> Option<Html> {
    let rules = view.table.ways().rules.iter();
    let rows: Vec<_> = rules
        .filter(|rule| view.state.answers.get(&rule.fact.id).is_some())
        .map(|rule| row(view, &rule.fact.id, &fact(&rule.fact.text), &YES_NO, Vec::new()))
        .collect();
    (!rows.is_empty()).then(|| fold(say(Id::Answered, |m| m.with("count", rows.len())), vec![el("ul", "asks", rows)]))
}

/// What an upgrade asks.
pub(super) fn of_upgrade(view: &View) -> Html {
    let rows = QUESTIONS.iter().map(|(id, values)| row(view, id, t(question_words(id)), values, Vec::new()));
    fold(t(Id::Sharpen), vec![line("p", "soft", t(Id::SharpenLead)), el("ul", "asks", rows.collect())])
}

fn question_words(id: &str) -> Id {
    match id {
        "server-os" => Id::AskServerOs,
        "database" => Id::AskDatabase,
        "staging-server" => Id::AskStaging,
        "auto-upgrade" => Id::AskAutoUpgrade,
        _ => Id::AskCloud,
    }
}

/// An answer in words; names and years speak for themselves.
pub(super) fn value_words(value: &str) -> &str {
    match value {
        "yes" => t(Id::Yes),
        "no" => t(Id::No),
        "2012-r2-or-older" => t(Id::Value2012),
        "localdb" => "LocalDB",
        "full-sql" => t(Id::ValueFullSql),
        "enabled" => t(Id::ValueEnabled),
        "disabled" => t(Id::ValueDisabled),
        "suspended" => t(Id::ValueSuspended),
        "public" => t(Id::ValuePublic),
        "us-government" => "US Government",
        "21vianet" => "21Vianet",
        "other" => t(Id::ValueOther),
        _ => value,
    }
}
