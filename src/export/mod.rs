//! The facts in other forms.

pub mod excerpt;
pub mod html;
pub mod ics;
