//! HTML, XML and JSON as plain text of the same length, so that a place in the
//! one is the same place in the other.
//!
//! Tags of a page disappear, cells and rows of its tables become tabs and
//! lines, an element of XML with a value reads as `name: value`, and line ends
//! that JSON writes as `\r\n` are line ends again.

use std::borrow::Cow;

use super::signs::Signs;

/// The longest tag, in bytes; what is longer is none.
const TAG: usize = 2000;

/// Elements of pages that mean nothing here.
const PAGE: [u128; 40] = names(
    "a abbr article b blockquote body caption center code em font footer head header html i img label link main meta \
     nav ol pre script section small span strong style sub sup table tbody tfoot thead title u ul colgroup",
);
/// Elements that end a line.
const BLOCKS: [u128; 16] = names("br dd div dl dt h1 h2 h3 h4 h5 h6 hr li p tr option");
/// Those of them that have no end of their own.
const BREAKS: [u128; 2] = names("br hr");
/// The row of a table, and its cells.
const ROW: [u128; 1] = names("tr");
const CELLS: [u128; 2] = names("td th");

/// Names with blanks between them, each as one number.
const fn names<const N: usize>(list: &str) -> [u128; N] {
    let mut names = [0; N];
    let mut bytes = list.as_bytes();
    let mut left: &mut [u128] = &mut names;
    while let [name, rest @ ..] = left {
        while let [byte, after @ ..] = bytes {
            bytes = after;
            if *byte == b' ' {
                break;
            }
            *name = (*name << 8) | *byte as u128;
        }
        left = rest;
    }
    names
}

/// Signs written by name.
const ENTITIES: [(&str, u8); 8] = [
    ("&nbsp;", b' '),
    ("&#160;", b' '),
    ("&reg;", b' '),
    ("&#174;", b' '),
    ("&quot;", b'"'),
    ("&lt;", b'<'),
    ("&gt;", b'>'),
    ("&amp;", b'&'),
];

/// The text without its markup.
pub(super) fn plain(text: &str, signs: Signs) -> Cow<'_, str> {
    let Signs { tags, entities, escapes, .. } = signs;
    if !(tags || entities || escapes) {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    if tags {
        blank_tags(&mut bytes);
    }
    if entities {
        for (name, sign) in ENTITIES {
            replace(&mut bytes, text, name, sign);
        }
    }
    if escapes {
        replace(&mut bytes, text, r"\r\n", b'\n');
        for sign in [r"\u00ae", r"\u00AE", r"\u00a0", r"\u00A0"] {
            replace(&mut bytes, text, sign, b' ');
        }
    }
    // Only whole characters were replaced, each by as many spaces as it had bytes.
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Puts a sign and spaces wherever a name stands.
fn replace(bytes: &mut [u8], text: &str, name: &str, sign: u8) {
    for (at, _) in text.match_indices(name) {
        blank(bytes, at, at.saturating_add(name.len()));
        set(bytes, at, sign);
    }
}

fn set(bytes: &mut [u8], at: usize, sign: u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte = sign;
    }
}

/// Spaces for everything but the ends of lines.
fn blank(bytes: &mut [u8], from: usize, to: usize) {
    for byte in bytes.get_mut(from..to).unwrap_or_default() {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

fn blank_tags(bytes: &mut [u8]) {
    let mut at = 0;
    let mut row = None;
    while let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| *b == b'<')) {
        let start = at.saturating_add(step);
        let Some(end) = tag_end(bytes, start) else {
            at = start.saturating_add(1);
            continue;
        };
        let tag = Tag::of(bytes.get(start..end).unwrap_or_default());
        if ROW.contains(&tag.name) {
            if let (true, Some(from)) = (tag.closes, row) {
                join(bytes, from, start);
            }
            row = (!tag.closes).then_some(end);
        }
        rewrite(bytes, start, end, &tag);
        at = end;
    }
}

