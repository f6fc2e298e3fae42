//! Which readings a text needs at all, found in one pass.

use super::eight::{self, all, zeros};

/// The signs of a text.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
pub(super) struct Signs {
    /// Tags of HTML or XML.
    pub tags: bool,
    /// Signs that HTML writes by name.
    pub entities: bool,
    /// Signs that JSON writes as letters.
    pub escapes: bool,
    /// The word "revision", as the last of four columns.
    pub revision: bool,
}

impl Signs {
    /// Looks through a text.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mask = |word: u64| {
            zeros(word ^ all(b'<')) | zeros(word ^ all(b'&')) | zeros(word ^ all(b'\\')) | zeros(word ^ all(b'v'))
        };
        let mut signs = Self::default();
        let mut opens = false;
        let mut from = 0;
        while let Some(at) = eight::find(bytes, from, mask, |byte| matches!(byte, b'<' | b'&' | b'\\' | b'v')) {
            from = at.saturating_add(1);
            let rest = bytes.get(at..).unwrap_or_default();
            let any = |starts: &[&[u8]]| starts.iter().any(|start| rest.starts_with(start));
            match rest.first() {
                Some(b'<') => {
                    opens = true;
                    signs.tags |= any(&[b"</", b"<?xml", b"<br"]);
                }
                Some(b'&') => signs.entities |= any(&[b"&nbsp;", b"&#", b"&lt;"]),
                Some(b'v') => signs.revision |= any(&[b"vision"]),
                _ => signs.escapes |= any(&[br"\r\n", br"\u00"]),
            }
        }
        signs.tags |= opens && text.contains("/>");
        signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_is_seen() {
        assert_eq!(Signs::of("a < b & c, very plain C:\\x />"[..26].trim_end()), Signs::default());
        for text in ["</b>", "<?xml ?>", "a<br>", "<a />"] {
            assert_eq!(Signs::of(text), Signs { tags: true, ..Signs::default() }, "{text}");
        }
        for text in ["a&nbsp;b", "&#160;", "&lt;"] {
            assert!(Signs::of(text).entities, "{text}");
        }
        assert!(Signs::of(r"x\r\ny").escapes && Signs::of(r"\u00ae").escapes && !Signs::of(r"\r \n").escapes);
        assert!(Signs::of("Major Minor Build Revision").revision && !Signs::of("a view").revision);
    }
}
