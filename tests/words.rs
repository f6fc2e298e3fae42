//! The other languages say everything that English says, with the same values.
#![allow(clippy::expect_used, clippy::panic)]

use std::fs;

use entra_connect_checker::words::speech::{Speech, say};
use entra_connect_checker::words::{Id, LANGUAGES, Language, Message, file, packed};
use entra_connect_checker::{Answers, Table, check};

fn source(language: Language) -> String {
    let path = format!("{}/src/words/{}.txt", env!("CARGO_MANIFEST_DIR"), language.code);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_message_is_there_in_every_language() {
    let mut lines = String::new();
    for language in LANGUAGES {
        for id in file::missing(&source(language)) {
            lines += &format!("\n{}.txt lacks: {} = {}", language.code, id.as_str(), id.english());
        }
    }
    assert!(lines.is_empty(), "`cargo xtask words` lists them too:{lines}");
}

#[test]
fn every_translation_fits_its_message() {
    let mut faults = String::new();
    for language in LANGUAGES {
        for fault in file::faults(language, &source(language)) {
            faults += &format!("\n{}.txt: {fault}", language.code);
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_language_has_its_file_and_every_file_its_language() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/words");
    let names =
        fs::read_dir(folder).expect("it is there").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".txt")).collect();
    let mut languages: Vec<String> = LANGUAGES.iter().map(|language| format!("{}.txt", language.code)).collect();
    files.sort();
    languages.sort();
    assert_eq!(files, languages);
}

#[test]
fn faults_are_found() {
    let german = LANGUAGES[0];
    let faults = |text: &str| file::faults(german, text);
    assert_eq!(faults("# a note\nyes = Ja\ndays-left = noch {days:one=# Tag|other=# Tage}\n"), Vec::<String>::new());
    assert_eq!(faults("yes Ja"), ["not `id = text`: yes Ja"]);
    assert_eq!(faults("yes = Ja\nyes = Jo"), ["yes: stands there twice"]);
    assert_eq!(faults("perhaps = Vielleicht"), ["perhaps: there is no such message"]);
    assert_eq!(
        faults("retired = {version}"),
        ["retired: must have the slots [\"date\", \"version\"], has [\"version\"]"]
    );
    let forms = "days-left: {days} must have the forms [\"one\", \"other\"], has [\"other\"]";
    assert_eq!(faults("days-left = {days:# Tage}"), [forms]);
    assert_eq!(faults("not-known = I don’t know"), ["not-known: is the English text"]);
    assert!(file::missing("yes = Ja\n").iter().all(|id| *id != Id::Yes));
}

/// A language by its words alone, as a page would have it without a browser.
struct Plain<'a>(Vec<&'a str>);

impl Speech for Plain<'_> {
    fn template(&self, id: Id) -> &str {
        packed::pick(&self.0, id)
    }
    fn category(&self, _: i64) -> String {
        "other".to_owned()
    }
    fn number(&self, number: i64) -> String {
        number.to_string()
    }
    fn day(&self, date: entra_connect_checker::Date) -> String {
        date.to_string()
    }
    fn month(&self, date: entra_connect_checker::Date) -> String {
        date.to_string()
    }
    fn around_value(&self) -> [&'static str; 2] {
        ["<", ">"]
    }
    fn around_fact(&self) -> [&'static str; 2] {
        ["«", "»"]
    }
}

#[test]
fn a_verdict_is_said_in_another_language_and_reported_in_english() {
    let source = source(LANGUAGES[0]);
    let packed = packed::pack(&source);
    let german = Plain(packed::unpack(&packed).expect("it is packed for this list"));
    let told = |message: &Message| {
        let mut words = String::new();
        say(&german, message, &mut words).expect("memory takes all");
        words
    };
    let table = Table::embedded().expect("a test holds it");
    let on = "2026-11-23".parse().expect("a day");
    let reason = |text: &str| check(table, text, on, &Answers::default()).gravest().expect("a verdict").reason.clone();

    let retired = reason("2.5.79.0");
    assert_eq!(told(&retired), "Der Support für <2.5.79.0> endete am 2026-10-23.");
    assert_eq!(retired.to_string(), "Support for 2.5.79.0 ended on 23 October 2026.");
    let seen = reason("Windows Server 2022 10.0.20348");
    let english = "No version of Entra Connect was found in this text, only 10.0.20348 (the Windows version).";
    assert_eq!(seen.to_string(), english);
    assert!(told(&seen).contains("<10.0.20348> (die Windows-Version)"), "{}", told(&seen));
}
