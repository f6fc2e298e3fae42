//! English, and with it the list of all messages.

use std::fmt;

use crate::date::Date;

/// Declares the messages: name, id, English words.
macro_rules! catalogue {
    ($($name:ident $id:literal $text:literal)+) => {
        /// A message's identifier.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the words themselves say what each is for")]
        pub enum Id { $($name),+ }

        impl Id {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The identifier as reports print it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// The English words, with their slots.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

catalogue! {
    // Reasons of a verdict: the fact that decides it.
    CutoffSync "cutoff-sync" "Microsoft announced that from {date} on the service refuses builds below {minimum}, and synchronization stops. If yours still syncs, do not rely on it."
    CutoffProduct "cutoff-product" "Microsoft announced that from {date} on the service refuses {product}, whatever the build. If yours still syncs, do not rely on it."
    Withdrawn "withdrawn" "Microsoft withdrew {version}. It must not stay in use."
    Retired "retired" "Support for {version} ended on {date}."
    Unlisted "unlisted" "{version} is missing from Microsoft’s release history, and Microsoft supports no build that is missing there."
    CutoffFeatures "cutoff-features" "Since {date} the service refuses some tasks of builds below {minimum}. {effect}"
    AdvisoryOpen "advisory-open" "{version} has a published security hole, {advisory}, which {fixedIn} closes."
    SupportEndsToday "support-ends-today" "{date} is the last day of support for {version}."
    SupportEnds "support-ends" "Support for {version} ends on {date}, in {days:# day|# days}."
    CutoffAhead "cutoff-ahead" "From {date}, in {days:# day|# days}, the service refuses builds below {minimum}."
    Current "current" "{version} is the newest build that was known on {asOf}; no end of its support has been announced."
    CurrentTooOld "current-too-old" "{version} was the newest build on {asOf}. That is too long ago to say more: newer builds must be expected."
    NoEndKnown "no-end-known" "No end of support is known for {version}."
    Newer "newer" "{version} is newer than every build in this table, which is as of {asOf}. Look it up in Microsoft’s release history."
    NotYetReleased "not-yet-released" "{version} did not exist yet on {on}; its release: {released}."
    Sibling "sibling" "This is the version of {product}, not of Connect. It says nothing about Connect’s support."
    SiblingUnknown "sibling-unknown" "This number belongs to an agent beside Connect, not to Connect itself; which agent cannot be told from it."
    SiblingCutoff "sibling-cutoff" "This is the version of {product}, not of Connect. Microsoft announced that from {date} on agents below {minimum} lose features. {effect}"
    AmbiguousShort "ambiguous-short" "{version} may mean {count:# build|# builds}, and they are not judged alike. All four numbers are needed."
    AmbiguousSeen "ambiguous-seen" "The text holds {count:# build|# builds}, and nothing in it says which one is installed."
    SeveralAgree "several-agree" "{version} may mean {count:# build|# builds}; they are judged alike."
    Unreadable "unreadable" "No version of Entra Connect was found in this text."
    UnreadableSeen "unreadable-seen" "No version of Entra Connect was found in this text, only {seen}."
    UnreadableTarget "unreadable-target" "The text names {version}, but not as the installed version. What is installed now it does not say."
    TooLong "too-long" "The text is longer than {limit}. Paste only the part that holds the version."

    // Why a number was chosen.
    ChosenEngine "chosen-engine" "It is the number of the synchronization service, which decides."
    ChosenConfiguration "chosen-configuration" "It is the number that the configuration was last written with."
    ChosenCloud "chosen-cloud" "It is the number that the server last reported to the cloud."
    ChosenNamed "chosen-named" "It stands beside the name {product}."
    ChosenListed "chosen-listed" "It is a listed build of {product}, and nothing beside it says otherwise."
    ChosenForm "chosen-form" "It has the form of a Connect version, and nothing beside it says otherwise."
    ChosenName "chosen-name" "It is the name of a whole line of builds."
    ChosenInstalled "chosen-installed" "The words beside it say that it is the installed one."
    ChosenPartial "chosen-partial" "The text shows another number, {other}, for the same installation: an upgrade did not finish. The synchronization service’s number counts."

    // What was passed over: used as "{text}: ...".
    PassedWindows "passed-windows" "the Windows version"
    PassedDotnet "passed-dotnet" "a .NET version"
    PassedSql "passed-sql" "a SQL Server or driver version"
    PassedPowershell "passed-powershell" "a PowerShell or module version"
    PassedAddress "passed-address" "a network address"
    PassedDate "passed-date" "a date or time"
    PassedCounter "passed-counter" "a counter, not a version"
    PassedTarget "passed-target" "a version to move to, not the installed one"
    PassedPrevious "passed-previous" "an earlier version"
    PassedSibling "passed-sibling" "the version of {product}"
    PassedSiblingUnknown "passed-sibling-unknown" "the version of an agent beside Connect"
    PassedOther "passed-other" "the version of something else"

    // Why this advice.
    WhyStopped "why-stopped" "That is the quickest way back to synchronization that you can rely on. Decide about Cloud Sync afterwards, without the pressure."
    WhyWithdrawn "why-withdrawn" "Microsoft asks to uninstall it first; do not install over it. Synchronization pauses meanwhile."
    WhyOk "why-ok" "None of the three clocks asks anything of this build today."
    WhyDecide "why-decide" "Microsoft’s order is Cloud Sync first if your organisation can use it, else the latest Connect build."
    WhyNewer "why-newer" "The table does not know this build, so the release history has to be asked."
    WhyTooOld "why-too-old" "The table is too old to know whether this build is still the newest."
    WhyIdentify "why-identify" "The file of the synchronization service, the list of programs or the cloud tells it: see below."
    WhyAgent "why-agent" "Find the version of Connect itself; an agent’s number does not tell it."
    WhyAgentUpdate "why-agent-update" "Update the agent itself to {minimum} or later; that is a separate matter."
    WhyNotYet "why-not-yet" "Check the date or the number: one of them cannot be right."
    WhyMethodSwing "why-method-swing" "A new server beside the old one (swing migration) is advised: the build came out more than {months:# month|# months} ago."
    WhyMethodSwingLine "why-method-swing-line" "A new server beside the old one (swing migration) is advised: the build belongs to a line that has ended."
    WhyMethodInPlace "why-method-in-place" "An upgrade on the same server is enough for this build."
    WhyMethodNewServer "why-method-new-server" "There is no supported way to upgrade {product} in place: a new server is needed."

    WhyMethodWindows "why-method-windows" "{to} does not install on Windows Server 2012 R2 or older: a new server is needed."
    WhyWindowsDiffers "why-windows-differs" "{version} itself does not run on Windows Server 2012 R2 or older: check that answer, or the number."
    WhyMethodStaging "why-method-staging" "The staging server is upgraded first, then the two change roles: that leaves a way back."
    WhyMethodAutomatic "why-method-automatic" "Automatic upgrade is on, and {to} is offered by it."
    WhyMethodUnlisted "why-method-unlisted" "How old this build is nobody has published: on the same server by default; if it is older than {months} months, a new server beside it (swing migration) is the safer way."
    WhyNotInPlace "why-not-in-place" "In place is supported too, but has no way back; take it only where no second server can be had."
    WhyNotInPlaceLine "why-not-in-place-line" "Not in place: one page allows it, but half-finished upgrades of this line are a known failure."
    WhyNotSwing "why-not-swing" "A second server is not needed, unless you want a way back or a newer Windows."
    WhyNotAutomaticDownload "why-not-automatic-download" "Not by automatic upgrade: {to} is offered for download only, as far as announced."
    WhyNotAutomaticBuild "why-not-automatic-build" "Not by automatic upgrade: {version} is too old for it."
    WhyNotAutomaticSql "why-not-automatic-sql" "Not by automatic upgrade: it leaves a full SQL Server alone."
    WhyNotAutomaticState "why-not-automatic-state" "Not by automatic upgrade: it is off or suspended on this server."
    WhyMaybeAutomatic "why-maybe-automatic" "Automatic upgrade may bring {to} too: ask Get-ADSyncAutoUpgrade, and wait only if there is time."
    WhyBlocked "why-blocked" "Cloud Sync is closed to you for now: {text}"
    WhyEligible "why-eligible" "Nothing that you answered stands against Cloud Sync, and it updates itself. Until the move is done, keep Connect upgraded."
    WhyGuidedNeeds "why-guided-needs" "Connect’s own guided move needs {minimum} or later: after an upgrade it may do the move for you."
    WhyUndecided "why-undecided" "{count:# question is|# questions are} open before that is known."
    WhyContradiction "why-contradiction" "Two answers contradict each other, {first} and {second}: check them. The second counts."
    RuleSince "rule-since" "{text} (As of {date}.)"
    AlreadyThere "already-there" "{text} {version} needs it already, so it is there."
    ChangeAction "change-action" "Needs action: {text}."
    ChangePlain "change-plain" "{text}."

    // Words for states, grave and otherwise.
    StatusUnreadable "status-unreadable" "No version found"
    StatusOtherProduct "status-other-product" "Another product"
    StatusAmbiguous "status-ambiguous" "Several builds possible"
    StatusNewer "status-newer" "Newer than this table"
    StatusUnlisted "status-unlisted" "Not a listed build"
    StatusNotYetReleased "status-not-yet-released" "Not released yet"
    StatusWithdrawn "status-withdrawn" "Withdrawn by Microsoft"
    StatusRetired "status-retired" "Out of support"
    StatusCurrent "status-current" "Newest known build"
    StatusSupported "status-supported" "Supported"
    SeverityStopped "severity-stopped" "Announced to be cut off"
    SeverityAct "severity-act" "Act now"
    SeverityPlan "severity-plan" "Plan the upgrade"
    SeverityOk "severity-ok" "Fine for now"

    // A calendar of the days to come.
    CalendarSupport "calendar-support" "Last day of support: {product} {version}"
    CalendarCutoff "calendar-cutoff" "Service cut-off: {product} below {minimum}"

    // A value on its own.
    Plain "plain" "{value}"

    // The page.
    PageTitle "page-title" "Entra Connect Checker"
    PageQuestion "page-question" "Is your Entra Connect still good?"
    PageLead "page-lead" "Paste the version, or any text that holds it. You get the dates, the risk and the way out."
    BoxLabel "box-label" "Your version, a PowerShell output, a log, a mail …"
    BoxPrivacy "box-privacy" "Nothing you paste leaves this page"
    BoxTry "box-try" "Try"
    ExampleOutput "example-output" "PowerShell output"
    BoxTooLong "box-too-long" "That text is longer than {limit}, so it was not taken. What stood here is unchanged. Paste only the part that holds the version."
    FactsAsOf "facts-as-of" "Facts as of {date}"
    Stale "stale" "These facts are {days:# day|# days} old. A newer build may exist: look at the release history before you plan."
    Overtaken "overtaken" "The facts are {days:# day|# days} old, so this may be overtaken by now."
    JudgedOn "judged-on" "judged for {date}"
    Waiting "waiting" "The verdict appears here as soon as there is a version in the box."
    Announce "announce" "{version}: {severity}. {reason}"
    AnnounceMany "announce-many" "{count:# verdict|# verdicts}, the gravest first. "
    Shown "shown" "{shown} of {total} verdicts are shown, the gravest."
    ClockSupport "clock-support" "Support"
    ClockCutoff "clock-cutoff" "Service cut-off"
    ClockSecurity "clock-security" "Security"
    SupportEnded "support-ended" "Ended {date}"
    SupportUntil "support-until" "Until {date}"
    SupportLastDay "support-last-day" "Last day: {date}"
    SupportNone "support-none" "Never supported"
    SupportUnlisted "support-unlisted" "Not listed, so not supported"
    CutoffNeedsProduct "cutoff-needs-product" "no build meets it; move to {product}"
    BeforeThen "before-then" "Before {date}, check: {how}"
    SupportUnknown "support-unknown" "Not known"
    DependsOnBuild "depends-on-build" "Depends on the build"
    SupportOpen "support-open" "No end announced"
    SupportExpected "support-expected" "expected until {date} at least, unless Microsoft shortens it, as in April 2025"
    DaysAgo "days-ago" "{days:# day ago|# days ago}"
    DaysLeft "days-left" "{days:# day left|# days left}"
    BasisDerived "basis-derived" "by Microsoft’s rule: 12 months after the next build"
    BasisFamily "basis-family" "together with its whole line"
    CutoffInForce "cutoff-in-force" "Below the minimum since {date}"
    CutoffComing "cutoff-coming" "Below the minimum from {date}"
    CutoffNone "cutoff-none" "None hits this build"
    CutoffDepends "cutoff-depends" "Conditions to check"
    CutoffDependsFrom "cutoff-depends-from" "for the cut-off of {date}"
    CutoffNeeds "cutoff-needs" "needs {minimum} or later"
    CutoffNext "cutoff-next" "next: {date}, needs {minimum}"
    HolesNone "holes-none" "No numbered hole known"
    Holes "holes" "{count:# known hole|# known holes}"
    HoleClosed "hole-closed" "closed in {fixedIn}"
    HoleConditional "hole-conditional" "only under a condition: {condition}"
    SecurityReleases "security-releases" "Security fixes came with {versions}"
    WhatToDo "what-to-do" "What to do now"
    Steps "steps" "How to get there: {count:# step|# steps}"
    Source "source" "Source"
    WaysOut "ways-out" "The two ways out"
    TabUpgrade "tab-upgrade" "Upgrade"
    TabCloudSync "tab-cloud-sync" "Cloud Sync"
    Recommended "recommended" "(first)"
    Share "share" "Copy a link to this"
    Sharing "sharing" "Copying"
    SaveCopy "save-copy" "Save a copy that works offline"
    ShareByHand "share-by-hand" "Copy the address by hand"
    KeptInLink "kept-in-link" "Answers and ticks stand in the address of this page and nowhere else."
    UnknownInLink "unknown-in-link" "Not known, so ignored: {ids}."
    Plan "plan" "To {to}: {method}"
    NoNewer "no-newer" "There is no newer build to go to."
    MethodAutomatic "method-automatic" "by automatic upgrade"
    MethodInPlace "method-in-place" "on the same server"
    MethodSwing "method-swing" "beside the old server (swing migration)"
    MethodReinstall "method-reinstall" "uninstall, then install afresh"
    MethodNewServer "method-new-server" "on a new server"
    Needed "needed" "What it needs: {count:# thing|# things} to check"
    Traps "traps" "What can go wrong on this way: {count}"
    Changes "changes" "What changes on the way: {count}"
    KindSecurity "kind-security" "Security"
    KindRemoved "kind-removed" "Removed"
    KindChanged "kind-changed" "Changed"
    KindKnownIssue "kind-known-issue" "Known issue"
    Sharpen "sharpen" "Make this plan fit your server"
    SharpenLead "sharpen-lead" "Each answer is optional."
    AskServerOs "ask-server-os" "Windows Server under Connect"
    AskDatabase "ask-database" "Database"
    AskStaging "ask-staging" "Is there a staging server?"
    AskAutoUpgrade "ask-auto-upgrade" "What does Get-ADSyncAutoUpgrade say?"
    AskCloud "ask-cloud" "Cloud of the tenant"
    Yes "yes" "Yes"
    No "no" "No"
    Value2012 "value-2012" "2012 R2 or older"
    ValueFullSql "value-full-sql" "Full SQL Server"
    ValueEnabled "value-enabled" "Enabled"
    ValueDisabled "value-disabled" "Disabled"
    ValueSuspended "value-suspended" "Suspended"
    ValuePublic "value-public" "Public"
    ValueOther "value-other" "Another"
    NoneOfThese "none-of-these" "None of these"
    AllOfThese "all-of-these" "All of these"
    NotKnown "not-known" "I don’t know"
    WhichApply "which-apply" "Which of these apply to you?"
    HowToFindOut "how-to-find-out" "How to find out"
    GroupTitle "group-title" "{title} ({count})"
    Answered "answered" "Answered: {count}"
    CloudUndecided "cloud-undecided" "Not decided yet: {count:# question|# questions} to go. One wrong answer ends them."
    CloudBlocked "cloud-blocked" "Blocked for now. {count:# question|# questions} not needed. The upgrade is the answer."
    CloudEligible "cloud-eligible" "Open to you, by what you answered."
    GuidedYes "guided-yes" "Connect’s own guided move applies: its steps are below."
    GuidedNo "guided-no" "Connect’s own guided move does not apply as things are; the steps below are by hand."
    GuidedOpen "guided-open" "Whether Connect’s own guided move applies depends on the questions left."
    Blockers "blockers" "What blocks it"
    Cautions "cautions" "What to mind"
    MoreToMind "more-to-mind" "More that may add work: {count:# question|# questions}"
    WayRound "way-round" "What helps: {text}"
    NoWayRound "no-way-round" "No way round is known; look again when Microsoft’s page changes."
    PasteOffer "paste-offer" "Several answers at once by one command"
    PasteLead "paste-lead" "It only reads. Run it on the Connect server and paste its output into the box above."
    PasteFound "paste-found" "The text in the box answers {count:# question|# questions}. Right?"
    TakeAnswers "take-answers" "Take these answers"
    Programme "programme" "What Microsoft announced to everybody"
    Announced "announced" "{date}: {text}"
    SourceDated "source-dated" "(edition of {date})"
    DoNothing "do-nothing" "Nothing is urgent."
    DoUpgrade "do-upgrade" "Upgrade to {to}."
    DoRestore "do-restore" "Upgrade to {to} first."
    DoReinstall "do-reinstall" "Uninstall this build, then install {to}."
    DoDecide "do-decide" "Move to Cloud Sync if you can, else upgrade to {to}."
    DoCloudSync "do-cloud-sync" "Move to Cloud Sync."
    DoIdentify "do-identify" "Find the installed version."
    DoLookUp "do-look-up" "Look it up in Microsoft’s release history."
    GoDownload "go-download" "Get the installer"
    GoHistory "go-history" "Open the release history"
    GoFind "go-find" "How to find the version"
    GoCloudSync "go-cloud-sync" "Read Microsoft’s guide"
    Cutoffs "cutoffs" "Service cut-offs, as Microsoft announced them"
    CutoffMetYes "cutoff-met-yes" "This build meets it"
    CutoffMetNo "cutoff-met-no" "This build does not meet it"
    CutoffMetDepends "cutoff-met-depends" "The build suffices; a condition remains"
    CutoffSince "cutoff-since" "Since {date}: {minimum} or later."
    CutoffFrom "cutoff-from" "From {date}: {minimum} or later."
    CheckThis "check-this" "Check: {text}"
    HowToCheck "how-to-check" "How: {text}"
    SecurityHead "security-head" "Security"
    Details "details" "Details and sources"
    FactReleased "fact-released" "Released"
    FactSupersededBy "fact-superseded-by" "Next build"
    FactLatest "fact-latest" "Newest Connect build"
    FactConfidence "fact-confidence" "How sure we are"
    FactNote "fact-note" "Note"
    ConfidenceHigh "confidence-high" "high: read on Microsoft’s page"
    ConfidenceMedium "confidence-medium" "medium: from several independent reports of Microsoft’s page"
    ConfidenceLow "confidence-low" "low: from a single report"
    Sources "sources" "Sources"
    WhyThisNumber "why-this-number" "Why this number"
    MarkedHead "marked-head" "Where it stands in your text"
    MarkedTaken "marked-taken" "the build judged"
    PassedOverHead "passed-over-head" "Passed over"
    PassedOverItem "passed-over-item" "{text}: {what}"
    Candidates "candidates" "Builds it may be"
    CandidatesMore "candidates-more" "and {count:# more|# more}"
    FindHead "find-head" "How to find the version"
    FindLead "find-lead" "On the server that runs Connect, one of these. Paste the whole output, it is fine."
    FindEngine "find-engine" "PowerShell: the synchronization service’s own number, the one that counts"
    FindPrograms "find-programs" "PowerShell: the installed programs"
    FindCloud "find-cloud" "Without the server: Microsoft Graph PowerShell tells what the active server last reported (staging servers do not appear, and the value can be old)"
    FindAbout "find-about" "Or by hand: Synchronization Service Manager, Help, About."
    Copy "copy" "Copy"
    Copied "copied" "Copied"
    CopyFailed "copy-failed" "Select the text and copy it by hand"
    ServerLabel "server-label" "Server {server}"
    StagingLabel "staging-label" "staging server"
    PartialLabel "partial-label" "The upgrade did not finish: the parts of this installation show different numbers."
    ReleasesHead "releases-head" "All builds and their ends of support"
    BadLink "bad-link" "The date in the link, {text}, is not a day from 2010 to 2100. Judged for today instead."
    NoTable "no-table" "The table of facts could not be read, so nothing can be judged. Look at Microsoft’s release history instead."
    AboutData "about-data" "About the data"
    AboutDataLow "about-data-low" "{count:# build|# builds} known only from a single report or in passing:"
    FooterAbout "footer-about" "An independent tool. It judges by the facts it carries and cannot see your server."
    TableVersion "table-version" "Build"
    TableReleased "table-released" "Released"
    TableEnds "table-ends" "Support ends"
    TableNotes "table-notes" "Remarks"
    TableCutoffs "table-cutoffs" "Service cut-offs, as Microsoft announced them"
    TableFrom "table-from" "From"
    TableMinimum "table-minimum" "Lowest build accepted"
    TableEffect "table-effect" "What stops"
    TableNone "table-none" "none; {product} is"
    TableWithdrawn "table-withdrawn" "withdrawn"
    TableSecurity "table-security" "security release"
    TableNewest "table-newest" "newest known"
    TableDerived "table-derived" "by rule"
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// Writes a date with the month as a word, so that nobody reads it wrongly.
///
/// # Errors
/// Those of the writer.
pub fn date(date: Date, out: &mut impl fmt::Write) -> fmt::Result {
    let (year, number, day) = date.ymd();
    write!(out, "{day} {} {year}", month(number))
}
