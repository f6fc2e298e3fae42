//! Drives the real page in real browsers.
