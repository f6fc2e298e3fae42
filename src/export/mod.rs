//! The facts in other forms.

pub mod csv;
pub mod excerpt;
pub mod html;
pub mod ics;
pub mod ticket;
