//! The facts in other forms.

pub mod html;
pub mod ics;
