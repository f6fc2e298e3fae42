//! The colours of `styles/tokens.css` against each other, by the contrast that WCAG 2.2 asks for:
//! 4.5 for text (1.4.3), 3 for what is drawn and for the edges of fields (1.4.11), in both themes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects
)]

use std::collections::BTreeMap;

/// A colour in both themes, light first.
type Themes = [[f64; 3]; 2];

/// What text stands on, and what it may be written in there.
const TEXT: [(&str, &[&str]); 9] = [
    ("page", &["ink", "soft", "accent", "stopped", "act", "plan", "ok", "unknown"]),
    ("card", &["ink", "soft", "accent", "stopped", "act", "plan", "ok", "unknown"]),
    ("sunk", &["ink", "soft", "accent"]),
    ("accent", &["on-accent"]),
    ("stopped-bg", &["ink", "soft", "accent", "stopped"]),
    ("act-bg", &["ink", "soft", "accent", "act"]),
    ("plan-bg", &["ink", "soft", "accent", "plan"]),
    ("ok-bg", &["ink", "soft", "accent", "ok"]),
    ("unknown-bg", &["ink", "soft", "accent", "unknown"]),
];
/// What is drawn on a ground: edges of fields and buttons, the focus, the bar and the marks of a life.
const DRAWN: [(&str, &[&str]); 3] = [
    ("page", &["edge", "accent"]),
    ("card", &["edge", "accent", "stopped", "act", "plan", "ok", "unknown"]),
    ("sunk", &["edge", "accent"]),
];

/// The tokens `--name: light-dark(#…, #…)`.
fn tokens() -> BTreeMap<String, Themes> {
    let css = std::fs::read_to_string("styles/tokens.css").unwrap();
    let mut tokens = BTreeMap::new();
    for line in css.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(':')) else {
            continue;
        };
        let Some(pair) = value.trim().strip_prefix("light-dark(").and_then(|pair| pair.strip_suffix(");")) else {
            continue;
        };
        let (light, dark) = pair.split_once(',').expect("two colours");
        tokens.insert(name.to_owned(), [colour(light.trim()), colour(dark.trim())]);
    }
    tokens
}

fn colour(text: &str) -> [f64; 3] {
    let digits = text.strip_prefix('#').expect("a colour in hexadecimal");
    let digits: String = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.into() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0)
}

/// WCAG's relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

fn too_weak(pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let tokens = tokens();
    let mut weak = Vec::new();
    for (ground, colours) in pairs {
        for colour in *colours {
            for (theme, name) in ["light", "dark"].iter().enumerate() {
                let found = contrast(tokens[*ground][theme], tokens[*colour][theme]);
                if found < least {
                    weak.push(format!("{name}: {colour} on {ground} has {found:.2}, and needs {least}"));
                }
            }
        }
    }
    weak
}

#[test]
fn contrast_is_computed_as_wcag_says() {
    assert!((contrast(colour("#000"), colour("#ffffff")) - 21.0).abs() < 0.001);
    assert!((contrast(colour("#777"), colour("#fff")) - 4.48).abs() < 0.01);
}

#[test]
fn text_can_be_read_in_both_themes() {
    let weak = too_weak(&TEXT, 4.5);
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn what_is_drawn_can_be_seen_in_both_themes() {
    let weak = too_weak(&DRAWN, 3.0);
    assert!(weak.is_empty(), "{weak:#?}");
}
