//! How to find the version.

use yew::prelude::*;

use super::parts::{command_box, el, line};
use super::t;
use crate::words::Id;

/// Commands that only read, the most telling first.
const WAYS: [(Id, &str); 3] = [
    (
        Id::FindEngine,
        "(Get-Item 'C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\miiserver.exe').VersionInfo | Format-List FileName, ProductVersion",
    ),
    (
        Id::FindPrograms,
        "Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\* | Where-Object DisplayName -like '*Connect*' | Format-List DisplayName, DisplayVersion",
    ),
    (
        Id::FindCloud,
        "Connect-MgGraph -Scopes OnPremDirectorySynchronization.Read.All; (Invoke-MgGraphRequest -Uri 'beta/directory/onPremisesSynchronization').value.configuration | ConvertTo-Json",
    ),
];

/// The help; it stands open where the reader has no number yet.
pub(super) fn find_version(open: bool, role: Option<&'static str>) -> Html {
    let ways = WAYS.iter().map(|(words, command)| el("li", "", vec![line("p", "", t(*words)), command_box(command)]));
    html! {
        <section class="find" id="find" {role} aria-labelledby="find-head">
            <details {open}>
                <summary><h2 id="find-head">{ t(Id::FindHead) }</h2></summary>
                { line("p", "soft", t(Id::FindLead)) }
                { el("ol", "", ways.collect()) }
                { line("p", "soft", t(Id::FindAbout)) }
            </details>
        </section>
    }
}
