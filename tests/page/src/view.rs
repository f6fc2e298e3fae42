//! How a page is looked at: its width, its colours, on paper, in a browser that lacks something,
//! and what the console says. No standard has words for these; each engine has its own.

use serde_json::json;

use crate::chromium::devtools;
use crate::{Error, Kind, Lack, Listener, Page, chromium, firefox, webkit};

impl Page {
    /// Makes the page so wide, to the pixel: a window cannot be as narrow as a telephone.
    pub async fn width(&self, width: u32) -> Result<(), Error> {
        self.size(width, 900).await
    }

    async fn size(&self, width: u32, height: u32) -> Result<(), Error> {
        match self.engine().kind {
            Kind::Chromium => chromium::size(self.client(), width, height).await,
            Kind::Firefox => firefox::size(self.client(), width, height).await,
            Kind::WebKit => webkit::size(self.client(), width, height).await,
        }
    }

    /// Lets the system ask for `light` or `dark`, for this page and the next ones.
    pub async fn scheme(&self, scheme: &'static str) -> Result<(), Error> {
        self.scheme.set(Some(scheme));
        match self.engine().kind {
            Kind::Chromium => chromium::media(self.client(), "", scheme).await,
            Kind::Firefox => firefox::media(self.client(), "", scheme).await,
            Kind::WebKit => webkit::scheme(self.client(), scheme).await,
        }
    }

    /// Shows the page as it would be printed. Not WebKit.
    pub async fn print(&self) -> Result<(), Error> {
        match self.engine().kind {
            Kind::Chromium => chromium::media(self.client(), "print", "").await,
            Kind::Firefox => firefox::media(self.client(), "print", "").await,
            Kind::WebKit => Err(self.lacks("to show what it would print")),
        }
    }

    /// Takes something away from the pages to come.
    pub(crate) async fn lack(&self, lack: Lack) -> Result<(), Error> {
        match self.engine().kind {
            Kind::Chromium => chromium::lack(self.client(), lack).await,
            Kind::Firefox => firefox::lack(self.client(), lack).await,
            // By its start.
            Kind::WebKit => Ok(()),
        }
    }

    /// Runs a script in every page before its own. Not WebKit.
    pub async fn before_each_page(&self, script: &str) -> Result<(), Error> {
        match self.engine().kind {
            Kind::Chromium => chromium::before_each_page(self.client(), script).await,
            Kind::Firefox => firefox::before_each_page(self.client(), script).await,
            Kind::WebKit => Err(self.lacks("to run a script before the page's own")),
        }
    }

    /// Opens every page from now on as on this day, at noon; `day` is year, month and day. Not in WebKit.
    pub async fn today(&self, day: [u32; 3]) -> Result<(), Error> {
        let clock = "const [year, month, day] = DAY, Now = Date;
            globalThis.Date = class extends Now {
                constructor(...parts) { if (parts.length) super(...parts); else super(year, month - 1, day, 12); }
            }";
        self.before_each_page(&clock.replace("DAY", &format!("{day:?}"))).await
    }

    /// What the console has shown since the last time it was asked. In WebKit only what came after
    /// the page was loaded; whether it started is seen by other means.
    pub async fn console(&self) -> Result<Vec<String>, Error> {
        match self.engine().kind {
            Kind::Chromium => chromium::console(self.client()).await,
            Kind::Firefox => firefox::console(self.client()).await,
            Kind::WebKit => webkit::console(self.client()).await,
        }
    }

    /// Whatever this browser has sent to anybody since the last time, but for its own talk.
    pub fn sent(&self, listener: &Listener) -> Vec<String> {
        let own: &[&str] = match self.engine().kind {
            Kind::Chromium => &chromium::OWN_TALK,
            Kind::Firefox | Kind::WebKit => &[],
        };
        let host = |line: &str| line.split(['/', ':', ' ']).any(|word| own.contains(&word));
        listener.heard().into_iter().filter(|line| !host(line)).collect()
    }

    /// Every address that pages have asked for since the last time, by the browser's own account.
    /// Chromium only.
    pub async fn requests(&self) -> Result<Vec<String>, Error> {
        match self.engine().kind {
            Kind::Chromium => chromium::requests(self.client()).await,
            Kind::Firefox | Kind::WebKit => Err(self.lacks("for a list of requests")),
        }
    }

    /// A picture of the whole page, as PNG.
    pub async fn picture(&self, width: u32) -> Result<Vec<u8>, Error> {
        self.width(width).await?;
        self.drawn().await?;
        let height: f64 = self.script("return document.documentElement.scrollHeight", vec![]).await?;
        self.size(width, (height as u32).clamp(400, 12_000)).await?;
        self.drawn().await?;
        let picture = self.client().screenshot().await?;
        self.width(width).await?;
        Ok(picture)
    }

    /// Once what nobody needs is collected: the bytes of scripts, and the nodes. Chromium alone.
    pub async fn memory(&self) -> Result<[f64; 2], Error> {
        match self.engine().kind {
            Kind::Chromium => {
                chromium::collect(self.client()).await?;
                let counters = devtools(self.client(), "Memory.getDOMCounters", json!({})).await?;
                let heap = devtools(self.client(), "Runtime.getHeapUsage", json!({})).await?;
                Ok([&heap["usedSize"], &counters["nodes"]].map(|value| value.as_f64().unwrap_or(f64::NAN)))
            }
            Kind::Firefox | Kind::WebKit => Err(self.lacks("to tell its memory")),
        }
    }

    pub(crate) fn lacks(&self, what: &'static str) -> Error {
        Error::Lacks { engine: self.engine().name(), what }
    }
}
