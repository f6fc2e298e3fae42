//! The finished page in a real browser. One program, so that it is linked once.

mod accessibility;
mod advice;
mod bad_input;
mod keyboard;
mod layout;
mod privacy;
mod saving;
mod verdict;
mod without_scripts;

/// What a test gives back.
type Outcome = Result<(), page_tests::Error>;
