//! Whether the words around a number make it the installed one, one to move
//! to, or an earlier one.

/// What the words say of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is installed.
    Installed,
    /// It is required, available or the goal.
    Target,
    /// It was installed before.
    Previous,
    /// The words say nothing.
    Unsaid,
}

/// Words before a number. The one nearest to it decides; of two that end in
/// the same place, the longer.
const BEFORE: [(&str, Role); 132] = [
    ("currently", Role::Installed),
    ("current", Role::Installed),
    ("installed", Role::Installed),
    ("running", Role::Installed),
    ("your version", Role::Installed),
    ("we are on", Role::Installed),
    ("we're on", Role::Installed),
    ("we run", Role::Installed),
    ("is on", Role::Installed),
    ("are on", Role::Installed),
    ("now on", Role::Installed),
    ("now", Role::Installed),
    ("still on", Role::Installed),
    ("still", Role::Installed),
    ("we have", Role::Installed),
    ("i have", Role::Installed),
    ("has", Role::Installed),
    ("found", Role::Installed),
    ("reports", Role::Installed),
    ("rolled back to", Role::Installed),
    ("restored", Role::Installed),
    ("remains", Role::Installed),
    ("upgraded to", Role::Installed),
    ("updated to", Role::Installed),
    ("aktuell", Role::Installed),
    ("installiert", Role::Installed),
    ("aktualisiert auf", Role::Installed),
    ("actuelle", Role::Installed),
    ("installée", Role::Installed),
    ("instalada", Role::Installed),
    ("installata", Role::Installed),
    ("geïnstalleerd", Role::Installed),
    ("zainstalowana", Role::Installed),
    ("versão atual", Role::Installed),
    ("versión actual", Role::Installed),
    ("現在", Role::Installed),
    ("当前", Role::Installed),
    ("目前", Role::Installed),
    ("to be upgraded to", Role::Target),
    ("be upgraded to", Role::Target),
    ("to be updated to", Role::Target),
    ("be updated to", Role::Target),
    ("upgrade to", Role::Target),
    ("upgrading to", Role::Target),
    ("update to", Role::Target),
    ("upgrade auf", Role::Target),
    ("aktualisieren sie auf", Role::Target),
    ("aktualisieren auf", Role::Target),
    ("update auf", Role::Target),
    ("mise à niveau vers", Role::Target),
    ("mettre à niveau vers", Role::Target),
    ("actualice a", Role::Target),
    ("actualizar a", Role::Target),
    ("aggiornare a", Role::Target),
    ("migrate to", Role::Target),
    ("move to", Role::Target),
    ("go to", Role::Target),
    ("minimum", Role::Target),
    ("minimale", Role::Target),
    ("mínima", Role::Target),
    ("minima", Role::Target),
    ("mindestversion", Role::Target),
    ("mindestens", Role::Target),
    ("at least", Role::Target),
    ("need", Role::Target),
    ("they want", Role::Target),
    ("require", Role::Target),
    ("required", Role::Target),
    ("requires", Role::Target),
    ("requirement", Role::Target),
    ("erforderlich", Role::Target),
    ("benötigt", Role::Target),
    ("requise", Role::Target),
    ("requerida", Role::Target),
    ("richiesta", Role::Target),
    ("vereist", Role::Target),
    ("wymagana", Role::Target),
    ("必要", Role::Target),
    ("需要", Role::Target),
    ("最低", Role::Target),
    ("must be on", Role::Target),
    ("must be", Role::Target),
    ("below", Role::Target),
    ("older than", Role::Target),
    ("earlier than", Role::Target),
    ("prior to", Role::Target),
    ("lower than", Role::Target),
    ("less than", Role::Target),
    ("before", Role::Target),
    ("until", Role::Target),
    ("latest", Role::Target),
    ("newest", Role::Target),
    ("neueste", Role::Target),
    ("neuste", Role::Target),
    ("dernière", Role::Target),
    ("última", Role::Target),
    ("ultima", Role::Target),
    ("最新", Role::Target),
    ("available", Role::Target),
    ("verfügbar", Role::Target),
    ("disponible", Role::Target),
    ("target", Role::Target),
    ("recommended", Role::Target),
    ("recommends", Role::Target),
    ("fixed in", Role::Target),
    ("fixed version", Role::Target),
    ("fixed", Role::Target),
    ("max", Role::Target),
    ("min", Role::Target),
    ("new version", Role::Target),
    ("should i install", Role::Target),
    ("downloaded", Role::Target),
    ("download", Role::Target),
    ("don't have", Role::Target),
    ("not have", Role::Target),
    ("install", Role::Target),
    ("msiexec", Role::Target),
    ("previously", Role::Previous),
    ("previous", Role::Previous),
    ("from", Role::Previous),
    ("old version", Role::Previous),
    ("oldversion", Role::Previous),
    ("old", Role::Previous),
    ("was", Role::Previous),
    ("were on", Role::Previous),
    ("former", Role::Previous),
    ("formerly", Role::Previous),
    ("vorher", Role::Previous),
    ("zuvor", Role::Previous),
    ("uninstalled", Role::Previous),
    ("removed", Role::Previous),
    ("backup", Role::Previous),
];

