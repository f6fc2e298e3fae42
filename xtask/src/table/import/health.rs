//! The version history of the Health agents: sections by month, agents named inside.

use entra_connect_checker::{Build, Released};

use super::blocks::{Block, Kind, Page};
use super::dates;
use super::history::{Reading, Unread};

/// Reads every `… (version 4.5.2520.0)` with the agents that the words before it name.
pub fn read(page: &Page) -> Reading {
    let mut reading = Reading::default();
    let mut month = None;
    for block in &page.blocks {
        match &block.kind {
            Kind::Heading(2, text) => month = Some((block.line, heading(text), text.as_str())),
            Kind::Text(text) => agents(text, block, month.as_ref(), &mut reading),
            Kind::Heading(..) | Kind::Table(_) => {}
        }
    }
    reading
}

/// A day, a month, or the first month of several: `January - March 2024`.
fn heading(text: &str) -> Option<Result<Released, String>> {
    let parts: Vec<&str> = text.split(['-', '–', '/']).map(str::trim).collect();
    if let [first, last] = parts.as_slice()
        && dates::first(first).is_none()
        && let Some(year) = last.rsplit(' ').next()
    {
        return dates::first(&format!("{first} {year}")).or_else(|| dates::first(text));
    }
    dates::first(text)
}

type Month<'a> = (usize, Option<Result<Released, String>>, &'a str);

fn agents(text: &str, block: &Block, month: Option<&Month<'_>>, reading: &mut Reading) {
    let lower = text.to_lowercase();
    let Some((before, after)) = ["(versions ", "(version "].iter().find_map(|mark| lower.split_once(mark)) else {
        return;
    };
    let inside = after.split([')', ',']).next().unwrap_or_default();
    // Of a range the last number is the newest.
    let number = inside.rsplit([' ', '-', '–']).find(|word| !word.is_empty()).unwrap_or_default();
    let number = if number.split('.').count() == 3 { format!("{number}.0") } else { number.to_owned() };
    let mut unread = |problem: String| {
        reading.unread.push(Unread { line: block.line, version: number.clone(), problem, no_date: false });
    };
    let build: Build = match number.parse() {
        Ok(build) => build,
        Err(_) if inside.ends_with('x') => return,
        Err(error) => return unread(error.to_string()),
    };
    let released = match month {
        Some((_, Some(Ok(date)), _)) => Some(*date),
        Some((line, Some(Err(reason)), _)) => return unread(format!("the date on line {line}: {reason}")),
        Some((line, None, text)) => return unread(format!("line {line}, \"{text}\", holds no date that can be read")),
        None => return unread("no date stands above it".to_owned()),
    };
    let download = after.contains("download center");
    for product in products(before) {
        let found = reading.entry(&number, build.clone(), Some(product), block.line);
        // Listed again later: the first time counts. The page is newest first.
        found.released = match (found.released, released) {
            (Some(known), Some(date)) if known.first_day() < date.first_day() => Some(known),
            (known, date) => date.or(known),
        };
        if download {
            found.channel = Some("download");
        }
    }
}

/// The agents that words name; all three where none is named.
fn products(words: &str) -> Vec<&'static str> {
    let named = [
        ("health-sync", &["for sync", "agent for microsoft entra connect", "agent for azure ad connect"][..]),
        ("health-adds", &["ad ds", "adds "]),
        ("health-adfs", &["ad fs", "adfs "]),
    ];
    let found: Vec<_> = named.iter().filter(|(_, forms)| forms.iter().any(|form| words.contains(form))).collect();
    if found.is_empty() {
        return named.iter().map(|(product, _)| *product).collect();
    }
    found.into_iter().map(|(product, _)| *product).collect()
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;

    #[test]
    fn agents_and_months_are_read() {
        let page = markdown::read(
            "# Health: Version history\n\n## August 2026\n**Agents**\nHealth (version 4.5.2700.0)\n- x\n\n\
             ## January - March 2024\nHealth ADDS Agents (versions 4.5.x - 4.5.2462)\n\n\
             ## May / June 2023\nHealth ADFS Agents (versions 4.5.x)\n\n\
             ## 27 March 2023\nHealth AD DS and ADFS Agents (version 3.2.2256.26, Download Center Only)\n\n\
             ## March 2018\n* Agent for Sync (version 3.0.129.0) released with version 1.1.750.0\n\n\
             ## October 2017\n* Agent for Sync (version 3.0.129.0) released with version 1.1.649.0\n\n\
             ## Some day\n* Agent for AD FS (version 3.0.1.0)\n",
        );
        let reading = read(&page);
        let said: Vec<String> = reading
            .builds
            .iter()
            .map(|((_, product), found)| {
                format!("{} {} {}", product.expect("named"), found.version, found.released.expect("dated"))
            })
            .collect();
        let wanted = [
            "health-sync 3.0.129.0 2017-10",
            "health-adds 3.2.2256.26 2023-03-27",
            "health-adfs 3.2.2256.26 2023-03-27",
            "health-adds 4.5.2462.0 2024-01",
            "health-adds 4.5.2700.0 2026-08",
            "health-adfs 4.5.2700.0 2026-08",
            "health-sync 4.5.2700.0 2026-08",
        ];
        assert_eq!(said, wanted);
        let told: Vec<_> = reading.unread.iter().map(|unread| (unread.line, unread.problem.as_str())).collect();
        assert_eq!(told, [(24, "line 23, \"Some day\", holds no date that can be read")]);
    }
}
