//! How long a small text may take.

use std::time::{Duration, Instant};

/// What is read in this time at most, in bytes.
const SMALL: usize = 64 * 1024;
const LIMIT: Duration = Duration::from_secs(1);

/// Does the work and holds it to the limit. On a busy machine any work may wait, so only what is
/// slow three times is slow.
pub fn limited<T>(bytes: usize, work: impl Fn() -> T) -> T {
    let timed = || {
        let start = Instant::now();
        (work(), start.elapsed())
    };
    let (result, first) = timed();
    if first > LIMIT && bytes <= SMALL {
        let again = timed().1.min(timed().1);
        assert!(again <= LIMIT, "{again:?} for {bytes} bytes");
    }
    result
}
