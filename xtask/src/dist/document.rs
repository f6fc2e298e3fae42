//! The page's HTML: what Trunk's output names, and the one file made from it.
//!
//! Rewritten by a real HTML parser, and checked afterwards: every place that must be there is
//! counted, and what the policy would refuse is refused here, where a reader can be told why.

use std::cell::{Cell, RefCell};

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};

use super::shell;

/// Where the table for readers without scripts goes.
const RELEASES: &str = "releases";

/// What is wrong with the page's HTML.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DocumentError {
    /// Something that must stand there once.
    #[error("must have {wanted} once, and has it {found} times")]
    Count {
        /// In words or as a selector.
        wanted: &'static str,
        /// How often it is there.
        found: usize,
    },
    /// Something that the page's own content policy would refuse.
    #[error("{0} would be refused by the page's content policy")]
    Refused(String),
    /// Something that ends or confuses the element it stands in.
    #[error("{0} holds `{1}`, which cannot stand inside it")]
    Unfit(&'static str, &'static str),
    /// The parser's own complaint.
    #[error("{0}")]
    Html(String),
}

/// The files that Trunk's page refers to, relative to it.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    pub script: String,
    pub wasm: String,
    pub styles: Vec<String>,
}

/// What goes into the page.
#[derive(Debug)]
pub struct Insert<'a> {
    pub policy: &'a str,
    pub script: &'a str,
    pub styles: &'a str,
    /// Packed, in base64.
    pub wasm: &'a str,
    /// Unpacked, in bytes.
    pub wasm_size: usize,
    pub releases: &'a str,
    /// Code and packed words of every language beside English.
    pub words: &'a [(&'static str, String)],
}

/// Reads the names from the links that Trunk writes.
pub fn names(html: &str) -> Result<Names, DocumentError> {
    let (scripts, wasms, styles) = (RefCell::default(), RefCell::default(), RefCell::default());
    let href = |list: &RefCell<Vec<String>>, link: &Element<'_, '_>| {
        list.borrow_mut().extend(link.get_attribute("href"));
    };
    walk(html, |link| match (&*link.tag_name(), link.get_attribute("rel").as_deref()) {
        ("link", Some("modulepreload")) => href(&scripts, link),
        ("link", Some("preload")) => href(&wasms, link),
        ("link", Some("stylesheet")) => href(&styles, link),
        _ => {}
    })?;
    Ok(Names {
        script: only("a link to the script (rel=modulepreload)", scripts)?,
        wasm: only("a link to the WebAssembly (rel=preload)", wasms)?,
        styles: styles.into_inner(),
    })
}

fn only(wanted: &'static str, list: RefCell<Vec<String>>) -> Result<String, DocumentError> {
    let mut list = list.into_inner();
    match (list.pop(), list.len()) {
        (Some(one), 0) => Ok(one),
        (last, rest) => Err(DocumentError::Count { wanted, found: rest + usize::from(last.is_some()) }),
    }
}

