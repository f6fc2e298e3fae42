//! `cargo xtask fuzz`: random texts against intake and the whole check (docs/testing.md).
//!
//! The targets stand in `fuzz/`, a workspace of its own. They are built without a sanitizer: the
//! core has no unsafe code for one to watch, and so the pinned stable compiler will do. What a
//! finding was is kept in `fuzz/artifacts/`, with the line that repeats it.

use crate::run::Step;
use crate::setup::{self, Need};
use crate::{Error, Project};

/// The targets, in the order in which they run: files of `fuzz/targets/`.
const TARGETS: [&str; 2] = ["intake", "check"];
/// How long each runs unless told.
const SECONDS: u32 = 60;

/// Makes the seeds from the cases, then runs one target or both.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    let (seconds, only) = wanted(arguments)?;
    let tools = setup::ensure(project, &[Need::CargoFuzz])?;
    // The cases are read by the code that the tests read them with.
    Step::cargo("seeds from tests/cases", project.root())
        .args(["run", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--example", "seeds"])
        .run()?;
    for target in TARGETS.into_iter().filter(|target| only.as_deref().is_none_or(|only| only == *target)) {
        let (corpus, seeds) = (format!("fuzz/corpus/{target}"), format!("fuzz/seeds/{target}"));
        std::fs::create_dir_all(project.at(&corpus))
            .map_err(|source| Error::File { path: project.at(&corpus), source })?;
        Step::cargo(&format!("fuzz {target} for {seconds} s"), project.root())
            .env("PATH", tools.path())
            .args(["fuzz", "run", "--sanitizer", "none", target, &corpus, &seeds, "--"])
            .args([format!("-max_total_time={seconds}")])
            // Edges alone, without how often each was passed: the corpus stays small and the pace
            // twice as high. Longer texts than these hold nothing that shorter ones do not.
            .args(["-use_counters=0", "-max_len=512", "-timeout=10", "-print_final_stats=1"])
            .run()?;
    }
    Ok(())
}

/// The seconds for each target, and the one target that is named.
fn wanted(arguments: &mut lexopt::Parser) -> Result<(u32, Option<String>), Error> {
    let (mut seconds, mut only) = (SECONDS, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("seconds") => {
                use lexopt::ValueExt;
                seconds = arguments.value()?.parse()?;
            }
            lexopt::Arg::Value(name) if only.is_none() && TARGETS.iter().any(|target| name == *target) => {
                only = Some(name.to_string_lossy().into_owned());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok((seconds, only))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<(u32, Option<String>), Error> {
        wanted(&mut lexopt::Parser::from_args(words.iter().copied()))
    }

    #[test]
    fn time_and_target_are_read() {
        assert_eq!(read(&[]).expect("none is needed"), (SECONDS, None));
        assert_eq!(read(&["--seconds", "5", "check"]).expect("both are right"), (5, Some("check".to_owned())));
        assert!(read(&["chekc"]).is_err() && read(&["check", "intake"]).is_err() && read(&["--seconds", "x"]).is_err());
    }

    #[test]
    fn every_target_is_there() {
        let project = Project::find();
        let files = TARGETS.map(|target| project.at(&format!("fuzz/targets/{target}.rs")).exists());
        assert_eq!(files, [true; 2]);
    }
}
