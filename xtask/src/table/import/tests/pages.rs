//! Pages in the forms of the vendor's, made from our own table: no word of theirs.

use entra_connect_checker::table::{Basis, Channel, Release};
use entra_connect_checker::{Date, Product, Released};

use super::super::blocks::{Kind, Page};
use crate::table::document::{Document, records, text};

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

/// A date in one of the ways in which pages write it.
pub fn written(date: Released, form: usize) -> String {
    let (year, month, day) = date.first_day().ymd();
    let name = MONTHS[usize::from(month) - 1];
    match (date, form % 6) {
        (Released::Month(_), _) => format!("{name} {year}"),
        (_, 0) => format!("{month}/{day}/{year}"),
        (_, 1) => format!("{month:02}/{day:02}/{year}"),
        (_, 2) => format!("{name} {day}, {year}"),
        (_, 3) => format!("{day} {} {year}", &name[..3]),
        (_, 4) => format!("{name} {day:02} {year}"),
        _ => format!("{name} {day}th, {year}"),
    }
}

/// The page of the release history: the table of ends and a section a build, newest first.
pub fn connect(document: &Document, day: &str) -> String {
    let (year, rest) = day.split_once('-').expect("a date");
    let (month, of_month) = rest.split_once('-').expect("a date");
    let mut page = format!(
        "---\ntitle: 'Microsoft Entra Connect: Version release history'\nms.topic: reference\nms.date: {month}/{of_month}/{year}\n\
         ---\n\n# Microsoft Entra Connect: Version release history\n\nWritten for a test, in the form of the page.\n\n\
         ## Retiring 2.x versions\n\n> [!IMPORTANT]\n> Build 2.6.79.0 was recalled; take it away again.\n\n\
         | Version | Release date | End of support date |\n|---|---|---|\n"
    );
    let builds = on_page(document);
    let newer = |release: &&&Release| release.build >= "2.3.2.0".parse().expect("a build") && !release.withdrawn();
    for (index, release) in builds.iter().filter(newer).enumerate() {
        let released = written(release.released.expect("dated"), 3);
        let end = release.support.ends.filter(|_| release.support.basis == Basis::Published);
        let after = release.superseded_by.as_deref().unwrap_or_default();
        let end = end.map(|end| format!("{} (12 months after release of {after})", written(Released::Day(end), index)));
        page += &format!("| [{}](#a{index}) | {released} | {} |\n", release.version, end.unwrap_or_default());
    }
    page += "\n";
    for (index, release) in builds.iter().filter(|release| !release.withdrawn()).enumerate() {
        page += &format!("## {}\n\n### Release status\n\n{}\n\n", release.version, status(document, release, index));
        page += "### Bug fixes\n\n- Something of 10.0.26100.1 that a test made up\n\n";
    }
    page + "## Next steps\n\nRead on.\n"
}

/// The builds that the release history lists: those of its editions, newest first.
fn on_page(document: &Document) -> Vec<&Release> {
    let archived = |release: &Release| {
        let rows = records(&document.value, "releases").iter();
        let mut row =
            rows.filter(|row| text(row, "version") == release.version && text(row, "product") == "entra-connect");
        row.next().is_some_and(|row| row["sources"][0] == "version-history-archive")
    };
    document.table.releases_of(Product::EntraConnect).rev().filter(|release| !archived(release)).collect()
}

/// The archive: `Status` at the head of the section, without a heading of its own.
pub fn archive(document: &Document, day: &str) -> String {
    let mut page = format!(
        "---\ntitle: 'Microsoft Entra Connect: Version release history archive'\nms.date: {day}\n---\n\n\
         # Microsoft Entra Connect: Version release history archive\n\n>[!NOTE]\n> For a test.\n\n"
    );
    let listed: Vec<String> = on_page(document).iter().map(|release| release.version.clone()).collect();
    let connect = document.table.releases_of(Product::EntraConnect).rev();
    let older = document.table.releases_of(Product::AzureAdSync).rev();
    for (index, release) in connect.chain(older).filter(|release| !listed.contains(&release.version)).enumerate() {
        page += &format!(
            "## {}\nStatus: {}\n\n### Fixed issues\n* One of 1.1.749.0\n\n",
            release.version,
            status(document, release, index)
        );
    }
    page + "## Next steps\n"
}

