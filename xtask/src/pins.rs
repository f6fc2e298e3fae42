//! The versions of the tools that are not in `Cargo.lock` or `rust-toolchain.toml`.
//!
//! This is their one place. The version of wasm-bindgen's command line is not here: it must equal
//! the library's, so it is read from `Cargo.lock` (see [`crate::project::Project::locked`]).

/// Builds and serves the page. <https://github.com/trunk-rs/trunk>
pub const TRUNK: &str = "0.21.14";

/// Runs libFuzzer over the core. <https://github.com/rust-fuzz/cargo-fuzz>
pub const CARGO_FUZZ: &str = "0.13.2";

/// Has `wasm-opt`, which makes the WebAssembly smaller. <https://www.npmjs.com/package/binaryen>
pub const BINARYEN: &str = "132.0.0";

/// Joins and minifies the script and the styles of the one file. <https://www.npmjs.com/package/esbuild>
pub const ESBUILD: &str = "0.28.2";

/// The accessibility rules that the page is held to. <https://www.npmjs.com/package/axe-core>
pub const AXE_CORE: &str = "4.14.1";

/// Checks the package of the element as npm and bundlers see it. <https://www.npmjs.com/package/publint>
pub const PUBLINT: &str = "0.3.25";

/// Checks its types as TypeScript finds them. <https://www.npmjs.com/package/@arethetypeswrong/cli>
pub const ATTW: &str = "0.18.5";

/// Drives Firefox. <https://crates.io/crates/geckodriver>
pub const GECKODRIVER: &str = "0.37.1";

/// The frameworks that the package of the element is used from in the tests, and what builds them.
/// Each by its name in npm's registry.
pub const FRAMEWORKS: [(&str, &str); 10] = [
    ("@types/react", "19.3.3"),
    ("@types/react-dom", "19.3.0"),
    ("@vitejs/plugin-react", "6.3.0"),
    ("@vitejs/plugin-vue", "6.0.11"),
    ("react", "19.3.1"),
    ("react-dom", "19.3.1"),
    // The compiler in JavaScript, which vue-tsc asks; 7 has none.
    ("typescript", "5.9.3"),
    ("vite", "8.4.0"),
    ("vue", "3.5.45"),
    ("vue-tsc", "3.3.14"),
];
