//! Names that tell whose number stands beside them.
//!
//! A line is read once and yields its [`Mention`]s. The stem "… Connect" alone
//! means the product; what follows it makes it the synchronization service,
//! an agent, or a Health agent. Names of other software take numbers away.

use super::lexicon;
use super::name_list::{AFTER_STEM, PHRASES, STEMS};
use super::reading::What;
use crate::table::Product;

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// The synchronization service, whose number decides.
    Engine,
    /// The wizard.
    Wizard,
    /// What the configuration was last written with.
    Configuration,
    /// What the server last reported to the cloud.
    Cloud,
    /// Connect, and nothing closer.
    Connect,
    /// A Connect name that the output cut off after "Connect".
    ConnectCut,
    /// "Azure AD Sync": the old product below 1.1, the engine's folder above.
    AadSync,
    /// DirSync.
    Dirsync,
    /// A neighbour of Connect.
    Sibling(Product),
    /// An agent, not said which.
    Agent,
    /// Cloud Sync as a topic, perhaps the agent's name.
    CloudSync,
    /// Other software.
    Foreign(What),
}

impl Name {
    /// Whether it stands for Connect, a part of it or a predecessor.
    pub fn of_connect(self) -> bool {
        match self {
            Self::Engine
            | Self::Wizard
            | Self::Configuration
            | Self::Cloud
            | Self::Connect
            | Self::ConnectCut
            | Self::AadSync
            | Self::Dirsync => true,
            Self::Sibling(_) | Self::Agent | Self::CloudSync | Self::Foreign(_) => false,
        }
    }
}

/// A name in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Whose.
    pub name: Name,
    /// First byte in the line.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// All names in a line, in order; a longer name hides what it holds.
pub(super) fn mentions(line: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut from = 0;
    while let Some(start) = lexicon::next_start(line, from, true) {
        from = start.saturating_add(1);
        if let Some((name, end)) = name_at(line, start) {
            from = end.max(from);
            // The ending of a file whose name is known adds nothing.
            match found.last_mut().filter(|last| last.end == start && line.get(start..).is_some_and(is_ending)) {
                Some(last) => last.end = end,
                None => found.push(Mention { name, start, end }),
            }
        }
    }
    found
}

fn is_ending(rest: &str) -> bool {
    rest.starts_with('.')
}

/// The name that stands at a byte, and where it ends.
fn name_at(line: &str, start: usize) -> Option<(Name, usize)> {
    if let Some((_, (), end)) = STEMS.at(line, start) {
        let (name, after) = connect(line, end);
        // A connector is no Connect.
        let other_word = after == end && rest(line, end).starts_with(|c: char| c.is_ascii_lowercase());
        return (!other_word).then_some((name, after));
    }
    // A short word counts only whole: "dns" is none in "dnsapi".
    let whole = |phrase: &str, end: usize| {
        let letter = line.get(end..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_ascii_alphabetic());
        phrase.len() > 6 || !letter || !phrase.ends_with(char::is_alphabetic)
    };
    let (phrase, name, end) = PHRASES.find(line, start, &whole)?;
    if name == Name::Sibling(Product::HealthAgent) {
        return Some((Name::Sibling(which_health(line.get(end..)?)), end));
    }
    // "Windows" in a path is a folder, not a version's owner.
    let bare_path = phrase == "windows" && line.get(..start)?.ends_with('\\');
    (!bare_path).then_some((name, end))
}

/// What a stem means by what follows it.
fn connect(line: &str, end: usize) -> (Name, usize) {
    let sync = lexicon::end_of(line, end, " sync").filter(|end| !rest(line, *end).starts_with(['h', 'H', 'r', 'R']));
    let end = sync.unwrap_or(end);
    let health = lexicon::end_of(line, end, " health").or_else(|| lexicon::end_of(line, end, "health"));
    if let Some(end) = health {
        return (Name::Sibling(which_health(rest(line, end))), end);
    }
    match AFTER_STEM.at(line, end).or_else(|| cut_off(line, end)) {
        Some((_, name, end)) => (name, end),
        None => (Name::Connect, end),
    }
}

