//! Names that tell whose number stands beside them.
//!
//! A line is read once and yields its [`Mention`]s. The stem "… Connect" alone
//! means the product; what follows it makes it the synchronization service,
//! an agent, or a Health agent. Names of other software take numbers away.

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

/// A line in lower case, without signs that only decorate, with the way back
/// to the bytes of the original.
struct Plain {
    text: String,
    /// For each byte of `text`, its byte in the line.
    origin: Vec<usize>,
}

fn plain(line: &str) -> Plain {
    let mut text = String::with_capacity(line.len());
    let mut origin = Vec::with_capacity(line.len().saturating_add(1));
    let mut last_blank = false;
    for (at, c) in line.char_indices() {
        if matches!(c, '®' | '™') || super::scan::invisible(c) {
            continue;
        }
        let blank = super::scan::blank(c) || c == '_';
        if blank && last_blank {
            continue;
        }
        last_blank = blank;
        let c = if blank { ' ' } else { c.to_ascii_lowercase() };
        text.push(c);
        origin.resize(text.len(), at);
    }
    origin.push(line.len());
    Plain { text, origin }
}

/// Stems that mean Connect when nothing else follows.
const STEMS: [&str; 9] = [
    "azure active directory connect",
    "azure ad connect",
    "azureadconnect",
    "entra id connect",
    "entra connect",
    "aad connect",
    "aadconnect",
    "ad connect",
    "adconnect",
];

/// What may follow a stem, the longest first.
const AFTER_STEM: [(&str, Name); 20] = [
    (".exe", Name::Wizard),
    (" sync synchronization service", Name::Engine),
    (" synchronization service", Name::Engine),
    (" synchronisation service", Name::Engine),
    (" synch", Name::Engine),
    (" agent updater", Name::Sibling(Product::AgentUpdater)),
    ("agentupdater", Name::Sibling(Product::AgentUpdater)),
    ("authenticationagentupdater", Name::Sibling(Product::AgentUpdater)),
    ("authenticationagent", Name::Sibling(Product::PtaAgent)),
    (" authentication agent", Name::Sibling(Product::PtaAgent)),
    ("provisioningagent", Name::Sibling(Product::ProvisioningAgent)),
    (" provisioning agent", Name::Sibling(Product::ProvisioningAgent)),
    (" cloud sync", Name::Sibling(Product::ProvisioningAgent)),
    (" cloud provisioning", Name::Sibling(Product::ProvisioningAgent)),
    (" administration agent", Name::Foreign(What::Other)),
    (" admin agent", Name::Foreign(What::Other)),
    (" configuration documenter", Name::Foreign(What::Other)),
    (" ...", Name::ConnectCut),
    (" …", Name::ConnectCut),
    ("…", Name::ConnectCut),
];

