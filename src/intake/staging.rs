//! Whether a server is said to be a staging server.

use super::lexicon::lexicon;
use super::line_facts;
use super::tables;

lexicon! {
    /// Words for staging mode.
    STAGING: () = [
        ((), "staging|stagingmode|stagingmodus|stagingserver|stagingmodeenabled|staging-modus|stage|\
         préproduction|pré-production|mode intermédiaire|modo provisional|\
         modo de almacenamiento provisional|modo de preparação|modo de teste|modo de preparo|\
         modalità di staging|gestione temporanea|faseringsmodus|tryb przejściowy|tryb przejściowym|\
         ステージング|暂存|暫存|預備"),
    ]
}

lexicon! {
    /// Values that confirm, and values that deny.
    VALUES: bool = [
        (true, "true|enabled|yes|on|active|ja|aktiviert|oui|sí|sì|sim|tak|aktiv|activé|有効|はい|是|\
         启用"),
        (false, "false|disabled|no|off|nein|deaktiviert|non|não|nie|nee|inactive|désactivé|無効|いいえ|\
         否|禁用|0"),
        (true, "1"),
    ]
}

/// Whether a word is one for staging mode.
pub(super) fn speaks_of_staging(words: &str) -> bool {
    STAGING.words(words).next().is_some()
}

/// Whether a field or row tells the staging mode, or may.
pub(super) fn is_label(label: &str) -> bool {
    let role = ["role", "mode", "rolle", "rôle", "rol", "ruolo", "modus", "state", "status", "type"];
    speaks_of_staging(label) || role.iter().any(|known| label.trim().eq_ignore_ascii_case(known))
}

/// What a cell or a field says.
pub(super) fn of_value(value: &str) -> Option<bool> {
    let value = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | ','));
    VALUES.whole(value).or_else(|| speaks_of_staging(value).then_some(true))
}

/// What a field of an object says on staging mode.
pub(super) fn of_field(line: &str) -> Option<bool> {
    let (label, value) = match line_facts::label(line) {
        Some(label) => (label, line.split_once([':', '=', '：'])?.1),
        None => {
            let row = tables::row(line).filter(|row| row.cells.len() == 2)?;
            (row.text(line, 0), row.text(line, 1))
        }
    };
    if speaks_of_staging(label) {
        return of_value(value);
    }
    // "Role: staging"
    (is_label(label) && speaks_of_staging(value)).then_some(true)
}

/// Whether words say that their server is staging.
pub(super) fn of_words(words: &str) -> Option<bool> {
    let hit = STAGING.words(words).last()?;
    let (before, after) = (words.get(..hit.start)?, words.get(hit.end..)?);
    let denied = ["not", "no", "nicht", "kein", "non", "niet", "nie", "not in", "not a", "non-"];
    if denied.iter().any(|word| before.trim_end().to_ascii_lowercase().ends_with(word)) {
        return Some(false);
    }
    let value = after.trim_start_matches(|c: char| c.is_whitespace() || c == '"').strip_prefix([':', '=', '：']);
    let said = value.or_else(|| after.trim_start().strip_prefix("mode")).unwrap_or(after);
    let word = said.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '"' | '-'));
    let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    match of_value(word) {
        Some(meant) => Some(meant),
        // "Staging: SYNC02" and "staging server" confirm; "StagingMode :" with
        // something else says nothing.
        None => Some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_words_say_it() {
        assert_eq!(of_field("StagingModeEnabled : False"), Some(false));
        assert_eq!(of_field("Staging mode: Enabled"), Some(true));
        assert_eq!(of_field("Version: 2"), None);
        assert_eq!(of_field("Role: staging"), Some(true));
        assert_eq!(of_field("Role: active"), None);
        assert_eq!(of_field("Comment: staging server comes next week"), None, "no label of a role");
        assert_eq!(of_field("Microsoft.Synchronize.StagingMode      False"), Some(false));
        assert_eq!(of_words("SYNC02 (staging) on "), Some(true));
        assert_eq!(of_words("not in staging"), Some(false));
        assert_eq!(of_words("Staging mode: disabled"), Some(false));
        assert_eq!(of_words("サーバー SYNC02（ステージング）"), Some(true));
        assert_eq!(of_words("production"), None);
        assert_eq!(of_value("Yes"), Some(true));
    }
}
