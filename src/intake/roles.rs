//! Whether the words around a number make it the installed one, one to move
//! to, or an earlier one.

use super::lexicon::{Lexicon, lexicon};
use super::names::{self, Mention};
use super::present::Present;
use super::role_list::{AFTER, BEFORE, DONE, FAILED, codes};

/// What the words say of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is installed.
    Installed,
    /// It is required, available or the goal.
    Target,
    /// It was installed before.
    Previous,
    /// It is called current, which may mean the newest there is.
    Current,
    /// The words say nothing.
    Unsaid,
}

lexicon! {
    /// Words that lead to the number that a change begins with.
    FROM: () = [
        ((), "from|von|de la|de|desde|da|dalla|van|z|ze|从|自"),
    ]
}

lexicon! {
    /// Words that lead to the number that it ends with.
    TO: () = [
        ((), "to|auf|vers|à|à la|a|a la|alla|para|naar|do|升级到|升级至|更新到|到|から"),
    ]
}

lexicon! {
    /// Words of a change that is meant.
    MOVING: () = [
        ((), "upgrade|upgrading|update|updating"),
    ]
}

/// The role by the words before (back to the clause's beginning) and after.
pub(super) fn role(before: &str, after: &str, present: Present) -> Role {
    if before.trim_end().ends_with(BOUNDS) && compared(clause(before)) && !after.starts_with('>') {
        return Role::Target;
    }
    let before = if present.before || present.change || present.failed { clause(before) } else { "" };
    let after = after
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\'' | '`' | '）' | '」' | '*'));
    let (after, parted) = match after.strip_prefix([',', '，', '、']) {
        Some(rest) => (rest.trim_start(), true),
        None => (after, false),
    };
    // A word that leads to another number is that number's, and what stands
    // behind a comma seldom says that this one is installed.
    if let Some(hit) = AFTER.word_at(after, 0)
        && !leads_on(after.get(hit.end..).unwrap_or_default())
        && !(parted && hit.means == Role::Installed)
    {
        return hit.means;
    }
    if present.change
        && let Some(role) = from_to(before, after).or_else(|| moved(before, after))
    {
        return role;
    }
    // What follows up to the next number or clause is this number's affair.
    let own = after.split([',', ';', '.', '。', '、', '，', '|', '\t']).next().unwrap_or_default();
    if present.failed && (FAILED.words(own).next().is_some() || codes(own).next().is_some()) {
        return Role::Target;
    }
    let said = if present.before { BEFORE.words(before).last() } else { None };
    let failed = if present.failed { FAILED.words(before).last() } else { None };
    match (said, failed) {
        (Some(said), Some(failed)) if failed.end > said.end => Role::Target,
        (Some(said), _) => said.means,
        (None, Some(_)) => Role::Target,
        (None, None) if present.failed && codes(before).next().is_some() => Role::Target,
        (None, None) if present.after => later(own),
        (None, None) => Role::Unsaid,
    }
}

/// How comparisons end.
const BOUNDS: [char; 7] = ['<', '>', '=', '≤', '≥', '＜', '＞'];

/// Whether a number is the bound of a comparison.
fn compared(before: &str) -> bool {
    let words = before.trim_end();
    if words.chars().nth(2).is_none() {
        return false;
    }
    let above = words.strip_suffix('>').is_some_and(|left| left.ends_with(' ') && !left.trim().is_empty());
    above || words.ends_with(['<', '≤', '≥', '＜', '＞']) || words.ends_with("<=") || words.ends_with(">=")
}

/// Whether a number follows, perhaps behind "version" or a colon.
fn leads_on(words: &str) -> bool {
    let words =
        words.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '"' | '(' | '：' | '`'));
    let words = words.strip_prefix("version").unwrap_or(words);
    words.trim_start_matches([' ', ':', 'v']).starts_with(|c: char| c.is_ascii_digit())
}

/// The role that a heading gives to its column, or a label to its row.
pub(super) fn of_heading(words: &str) -> Role {
    BEFORE.words(words).last().map_or(Role::Unsaid, |hit| hit.means)
}

