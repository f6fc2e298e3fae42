//! The places of a text that were read, with the words around them.

/// A place to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// First unit of UTF-16, as reports count.
    pub start: usize,
    /// The unit after the last.
    pub end: usize,
    /// What stands there, by the caller's number.
    pub what: usize,
}

/// A piece of an excerpt: words, and what they are if they are a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The caller's number of the place.
    pub what: Option<usize>,
}

/// The most excerpts that are made.
const MOST: usize = 20;
/// The most characters before the first and after the last place of a line.
const AROUND: usize = 80;

/// One excerpt for each line with a place, in the order of the text; what
/// stands far from any place is left out. Places that overlap an earlier one,
/// or do not lie in the text, are passed over.
///
/// ```
/// use entra_connect_checker::export::excerpt::{Place, excerpts};
///
/// let found = excerpts("a\n😀 Connect 2.5.79.0!", &[Place { start: 13, end: 21, what: 7 }]);
/// let pieces: Vec<_> = found[0].iter().map(|piece| (piece.text.as_str(), piece.what)).collect();
/// assert_eq!(pieces, [("😀 Connect ", None), ("2.5.79.0", Some(7)), ("!", None)]);
/// ```
#[must_use]
pub fn excerpts(text: &str, places: &[Place]) -> Vec<Vec<Piece>> {
    let mut found: Vec<Vec<Piece>> = Vec::new();
    // Where the excerpt that is being made has come to, and its line's end.
    let (mut at, mut line_end) = (0, 0);
    for (start, end, what) in bytes(text, places) {
        let Some(words) = text.get(start..end).filter(|_| start >= at) else { continue };
        if start >= line_end {
            close(&mut found, text, at, line_end);
            if found.len() == MOST {
                return found;
            }
            let line =
                text.get(..start).and_then(|left| left.rfind(['\n', '\r'])).map_or(0, |end| end.saturating_add(1));
            line_end = text
                .get(end..)
                .and_then(|rest| rest.find(['\n', '\r']))
                .map_or(text.len(), |to| end.saturating_add(to));
            let before = text.get(line..start).unwrap_or_default();
            let cut = before.char_indices().rev().nth(AROUND).map_or(0, |(cut, c)| cut.saturating_add(c.len_utf8()));
            let near = before.get(cut..).unwrap_or_default();
            let lead = if cut > 0 { format!("…{near}") } else { near.to_owned() };
            found.push(vec![Piece { text: lead, what: None }]);
        } else if let Some(pieces) = found.last_mut() {
            let between = text.get(at..start).unwrap_or_default();
            pieces.push(Piece { text: between.to_owned(), what: None });
        }
        if let Some(pieces) = found.last_mut() {
            pieces.push(Piece { text: words.to_owned(), what: Some(what) });
        }
        at = end;
    }
    close(&mut found, text, at, line_end);
    for pieces in &mut found {
        pieces.retain(|piece| !piece.text.is_empty());
    }
    found
}

/// Adds the words behind the last place of a line.
fn close(found: &mut [Vec<Piece>], text: &str, at: usize, line_end: usize) {
    let Some(pieces) = found.last_mut() else { return };
    let rest = text.get(at..line_end).unwrap_or_default();
    let near: String = rest.chars().take(AROUND).collect();
    let more = near.len() < rest.len();
    pieces.push(Piece { text: if more { format!("{near}…") } else { near }, what: None });
}

/// The places in bytes, ascending.
fn bytes(text: &str, places: &[Place]) -> Vec<(usize, usize, usize)> {
    let places = crate::order::by_number(places.to_vec(), |place| place.start as u64);
    let mut found = Vec::new();
    let (mut unit, mut byte) = (0usize, 0usize);
    let mut reach = |to: usize| {
        for c in text.get(byte..).unwrap_or_default().chars() {
            if unit >= to {
                break;
            }
            unit = unit.saturating_add(c.len_utf16());
            byte = byte.saturating_add(c.len_utf8());
        }
        (unit == to).then_some(byte)
    };
    let mut last = 0;
    for place in places {
        if place.start < last || place.end <= place.start {
            continue;
        }
        if let (Some(start), Some(end)) = (reach(place.start), reach(place.end)) {
            found.push((start, end, place.what));
            last = place.end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, places: &[(usize, usize)]) -> Vec<String> {
        let places: Vec<_> =
            places.iter().enumerate().map(|(what, (start, end))| Place { start: *start, end: *end, what }).collect();
        let mark = |piece: Piece| match piece.what {
            Some(what) => format!("[{}={what}]", piece.text),
            None => piece.text,
        };
        excerpts(text, &places).into_iter().map(|pieces| pieces.into_iter().map(mark).collect()).collect()
    }

    #[test]
    fn places_of_a_line_share_its_words() {
        assert_eq!(shown("x\nab cd ef\ny gh", &[(2, 4), (8, 10), (13, 15)]), ["[ab=0] cd [ef=1]", "y [gh=2]"]);
        assert_eq!(shown("😀ab é", &[(2, 4), (5, 6)]), ["😀[ab=0] [é=1]"]);
    }

    #[test]
    fn what_is_far_or_wrong_is_left_out() {
        let text = format!("{}NN{}", "x".repeat(500), "y".repeat(500));
        let line = &shown(&text, &[(500, 502)])[0];
        assert!(line.starts_with("…x") && line.ends_with("y…") && line.contains("[NN=0]"), "{line}");
        assert_eq!(line.chars().filter(|c| *c == 'x').count(), AROUND);
        assert_eq!(shown("abc", &[(1, 9), (2, 1), (0, 1)]), ["[a=2]bc"]);
        assert_eq!(shown("abcd", &[(0, 3), (1, 2)]), ["[abc=0]d"]);
        assert_eq!(shown(&"1\n".repeat(50), &(0..50).map(|i| (2 * i, 2 * i + 1)).collect::<Vec<_>>()).len(), MOST);
        assert!(shown("", &[(0, 1)]).is_empty());
    }
}
