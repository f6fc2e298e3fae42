//! The facts in other forms.

pub mod html;