/// Names that stand for themselves, the longer before the shorter that begins
/// it.
const PHRASES: [(&str, Name); 121] = [
    ("microsoft.synchronize.serverconfigurationversion", Name::Configuration),
    ("serverconfigurationversion", Name::Configuration),
    ("synchronizationclientversion", Name::Cloud),
    ("dirsyncclientversion", Name::Cloud),
    ("directory sync client version", Name::Cloud),
    ("clientversion", Name::Cloud),
    ("application version", Name::Wizard),
    ("miiserver", Name::Engine),
    ("microsoft azure ad sync\\", Name::Engine),
    ("azure ad sync\\bin", Name::Engine),
    ("azure ad sync engine", Name::Engine),
    ("azureadsyncenginecomponent", Name::Engine),
    ("forefront identity manager synchronization service", Name::Engine),
    ("synchronization service manager", Name::Engine),
    ("windows azure active directory sync", Name::Dirsync),
    ("directory synchronization tool", Name::Dirsync),
    ("directory sync tool", Name::Dirsync),
    ("dirsync", Name::Dirsync),
    ("azure active directory sync", Name::AadSync),
    ("azure ad sync", Name::AadSync),
    ("aad sync", Name::AadSync),
    ("aadsync", Name::AadSync),
    ("provisioning agent", Name::Sibling(Product::ProvisioningAgent)),
    ("provisioningagent", Name::Sibling(Product::ProvisioningAgent)),
    ("cloud sync agent", Name::Sibling(Product::ProvisioningAgent)),
    ("cloud sync", Name::CloudSync),
    ("pass-through authentication", Name::Sibling(Product::PtaAgent)),
    ("passthrough authentication", Name::Sibling(Product::PtaAgent)),
    ("authentication agent", Name::Sibling(Product::PtaAgent)),
    ("pta agent", Name::Sibling(Product::PtaAgent)),
    ("private network connector", Name::Sibling(Product::PrivateNetworkConnector)),
    ("privatenetworkconnector", Name::Sibling(Product::PrivateNetworkConnector)),
    ("application proxy", Name::Sibling(Product::PrivateNetworkConnector)),
    ("applicationproxyconnector", Name::Sibling(Product::PrivateNetworkConnector)),
    ("app proxy", Name::Sibling(Product::PrivateNetworkConnector)),
    ("password protection dc", Name::Sibling(Product::PasswordProtectionDcAgent)),
    ("passwordprotectiondcagent", Name::Sibling(Product::PasswordProtectionDcAgent)),
    ("password protection proxy", Name::Sibling(Product::PasswordProtectionProxy)),
    ("passwordprotectionproxy", Name::Sibling(Product::PasswordProtectionProxy)),
    ("password protection", Name::Agent),
    ("agent updater", Name::Sibling(Product::AgentUpdater)),
    ("agentupdater", Name::Sibling(Product::AgentUpdater)),
    ("agent version", Name::Agent),
    ("agentversion", Name::Agent),
    ("health agent", Name::Sibling(Product::HealthAgent)),
    ("sqlschemaversion", Name::Foreign(What::Counter)),
    ("schema version", Name::Foreign(What::Counter)),
    ("schemaversion", Name::Foreign(What::Counter)),
    ("framework64", Name::Foreign(What::Dotnet)),
    (".net", Name::Foreign(What::Dotnet)),
    ("dotnet", Name::Foreign(What::Dotnet)),
    ("clrversion", Name::Foreign(What::Dotnet)),
    ("clr version", Name::Foreign(What::Dotnet)),
    ("sql server", Name::Foreign(What::Sql)),
    ("sqlserver", Name::Foreign(What::Sql)),
    ("localdb", Name::Foreign(What::Sql)),
    ("sql", Name::Foreign(What::Sql)),
    ("odbc", Name::Foreign(What::Sql)),
    ("ole db", Name::Foreign(What::Sql)),
    ("oledb", Name::Foreign(What::Sql)),
    ("adsynctools", Name::Foreign(What::Powershell)),
    ("powershell", Name::Foreign(What::Powershell)),
    ("psversion", Name::Foreign(What::Powershell)),
    ("pscompatibleversions", Name::Foreign(What::Powershell)),
    ("wsmanstackversion", Name::Foreign(What::Powershell)),
    ("psremotingprotocolversion", Name::Foreign(What::Powershell)),
    ("serializationversion", Name::Foreign(What::Powershell)),
    ("msonline", Name::Foreign(What::Powershell)),
    ("microsoft.graph", Name::Foreign(What::Powershell)),
    ("moduleversion", Name::Foreign(What::Powershell)),
    ("buildversion", Name::Foreign(What::Windows)),
    ("operating system", Name::Foreign(What::Windows)),
    ("betriebssystem", Name::Foreign(What::Windows)),
    ("os version", Name::Foreign(What::Windows)),
    ("osversion", Name::Foreign(What::Windows)),
    ("os build", Name::Foreign(What::Windows)),
    ("osbuild", Name::Foreign(What::Windows)),
    ("windows", Name::Foreign(What::Windows)),
    ("ip address", Name::Foreign(What::Address)),
    ("ipaddress", Name::Foreign(What::Address)),
    ("ip-adresse", Name::Foreign(What::Address)),
    ("ipv4", Name::Foreign(What::Address)),
    ("externalip", Name::Foreign(What::Address)),
    ("gateway", Name::Foreign(What::Address)),
    ("address", Name::Foreign(What::Address)),
    ("subnet", Name::Foreign(What::Address)),
    ("dns", Name::Foreign(What::Address)),
    ("ping", Name::Foreign(What::Address)),
    ("netmask", Name::Foreign(What::Address)),
    ("mask", Name::Foreign(What::Address)),
    ("tls", Name::Foreign(What::Other)),
    ("ssl", Name::Foreign(What::Other)),
    ("openssl", Name::Foreign(What::Other)),
    ("oauth", Name::Foreign(What::Other)),
    ("saml", Name::Foreign(What::Other)),
    ("openid", Name::Foreign(What::Other)),
    ("usb", Name::Foreign(What::Other)),
    ("http/", Name::Foreign(What::Other)),
    ("graph", Name::Foreign(What::Other)),
    ("section", Name::Foreign(What::Other)),
    ("chapter", Name::Foreign(What::Other)),
    ("runbook", Name::Foreign(What::Other)),
    ("kernelbase", Name::Foreign(What::Windows)),
    ("ntdll", Name::Foreign(What::Windows)),
    ("az.", Name::Foreign(What::Powershell)),
    ("microsoft.identity", Name::Foreign(What::Other)),
    ("microsoft.online", Name::Foreign(What::Other)),
    ("monitoring agent", Name::Foreign(What::Other)),
    ("notepad", Name::Foreign(What::Other)),
    ("chrome", Name::Foreign(What::Other)),
    ("firefox", Name::Foreign(What::Other)),
    ("microsoft edge", Name::Foreign(What::Other)),
    ("python", Name::Foreign(What::Other)),
    ("java", Name::Foreign(What::Other)),
    ("git ", Name::Foreign(What::Other)),
    ("visual c++", Name::Foreign(What::Other)),
    ("identity manager", Name::Foreign(What::Other)),
    ("system.", Name::Foreign(What::Other)),
    ("msal", Name::Foreign(What::Other)),
    ("adal", Name::Foreign(What::Other)),
    ("ecma2", Name::Foreign(What::Other)),
];

