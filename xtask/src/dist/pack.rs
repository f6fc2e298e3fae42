//! Packs the WebAssembly: LZMA, a fifth smaller than the best gzip. `unpack.js` is its other half,
//! which stands in the page because browsers have no decompressor of that strength.

use std::io::Write as _;

use lzma_rust2::{LzmaOptions, LzmaWriter};

/// A raw LZMA stream, without header or end mark: the page knows the size.
pub fn lzma(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    // WebAssembly has no alignment that positions could tell of; `unpack.js` relies on these two.
    (options.lc, options.pb) = (3, 0);
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.depth_limit = 1000;
    let mut packer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use lzma_rust2::LzmaReader;

    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let bytes: Vec<u8> = (0..70_000_u32).map(|n| (n.wrapping_mul(n) / 7 % 251) as u8).collect();
        let packed = lzma(&bytes).expect("memory takes all");
        let mut out = Vec::new();
        LzmaReader::new(packed.as_slice(), bytes.len() as u64, 3, 0, 0, 1 << 20, None)
            .expect("a stream without header is read as told")
            .read_to_end(&mut out)
            .expect("it is whole");
        assert!(out == bytes);
        assert!(packed.len() < bytes.len());
    }
}