/// Puts everything into the page, and checks the result.
pub fn assemble(html: &str, insert: &Insert<'_>) -> Result<String, DocumentError> {
    fits("the script", insert.script, &["</script", "<!--"])?;
    fits("the style sheet", insert.styles, &["</style"])?;
    fits("the content policy", insert.policy, &["\""])?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", insert.policy);
    let styles = format!("<style>{}</style>", insert.styles);
    let mut end = String::new();
    for (code, packed) in insert.words {
        fits("a language", packed, &["</script", "<!--"])?;
        // A data block: the browser neither runs nor shows it.
        end += &format!("<script type=\"text/plain\" id=\"words-{code}\" lang=\"{code}\">{packed}</script>");
    }
    end += &format!(
        "<script type=\"application/lzma+base64\" id=\"wasm\" data-size=\"{}\">{}</script><script type=\"module\">{}</script>",
        insert.wasm_size, insert.wasm, insert.script
    );
    let (charsets, bodies, marks) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let page = rewrite_str(
        html,
        RewriteStrSettings::new()
            // What Trunk put there to load the parts one by one.
            .append_element_content_handler(element!(
                "link[rel=modulepreload], link[rel=preload], link[rel=stylesheet], script",
                |found| {
                    found.remove();
                    Ok(())
                }
            ))
            .append_element_content_handler(element!("head > meta[charset]", |charset| {
                charset.after(&(policy.clone() + &styles), ContentType::Html);
                count(&charsets);
                Ok(())
            }))
            .append_element_content_handler(element!("body", |body| {
                body.append(&end, ContentType::Html);
                count(&bodies);
                Ok(())
            }))
            // Notes for authors are not for readers.
            .append_document_content_handler(doc_comments!(|comment| {
                if comment.text().trim() == RELEASES {
                    comment.replace(insert.releases, ContentType::Html);
                    count(&marks);
                } else {
                    comment.remove();
                }
                Ok(())
            })),
    )
    .map_err(|error| DocumentError::Html(error.to_string()))?;
    once("<meta charset> in its head", charsets.get())?;
    once("a <body>", bodies.get())?;
    once("the comment <!-- releases -->", marks.get())?;
    check(&page, insert.words.len())?;
    shell::add(&page, &styles, &end)
}

/// What the finished page may and must hold.
fn check(page: &str, languages: usize) -> Result<(), DocumentError> {
    let (scripts, styles, notes, mounts) = (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
    let words = Cell::new(0);
    let refused = RefCell::new(None);
    walk(page, |found| {
        let tag = found.tag_name();
        match &*tag {
            "script" if found.get_attribute("type").as_deref() == Some("text/plain") => count(&words),
            "script" => count(&scripts),
            "style" => count(&styles),
            _ => {}
        }
        match found.get_attribute("id").as_deref() {
            Some("start-failed") if found.has_attribute("hidden") => count(&notes),
            Some("app") => count(&mounts),
            _ => {}
        }
        for attribute in found.attributes() {
            let name = attribute.name();
            let loads = match (&*tag, &*name) {
                ("a" | "area", _) => false,
                (_, "href" | "src" | "srcset" | "poster" | "data") => !attribute.value().starts_with("data:"),
                _ => false,
            };
            if loads || name == "style" || name.starts_with("on") {
                *refused.borrow_mut() = Some(format!("`{name}` of <{tag}>"));
            }
        }
    })?;
    if let Some(what) = refused.into_inner() {
        return Err(DocumentError::Refused(what));
    }
    once("an element #start-failed with `hidden`", notes.get())?;
    once("an element #app", mounts.get())?;
    once("a <style>", styles.get())?;
    if words.get() != languages {
        return Err(DocumentError::Count { wanted: "each language", found: words.get() });
    }
    match scripts.get() {
        2 => Ok(()),
        found => Err(DocumentError::Count { wanted: "its pair of scripts", found: found / 2 }),
    }
}

/// Shows every element to `look`.
fn walk(html: &str, look: impl Fn(&Element<'_, '_>)) -> Result<(), DocumentError> {
    rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(element!("*", |found| {
            look(found);
            Ok(())
        })),
    )
    .map(drop)
    .map_err(|error| DocumentError::Html(error.to_string()))
}

fn count(counter: &Cell<usize>) {
    counter.set(counter.get() + 1);
}

fn once(wanted: &'static str, found: usize) -> Result<(), DocumentError> {
    if found == 1 { Ok(()) } else { Err(DocumentError::Count { wanted, found }) }
}