/// All names in a line, in order; a longer name hides what it holds.
pub(super) fn mentions(line: &str) -> Vec<Mention> {
    let plain = plain(line);
    let text = plain.text.as_str();
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(offset) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '.') else {
            break;
        };
        let start = at.saturating_add(offset);
        let hit = name_at(text, start);
        let end = hit.map_or(start, |(_, end)| end);
        if let Some((name, end)) = hit {
            let original = |at: usize| plain.origin.get(at).copied().unwrap_or(line.len());
            found.push(Mention { name, start: original(start), end: original(end) });
        }
        at = next_word(text, start).max(end);
    }
    found
}

/// Where the next word begins that could open a name. Inside a path or a
/// compound every letter after a separator counts as a beginning.
fn next_word(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let word = rest.char_indices().skip(1).find(|(_, c)| !c.is_alphanumeric()).map_or(rest.len(), |(at, _)| at);
    from.saturating_add(word)
}

fn name_at(text: &str, start: usize) -> Option<(Name, usize)> {
    let rest = text.get(start..)?;
    for stem in STEMS {
        let Some(after) = rest.strip_prefix(stem) else {
            continue;
        };
        let end = start.saturating_add(stem.len());
        return Some(connect(text, after, end));
    }
    // A short word counts only whole: "dns" is none in "dnsapi".
    let whole = |phrase: &str| {
        let letter = rest.get(phrase.len()..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic);
        phrase.len() > 6 || !letter || !phrase.ends_with(char::is_alphabetic)
    };
    let (phrase, name) = PHRASES.iter().find(|(phrase, _)| rest.starts_with(phrase) && whole(phrase))?;
    let end = start.saturating_add(phrase.len());
    if *name == Name::Sibling(Product::HealthAgent) {
        return Some((Name::Sibling(which_health(text.get(end..)?)), end));
    }
    // "Windows" in a path is a folder, not a version's owner.
    let bare_path = *phrase == "windows" && text.get(..start)?.ends_with('\\');
    (!bare_path).then_some((*name, end))
}

/// What a stem means by what follows it.
fn connect(text: &str, after: &str, end: usize) -> (Name, usize) {
    let (after, end) = match after.strip_prefix(" sync") {
        Some(rest) if !rest.starts_with("h") => (rest, end.saturating_add(" sync".len())),
        _ => (after, end),
    };
    if let Some(rest) = after.strip_prefix(" health").or_else(|| after.strip_prefix("health")) {
        return (Name::Sibling(which_health(rest)), text.len().saturating_sub(rest.len()));
    }
    match AFTER_STEM.iter().find(|(words, _)| after.starts_with(words)) {
        Some((words, name)) => (*name, end.saturating_add(words.len())),
        None => (Name::Connect, end),
    }
}

/// Which Health agent, by the words after "Health".
fn which_health(after: &str) -> Product {
    let words: String = after
        .chars()
        .take(48)
        .take_while(|c| !matches!(c, '\t' | ',' | ';' | '|' | '"' | ':' | '='))
        .filter(|c| !c.is_whitespace())
        .take_while(|c| !c.is_ascii_digit())
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
