//! The one next step in a line.

use super::{Advice, Recommend};
use crate::words::{Id, Message};

impl Advice {
    /// What to do, in a line.
    #[must_use]
    pub fn title(&self) -> Message {
        let id = match self.recommend {
            Recommend::Identify => Id::DoIdentify,
            Recommend::LookUp => Id::DoLookUp,
            Recommend::Reinstall => Id::DoReinstall,
            Recommend::Upgrade if self.restore_first => Id::DoRestore,
            Recommend::Upgrade => Id::DoUpgrade,
            Recommend::Nothing => Id::DoNothing,
            Recommend::CloudSync => Id::DoCloudSync,
            Recommend::Decide => Id::DoDecide,
        };
        Message::plain(id).with("to", self.upgrade.to.clone().unwrap_or_default())
    }
}

impl Recommend {
    /// As reports print it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Identify => "identify",
            Self::LookUp => "look-up",
            Self::Reinstall => "reinstall",
            Self::Upgrade => "upgrade",
            Self::Nothing => "nothing",
            Self::CloudSync => "cloud-sync",
            Self::Decide => "decide",
        }
    }
}