/// The byte after a tag that begins at one, if that is a tag.
fn tag_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = bytes.get(start..start.saturating_add(TAG).min(bytes.len()))?;
    let second = *rest.get(1)?;
    if !(second.is_ascii_alphabetic() || matches!(second, b'/' | b'?' | b'!')) {
        return None;
    }
    let end = rest.iter().skip(1).position(|b| matches!(b, b'<' | b'>'))?.saturating_add(1);
    (rest.get(end) == Some(&b'>')).then(|| start.saturating_add(end).saturating_add(1))
}

/// What kind of tag it is.
struct Tag {
    /// Its name in lower case, as one number; a longer one loses its beginning
    /// and is none that is known.
    name: u128,
    closes: bool,
    declares: bool,
}

impl Tag {
    fn of(tag: &[u8]) -> Self {
        let inner = tag.get(1..).unwrap_or_default();
        let closes = inner.first() == Some(&b'/');
        let letters = inner.iter().skip(usize::from(closes)).take_while(|b| b.is_ascii_alphanumeric() || **b == b':');
        let name = letters.fold(0, |name, b| {
            // The first byte stays what it is, so that no name ends as another.
            (name << 8) | u128::from(b.to_ascii_lowercase()) | (name & (0xff << 120))
        });
        Self { name, closes, declares: matches!(inner.first(), Some(b'?' | b'!')) }
    }
}

fn rewrite(bytes: &mut [u8], start: usize, end: usize, tag: &Tag) {
    let block = BLOCKS.contains(&tag.name);
    let cell = CELLS.contains(&tag.name);
    if tag.closes || tag.declares || block || cell || PAGE.contains(&tag.name) {
        blank(bytes, start, end);
        if cell && !tag.closes {
            set(bytes, start, b'\t');
        } else if block && (tag.closes || BREAKS.contains(&tag.name)) {
            set(bytes, start, b'\n');
        }
        return;
    }
    // An element with a value is a field: `<name attribute="x">value`.
    let last = end.saturating_sub(1);
    let value = bytes.get(end).is_some_and(|b| !matches!(b, b'<' | b'\n' | b'\r'));
    let open = bytes.get(end.saturating_sub(2)) != Some(&b'/');
    set(bytes, start, b' ');
    set(bytes, last, if value && open { b':' } else { b' ' });
    if value && open {
        for byte in bytes.get_mut(start..last).unwrap_or_default() {
            if matches!(byte, b'=' | b'"' | b'\'') {
                *byte = b' ';
            }
        }
    }
}

/// Makes one line of a row that is written in several.
fn join(bytes: &mut [u8], from: usize, to: usize) {
    for byte in bytes.get_mut(from..to).unwrap_or_default() {
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let plain = plain(text, Signs::of(text));
        assert_eq!(plain.len(), text.len());
        plain.lines().map(|line| line.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn tables_of_pages_become_rows() {
        let text = "<table>\n<tr><th>Server</th><th>Version</th></tr><tr>\n <td>SYNC01</td>\n <td><b>2.6.3.0</b></td>\n</tr></table>";
        let rows: Vec<_> = words(text).into_iter().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(rows, ["\t Server \t Version", "\t SYNC01 \t 2.6.3.0"]);
    }

    #[test]
    fn elements_become_fields() {
        assert_eq!(words("<d:clientVersion>2.6.3.0</d:clientVersion>"), ["d:clientVersion:2.6.3.0"]);
        assert_eq!(words(r#"<S N="FileVersion">2.6.1.0</S>"#), ["S N FileVersion :2.6.1.0"]);
        assert_eq!(words(r#"<?xml version="1.0"?><x version="2.5" />"#), [r#"x version="2.5" /"#]);
    }

    #[test]
    fn escapes_are_read_and_other_text_stays() {
        assert_eq!(words(r"File: x\r\nFileVersion: 2.6.1.0"), ["File: x", "FileVersion: 2.6.1.0"]);
        assert_eq!(words("Version:&nbsp;2.6.1.0"), ["Version: 2.6.1.0"]);
        assert!(matches!(plain("a < b and c > d", Signs::of("a < b and c > d")), Cow::Borrowed(_)));
        assert!(matches!(plain("2.5.79.0", Signs::default()), Cow::Borrowed(_)));
        assert_eq!(words("<é 1</p>"), ["<é 1", ""]);
    }
}
