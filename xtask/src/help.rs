//! `cargo xtask help`: the list of commands.

use crate::{COMMANDS, Error, Project, no_arguments};

/// Prints what can be run.
pub fn main(_: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    println!("cargo xtask <command>\n");
    for command in COMMANDS {
        println!("  {:<8} {}", command.name, command.about);
    }
    println!("\nTools that are missing are installed first; nothing is installed twice.");
    Ok(())
}