/// A verb at the end of the clause, where German and Japanese put it. In
/// English such a word more likely speaks of something else ("… update
/// available"), so there only what is installed counts.
fn later(own: &str) -> Role {
    let behind = |start: usize| own.get(start..).is_some_and(|rest| !rest.is_ascii());
    let hit = AFTER.words(own).find(|hit| hit.means == Role::Installed || behind(hit.start));
    hit.map_or(Role::Unsaid, |hit| hit.means)
}

/// Where the last word of a text ends, if it is one of a lexicon.
fn last_word(lexicon: &'static Lexicon<()>, text: &str) -> Option<usize> {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '(' | '「'));
    let bare = ["version", "v", "build", "versión", "versione", "wersji", "版本"]
        .iter()
        .find_map(|word| strip_word(text, word))
        .unwrap_or(text);
    lexicon.words(bare).last().filter(|hit| hit.end == bare.len()).map(|hit| hit.start)
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let cut = text.len().checked_sub(word.len())?;
    let (rest, last) = (text.get(..cut)?, text.get(cut..)?);
    (last.eq_ignore_ascii_case(word) && !rest.ends_with(char::is_alphanumeric)).then(|| rest.trim_end())
}

/// "upgraded Entra Connect A to B": the same without a word that leads to A.
fn moved(before: &str, after: &str) -> Option<Role> {
    if let Some(to) = TO.word_at(after, 0)
        && leads_on(after.get(to.end..)?)
    {
        return Some(if change(before)? { Role::Previous } else { Role::Installed });
    }
    let first = before.get(..last_word(&TO, before)?)?.trim_end();
    let left = first.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = left.len() < first.len();
    Some(if change(left).filter(|_| number)? { Role::Installed } else { Role::Target })
}

/// Whether the change that words end in was made; Connect's name may follow.
fn change(words: &str) -> Option<bool> {
    let hit = |lexicon: &'static Lexicon<()>| lexicon.words(words).last();
    let done = hit(&DONE);
    let last = [done, hit(&MOVING)].into_iter().flatten().max_by_key(|hit| hit.end)?;
    let behind = words.get(last.end..)?.trim();
    let bare = strip_word(behind, "version").unwrap_or(behind);
    let named = |names: &[Mention]| matches!(names, [name] if name.start == 0 && name.end == bare.len() && name.name.of_connect());
    (bare.is_empty() || named(&names::mentions(bare))).then_some(done.is_some_and(|done| done.start == last.start))
}

/// "from A to B": what was done made B the installed one, what is to be done
/// leaves A installed.
fn from_to(before: &str, after: &str) -> Option<Role> {
    let done = || DONE.words(before).next().is_some() || DONE.words(after).next().is_some();
    let goes_on = TO.word_at(after, 0).is_some();
    if goes_on && (last_word(&FROM, before).is_some() || after.starts_with("から")) {
        return Some(if done() { Role::Previous } else { Role::Installed });
    }
    let from = FROM.words(before).last();
    let number = |words: Option<&str>| words.is_some_and(|words| words.contains(|c: char| c.is_ascii_digit()));
    if let Some(to) = last_word(&TO, before)
        && from.is_some_and(|from| number(before.get(from.end..to)))
    {
        return Some(if done() { Role::Installed } else { Role::Target });
    }
    // "upgrading from 2.4": what is left is what is there.
    let from = from?;
    let between = before.get(from.end..).unwrap_or_default();
    let moving = MOVING.words(before).next().is_some();
    (moving && between.split_whitespace().count() <= 1 && !number(Some(between)) && !done()).then_some(Role::Installed)
}

/// Where the clause that leads to a number begins: after the last end of a
/// sentence or a semicolon, or at the line's start.
fn clause(before: &str) -> &str {
    let cut = before
        .char_indices()
        .rev()
        .find(|(at, c)| {
            matches!(c, ';' | '!' | '?' | '。' | '；' | '\t' | '|')
                || (*c == '.' && before.get(at.saturating_add(1)..).is_some_and(|rest| rest.starts_with(' ')))
        })
        .map_or(0, |(at, c)| at.saturating_add(c.len_utf8()));
    before.get(cut..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(before: &str, after: &str) -> Role {
        super::role(before, after, Present::ALL)
    }

    #[test]
    fn the_nearest_words_decide() {
        for (before, after, expected) in [
            ("Current version: ", "", Role::Current),
            ("upgraded from ", " to 2.6", Role::Previous),
            ("upgraded from 2.3.20.0 to ", "", Role::Installed),
            ("please upgrade from 2.3.20.0 to ", "", Role::Target),
            ("please upgrade from ", " to 2.6.92.0", Role::Installed),
            ("was upgraded to ", "", Role::Installed),
            ("is installed, needs to be upgraded to version ", "", Role::Target),
            ("Upgrade to version ", " or later", Role::Target),
            ("we're on ", ", must be on 2.5.79", Role::Installed),
            ("Aktuelle Version: ", "", Role::Current),
            ("Version ", "", Role::Unsaid),
            ("wasp ", "", Role::Unsaid),
            ("Wurde von 2.4.27.0 auf ", " aktualisiert", Role::Installed),
            ("failed, server still on ", "", Role::Installed),
            ("the old version ", " is what we run", Role::Installed),
            ("old version ", " remains", Role::Installed),
            ("error 1603 while installing ", "", Role::Target),
            ("", " failed with 1603", Role::Target),
            ("", " was removed, now 2.4.27.0", Role::Previous),
            ("they want ", "", Role::Target),
            ("We upgraded Entra Connect ", " to 2.6.92.0 yesterday", Role::Previous),
            ("We upgraded Entra Connect 2.4.131.0 to ", " yesterday", Role::Installed),
            ("please upgrade Entra Connect ", " to 2.6.92.0", Role::Installed),
            ("please upgrade Entra Connect 2.4.131.0 to ", "", Role::Target),
            ("We upgraded, since 2.4.131.0 to ", " had a hole", Role::Target),
        ] {
            assert_eq!(role(before, after), expected, "{before}…{after}");
        }
    }

    #[test]
    fn every_language_has_its_words() {
        for (before, after, expected) in [
            ("Erforderlich ist mindestens ", "", Role::Target),
            ("Auf dem Server ist ", " installiert", Role::Installed),
            ("version minimale requise : ", "", Role::Target),
            ("nous sommes encore en ", "", Role::Installed),
            ("versión instalada: ", "", Role::Installed),
            ("actualice a la versión ", " o posterior", Role::Target),
            ("de la ", " a la 2.6.84.0 (se actualizó ayer, actualizado)", Role::Previous),
            ("versione attuale ", "", Role::Current),
            ("aggiornare alla ", "", Role::Target),
            ("atualizado de 2.3.20.0 para ", "", Role::Installed),
            ("huidige versie: ", "", Role::Current),
            ("vereist: ", " of hoger", Role::Target),
            ("zainstalowana wersja: ", "", Role::Installed),
            ("wymagana jest wersja ", "", Role::Target),
            ("", " がインストールされています", Role::Installed),
            ("", " 以降が必要です", Role::Target),
            ("", " から 2.6.84.0 にアップグレードしました", Role::Previous),
            ("2.3.20.0 から ", " にアップグレードしました", Role::Installed),
            ("当前版本：", "", Role::Installed),
            ("需要升级到 ", " 或更高版本", Role::Target),
            ("已从 2.3.20.0 升级到 ", "", Role::Installed),
        ] {
            assert_eq!(role(before, after), expected, "{before}…{after}");
        }
    }

    #[test]
    fn words_after_win() {
        assert_eq!(role("current ", " or later"), Role::Target);
        assert_eq!(role("", "）以降"), Role::Target);
        assert_eq!(role("", " 以降が必要"), Role::Target);
        assert_eq!(role("Connect ", " update available"), Role::Unsaid);
    }

    #[test]
    fn a_clause_begins_after_a_sentence() {
        assert_eq!(clause("We run it. Upgrade to "), " Upgrade to ");
        assert_eq!(clause("2.5.79.0 is old; take "), " take ");
    }

    #[test]
    fn all_lists_can_be_found() {
        for fault in [BEFORE.fault(), AFTER.fault(), FAILED.fault(), DONE.fault(), FROM.fault(), TO.fault()] {
            assert_eq!(fault, None);
        }
    }
}
