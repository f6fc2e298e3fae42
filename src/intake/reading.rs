//! What was read out of a text.

use std::ops::Range;

use serde::Serialize;

use crate::table::{Product, Table};
use crate::version::Build;
use crate::words::{Id, Message};

/// The number that a text gives for an installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// All four parts.
    Full(Build),
    /// Two or three parts: all builds that begin with them.
    Short(Vec<u16>),
    /// A whole line, as in `1.x` or `DirSync`: its identifier in the table;
    /// several when the name is shared.
    Line(Vec<String>),
}

/// One installation that a text speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The product, if a name or the number itself says it.
    pub product: Option<Product>,
    /// The number.
    pub number: Number,
    /// The number as written, in plain digits and dots.
    pub text: String,
    /// The server's name, if the text gives one.
    pub server: Option<String>,
    /// Whether it is a staging server, if the text says so.
    pub staging: Option<bool>,
    /// Whether the parts of the installation show different numbers.
    pub partial: bool,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// Why this number was taken.
    pub chosen: Chosen,
}

/// What a number was taken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// It is the synchronization service's own.
    Engine,
    /// The configuration was written with it.
    Configuration,
    /// The cloud was told it.
    Cloud,
    /// A name stands beside it.
    Name,
    /// A product has exactly this build.
    Listed,
    /// It has the form of a build.
    Form,
    /// It is the name of a whole line of builds.
    Line,
}

/// Why a number was taken; the words come with the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// What it was taken by.
    pub by: By,
    /// Whether words say that it is installed.
    pub installed: bool,
    /// The other number of a partial upgrade.
    pub other: Option<String>,
}

impl Chosen {
    /// A number taken by one thing alone.
    #[must_use]
    pub fn by(by: By) -> Self {
        Self { by, installed: false, other: None }
    }

    /// In words, the most deciding first.
    #[must_use]
    pub fn words(&self, table: &Table, product: Option<Product>) -> Vec<Message> {
        let id = match self.by {
            By::Engine => Id::ChosenEngine,
            By::Configuration => Id::ChosenConfiguration,
            By::Cloud => Id::ChosenCloud,
            By::Name => Id::ChosenNamed,
            By::Listed => Id::ChosenListed,
            By::Form => Id::ChosenForm,
            By::Line => Id::ChosenName,
        };
        let mut first = Message::plain(id);
        if matches!(self.by, By::Name | By::Listed) {
            let name = product.and_then(|product| table.product(product)).map(|info| info.name.clone());
            first = first.with("product", name.unwrap_or_default());
        }
        let mut words = vec![first];
        if self.installed {
            words.push(Message::plain(Id::ChosenInstalled));
        }
        if let Some(other) = &self.other {
            words.push(Message::plain(Id::ChosenPartial).with("other", other.clone()));
        }
        words
    }
}

/// What a number is that was not taken for the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it")]
pub enum What {
    Windows,
    Dotnet,
    Sql,
    Powershell,
    Address,
    Date,
    Counter,
    Target,
    Previous,
    Sibling,
    Other,
}

/// A number that was seen and not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// The number as written, in plain digits and dots.
    pub text: String,
    /// What it is instead.
    pub what: What,
    /// The product, for siblings.
    pub product: Option<Product>,
}

/// What a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// An installation of Connect or a predecessor.
    Installation(Reading),
    /// Several complete builds, and nothing says which one is installed.
    Unclear(Vec<Reading>),
    /// A product beside Connect; `None` when its number does not tell which.
    Sibling(Reading),
    /// A text without a build.
    Nothing,
}

/// The result of reading a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// One entry per verdict, in the order of the text; empty for blank text.
    pub findings: Vec<Finding>,
    /// What was seen and not taken, in the order of the text.
    pub passed_over: Vec<Passed>,
}
