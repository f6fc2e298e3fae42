//! What to do now: cases and rules as data in `tests/advice/`, and what must
//! hold for every build, month and answer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects
)]

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use entra_connect_checker::advice::CloudSyncState;
use entra_connect_checker::table::{Facts, Method, QUESTIONS, RuleKind, YES_NO};
use entra_connect_checker::{Advice, Answers, Date, Product, Recommend, Severity, Table, check};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Cases that the file must hold at least.
const AT_LEAST: usize = 60;

fn table() -> &'static Table {
    Table::embedded().unwrap()
}

fn data(name: &str) -> Value {
    toml::from_str(&fs::read_to_string(format!("tests/advice/{name}.toml")).unwrap()).unwrap()
}

/// The answers of `rules.toml` that stand in nobody's way.
fn right(guided: bool) -> Answers {
    let mut answers = Answers::default();
    for rule in data("rules")["rule"].as_array().unwrap() {
        let effect = rule["effect"].as_str().unwrap();
        let asked = rule.get("asks").is_none() && (effect == "blocks" || guided);
        if asked && effect != "build" {
            answers.set(rule["id"].as_str().unwrap(), Some(other(rule["wrong"].as_str().unwrap())));
        }
    }
    answers
}

fn other(answer: &str) -> &'static str {
    if answer == "yes" { "no" } else { "yes" }
}

