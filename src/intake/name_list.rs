//! The names that the intake knows, as lists.

use super::lexicon::lexicon;
use super::names::Name;
use super::reading::What;
use crate::table::Product;

lexicon! {
    /// Stems that mean Connect when nothing else follows.
    STEMS: () = [
        ((), "azure active directory connect|azure ad connect|azureadconnect|aad connect|aadconnect|ad connect|\
         adconnect|entra id connect|entra connect"),
    ]
}

lexicon! {
    /// What may follow a stem.
    AFTER_STEM: Name = [
        (Name::Engine, " sync synchronization service| synchronization service| synchronisation service| synch"),
        (Name::Sibling(Product::AgentUpdater), " agent updater"),
        (Name::Sibling(Product::PtaAgent), " authentication agent"),
        (Name::Sibling(Product::ProvisioningAgent), " provisioning agent| cloud sync| cloud provisioning"),
        (Name::Foreign(What::Other), " administration agent| admin agent| configuration documenter"),
        (Name::ConnectCut, " ...|...| …"),
        (Name::Wizard, ".exe"),
        (Name::Sibling(Product::AgentUpdater), "agentupdater|authenticationagentupdater"),
        (Name::Sibling(Product::PtaAgent), "authenticationagent"),
        (Name::Sibling(Product::ProvisioningAgent), "provisioningagent"),
        (Name::ConnectCut, "…"),
    ]
}

lexicon! {
    /// Names that stand for themselves.
    PHRASES: Name = [
        (Name::Foreign(What::Dotnet), ".net|clrversion|clr version|dotnet|framework64"),
        (Name::Wizard, "application version"),
        (Name::Engine, "azure ad sync\\bin|azure ad sync engine|azureadsyncenginecomponent|\
         forefront identity manager synchronization service|miiserver|microsoft azure ad sync\\|\
         synchronization service manager"),
        (Name::AadSync, "azure active directory sync|azure ad sync|aad sync|aadsync"),
        (Name::Sibling(Product::PtaAgent), "authentication agent|connect authentication agent|\
         pass-through authentication|passthrough authentication|pta agent"),
        (Name::Sibling(Product::PrivateNetworkConnector), "application proxy|applicationproxyconnector|app proxy|private network connector|\
         privatenetworkconnector"),
        (Name::Sibling(Product::AgentUpdater), "agent updater|connect agent updater|agentupdater"),
        (Name::Agent, "agent version|agentversion|password protection"),
        (Name::Foreign(What::Powershell), "adsynctools|az.|objs version|msonline|microsoft.graph|moduleversion|powershell|windowspowershell|psversion|\
         pscompatibleversions|psremotingprotocolversion|serializationversion|wsmanstackversion"),
        (Name::Foreign(What::Address), "address|dns|externalip|destination|adresse|dirección|indirizzo|endereço|adres|アドレス|\
         地址|gateway|ip address|ipaddress|ip-adresse|ipv4|mask|netmask|ping|subnet"),
        (Name::Foreign(What::Other), "adal|chapter|chrome|ecma2|.exe|.dll|.sys|bios|smbios|firmware|mime-version|assembly version|\
         protocol version|docker|ruby|node.js|nodejs|perl|php|openssh|apache|nginx|wireshark|zabbix|putty|\
         vmware|anyconnect|adobe connect|connection manager|connected machine agent|phone|电话|電話|\
         telefon|téléphone|mobil|ticket|firefox|graph|git |http/|identity manager|java|\
         microsoft.identity|microsoft.online|monitoring agent|microsoft edge|msal|notepad|openssl|oauth|\
         openid|python|runbook|ssl|saml|section|system.|tls|usb|visual c++"),
        (Name::Foreign(What::Windows), "buildversion|betriebssystem|kernelbase|ntdll|operating system|os version|osversion|os build|\
         osbuild|windows"),
        (Name::Cloud, "clientversion|dirsyncclientversion|directory sync client version|synchronizationclientversion"),
        (Name::Sibling(Product::ProvisioningAgent), "cloud sync agent|provisioning agent|connect provisioning agent|provisioningagent"),
        (Name::CloudSync, "cloud sync"),
        (Name::Dirsync, "directory synchronization tool|directory sync tool|dirsync|windows azure active directory sync"),
        (Name::Sibling(Product::HealthAgent), "health agent|connect health"),
        (Name::Foreign(What::Sql), "localdb|odbc|ole db|oledb|sql server|sqlserver|sql"),
        (Name::Configuration, "microsoft.synchronize.serverconfigurationversion|serverconfigurationversion"),
        (Name::Sibling(Product::PasswordProtectionDcAgent), "password protection dc|passwordprotectiondcagent"),
        (Name::Sibling(Product::PasswordProtectionProxy), "password protection proxy|passwordprotectionproxy"),
        (Name::Foreign(What::Counter), "sqlschemaversion|schema version|schemaversion"),
    ]
}
