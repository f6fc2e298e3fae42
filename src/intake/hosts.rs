//! Names of servers where no label says so: `SYNC01`, `aadc-prd-2`,
//! `sync01.contoso.com`.

use super::lexicon::lexicon;

lexicon! {
    /// Words before a digit that make no server's name: programs, systems,
    /// tickets, formats.
    NO_HOST: () = [
        ((), "win|windows|ws|w|server|srv|sql|mssql|exchange|office|o|m|build|version|ver|v|rev|release|rel|kb|\
         cve|x|sha|md|utf|iso|tls|ssl|net|ps|powershell|q|h|kw|cw|inc|chg|ritm|req|sctask|prb|task|case|\
         sr|ticket|event|id|aadsts|error|step|page|phase|level|tier|ipv|http|ecma|covid|aes|rc|ex|mfa|az|\
         sc|ms|option|chapter|slot|wave|ou|vc|driver|localdb|dotnet|framework|sp|cu|ring|stage|entra|\
         connect|component"),
    ]
}

/// Whether a word may be a server's name: letters first, and a digit or a
/// hyphen somewhere.
pub(super) fn is_host(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic())
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && word.contains(|c: char| c.is_ascii_digit() || c == '-')
}

/// Whether a word with a digit is something else than a server's name.
pub(super) fn no_host(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | '#'));
    NO_HOST.whole(letters).is_some()
}

