//! A language as it travels to the page: a mark of the list of messages, then
//! each message's words on a line of its own, in the order of the list. Ids
//! are left out: they would double what a reader downloads.

use super::Id;
use super::file;

/// A mark of all ids in their order: words packed for another list are refused.
const MARK: u32 = mark(Id::NAMES);

const fn mark(mut ids: &[&str]) -> u32 {
    // FNV-1a, with a byte between two ids that no id holds.
    let mut mark: u32 = 0x811c_9dc5;
    while let [id, rest @ ..] = ids {
        let mut bytes = id.as_bytes();
        while let [byte, more @ ..] = bytes {
            mark = (mark ^ *byte as u32).wrapping_mul(0x0100_0193);
            bytes = more;
        }
        mark = (mark ^ 10).wrapping_mul(0x0100_0193);
        ids = rest;
    }
    mark
}

/// Packs a language's file. A message that it lacks is an empty line.
#[must_use]
pub fn pack(source: &str) -> String {
    let entries = file::entries(source);
    let mut packed = MARK.to_string();
    for id in Id::ALL {
        packed.push('\n');
        packed.push_str(entries.iter().find(|entry| entry.id == id.as_str()).map_or("", |entry| entry.text));
    }
    packed
}

/// The words by message, empty where there are none; nothing if they were
/// packed for another list of messages.
#[must_use]
pub fn unpack(packed: &str) -> Option<Vec<&str>> {
    let mut lines = packed.trim().split('\n');
    (lines.next()?.parse() == Ok(MARK)).then(|| lines.collect())
}

/// The words of a message among those unpacked; English where there are none.
#[must_use]
pub fn pick<'a>(words: &[&'a str], id: Id) -> &'a str {
    words.get(id as usize).copied().filter(|words| !words.is_empty()).unwrap_or_else(|| id.english())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let packed = pack("yes = Ja\nretired = {version}: {date}\n");
        let words = unpack(&packed).unwrap();
        assert_eq!(pick(&words, Id::Yes), "Ja");
        assert_eq!(pick(&words, Id::Retired), "{version}: {date}");
        assert_eq!(pick(&words, Id::No), "No", "what is missing is English");
    }

    #[test]
    fn words_for_another_list_are_refused() {
        assert_eq!(unpack(""), None);
        assert_eq!(unpack("12\nJa\nNein"), None);
        assert_ne!(mark(&["a", "b"]), mark(&["ab"]));
        assert_ne!(mark(&["a", "b"]), mark(&["b", "a"]));
    }
}