fn fits(what: &'static str, text: &str, never: &[&'static str]) -> Result<(), DocumentError> {
    let lower = text.to_ascii_lowercase();
    match never.iter().find(|word| lower.contains(**word)) {
        Some(word) => Err(DocumentError::Unfit(what, word)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>
<!-- a note --><link rel="stylesheet" href="./one.css"><link rel="stylesheet" href="./two.css">
<link rel="modulepreload" href="./a.js"><link rel="preload" href="./a_bg.wasm" as="fetch"></head>
<body><div id="app"></div><p id="start-failed" hidden>No.</p><section><!-- releases --></section>
<script type="module">import init from './a.js';</script></body></html>"#;

    const INSERT: Insert<'static> = Insert {
        policy: "default-src 'none'",
        script: "go()",
        styles: "p{margin:0}",
        wasm: "AAAA",
        wasm_size: 3,
        releases: "<table></table>",
        words: &[],
    };

    #[test]
    fn trunks_links_name_the_files() {
        let names = names(TRUNK).expect("all are there");
        assert_eq!(names.script, "./a.js");
        assert_eq!(names.wasm, "./a_bg.wasm");
        assert_eq!(names.styles, ["./one.css", "./two.css"]);
    }

    #[test]
    fn everything_stands_in_one_file() {
        let page = assemble(TRUNK, &INSERT).expect("it is a fit page");
        assert_eq!(
            page,
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><style>p{margin:0}</style><title>T</title>

</head>
<body><div id="app"></div><p id="start-failed" hidden>No.</p><section><table></table></section>
<script type="application/lzma+base64" id="wasm" data-size="3">AAAA</script><script type="module">go()</script>"#
                .to_owned()
                + r#"<script type="text/html" id="blank"><!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><style></style><title>T</title>

</head>
<body><div id="app"></div><p id="start-failed" hidden>No.</p><section><table></table></section>
</body></html></script></body></html>"#
        );
    }

    #[track_caller]
    fn refused(html: &str, insert: &Insert<'_>, because: &str) {
        assert_eq!(assemble(html, insert).expect_err("it is not fit").to_string(), because);
    }

    #[test]
    fn a_missing_place_is_named() {
        refused(
            &TRUNK.replace("<!-- releases -->", ""),
            &INSERT,
            "must have the comment <!-- releases --> once, and has it 0 times",
        );
        refused(
            &TRUNK.replace(" hidden", ""),
            &INSERT,
            "must have an element #start-failed with `hidden` once, and has it 0 times",
        );
        refused(
            &TRUNK.replace("<meta charset=\"utf-8\">", ""),
            &INSERT,
            "must have <meta charset> in its head once, and has it 0 times",
        );
    }

    #[test]
    fn what_the_policy_refuses_is_refused_here() {
        refused(
            &TRUNK.replace("<div id", "<div style=\"color:red\" id"),
            &INSERT,
            "`style` of <div> would be refused by the page's content policy",
        );
        refused(
            &TRUNK.replace("<div id", "<img src=\"x.png\"><div id"),
            &INSERT,
            "`src` of <img> would be refused by the page's content policy",
        );
        let releases = Insert { releases: "<p onclick=\"go()\">", ..INSERT };
        refused(TRUNK, &releases, "`onclick` of <p> would be refused by the page's content policy");
    }

    #[test]
    fn languages_stand_in_data_blocks() {
        let words = [("de", "1\nJa".to_owned())];
        let page = assemble(TRUNK, &Insert { words: &words, ..INSERT }).expect("it is a fit page");
        assert!(page.contains("<script type=\"text/plain\" id=\"words-de\" lang=\"de\">1\nJa</script>"), "{page}");
        let words = [("de", "1\n</script>".to_owned())];
        let breaks = Insert { words: &words, ..INSERT };
        refused(TRUNK, &breaks, "a language holds `</script`, which cannot stand inside it");
    }

    #[test]
    fn nothing_can_break_out_of_its_element() {
        refused(
            TRUNK,
            &Insert { script: "'</SCRIPT>'", ..INSERT },
            "the script holds `</script`, which cannot stand inside it",
        );
        refused(
            TRUNK,
            &Insert { styles: "a::after{content:'</style>'}", ..INSERT },
            "the style sheet holds `</style`, which cannot stand inside it",
        );
    }
}
