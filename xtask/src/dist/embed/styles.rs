//! The page's styles, made to hold inside a shadow root.
//!
//! Nothing is written twice: the same sheets serve both, and here they are turned from a page's into
//! an element's, minified as esbuild leaves them.

/// Rewrites minified styles: what holds for the page holds for the first node in the shadow root;
/// what is measured by the window is measured by that node; every token can be set from outside as
/// `--ecc-…`.
pub fn for_shadow(styles: &str) -> String {
    let mut out = String::with_capacity(styles.len() * 2);
    let mut rest = styles;
    while let Some(open) = rest.find('{') {
        let (selector, after) = rest.split_at(open);
        // What ended before stands before the selector.
        let start = selector.rfind(['}', ';']).map_or(0, |end| end + 1);
        let (ended, selector) = selector.split_at(start);
        out.push_str(&lengths(ended, RELATIVE));
        let close = after.find('}').unwrap_or(after.len());
        match selector {
            // What is inherited from the page around ends here, first of all.
            ":root" => {
                out.push_str(
                    ".ecc{all:initial;display:block;container-type:inline-size;--rem:var(--ecc-font-size,16px);",
                );
                out.push_str(&lengths(&tokens(&after[1..close]), RELATIVE));
                rest = &after[close..];
                continue;
            }
            "body" => out.push_str(".ecc"),
            _ if selector.starts_with("@media") && selector.contains("width:") => {
                out.push_str(&lengths(&selector.replace("@media", "@container"), |number| {
                    format!("{}px", trimmed(number * 16.0))
                }));
            }
            _ => out.push_str(selector),
        }
        out.push('{');
        rest = &after[1..];
    }
    out.push_str(&lengths(rest, RELATIVE));
    out
}

/// A length by the element's own measure. The host's root may have any font size, `rem` follows it.
const RELATIVE: fn(f64) -> String = |number| format!("calc({}*var(--rem))", trimmed(number));

/// `--name:value` becomes `--name:var(--ecc-name,value)`.
fn tokens(declarations: &str) -> String {
    let declarations = declarations.split(';').filter(|declaration| !declaration.is_empty());
    let each = declarations.map(|declaration| match declaration.strip_prefix("--").and_then(|it| it.split_once(':')) {
        Some((name, value)) => format!("--{name}:var(--ecc-{name},{})", value.trim_start()),
        None => declaration.to_owned(),
    });
    each.collect::<Vec<_>>().join(";")
}

/// The names of the tokens, as a host page sets them.
pub fn names(tokens: &str) -> Vec<String> {
    let lines = tokens.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    let mut names: Vec<String> = lines
        .map(|(name, _)| format!("--ecc-{name}"))
        .filter(|name| !name.ends_with("tone") && !name.ends_with("tone-bg"))
        .collect();
    names.push("--ecc-font-size".to_owned());
    names
}

/// Rewrites lengths in `rem` by `to`, and those of the window's width by that of the container.
fn lengths(css: &str, to: impl Fn(f64) -> String) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '.') {
        let (before, number) = rest.split_at(start);
        out.push_str(before);
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let (digits, after) = number.split_at(end);
        // A digit inside a name or a colour is none.
        let inside = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '#' || c == '_');
        match (digits.parse::<f64>(), after) {
            (Ok(value), after) if !inside && after.starts_with("rem") => {
                let minus = out.ends_with('-') && !out.ends_with("--");
                let value = if minus {
                    out.pop();
                    -value
                } else {
                    value
                };
                out.push_str(&to(value));
                rest = &after[3..];
            }
            (Ok(_), after) if !inside && after.starts_with("vw") => {
                out.push_str(digits);
                out.push_str("cqi");
                rest = &after[2..];
            }
            _ => {
                out.push_str(digits);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn trimmed(number: f64) -> String {
    format!("{:.4}", number).trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_for_the_page_holds_for_the_first_node() {
        assert_eq!(
            for_shadow(
                ":root{color-scheme:light dark;--card: light-dark(#fff,#1f2227)}body{margin:0;font:1rem/1.5 var(--font)}"
            ),
            ".ecc{all:initial;display:block;container-type:inline-size;--rem:var(--ecc-font-size,16px);\
             color-scheme:light dark;--card:var(--ecc-card,light-dark(#fff,#1f2227))}\
             .ecc{margin:0;font:calc(1*var(--rem))/1.5 var(--font)}"
        );
    }

    #[test]
    fn the_window_gives_way_to_the_container() {
        assert_eq!(
            for_shadow(
                "@media(max-width:40rem){.say{margin-top:-.5rem}}h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.1rem)}"
            ),
            "@container(max-width:640px){.say{margin-top:calc(-0.5*var(--rem))}}\
             h1{font-size:clamp(calc(1.5*var(--rem)),calc(1.1*var(--rem)) + 1.8cqi,calc(2.1*var(--rem)))}"
        );
        let print = "@media print{.a{color:#3rem00}}";
        assert_eq!(for_shadow(print), print, "neither the printer nor a colour is a length");
    }

    #[test]
    fn tokens_have_names_outside() {
        let names = names(":root {\n  color-scheme: light;\n  --card: red;\n}\n.is-ok { --tone: var(--ok); }\n");
        assert_eq!(names, ["--ecc-card", "--ecc-font-size"]);
    }
}
