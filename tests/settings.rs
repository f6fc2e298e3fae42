//! What a paste of Connect's own settings answers of the questions about Cloud Sync.
#![allow(clippy::unwrap_used)]

use entra_connect_checker::{Answers, Table, advice, check};

#[test]
fn the_settings_of_connect_answer_questions() {
    let table = Table::embedded().unwrap();
    let all = "Name                                                   Value\n\
        ----                                                   -----\n\
        Microsoft.OptionalFeature.AutoUpgradeState             Suspended\n\
        Microsoft.OptionalFeature.AutoUpgradeSuspensionReason  UpgradeNotSupportedNonLocalDbInstall\n\
        Microsoft.OptionalFeature.DeviceWriteBack              False\n\
        Microsoft.OptionalFeature.DeviceWriteUp                True\n\
        Microsoft.OptionalFeature.DirectoryExtension           False\n\
        Microsoft.OptionalFeature.ExchangeMailPublicFolder     False\n\
        Microsoft.OptionalFeature.GroupFiltering               True\n\
        Microsoft.OptionalFeature.GroupWriteBack               False\n\
        Microsoft.OptionalFeature.HybridExchange               True\n\
        Microsoft.OptionalFeature.UserWriteBack                False\n\
        Microsoft.SynchronizationOption.AnchorAttribute        mS-DS-ConsistencyGuid\n\
        Microsoft.SynchronizationOption.JoinCriteria           AlwaysProvision\n\
        Microsoft.SynchronizationOption.UPNAttribute           mail\n\
        Microsoft.Synchronize.ServerConfigurationVersion       2.5.190.0\n\
        Microsoft.Synchronize.StagingMode                      False\n\
        Microsoft.UserSignIn.DesktopSsoEnabled                 True\n";
    let found = |text: &str| -> Vec<(String, String)> {
        advice::from_paste(table, text).into_iter().map(|found| (found.id, found.value)).collect()
    };
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect()
    };
    let expected = pairs(&[
        ("auto-upgrade", "suspended"),
        ("database", "full-sql"),
        ("device-writeback", "no"),
        ("directory-extensions", "no"),
        ("exchange-mail-public-folders", "no"),
        ("group-based-scope", "yes"),
        ("m365-group-writeback-v1", "no"),
        ("exchange-hybrid-writeback", "yes"),
        ("guided-other-writeback", "no"),
        ("source-anchor-other-attribute", "no"),
        ("one-person-in-several-forests", "no"),
        ("guided-custom-upn", "yes"),
        ("guided-staging-server", "yes"),
        ("seamless-sso", "yes"),
    ]);
    assert_eq!(found(all), expected);
    // The build in it is read as ever, and nothing is answered unasked.
    let report = check(table, all, "2026-11-23".parse().unwrap(), &Answers::default());
    let verdict = report.gravest().unwrap();
    assert_eq!(verdict.version.as_deref(), Some("2.5.190.0"));
    assert_eq!(verdict.advice.cloud_sync.open.len(), 22);

    // As a list, as CSV, with equals signs.
    let list = "Name        : Microsoft.SynchronizationOption.JoinCriteria\n\
        InputType   : String\nValue       : ObjectSIDAndMSExchangeMasterAccountSID\n\n\
        Name        : Microsoft.OptionalFeature.DeviceWriteBack\nValue       : True\n";
    let expected = pairs(&[("one-person-in-several-forests", "yes"), ("device-writeback", "yes")]);
    assert_eq!(found(list), expected);
    let csv = "\"Name\",\"Value\"\n\"Microsoft.OptionalFeature.GroupWriteBack\",\"True\"\n";
    assert_eq!(found(csv), pairs(&[("m365-group-writeback-v1", "yes")]));
    assert_eq!(found("Microsoft.OptionalFeature.DeviceWriteBack = false"), pairs(&[("device-writeback", "no")]));
    // Cut off, unknown or without a value: no answer.
    for nothing in [
        "Microsoft.OptionalFeature.DeviceWrite...  True",
        "Microsoft.OptionalFeature.DeviceWriteBackSomething  True",
        "Microsoft.SynchronizationOption.JoinCriteria  AlwaysPro...",
        "Microsoft.OptionalFeature.DeviceWriteBack",
        "Microsoft.OptionalFeature.DeviceWriteBack  maybe",
        "2.5.79.0",
        "",
    ] {
        assert_eq!(found(nothing), [], "{nothing}");
    }
}
