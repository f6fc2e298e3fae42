//! Which kinds of words a line holds at all, found out once for each line:
//! most hold none, and need not be searched again for every number in them.

use super::claim::UNDONE;
use super::lexicon::{Lexicon, next_start};
use super::role_list::{AFTER, BEFORE, DONE, FAILED, codes};
use super::roles::{FROM, MOVING};
use super::servers::LABELS;
use super::staging::STAGING;

/// Kinds of words.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a kind of its own")]
pub(super) struct Present {
    /// Words before a number that give it a role.
    pub before: bool,
    /// Words after a number that do.
    pub after: bool,
    /// Words of a failure, or of an installer that says so.
    pub failed: bool,
    /// Words of a change, or that lead to the number that one begins with.
    pub change: bool,
    /// Labels of servers.
    pub server: bool,
    /// Words for staging mode.
    pub staging: bool,
}

impl Present {
    /// Every kind, for texts that are not worth a look of their own.
    #[cfg(test)]
    pub const ALL: Self = Self { before: true, after: true, failed: true, change: true, server: true, staging: true };

    /// Looks through a line.
    pub fn of(line: &str) -> Self {
        let mut found = Self::default();
        let mut from = 0;
        while let Some(start) = next_start(line, from, false) {
            from = start.saturating_add(1);
            note(&mut found.before, &BEFORE, line, start);
            note(&mut found.after, &AFTER, line, start);
            note(&mut found.failed, &FAILED, line, start);
            note(&mut found.failed, &UNDONE, line, start);
            note(&mut found.change, &FROM, line, start);
            note(&mut found.change, &DONE, line, start);
            note(&mut found.change, &MOVING, line, start);
            note(&mut found.server, &LABELS, line, start);
            note(&mut found.staging, &STAGING, line, start);
        }
        found.failed |= codes(line).next().is_some();
        found.change |= line.contains("から");
        found
    }
}

fn note<T: Copy>(found: &mut bool, words: &'static Lexicon<T>, line: &str, start: usize) {
    *found = *found || words.word_at(line, start).is_some();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_what_it_holds() {
        assert_eq!(Present::of("2.5.79.0 2.6.92.0 foo"), Present::default());
        assert!(Present::of("upgraded from 2.5.79.0").change);
        assert!(Present::of("Status: 1603").failed);
        assert!(Present::of("Server: SYNC01").server);
        assert!(Present::of("in staging mode").staging);
        assert!(Present::of("is currently on 2.5.79.0").before);
        assert!(Present::of("2.5.79.0 or later").after);
        assert!(!Present::ALL.eq(&Present::default()));
    }
}
