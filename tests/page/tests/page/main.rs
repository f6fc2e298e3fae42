//! The finished page in a real browser. One program, so that it is linked once.

mod accessibility;
mod advice;
mod bad_input;
mod hosting;
mod keyboard;
mod languages;
mod layout;
mod other_day;
mod privacy;
mod releases;
mod saving;
mod start;
mod take_away;
mod verdict;
mod without_scripts;

/// What a test gives back.
type Outcome = Result<(), page_tests::Error>;
