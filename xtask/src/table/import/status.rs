//! The line on a release's status: when it came out, and by which way.

use entra_connect_checker::{Date, Released};

use super::dates;

/// What a status says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Status {
    /// When the build came out.
    pub released: Option<Released>,
    /// What stands where a date should.
    pub wrong: Option<String>,
    /// The way, as the facts write it; nothing if the status does not say.
    pub channel: Option<&'static str>,
    /// The first day of automatic upgrades, where it has a date of its own.
    pub automatic: Option<Date>,
}

/// Reads a status, `2/2/2026: Released for download. 2/9/2026: Released for autoupgrade` for one.
pub fn read(text: &str) -> Status {
    let found = dates::find(text);
    let mut status = Status::default();
    let (mut download, mut automatic, mut limited, mut stopped) = (false, false, false, false);
    // Each date speaks for the words up to the next one; words before the first belong to it.
    let bounds = found.iter().skip(1).map(|date| date.start).chain([text.len()]);
    let mut start = 0;
    for (index, end) in bounds.enumerate() {
        let words = text.get(start..end).unwrap_or_default().to_lowercase();
        start = end;
        let way = Way::of(&words);
        limited |= way.limited;
        stopped |= way.stopped;
        let first_of_automatic = way.automatic && !way.download && download;
        match found.get(index).map(|found| &found.date) {
            Some(Ok(Released::Day(day))) if first_of_automatic => status.automatic = Some(*day),
            Some(Ok(date)) if status.released.is_none() => status.released = Some(*date),
            Some(Err(reason)) if status.wrong.is_none() => status.wrong = Some(reason.clone()),
            _ => {}
        }
        download |= way.download;
        automatic |= way.automatic;
    }
    status.channel = match (download, automatic) {
        (true, true) => Some("download-and-auto-upgrade"),
        (true, false) => Some("download"),
        (false, true) => Some("auto-upgrade-only"),
        (false, false) if limited => Some("limited"),
        (false, false) if stopped => Some("withdrawn"),
        (false, false) => None,
    };
    status
}

struct Way {
    download: bool,
    automatic: bool,
    limited: bool,
    stopped: bool,
}

impl Way {
    /// Clause by clause, since one often takes back what the other gives.
    fn of(words: &str) -> Self {
        let mut way = Self { download: false, automatic: false, limited: false, stopped: false };
        for clause in words.split(['.', ',', ';', '\n']) {
            let denied = ["not ", "n't ", "n’t ", "no longer", "will be made"].iter().any(|word| clause.contains(word));
            let automatic = ["auto-upgrade", "auto upgrade", "autoupgrade", "auto update", "auto-update", "automatic"];
            way.stopped |= denied && clause.contains("be released") && !clause.contains("for ");
            if denied {
                continue;
            }
            way.download |= clause.contains("download");
            way.automatic |= automatic.iter().any(|word| clause.contains(word));
            way.limited |= clause.contains("select customers");
        }
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A status as written; date, channel and start of the automatic upgrade.
    const WRITTEN: &[(&str, &str, &str, &str)] = &[
        ("2/2/2026: Released for download via the admin center.", "2026-02-02", "download", ""),
        (
            "02/02/2026: Released for download. 02/09/2026: Released for autoupgrade.",
            "2026-02-02",
            "download-and-auto-upgrade",
            "2026-02-09",
        ),
        ("3/27/2025: Released for download and auto upgrade.", "2025-03-27", "download-and-auto-upgrade", ""),
        ("8/19/2021: Released for download only, not available for autoupgrade", "2021-08-19", "download", ""),
        ("7/6/2022: Released for download, will be made available for autoupgrade soon.", "2022-07-06", "download", ""),
        ("9/7/2018: Released for download, won't be released for auto upgrade", "2018-09-07", "download", ""),
        ("9/25/2019: Released for auto-upgrade only.", "2019-09-25", "auto-upgrade-only", ""),
        (
            "9/28/2019: Released for auto-upgrade to select tenants. Not available for download.",
            "2019-09-28",
            "auto-upgrade-only",
            "",
        ),
        ("September 9, 2019: Released for auto update", "2019-09-09", "auto-upgrade-only", ""),
        ("Status 4/12/2018: Released for download only", "2018-04-12", "download", ""),
        ("Status: Released to select customers", "", "limited", ""),
        ("Status: Won't be released. What it brings is in the next build.", "", "withdrawn", ""),
        ("Released: May 2015", "2015-05", "", ""),
        ("Release date: October 16, 2023", "2023-10-16", "", ""),
    ];

    #[test]
    fn every_form_is_read() {
        for (written, released, channel, automatic) in WRITTEN {
            let status = read(written);
            let text = |date: Option<String>| date.unwrap_or_default();
            assert_eq!(text(status.released.map(|date| date.to_string())), *released, "{written}");
            assert_eq!(status.channel.unwrap_or_default(), *channel, "{written}");
            assert_eq!(text(status.automatic.map(|date| date.to_string())), *automatic, "{written}");
            assert_eq!(status.wrong, None, "{written}");
        }
    }

    #[test]
    fn a_wrong_date_is_told() {
        let status = read("13/2/2026: Released for download");
        assert_eq!(status.released, None);
        assert_eq!(status.channel, Some("download"));
        assert_eq!(status.wrong.as_deref(), Some("there is no month 13: the pages write month/day/year"));
    }
}