/// Whether a word in the middle of a sentence is a server's name: a digit at
/// the end of its first label, or capitals with a hyphen.
pub(super) fn clear_host(word: &str) -> bool {
    let first = word.split('.').next().unwrap_or_default();
    let digits = first.ends_with(|c: char| c.is_ascii_digit())
        && first.chars().filter(char::is_ascii_alphabetic).count() >= 2
        && first.len() <= 15;
    let capitals = first.contains('-')
        && first.len() >= 5
        && first.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-')
        && first.chars().filter(char::is_ascii_uppercase).count() >= 4;
    // "OLDSYNC" speaks for itself.
    let telling = first.len() >= 6 && first.contains("SYNC") && first.chars().all(|c| c.is_ascii_uppercase());
    word.is_ascii()
        && (is_host(word) && (digits || capitals) || telling)
        && !no_host(word)
        && !no_host(first)
        && word.split('.').skip(1).all(|label| label.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// A host name at the beginning of a text.
pub(super) fn host(text: &str) -> Option<&str> {
    /// The longest name that the domain name system takes.
    const LONGEST: usize = 253;
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(text.len());
    let name = text.get(..end)?.trim_end_matches(['.', '-']);
    (name.len() <= LONGEST && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// A text that is a server's name and nothing else, but for a remark in
/// brackets.
pub(super) fn only_host(words: &str) -> Option<&str> {
    let words =
        words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | ':' | '#' | '*' | '=' | '-' | '[' | ']'));
    let name = host(words)?;
    let rest = words.get(name.len()..)?.trim_start();
    (clear_host(name) && (rest.is_empty() || rest.starts_with('('))).then_some(name)
}

/// The words of a sentence.
fn words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let part = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\\' | '/' | '@' | '$'));
    let base = text.as_ptr() as usize;
    text.split(part).filter_map(move |word| {
        let word = word.trim_matches(['.', '-']);
        // A path, an address of mail or a version is no name.
        let plain = !word.contains(['\\', '/', '@', '$']);
        (plain && !word.is_empty()).then(|| ((word.as_ptr() as usize).saturating_sub(base), word))
    })
}

/// The last server's name in a text.
pub(super) fn last_in(text: &str) -> Option<&str> {
    words(text).rev().find(|(_, word)| clear_host(word)).map(|(_, word)| word)
}

/// A server's name right behind a number ("on SYNC01", "(SYNC01)"), and where
/// it ends.
pub(super) fn right_behind(after: &str) -> Option<(&str, usize)> {
    let near = after.split(['.', ';', '!', '?', '\n']).next()?;
    // A full name has dots: only its first label has to be near.
    let (at, word) = words(near).take(4).find(|(_, word)| clear_host(word))?;
    let gap = after.get(..at)?;
    let whole = host(after.get(at..)?).filter(|name| clear_host(name)).unwrap_or(word);
    let end = at.saturating_add(whole.len());
    (!gap.contains(',')).then_some((whole, end))
}

/// The server of a path like `\\SYNC01\c$\Program Files`.
pub(super) fn of_path(line: &str) -> Option<&str> {
    let (_, path) = line.split_once(r"\\")?;
    let name = host(path.trim_start_matches('\\'))?;
    let rest = path.trim_start_matches('\\').get(name.len()..)?;
    (rest.starts_with('\\') && is_host(name)).then_some(name)
}

/// The server of a heading like `ok: [SYNC01] => {` or `SYNC01 | SUCCESS =>`.
pub(super) fn of_play(line: &str) -> Option<&str> {
    let before = line.split_once("=>")?.0.trim_end();
    let name = match before.strip_suffix(']').and_then(|left| left.rsplit_once('[')) {
        Some((_, name)) => name,
        None => before.split_once(" | ")?.0,
    };
    host(name.trim()).filter(|found| found.len() == name.trim().len())
}

/// The server that a prompt or its command is about: `[SYNC01]: PS C:\>`,
/// `Enter-PSSession SYNC01`, `Invoke-Command -ComputerName SYNC01`.
pub(super) fn of_prompt<'a>(line: &'a str, command: &'a str) -> Option<&'a str> {
    if let Some(name) = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]: PS")) {
        return host(name.0);
    }
    let lower = command.to_ascii_lowercase();
    let behind = |word: &str| {
        let at = lower.find(word)?.saturating_add(word.len());
        command.get(at..)?.trim_start().strip_prefix(['"', '\'']).or_else(|| Some(command.get(at..)?.trim_start()))
    };
    let value = behind("-computername ").or_else(|| behind("-cn ")).or_else(|| behind("enter-pssession "))?;
    // Several names at once are told apart by their output.
    let name = host(value)?;
    let one = !value.get(name.len()..)?.trim_start_matches(['"', '\'']).trim_start().starts_with(',');
    (one && !name.starts_with('-')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_sentences_are_told_from_other_words() {
        for name in ["SYNC01", "aadc-prd-2", "sync01.contoso.com", "DC-SYNC", "srv2aad1"] {
            assert_eq!(last_in(&format!("our server {name} is on ")), Some(name), "{name}");
        }
        for text in [
            "KB5070773",
            "Windows2019",
            "on-prem",
            "re-install",
            "x64",
            "TLS1",
            "INC0012345",
            "user@host1.com",
            "CVE-2026-65673",
        ] {
            assert_eq!(last_in(text), None, "{text}");
        }
    }

    #[test]
    fn names_behind_numbers_stand_near() {
        assert_eq!(right_behind(" on SYNC01 and"), Some(("SYNC01", 10)));
        assert_eq!(right_behind(" (sync01.contoso.com)"), Some(("sync01.contoso.com", 20)));
        assert_eq!(right_behind(", SYNC02 on"), None);
    }

    #[test]
    fn prompts_and_paths_name_servers() {
        assert_eq!(of_prompt(r"[SYNC01]: PS C:\> x", " x"), Some("SYNC01"));
        assert_eq!(of_prompt("", "Invoke-Command -ComputerName SYNC01 { x }"), Some("SYNC01"));
        assert_eq!(of_prompt("", "Invoke-Command -ComputerName SYNC01, SYNC02 { x }"), None);
        assert_eq!(of_play("ok: [rix-sync-a] => {"), Some("rix-sync-a"));
        assert_eq!(of_play("SYNC01 | SUCCESS => {"), Some("SYNC01"));
        assert_eq!(of_path(r"\\SYNC01\c$\Program Files"), Some("SYNC01"));
    }
}
