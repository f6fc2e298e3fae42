//! How a page is looked at: themes, forced colours, paper. Chromium only.

use base64::Engine as _;
use serde_json::json;

use crate::chromium::devtools;
use crate::{Error, Page};

/// By what means the page is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The light theme.
    Light,
    /// The dark theme.
    Dark,
    /// Colours forced by the reader's system.
    Forced,
    /// As it would be printed.
    Print,
}

impl Look {
    /// For file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced => "forced-colours",
            Self::Print => "print",
        }
    }
}

impl Page {
    /// Looks at the page so.
    pub async fn look(&self, look: Look) -> Result<(), Error> {
        let scheme = if look == Look::Dark { "dark" } else { "light" };
        let forced = if look == Look::Forced { "active" } else { "none" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "forced-colors", "value": forced},
        ]);
        let media = if look == Look::Print { "print" } else { "" };
        devtools(self.client(), "Emulation.setEmulatedMedia", json!({"media": media, "features": features})).await?;
        Ok(())
    }

    /// A picture of the page, as far down as people look at once, in few bytes: WebP.
    pub async fn small_picture(&self, width: u32) -> Result<Vec<u8>, Error> {
        self.width(width).await?;
        self.drawn().await?;
        let wanted = json!({"format": "webp", "quality": 35, "captureBeyondViewport": true, "clip": {
            "x": 0, "y": 0, "scale": 1, "width": width,
            "height": self.script::<f64>("return Math.min(2400, document.documentElement.scrollHeight)", vec![]).await?,
        }});
        let picture = devtools(self.client(), "Page.captureScreenshot", wanted).await?;
        let data = picture["data"].as_str().unwrap_or_default();
        base64::prelude::BASE64_STANDARD.decode(data).map_err(|_| self.lacks("to take a picture"))
    }
}
