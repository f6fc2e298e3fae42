//! A person at the finished page: opens `dist/index.html` from disk in a real browser, pastes,
//! types, presses keys, and reads what stands there.
//!
//! * [`Engine`]: which browser, and how its driver is started;
//! * [`Driver`]: the driver's process, ended with its owner;
//! * [`Page`]: what a person does and sees;
//! * [`Server`]: the servers that people host the page with;
//! * [`Listener`]: who hears whatever the browser sends;
//! * [`Hosts`]: pages of others, served from this machine;
//! * [`axe`]: the accessibility rules;
//! * [`State`]: the states of the page that are looked at, by rules and in pictures.
//!
//! Everything goes by WebDriver, so another browser is another [`Engine`]. What the standard lacks
//! (a dark screen, a browser without scripts) is asked of each engine in its own way, each way in
//! a file of the engine's name; `view` is the one place that chooses between them. What an engine
//! cannot be asked for at all is an error that says so, and a test that needs it stands in a module
//! named for the engine that is left out, `not_webkit`.

pub mod axe;
mod chromium;
mod command;
mod driver;
mod engine;
mod error;
mod firefox;
mod hosts;
mod listener;
mod look;
mod page;
mod saving;
mod screen;
mod server;
mod state;
mod view;
mod webkit;

pub use driver::Driver;
pub use engine::{Engine, Kind, Lack, Start};
pub use error::Error;
pub use hosts::{Hosts, Request};
pub use listener::Listener;
pub use look::Look;
pub use page::{Page, Shown, address, place};
pub use server::Server;
pub use state::State;

/// The day that tests judge for, as the examples of the specification do: without it every test
/// would change its meaning overnight.
pub const ON: &str = "on=2026-11-23";
