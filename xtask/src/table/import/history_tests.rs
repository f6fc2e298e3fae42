//! Sections in all the shapes that the pages have.

use super::super::markdown;
use super::*;

/// Sections in all the shapes that such pages have, in words of our own.
const PAGE: &str = "\
# A history

Build 2.6.79.0 was recalled: take it away, then put on the newest.

## 2.6.3.0
### Release status
02/02/2026: Released for download via the admin center.
02/09/2026: Released for autoupgrade.

### Functional changes
- Of March 3, 2020, and version 2.5.1.0

## 2.1.15.0

### Release status: 
7/6/2022: Released for download, will be made available for autoupgrade soon.

> [!IMPORTANT]
> A security vulnerability was fixed; see the note of May 1, 2022.

## 1.4.18.0

>[!WARNING]
>We look into it since 9/30/2019.

### Release status
9/25/2019: Released for auto-upgrade only.

## 1.3.21.0 
>[!IMPORTANT]
>Read this.
> 1.  Open something.

### Release status 

05/14/2019: Released for download

## 1.1.751.0
Status 4/12/2018: Released for download only

>[!NOTE]
>A hotfix
<a name='x'></a>

### Sync
#### Fixed issues
One.

## 1.1.749.0
Status: Released to select customers

## 1.1.654.0
Status: December 12th, 2017

## 1.1.558.0
Status: Won't be released. Its changes are in version 1.1.561.0.

## 1.1.443.0
Released: March 2017

**Fixed issues:**

* Something

## 1.1.359.0

### New features
- One of 2017

## Version 1.0.9131.0
Released: December 2015
";

#[test]
fn sections_of_every_shape() {
    let reading = read(&markdown::read(PAGE));
    let said: Vec<String> = reading
        .builds
        .values()
        .map(|found| {
            let date = found.released.map_or("-".to_owned(), |date| date.to_string());
            let security = if found.security { " security" } else { "" };
            let withdrawn = if found.withdrawn.is_some() { " withdrawn" } else { "" };
            let automatic = found.automatic.map_or(String::new(), |day| format!(" auto {day}"));
            format!("{} {date} {}{automatic}{security}{withdrawn}", found.version, found.channel.unwrap_or("-"))
        })
        .collect();
    let wanted = [
        "1.0.9131.0 2015-12 -",
        "1.1.359.0 - -",
        "1.1.443.0 2017-03 -",
        "1.1.558.0 - withdrawn",
        "1.1.654.0 2017-12-12 -",
        "1.1.749.0 - limited",
        "1.1.751.0 2018-04-12 download",
        "1.3.21.0 2019-05-14 download",
        "1.4.18.0 2019-09-25 auto-upgrade-only",
        "2.1.15.0 2022-07-06 download security",
        "2.6.3.0 2026-02-02 download-and-auto-upgrade auto 2026-02-09",
        "2.6.79.0 - - withdrawn",
    ];
    assert_eq!(said, wanted);
    let told: Vec<_> = reading.unread.iter().map(|unread| (unread.line, unread.problem.as_str())).collect();
    let line = PAGE.lines().position(|line| line == "## 1.1.359.0").expect("it is there") + 1;
    assert_eq!(told, [(line, "no date of its release could be found")]);
}

#[test]
fn a_table_without_releases_and_with_odd_cells() {
    let page = "# A history\n\n|Version|End of support date|\n|-----|-----|\n\
        |[2.2.1.0](#2210)|11 Oct 2024 (12 months after release of 2.2.8.0)|\n\
        |[2.3.2.0](#2320)|21 Feb 2025(12 months after release of 2.3.6.0)|\n\
        |[2.3.8.0](#2380)|x Jul 2025 (12 months after release of 2.3.20.0)|\n\
        |[2.3.20.0](#23200)|TBD|\n|2.4.x|1 May 2026|\n|2.4.18.0|some day|\n";
    let reading = read(&markdown::read(page));
    assert!(reading.table);
    let said: Vec<String> = reading
        .builds
        .values()
        .map(|found| {
            let end = found.ends.map_or("-".to_owned(), |end| end.to_string());
            format!("{} {end} {}", found.version, found.after.as_deref().unwrap_or("-"))
        })
        .collect();
    let wanted = [
        "2.2.1.0 2024-10-11 2.2.8.0",
        "2.3.2.0 2025-02-21 2.3.6.0",
        "2.3.8.0 - 2.3.20.0",
        "2.3.20.0 - -",
        "2.4.18.0 - -",
    ];
    assert_eq!(said, wanted);
    let told: Vec<_> = reading.unread.iter().map(|unread| (unread.line, unread.problem.as_str())).collect();
    let wanted = [
        (7, "the end of its support is only a month"),
        (9, "a build has four numbers, as in 2.5.79.0; this has 3"),
        (10, "the end of its support: \"some day\" holds no date that can be read"),
    ];
    assert_eq!(told, wanted);
}
