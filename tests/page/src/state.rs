//! The states of the page that are looked at.

use crate::{Error, ON, Page, Shown};

/// A state, and the text that brings it about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it opens.
    Empty,
    /// One build, refused by the service.
    Verdict,
    /// A list of servers.
    Several,
    /// A short version that means builds of different standing.
    Ambiguous,
    /// A number that is not the build.
    Unreadable,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Empty, Self::Verdict, Self::Several, Self::Ambiguous, Self::Unreadable];

    /// For file names and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Verdict => "verdict",
            Self::Several => "several",
            Self::Ambiguous => "ambiguous",
            Self::Unreadable => "unreadable",
        }
    }

    /// What is pasted.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Empty => "",
            Self::Verdict => "2.4.21.0",
            Self::Several => "Server,Version\nSYNC01,2.5.79.0\nSYNC02,2.6.92.0\nSYNC03,1.6.16.0\n",
            Self::Ambiguous => "2.5",
            Self::Unreadable => "PS C:\\> Get-ADSyncGlobalSettings\n\nVersion          : 396\nSqlSchemaVersion : 615\n",
        }
    }

    /// Opens the page in this state, judged for the tests' day.
    pub async fn reach(self, page: &Page) -> Result<(), Error> {
        self.reach_by(page, ON).await
    }

    /// The same with a fragment that says the day, and more.
    pub async fn reach_by(self, page: &Page, fragment: &str) -> Result<(), Error> {
        page.go(fragment).await?;
        if self == Self::Empty {
            return page.drawn().await;
        }
        page.paste(self.text()).await?;
        page.verdicts_when(self.name(), |shown| self.shows(shown)).await?;
        page.drawn().await
    }

    /// Whether the verdicts are those of this state.
    fn shows(self, shown: &[Shown]) -> bool {
        let first = shown.first().and_then(|one| one.status.as_deref());
        match self {
            Self::Empty => shown.is_empty(),
            Self::Verdict => first == Some("retired"),
            Self::Several => shown.len() == 3,
            Self::Ambiguous | Self::Unreadable => first == Some(self.name()),
        }
    }
}
