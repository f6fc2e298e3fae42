//! The word at the head of a verdict.

use super::{Severity, Status, Verdict};
use crate::words::Id;

impl Verdict {
    /// The word for it: the severity's, unless the status tells more.
    #[must_use]
    pub fn headline(&self) -> Id {
        match (self.severity, self.status) {
            (Severity::Stopped, _) => Id::SeverityStopped,
            (_, Status::Withdrawn) => Id::StatusWithdrawn,
            (_, Status::Retired) => Id::StatusRetired,
            (_, Status::Unlisted) => Id::StatusUnlisted,
            (Severity::Unknown, status) => status.words(),
            (Severity::Act, _) => Id::SeverityAct,
            (Severity::Plan, _) => Id::SeverityPlan,
            (Severity::Ok, Status::Current) => Id::StatusCurrent,
            (Severity::Ok, _) => Id::SeverityOk,
        }
    }
}

impl Status {
    /// The words for it.
    #[must_use]
    pub fn words(self) -> Id {
        match self {
            Self::Unreadable => Id::StatusUnreadable,
            Self::OtherProduct => Id::StatusOtherProduct,
            Self::Ambiguous => Id::StatusAmbiguous,
            Self::Newer => Id::StatusNewer,
            Self::Unlisted => Id::StatusUnlisted,
            Self::NotYetReleased => Id::StatusNotYetReleased,
            Self::Withdrawn => Id::StatusWithdrawn,
            Self::Retired => Id::StatusRetired,
            Self::Current => Id::StatusCurrent,
            Self::Supported => Id::StatusSupported,
        }
    }

    /// As reports print it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::OtherProduct => "other-product",
            Self::Ambiguous => "ambiguous",
            Self::Newer => "newer",
            Self::Unlisted => "unlisted",
            Self::NotYetReleased => "not-yet-released",
            Self::Withdrawn => "withdrawn",
            Self::Retired => "retired",
            Self::Current => "current",
            Self::Supported => "supported",
        }
    }
}

impl Severity {
    /// As reports print it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Act => "act",
            Self::Plan => "plan",
            Self::Unknown => "unknown",
            Self::Ok => "ok",
        }
    }
}