/// A word behind the stem that the output cut off, as in "Connect Healt…".
fn cut_off(line: &str, from: usize) -> Option<(&'static str, Name, usize)> {
    const WHOLE: [(&str, Name); 5] = [
        ("synchronization services", Name::Engine),
        ("agent updater", Name::Sibling(Product::AgentUpdater)),
        ("health agent", Name::Sibling(Product::HealthAgent)),
        ("provisioning agent", Name::Sibling(Product::ProvisioningAgent)),
        ("authentication agent", Name::Sibling(Product::PtaAgent)),
    ];
    let words = rest(line, from).strip_prefix(' ')?;
    let length = words.find("...").into_iter().chain(words.find('…')).min()?;
    let cut = words.get(..length)?.trim_end().to_ascii_lowercase();
    let (whole, name) = WHOLE.into_iter().find(|(whole, _)| whole.starts_with(&cut))?;
    (!cut.is_empty()).then_some((whole, name, from.saturating_add(1).saturating_add(length)))
}

fn rest(line: &str, from: usize) -> &str {
    line.get(from..).unwrap_or_default()
}

/// Which Health agent, by the words after "Health".
fn which_health(after: &str) -> Product {
    let words: String = after
        .chars()
        .take(48)
        .take_while(|c| !matches!(c, '\t' | ',' | ';' | '|' | '"' | ':' | '=') && !c.is_ascii_digit())
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if words.contains("sync") {
        Product::HealthSync
    } else if words.contains("adds") || words.contains("addomain") {
        Product::HealthAdds
    } else if words.contains("adfs") || words.contains("adfederation") {
        Product::HealthAdfs
    } else {
        Product::HealthAgent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Vec<Name> {
        mentions(line).into_iter().map(|mention| mention.name).collect()
    }

    #[test]
    fn what_follows_the_stem_decides() {
        assert_eq!(names("Microsoft Entra Connect Sync 2.6.92.0"), [Name::Connect]);
        assert_eq!(names("Microsoft Azure AD Connect"), [Name::Connect]);
        assert_eq!(names("Microsoft® Azure® AD Connect synchronization services"), [Name::Engine]);
        assert_eq!(names("Microsoft Entra Connect synch… 2.6.92.0"), [Name::Engine]);
        assert_eq!(names("Microsoft Azure AD Connect ..."), [Name::ConnectCut]);
        assert_eq!(names("Microsoft Azure AD Connect Agent Updater"), [Name::Sibling(Product::AgentUpdater)]);
        assert_eq!(names("Microsoft Azure AD Connect Health agent for sync"), [Name::Sibling(Product::HealthSync)]);
        assert_eq!(names("Microsoft Entra Connect Health Agent"), [Name::Sibling(Product::HealthAgent)]);
        assert_eq!(names("Azure AD Connect Health agent for AD FS"), [Name::Sibling(Product::HealthAdfs)]);
    }

    #[test]
    fn paths_and_labels_are_names_too() {
        assert_eq!(names(r"C:\Program Files\Microsoft Azure AD Sync\Bin\miiserver.exe"), [Name::Engine, Name::Engine]);
        assert_eq!(
            names(r"C:\Program Files\Microsoft Azure Active Directory Connect\AzureADConnect.exe"),
            [Name::Connect, Name::Wizard]
        );
        assert_eq!(names("Microsoft.Synchronize.ServerConfigurationVersion"), [Name::Configuration]);
        assert_eq!(names("DirSyncClientVersion : 1.4.38.0"), [Name::Cloud]);
        assert_eq!(names("DirSync"), [Name::Dirsync]);
        assert_eq!(names(r"C:\Windows\Microsoft.NET\Framework64\v4.0.30319"), [Name::Foreign(What::Dotnet); 2]);
    }

    #[test]
    fn mentions_point_into_the_line() {
        let line = "…  Microsoft® Entra Connect  2.6.92.0";
        let found = mentions(line);
        assert_eq!(&line[found[0].start..found[0].end], "Entra Connect");
    }
}