/// Words right after a number.
const AFTER: [(&str, Role); 37] = [
    ("or later", Role::Target),
    ("or newer", Role::Target),
    ("or higher", Role::Target),
    ("or above", Role::Target),
    ("or greater", Role::Target),
    ("and later", Role::Target),
    ("and newer", Role::Target),
    ("oder höher", Role::Target),
    ("oder neuer", Role::Target),
    ("ou ultérieure", Role::Target),
    ("o posterior", Role::Target),
    ("o superior", Role::Target),
    ("o successiva", Role::Target),
    ("of hoger", Role::Target),
    ("lub nowsz", Role::Target),
    ("以降", Role::Target),
    ("以上", Role::Target),
    ("或更高", Role::Target),
    ("is required", Role::Target),
    ("is the minimum", Role::Target),
    ("is available", Role::Target),
    ("available", Role::Target),
    ("is the latest", Role::Target),
    ("is out", Role::Target),
    ("came out", Role::Target),
    ("verfügbar", Role::Target),
    ("disponible", Role::Target),
    ("failed", Role::Target),
    ("fehlgeschlagen", Role::Target),
    ("was removed", Role::Previous),
    ("removed", Role::Previous),
    ("was uninstalled", Role::Previous),
    ("is installed", Role::Installed),
    ("is running", Role::Installed),
    ("is what we run", Role::Installed),
    ("remains", Role::Installed),
    ("still", Role::Installed),
];

/// Words that say that a number was not installed after all.
const FAILED: [(&str, Role); 8] = [
    ("1603", Role::Target),
    ("1602", Role::Target),
    ("failed", Role::Target),
    ("failure", Role::Target),
    ("fehlgeschlagen", Role::Target),
    ("fehler bei", Role::Target),
    ("nicht installiert", Role::Target),
    ("échec", Role::Target),
];

/// The role by the words before (back to the clause's beginning) and after.
pub(super) fn role(before: &str, after: &str) -> Role {
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\'' | ','));
    let after = after.to_ascii_lowercase();
    if let Some((_, role)) = AFTER.iter().find(|(words, _)| after.starts_with(words)) {
        return *role;
    }
    let before = before.to_ascii_lowercase();
    if let Some(role) = from_to(&before, &after) {
        return role;
    }
    // What follows up to the next number or clause is this number's affair.
    let own = after.split([',', ';', '.']).next().unwrap_or_default();
    if FAILED.iter().any(|(words, _)| own.contains(words)) {
        return Role::Target;
    }
    BEFORE
        .iter()
        .chain(&FAILED)
        .filter_map(|(words, role)| {
            let at = before.rmatch_indices(words).find(|(at, _)| whole(&before, *at, words.len()))?.0;
            Some((at.saturating_add(words.len()), words.len(), *role))
        })
        .max_by_key(|(end, length, _)| (*end, *length))
        .map_or(Role::Unsaid, |(_, _, role)| role)
}