fn report(text: &str, on: &str, answers: &Answers) -> Value {
    serde_json::to_value(check(table(), text, on.parse().unwrap(), answers)).unwrap()
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[test]
fn every_case_comes_out_as_written() {
    let file = data("cases");
    let cases = file["case"].as_array().unwrap();
    let mut failures = String::new();
    for case in cases {
        for problem in problems(case) {
            writeln!(failures, "\n{}: {problem}", case["name"]).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(cases.len() >= AT_LEAST, "only {} cases", cases.len());
}

fn problems(case: &Value) -> Vec<String> {
    let mut answers = match case["base"].as_str() {
        None => Answers::default(),
        Some("right") => right(false),
        Some("guided") => right(true),
        Some(other) => panic!("no base {other}"),
    };
    for (id, value) in case["answers"].as_object().into_iter().flatten() {
        answers.set(id, value.as_str());
    }
    let report = report(case["text"].as_str().unwrap(), case["on"].as_str().unwrap(), &answers);
    let advice = &report["verdicts"][0]["advice"];
    let (plan, cloud) = (&advice["upgrade"], &advice["cloudSync"]);
    let all: Vec<_> = ["steps", "prerequisites", "traps"].iter().flat_map(|part| ids(&plan[*part])).collect();
    let why = ids(&advice["why"]);
    let mut problems = Vec::new();
    for (key, wanted) in case.as_object().unwrap() {
        let same = |found: Value| (found != *wanted).then(|| format!("{key}: {wanted} expected, {found} found"));
        let begins = |found: &[&str]| {
            let count = wanted.as_array().unwrap().len();
            same(json!(found.get(..count).unwrap_or(found)))
        };
        let listed = |is: bool| {
            let wrong = wanted.as_array().unwrap().iter().filter(|id| all.contains(&id.as_str().unwrap()) != is);
            let wrong: Vec<_> = wrong.collect();
            (!wrong.is_empty()).then(|| format!("{key}: {wrong:?} not so among {all:?}"))
        };
        problems.extend(match key.as_str() {
            "name" | "text" | "on" | "base" | "answers" => None,
            "recommend" => same(advice["recommend"].clone()),
            "restore" => same(advice["restoreFirst"].clone()),
            "method" => same(plan["method"].as_str().unwrap_or("none").into()),
            "state" => same(cloud["state"].clone()),
            "guided" => same(cloud["guided"].as_bool().map_or("unknown".into(), Value::from)),
            "blockers" | "cautions" => same(json!(ids(&cloud[key]))),
            "open" => begins(&ids(&cloud["open"])),
            "open_count" => same(ids(&cloud["open"]).len().into()),
            "first" => begins(&ids(&plan["steps"])),
            "moves" => begins(&ids(&cloud["steps"])),
            "why" => begins(&why),
            "names" | "unsaid" => {
                let named = why.contains(&wanted.as_str().unwrap());
                (named != (key == "names")).then(|| format!("{key}: {wanted} is not so in {why:?}"))
            }
            "has" => listed(true),
            "hasnt" => listed(false),
            "ignored" => same(report["ignoredAnswers"].clone()),
            other => panic!("a case has no {other}"),
        });
    }
    problems
}

#[test]
fn every_rule_works_both_ways() {
    let file = data("rules");
    let rules = file["rule"].as_array().unwrap();
    let tested: Vec<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let known: Vec<_> = table().ways().rules.iter().map(|rule| rule.fact.id.as_str()).collect();
    assert_eq!(known, tested, "rules without a case, or in another order than their file");
    for rule in rules {
        let (id, wrong) = (rule["id"].as_str().unwrap(), rule["wrong"].as_str().unwrap());
        let asks = rule["asks"].as_str().unwrap_or(id);
        for (answer, hits) in [(wrong, true), (other(wrong), false)] {
            let mut answers = right(true);
            answers.set(asks, None);
            answers.set(id, Some(answer));
            let build = if rule["effect"] == "build" && hits { "2.6.84.0" } else { "2.6.92.0" };
            let report = report(build, "2026-11-23", &answers);
            let cloud = &report["verdicts"][0]["advice"]["cloudSync"];
            let place = format!("{id} = {answer}: {cloud}");
            let cautions = ids(&cloud["cautions"]).contains(&asks);
            match rule["effect"].as_str().unwrap() {
                "blocks" => {
                    assert_eq!(ids(&cloud["blockers"]), if hits { vec![asks] } else { vec![] }, "{place}");
                    assert_eq!(cloud["state"], if hits { "blocked" } else { "eligible" }, "{place}");
                }
                "caution" => assert_eq!(cautions, hits, "{place}"),
                "guided" | "build" => {
                    assert_eq!(cloud["state"], "eligible", "{place}");
                    assert_eq!(cloud["guided"], !hits, "{place}");
                }
                effect => panic!("no effect {effect}"),
            }
            assert_eq!(report["ignoredAnswers"], json!([]), "{place}");
        }
    }
}

/// The embedded table, but its newest build comes by automatic upgrade.
fn offering() -> Table {
    let file = |name: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(format!("data/{name}.json")).unwrap()).unwrap()
    };
    let mut document = file("table");
    for name in ["sources", "products", "families", "releases", "cutoffs", "advisories", "upgrade"] {
        document[name] = file(name);
    }
    document["cloudSync"] = file("cloud-sync");
    let newest = document["releases"].as_array_mut().unwrap().last_mut().unwrap();
    newest["channel"] = json!("download-and-auto-upgrade");
    Table::new(serde_json::from_value::<Facts>(document).unwrap()).unwrap()
}

#[test]
fn automatic_upgrade_is_the_method_where_it_is_offered() {
    let table = offering();
    let plan = |text: &str, answers: &[(&str, &str)]| {
        let answers: Answers = answers.iter().copied().collect();
        let report = check(&table, text, "2026-11-23".parse().unwrap(), &answers);
        let advice = report.gravest().unwrap().advice.clone();
        let why: Vec<_> = advice.why.iter().map(|why| why.id.as_str()).collect();
        (advice.upgrade.method, advice.upgrade.steps[1].id.clone(), why.join(" "))
    };
    let (method, second, why) = plan("2.5.190.0", &[("auto-upgrade", "enabled")]);
    assert_eq!((method, second.as_str()), (Some(Method::Automatic), "check-automatic-upgrade"));
    assert!(why.ends_with("why-method-automatic"), "{why}");
    for (text, answers, method, reason) in [
        ("2.5.190.0", &[][..], Method::InPlace, "why-maybe-automatic"),
        ("2.5.190.0", &[("auto-upgrade", "suspended")], Method::InPlace, "why-not-automatic-state"),
        (
            "2.5.190.0",
            &[("auto-upgrade", "enabled"), ("database", "full-sql")],
            Method::InPlace,
            "why-not-automatic-sql",
        ),
        ("2.1.20.0", &[("auto-upgrade", "enabled")], Method::Swing, "why-not-automatic-build"),
        ("2.5.76.0", &[("auto-upgrade", "enabled")], Method::InPlace, "why-maybe-automatic"),
    ] {
        let (found, _, why) = plan(text, answers);
        assert_eq!(found, Some(method), "{text} {answers:?}");
        assert!(why.contains(reason), "{text} {answers:?}: {why}");
    }
}

#[test]
fn nothing_is_claimed_of_a_build_that_is_not_known() {
    let advice = |text: &str| report(text, "2026-11-23", &Answers::default())["verdicts"][0]["advice"].clone();
    let why = |text: &str| advice(text)["why"].to_string();
    for unlisted in ["2.0.99.0", "2.4.99.0", "2.5.100.0"] {
        assert_eq!(advice(unlisted)["upgrade"]["method"], "in-place", "{unlisted}");
        assert!(why(unlisted).contains("why-method-unlisted"), "{unlisted}: {}", why(unlisted));
        assert!(!why(unlisted).contains("why-method-in-place"), "{unlisted}: {}", why(unlisted));
    }
    assert_eq!(advice("2.9.0.0")["upgrade"]["to"], Value::Null, "no way down");
    for unknown in ["hello", "Provisioning agent 1.1.1586.0"] {
        assert_eq!(advice(unknown)["cloudSync"]["guided"], Value::Null, "{unknown}");
    }
    assert_eq!(advice("DirSync 1.0.6635.69")["cloudSync"]["guided"], false);
}

/// A listed build of the judged products.
fn any_build() -> impl Strategy<Value = String> {
    let products = [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync];
    let all = products.iter().flat_map(|product| table().releases_of(*product).map(|release| release.version.clone()));
    prop::sample::select(all.collect::<Vec<_>>())
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (id, values) in QUESTIONS {
        all.extend(values.iter().map(|value| (id.to_owned(), (*value).to_owned())));
    }
    for rule in &table().ways().rules {
        all.extend(YES_NO.iter().map(|value| (rule.fact.id.clone(), (*value).to_owned())));
    }
    // Many right answers, few at random, so that every state comes up.
    (any::<u8>(), prop::collection::vec(prop::sample::select(all), 0..6)).prop_map(|(base, extra)| {
        let mut answers = match base % 4 {
            0 => right(true),
            1 => right(false),
            _ => Answers::default(),
        };
        for (id, value) in extra {
            answers.set(&id, Some(&value));
        }
        answers
    })
}

fn any_month() -> impl Strategy<Value = Date> {
    (2024..=2028i32, 1..=12u8).prop_map(|(year, month)| Date::new(year, month, 15).unwrap())
}

fn advised(build: &str, on: Date, answers: &Answers) -> (Severity, Arc<Advice>) {
    let report = check(table(), build, on, answers);
    let verdict = report.gravest().unwrap();
    (verdict.severity, verdict.advice.clone())
}

proptest! {
    // The same cases each time, so that the gate is repeatable.
    #![proptest_config(ProptestConfig { cases: 600, rng_seed: proptest::test_runner::RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn advice_agrees_with_the_verdict(build in any_build(), on in any_month(), answers in any_answers()) {
        let (severity, advice) = advised(&build, on, &answers);
        prop_assert!(!advice.why.is_empty());
        prop_assert_eq!(advice.restore_first, severity == Severity::Stopped);
        if matches!(severity, Severity::Act | Severity::Stopped) {
            prop_assert_ne!(advice.recommend, Recommend::Nothing);
        }
        match advice.recommend {
            Recommend::CloudSync => {
                prop_assert_ne!(severity, Severity::Stopped);
                prop_assert_eq!(advice.cloud_sync.state, CloudSyncState::Eligible);
                prop_assert!(!advice.cloud_sync.steps.is_empty());
            }
            Recommend::Upgrade | Recommend::Reinstall => prop_assert!(!advice.upgrade.steps.is_empty()),
            Recommend::Decide => prop_assert!(!advice.cloud_sync.open.is_empty()),
            Recommend::Identify | Recommend::LookUp | Recommend::Nothing => {}
        }
        prop_assert_eq!(advice.upgrade.method.is_some(), !advice.upgrade.steps.is_empty());
        if advice.restore_first {
            prop_assert_eq!(advice.recommend, Recommend::Upgrade);
            prop_assert_eq!(advice.upgrade.steps[0].id.as_str(), "restore-first");
        }
        let versions: Vec<_> =
            advice.upgrade.changes.iter().map(|change| change.version.parse::<entra_connect_checker::Build>().unwrap()).collect();
        prop_assert!(versions.is_sorted_by(|newer, older| newer >= older));
        // No word of a slot is left over.
        let texts = advice.upgrade.steps.iter().map(|step| step.text.clone()).chain(advice.why.iter().map(ToString::to_string));
        for text in texts {
            prop_assert!(!text.contains('{'), "{}", text);
        }
    }

    #[test]
    fn one_more_answer_reopens_nothing(build in any_build(), on in any_month(), answers in any_answers(), pick in any::<usize>(), yes in any::<bool>()) {
        let (_, before) = advised(&build, on, &answers);
        let rules = &table().ways().rules;
        let rule = &rules[pick % rules.len()];
        if answers.get(&rule.fact.id).is_some() {
            return Ok(());
        }
        let mut more = answers.clone();
        more.set(&rule.fact.id, Some(YES_NO[usize::from(!yes)]));
        let (_, after) = advised(&build, on, &more);
        let (before, after) = (&before.cloud_sync, &after.cloud_sync);
        match before.state {
            CloudSyncState::Blocked => {
                // Only by what makes the blocker's own answer: a given one stands.
                let own = before.blockers.iter().any(|blocker| blocker.id == rule.fact.id);
                prop_assert!(own || after.state == CloudSyncState::Blocked);
            }
            CloudSyncState::Eligible => prop_assert_ne!(after.state, CloudSyncState::Undecided),
            CloudSyncState::Undecided => {}
        }
    }

    #[test]
    fn no_question_is_asked_without_effect(build in any_build(), on in any_month(), answers in any_answers()) {
        let (_, advice) = advised(&build, on, &answers);
        for question in &advice.cloud_sync.open {
            prop_assert!(answers.get(&question.id).is_none());
            let after = YES_NO.map(|value| {
                let mut more = answers.clone();
                more.set(&question.id, Some(value));
                let cloud = advised(&build, on, &more).1.cloud_sync.clone();
                (cloud.state, cloud.guided)
            });
            prop_assert_ne!(after[0], after[1], "{} changes nothing", question.id);
        }
        // Blockers that are not answered are open until the state is known.
        if advice.cloud_sync.state != CloudSyncState::Undecided {
            for question in &advice.cloud_sync.open {
                let rule = table().ways().rule(&question.id).unwrap();
                prop_assert!(rule.fact.guided || rule.fact.kind == RuleKind::Caution);
            }
        }
    }
}