/// The agents that have a section a build.
pub fn agent(document: &Document, product: Product, title: &str, day: &str) -> String {
    let mut page = format!("---\ntitle: '{title}'\nms.date: {day}\n---\n\n# {title}\n\n");
    for (index, release) in document.table.releases_of(product).rev().enumerate() {
        page += &format!("## {} \n\n{}\n\n- A change\n\n", release.version, status(document, release, index));
    }
    page + "## Next steps\n"
}

/// The Health agents: a section a month, the agents inside.
pub fn health(document: &Document, day: &str) -> String {
    let mut page = format!(
        "---\ntitle: Microsoft Entra Connect Health Version History\nms.date: {day}\n---\n\n# Microsoft Entra Connect Health: Version Release History\n\n"
    );
    let agents = [
        (Product::HealthSync, "agent for Sync"),
        (Product::HealthAdds, "agent for AD DS"),
        (Product::HealthAdfs, "agent for AD FS"),
    ];
    for (product, name) in agents {
        for release in document.table.releases_of(product).rev() {
            let rows = records(&document.value, "releases").iter();
            let mut row = rows
                .filter(|row| text(row, "version") == release.version && text(row, "product").starts_with("health"));
            let own = row.next().is_some_and(|row| row["sources"][0] == "health-version-history");
            let Some(released) = release
                .released
                .filter(|_| own && release.confidence >= entra_connect_checker::table::Confidence::High)
            else {
                continue;
            };
            let way = if release.channel == Channel::Download { ", Download Center Only" } else { "" };
            page += &format!(
                "## {}\n**Agent Update**\n* The {name} (version {}{way}) came\n",
                written(released, 3),
                release.version
            );
            page += "  1. with version 9.9.9.9 of something\n\n";
        }
    }
    page + "## Next steps\n"
}

/// A status in the words of such pages.
fn status(document: &Document, release: &Release, index: usize) -> String {
    let rows = records(&document.value, "releases").iter();
    let mut row = rows.filter(|row| text(row, "version") == release.version);
    let automatic: Option<Date> = row.next().and_then(|row| text(row, "autoUpgradeFrom").parse().ok());
    let date = release.released.map(|date| written(date, index));
    let dated = |words: &str| date.as_ref().map_or(String::new(), |date| format!("{date}: {words}"));
    match (release.channel, automatic) {
        (Channel::Download, _) => dated("Released for download only, not available for autoupgrade"),
        (Channel::DownloadAndAutoUpgrade, Some(day)) if Some(Released::Day(day)) != release.released => {
            format!(
                "{}. {}: Released for autoupgrade.",
                dated("Released for download"),
                written(Released::Day(day), index)
            )
        }
        (Channel::DownloadAndAutoUpgrade, _) => dated("Released for download and auto upgrade."),
        (Channel::AutoUpgradeOnly, _) => {
            dated("Released for auto-upgrade to select tenants. Not available for download.")
        }
        (Channel::Withdrawn, _) => "Won't be released. What it brings is in the next one.".to_owned(),
        (Channel::Limited, _) => "Released to select customers".to_owned(),
        (Channel::Unknown, _) => date.map_or("Nothing is known.".to_owned(), |date| format!("Released: {date}")),
    }
}

/// The same page as a browser saves it.
pub fn html(page: &Page) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let date = page.date.as_ref().map_or("", |(_, date)| date);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=en><head><title>{0} - Docs | Learn</title>\n<meta name=\"ms.date\" content=\"{date}\" />\n\
         <script>let x = \"<h2>9.9.9.9</h2>\";</script></head>\n<body><nav><ul><li>Menu</ul></nav><main>\n",
        escaped(&page.title)
    );
    for block in &page.blocks {
        match &block.kind {
            Kind::Heading(level, text) => out += &format!("<h{level} id=\"x\">{}</h{level}>\n", escaped(text)),
            Kind::Text(text) => out += &format!("<p>{}\n", escaped(text)),
            Kind::Table(rows) => {
                out += "<table><thead>";
                for (index, row) in rows.iter().enumerate() {
                    let cell = if index == 0 { "th" } else { "td" };
                    out += "<tr>";
                    row.cells
                        .iter()
                        .for_each(|text| out += &format!("<{cell}><a href=\"#\">{}</a></{cell}>", escaped(text)));
                    out += "</tr>\n";
                }
                out += "</table>\n";
            }
        }
    }
    out + "</main></body></html>\n"
}
