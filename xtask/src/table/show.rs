//! `cargo xtask table show`: the builds, judged for a day.

use entra_connect_checker::table::Release;
use entra_connect_checker::{Build, Date};

use super::document::Document;
use super::rows::{Row, csv_line};
use super::today;
use crate::{Error, Project};

/// How the rows are written.
#[derive(Debug, Clone, Copy, Default)]
enum Format {
    #[default]
    Table,
    Json,
    Csv,
    Markdown,
}

/// The columns that fit a line; JSON and CSV hold all fields.
const COLUMNS: [&str; 8] =
    ["product", "version", "released", "channel", "supportEnds", "supportEndsBasis", "status", "severity"];

/// Prints all builds, or one with all that is known of it.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    use lexopt::ValueExt;
    let (mut build, mut on, mut format) = (None, None, Format::default());
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("on") => on = Some(arguments.value()?.parse::<Date>()?),
            lexopt::Arg::Long("format") => {
                format = arguments.value()?.parse_with(|name| match name {
                    "table" => Ok(Format::Table),
                    "json" => Ok(Format::Json),
                    "csv" => Ok(Format::Csv),
                    "markdown" => Ok(Format::Markdown),
                    _ => Err("it is one of table, json, csv, markdown"),
                })?;
            }
            lexopt::Arg::Value(value) if build.is_none() => build = Some(value.parse::<Build>()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let document = Document::of(project)?;
    let on = on.unwrap_or_else(today);
    let wanted: Vec<&Release> =
        document.table.releases().iter().filter(|row| build.as_ref().is_none_or(|build| row.build == *build)).collect();
    if let (Some(build), true) = (&build, wanted.is_empty()) {
        let reason = format!("holds no build {build}; the newest of Connect is {}", newest(&document));
        return Err(Error::Content { path: project.at("data"), reason });
    }
    let rows: Vec<Row> = wanted.iter().map(|release| Row::of(&document.table, release, Some(on))).collect();
    print!("{}", written(&rows, format, build.is_some(), on, &document));
    Ok(())
}

fn newest(document: &Document) -> String {
    document.table.newest().map(|release| release.version.clone()).unwrap_or_default()
}

fn written(rows: &[Row], format: Format, single: bool, on: Date, document: &Document) -> String {
    let cells: Vec<Vec<(String, String)>> = rows.iter().map(Row::cells).collect();
    match format {
        Format::Json => serde_json::to_string_pretty(rows).unwrap_or_default() + "\n",
        Format::Csv => {
            let names = cells.first().map(|row| csv_line(row.iter().map(|(name, _)| name.clone())));
            let lines = cells.iter().map(|row| csv_line(row.iter().map(|(_, value)| value.clone())));
            names.into_iter().chain(lines).collect()
        }
        Format::Markdown => markdown(&cells),
        Format::Table if single => {
            let line = |(name, value): &(String, String)| format!("{name:<18}{value}\n");
            let rows = cells.iter().map(|row| row.iter().filter(|(_, value)| !value.is_empty()).map(line).collect());
            rows.collect::<Vec<String>>().join("\n")
        }
        Format::Table => {
            let as_of = document.table.as_of();
            format!("{}\njudged for {on}, facts as of {as_of}\n", aligned(&cells))
        }
    }
}

fn chosen(row: &[(String, String)]) -> impl Iterator<Item = &str> {
    COLUMNS.iter().map(|column| row.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value.as_str()))
}

fn aligned(rows: &[Vec<(String, String)>]) -> String {
    let mut widths = COLUMNS.map(str::len);
    for row in rows {
        for (width, value) in widths.iter_mut().zip(chosen(row)) {
            *width = (*width).max(value.len());
        }
    }
    let line = |values: &mut dyn Iterator<Item = &str>| {
        let padded: String = values.zip(widths).map(|(value, width)| format!("{value:<width$}  ")).collect();
        padded.trim_end().to_owned() + "\n"
    };
    let head = line(&mut COLUMNS.into_iter());
    rows.iter().fold(head, |all, row| all + &line(&mut chosen(row)))
}

fn markdown(rows: &[Vec<(String, String)>]) -> String {
    let line = |values: &mut dyn Iterator<Item = &str>| format!("| {} |\n", values.collect::<Vec<_>>().join(" | "));
    let head = line(&mut COLUMNS.into_iter()) + &line(&mut COLUMNS.iter().map(|_| "---"));
    rows.iter().fold(head, |all, row| all + &line(&mut chosen(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(version: &str, format: Format, single: bool) -> String {
        let document = Document::of(crate::first::project()).expect("data/ holds together");
        let on = "2026-11-23".parse().expect("a day");
        let build: Build = version.parse().expect("a build");
        let rows: Vec<Row> = document
            .table
            .releases()
            .iter()
            .filter(|row| row.build == build)
            .map(|row| Row::of(&document.table, row, Some(on)))
            .collect();
        written(&rows, format, single, on, &document)
    }

    #[test]
    fn a_build_in_every_form() {
        let table = shown("2.6.84.0", Format::Table, false);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[1].starts_with("entra-connect  2.6.84.0  2026-07-07  download"), "{table}");
        assert!(lines[1].ends_with("2027-09-16   published         supported  ok"), "{table}");
        let markdown = shown("2.6.84.0", Format::Markdown, false);
        assert!(
            markdown.ends_with(
                "| entra-connect | 2.6.84.0 | 2026-07-07 | download | 2027-09-16 | published | supported | ok |\n"
            ),
            "{markdown}"
        );
        let json: serde_json::Value = serde_json::from_str(&shown("2.6.84.0", Format::Json, true)).expect("JSON");
        assert_eq!(json[0]["supersededBy"], "2.6.91.0");
        let csv = shown("2.6.84.0", Format::Csv, true);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let row = reader.records().next().expect("one row").expect("it is CSV");
        assert_eq!(row.get(4), Some("2027-09-16"));
        assert!(shown("2.5.79.0", Format::Table, true).contains("severity          act\n"));
    }

    #[test]
    fn a_number_of_two_products_shows_both() {
        assert_eq!(shown("1.1.281.0", Format::Table, false).lines().count(), 5);
    }
}
