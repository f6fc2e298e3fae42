//! Whether a text allows the answer that all is well.
//!
//! It does if, disguises undone, it holds that listed build or the beginning of
//! it, of two parts or more, with no sibling's name near it on its line.

use std::ops::Range;

use entra_connect_checker::verdict::Verdict;
use entra_connect_checker::{Product, Table};

use super::plain::{self, Group};

/// Names of siblings, in lower case, signs as spaces.
const SIBLINGS: [&str; 12] = [
    "connect health",
    "health agent",
    "connect provisioning agent",
    "provisioning agent",
    "connect authentication agent",
    "authentication agent",
    "connect agent updater",
    "agent updater",
    "password protection dc agent",
    "password protection proxy",
    "private network connector",
    "application proxy connector",
];

/// The products whose builds may be judged at all.
const JUDGED: [Product; 3] = [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync];

/// Names that stand for all builds of a product, in lower case.
const LINES: [&str; 4] = ["dirsync", "directory sync", "azure active directory sync", "aad sync"];

/// What is wrong with a verdict `ok`.
pub fn fault(table: &Table, text: &str, verdict: &Verdict) -> Option<String> {
    let listed = |version: &str| {
        JUDGED.iter().flat_map(|product| table.releases_of(*product)).any(|release| {
            release.version == version && release.released.is_none_or(|day| day.first_day() <= verdict.on)
        })
    };
    // Short, named or unclear: then all that it may mean is listed.
    let meant = verdict.candidates.iter().map(|candidate| candidate.version.as_str());
    let meant: Vec<&str> =
        verdict.version.as_deref().filter(|_| verdict.candidates.is_empty()).into_iter().chain(meant).collect();
    if let Some(version) = meant.iter().find(|version| !listed(version)) {
        return Some(format!("{version} is ok without being listed and released"));
    }
    let texts = [plain::plain(text), plain::plain(&plain::without_tags(text))];
    let allowed = |version: &str| match plain::parts(version) {
        Some(wanted) => texts.iter().any(|text| in_lines(text, &wanted) || in_columns(text, &wanted)),
        None => LINES.iter().any(|name| texts[0].to_lowercase().contains(name)),
    };
    let said = verdict.version.as_deref().map_or_else(|| meant.clone(), |version| vec![version]);
    let missing = said.iter().find(|version| !allowed(version));
    if said.is_empty() {
        return Some("ok without a version".to_owned());
    }
    missing.map(|version| format!("{version} is ok, and the text does not hold it, or only beside a sibling's name"))
}

/// The build, or the beginning of it, as a number of a line.
fn in_lines(text: &str, wanted: &[u64]) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    lines.iter().enumerate().any(|(index, line)| {
        let groups = plain::groups(line);
        let mut from = 0;
        while from < groups.len() {
            let dotted = 1 + run(line, &groups[from..], |gap| gap == ".");
            let spaced = 1 + run(line, &groups[from..], |gap| gap.chars().all(|c| " .,".contains(c)));
            for count in [dotted, spaced.min(4)] {
                let fits = (2..=wanted.len()).contains(&count) && (count == 4 || count == dotted);
                let these = &groups[from..from + count];
                if fits && these.iter().zip(wanted).all(|(group, part)| group.value == *part) {
                    let place = these[0].at.start..these[count - 1].at.end;
                    if under_connect(&lines[..index], line, place.start) || !beside_sibling(line, &groups, place) {
                        return true;
                    }
                }
            }
            // Four numbers between spaces may begin anywhere, a dotted one only at its beginning.
            from += if dotted > 1 { dotted } else { 1 };
        }
        false
    })
}

/// How many groups follow the first, with such gaps between.
fn run(line: &str, groups: &[Group], gap: impl Fn(&str) -> bool) -> usize {
    groups.windows(2).take_while(|pair| gap(&line[pair[0].at.end..pair[1].at.start])).count()
}

/// Whether a number stands in a column whose heading names Connect and no
/// sibling: then a name elsewhere in its row does not matter.
fn under_connect(above: &[&str], line: &str, at: usize) -> bool {
    ['\t', '|', ';', ','].into_iter().filter(|sign| line.contains(*sign)).any(|sign| {
        let cell = line[..at].matches(sign).count();
        above.iter().filter_map(|heading| heading.split(sign).nth(cell)).any(|heading| names(heading) == (false, true))
    })
}

/// Whether a sibling's name, and none of Connect, stands near a number: in its
/// sentence before it, back to the number before, or right behind it.
fn beside_sibling(line: &str, groups: &[Group], place: Range<usize>) -> bool {
    let before = groups.iter().rev().find(|group| group.at.end < place.start).map_or(0, |group| group.at.end);
    let after = groups.iter().find(|group| group.at.start > place.end).map(|group| group.at.start);
    // A number in a word, as in SYNC01, leaves the rest of that word behind.
    let cut = |c: char| before > 0 && c.is_alphanumeric();
    let left = line[before..place.start].trim_start_matches(cut);
    let left = left.rsplit(['。', ';', '!', '?']).next().unwrap_or_default();
    let left = left.rsplit(". ").next().unwrap_or_default();
    let right = &line[place.end..after.unwrap_or(line.len())];
    let (left_sibling, left_connect) = names(left);
    let (_, right_connect) = names(right);
    // A name in the next sentence begins something else.
    let gap = right.split(char::is_alphanumeric).next().unwrap_or_default();
    let joins = !gap.is_empty() && gap.chars().all(|c| c.is_whitespace() || "(|,;".contains(c));
    let next = words(&right[gap.len()..]);
    let follows = joins && after.is_none() && SIBLINGS.iter().any(|name| next.starts_with(&whole(name)));
    (left_sibling || follows) && !left_connect && !right_connect
}

/// Lower case, one space for what may stand between the words of a name, and
/// at both ends; any other sign is a word of its own, and so is a hyphen that
/// joins no letters.
fn words(piece: &str) -> String {
    let mut spread = String::new();
    let lower = piece.to_lowercase();
    let mut signs = lower.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            c if c.is_alphanumeric() => spread.push(c),
            '-' if spread.ends_with(char::is_alphanumeric) && signs.peek().is_some_and(|c| c.is_alphanumeric()) => {
                spread.push(' ');
            }
            '_' | '®' | '™' => spread.push(' '),
            c if c.is_whitespace() => spread.push(' '),
            c => spread.extend([' ', c, ' ']),
        }
    }
    spread.split_whitespace().fold(" ".to_owned(), |text, word| text + word + " ")
}

/// A name as it stands among [`words`].
fn whole(name: &str) -> String {
    format!(" {name} ")
}

/// Whether a piece of a line names a sibling, and whether it names Connect.
fn names(piece: &str) -> (bool, bool) {
    let mut rest = words(piece);
    let mut sibling = false;
    for name in SIBLINGS {
        sibling |= rest.contains(&whole(name));
        rest = rest.replace(name, " ");
    }
    let rest = rest.replace("for sync", " ");
    (sibling, ["connect", "sync", "miiserver"].iter().any(|name| rest.contains(name)))
}

/// The build as the columns or lines Major, Minor, Build and Revision.
fn in_columns(text: &str, wanted: &[u64]) -> bool {
    let lower = text.to_lowercase();
    lower.contains("major")
        && lower.contains("minor")
        && plain::groups(&lower)
            .windows(wanted.len())
            .any(|groups| groups.iter().zip(wanted).all(|(group, part)| group.value == *part))
}