/// "from A to B": what was done made B the installed one, what is to be done
/// leaves A installed.
fn from_to(before: &str, after: &str) -> Option<Role> {
    const DONE: [&str; 9] =
        ["upgraded", "updated", "moved", "migrated", "went", "aktualisiert", "mis à niveau", "effectuée", "aggiornato"];
    const FROM: [&str; 5] = [" from ", " von ", " de ", " desde ", " da "];
    const TO: [&str; 6] = [" to", " auf", " vers", " à", " a", " naar"];
    let padded = format!(" {} ", before.trim());
    let ahead = after.trim_start();
    let goes_on = TO.iter().any(|word| ahead.strip_prefix(word.trim_start()).is_some_and(|rest| rest.starts_with(' ')));
    if goes_on && FROM.iter().any(|word| padded.ends_with(word)) {
        let done = DONE.iter().any(|word| padded.contains(word) || after.contains(word));
        return Some(if done { Role::Previous } else { Role::Installed });
    }
    // German and French put the verb behind the numbers.
    let done = DONE.iter().any(|word| padded.contains(word) || after.contains(word));
    let from = FROM.iter().filter_map(|word| padded.rfind(word)).max()?;
    let between = padded.get(from..)?.trim_end().trim_end_matches("version").trim_end();
    if TO.iter().any(|word| between.ends_with(word)) && between.contains(|c: char| c.is_ascii_digit()) {
        return Some(if done { Role::Installed } else { Role::Target });
    }
    let moving = ["upgrade ", "upgrading ", "update ", "updating "].iter().any(|word| padded.contains(word));
    (moving && !done && between.split_whitespace().count() <= 2).then_some(Role::Installed)
}

/// Whether the words stand apart from letters of the same script on the left,
/// and on the right where they are not the beginning of a longer form.
fn whole(text: &str, at: usize, length: usize) -> bool {
    let left = text.get(..at).and_then(|left| left.chars().next_back());
    let right = text.get(at.saturating_add(length)..).and_then(|right| right.chars().next());
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && (c as u32) < 0x3000);
    let inflected = |c: Option<char>| c.is_some_and(|c| matches!(c, 'e' | 's' | 'd' | 'a' | 'o'));
    !letter(left) && (!letter(right) || inflected(right))
}

/// Where the clause that leads to a number begins: after the last end of a
/// sentence or a semicolon, or at the line's start.
pub(super) fn clause(before: &str) -> &str {
    let cut = before
        .char_indices()
        .rev()
        .find(|(at, c)| {
            matches!(c, ';' | '!' | '?' | '。' | '\t' | '|')
                || (*c == '.' && before.get(at.saturating_add(1)..).is_some_and(|rest| rest.starts_with(' ')))
        })
        .map_or(0, |(at, c)| at.saturating_add(c.len_utf8()));
    before.get(cut..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_words_decide() {
        assert_eq!(role("Current version: ", ""), Role::Installed);
        assert_eq!(role("upgraded from ", " to 2.6"), Role::Previous);
        assert_eq!(role("upgraded from 2.3.20.0 to ", ""), Role::Installed);
        assert_eq!(role("please upgrade from 2.3.20.0 to ", ""), Role::Target);
        assert_eq!(role("please upgrade from ", " to 2.6.92.0"), Role::Installed);
        assert_eq!(role("was upgraded to ", ""), Role::Installed);
        assert_eq!(role("is installed, needs to be upgraded to version ", ""), Role::Target);
        assert_eq!(role("Upgrade to version ", " or later"), Role::Target);
        assert_eq!(role("we're on ", ", must be on 2.5.79"), Role::Installed);
        assert_eq!(role("Aktuelle Version: ", ""), Role::Installed);
        assert_eq!(role("Version ", ""), Role::Unsaid);
        assert_eq!(role("wasp ", ""), Role::Unsaid);
        assert_eq!(role("Wurde von 2.4.27.0 auf ", " aktualisiert"), Role::Installed);
        assert_eq!(role("failed, server still on ", ""), Role::Installed);
        assert_eq!(role("the old version ", " is what we run"), Role::Installed);
        assert_eq!(role("old version ", " remains"), Role::Installed);
        assert_eq!(role("error 1603 while installing ", ""), Role::Target);
        assert_eq!(role("", " failed with 1603"), Role::Target);
        assert_eq!(role("", " was removed, now 2.4.27.0"), Role::Previous);
        assert_eq!(role("they want ", ""), Role::Target);
    }

    #[test]
    fn words_after_win() {
        assert_eq!(role("current ", " or later"), Role::Target);
        assert_eq!(role("", "）以降"), Role::Unsaid);
        assert_eq!(role("", " 以降が必要"), Role::Target);
    }

    #[test]
    fn a_clause_begins_after_a_sentence() {
        assert_eq!(clause("We run it. Upgrade to "), " Upgrade to ");
        assert_eq!(clause("2.5.79.0 is old; take "), " take ");
    }
}
