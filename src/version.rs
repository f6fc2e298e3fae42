//! A build number of four parts, kept in a [`semver::Version`].
//!
//! Semantic versions know three numbers; the fourth of a Windows file version
//! travels as build metadata, so `2.5.190.0` is `2.5.190+0`. The order of
//! `semver` compares numeric metadata as numbers, which is the order wanted
//! here: 2.5.79.0 < 2.5.190.0 and 1.6.11.2 < 1.6.11.3.

use std::fmt;
use std::str::FromStr;

use semver::{BuildMetadata, Version};
use serde::{Serialize, Serializer};

/// A complete build number such as `2.5.79.0`.
///
/// Each part fits the field of a Windows file version (0 to 65535).
///
/// ```
/// use entra_connect_checker::Build;
///
/// let floor: Build = "2.5.79.0".parse()?;
/// let later: Build = "2.5.190.0".parse()?;
/// assert!(floor < later, "compared as numbers, not as text");
/// assert_eq!("1.0.419.0911".parse::<Build>()?.to_string(), "1.0.419.911");
/// # Ok::<(), entra_connect_checker::BuildError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Build(Version);

impl Build {
    /// Builds the number from its four parts.
    #[must_use]
    pub fn new(parts: [u16; 4]) -> Self {
        let [major, minor, patch, fourth] = parts;
        let mut version = Version::new(major.into(), minor.into(), patch.into());
        // Digits are always valid metadata; if that ever failed, the fourth
        // part would count as absent and sort below 0.
        version.build = BuildMetadata::new(&fourth.to_string()).unwrap_or(BuildMetadata::EMPTY);
        Self(version)
    }

    /// The four parts, the most significant first.
    #[must_use]
    pub fn parts(&self) -> [u16; 4] {
        let small = |n: u64| u16::try_from(n).unwrap_or(u16::MAX);
        [small(self.0.major), small(self.0.minor), small(self.0.patch), self.0.build.as_str().parse().unwrap_or(0)]
    }

    /// The number as `semver` holds it, for those who want its tools.
    #[must_use]
    pub fn as_semver(&self) -> &Version {
        &self.0
    }
}

impl fmt::Display for Build {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let v = &self.0;
        write!(f, "{}.{}.{}.{}", v.major, v.minor, v.patch, v.build)
    }
}

impl Serialize for Build {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why a text is no complete build number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// Not exactly four parts between dots.
    #[error("a build has four numbers, as in 2.5.79.0; this has {0}")]
    Parts(usize),
    /// A part holds something else than digits, or nothing.
    #[error("part {position} of the build, \"{text}\", is not a number")]
    NotANumber {
        /// Counted from 1.
        position: usize,
        /// The part as written.
        text: String,
    },
    /// A part is larger than a Windows file version can hold.
    #[error("part {position} of the build, {text}, is above 65535, the most a file version can hold")]
    TooLarge {
        /// Counted from 1.
        position: usize,
        /// The part as written.
        text: String,
    },
}

impl FromStr for Build {
    type Err = BuildError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let count = text.split('.').count();
        let mut parts = [0u16; 4];
        if count != parts.len() {
            return Err(BuildError::Parts(count));
        }
        for (index, (slot, part)) in parts.iter_mut().zip(text.split('.')).enumerate() {
            let position = index.saturating_add(1);
            if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(BuildError::NotANumber { position, text: part.to_owned() });
            }
            let digits = part.trim_start_matches('0');
            *slot = if digits.is_empty() {
                0
            } else {
                digits.parse().map_err(|_| BuildError::TooLarge { position, text: part.to_owned() })?
            };
        }
        Ok(Self::new(parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(text: &str) -> Build {
        text.parse().unwrap()
    }

    #[test]
    fn order_is_numeric_on_all_four_parts() {
        let sorted = ["1.0.419.0911", "1.6.11.2", "1.6.11.3", "2.4.27.0", "2.4.129.0", "2.5.79.0", "2.5.190.0"];
        for pair in sorted.windows(2) {
            assert!(build(pair[0]) < build(pair[1]), "{} < {}", pair[0], pair[1]);
        }
        assert!(build("1.0.6385.12") < build("1.0.6385.0027"));
        assert!(build("2.5.79.9") < build("2.5.79.10"));
    }

    #[test]
    fn leading_zeros_do_not_count() {
        assert_eq!(build("1.0.419.0911"), build("1.0.419.911"));
        assert_eq!(build("01.00.0419.0911").parts(), [1, 0, 419, 911]);
        assert_eq!(build("2.5.79.000").to_string(), "2.5.79.0");
    }

    #[test]
    fn parts_come_back() {
        assert_eq!(build("65535.65535.65535.65535").parts(), [u16::MAX; 4]);
        assert_eq!(build("2.0.25.1").as_semver().to_string(), "2.0.25+1");
    }

    #[test]
    fn errors_say_what_is_wrong_and_where() {
        let error = |text: &str| text.parse::<Build>().unwrap_err().to_string();
        assert_eq!(error("2.5.79"), "a build has four numbers, as in 2.5.79.0; this has 3");
        assert_eq!(error("2.5.79.0.1"), "a build has four numbers, as in 2.5.79.0; this has 5");
        assert_eq!(error("2.5.x.0"), "part 3 of the build, \"x\", is not a number");
        assert_eq!(error("2..79.0"), "part 2 of the build, \"\", is not a number");
        assert_eq!(error("2.5.79.-1"), "part 4 of the build, \"-1\", is not a number");
        assert_eq!(
            error("2.5.65536.0"),
            "part 3 of the build, 65536, is above 65535, the most a file version can hold"
        );
    }
}
