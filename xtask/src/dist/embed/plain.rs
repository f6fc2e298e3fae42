//! The same library once more as JavaScript, for pages whose policy lets no WebAssembly run and
//! cannot be changed.
//!
//! Binaryen translates WebAssembly with one table only. wasm-bindgen makes a second one, for
//! references, where it reads in the file that the compiler may have used them; here that is unsaid
//! before it looks.

use std::path::{Path, PathBuf};

use crate::project::{read, read_text, write};
use crate::run::Step;
use crate::setup::{self, Need, Tools};
use crate::{Error, Project};

/// What the file must not say that it uses. Each is said by a plus before its name's length.
const UNSAID: [&str; 3] = ["reference-types", "multivalue", "call-indirect-overlong"];

/// What is still in the code and is lowered to what JavaScript can do.
const LOWERED: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
];

/// Memory that grows detaches the former buffer, by which the glue knows that it has to look again;
/// in JavaScript the former one stays as it is.
const GROWN: [(&str, &str); 2] = [
    ("cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"),
    ("cachedDataViewMemory0.buffer.detached === true", "cachedDataViewMemory0.buffer !== wasm.memory.buffer"),
];

const ENTRY: &str = r#"import * as wasm from "./code.js";
import { __wbg_set_wasm } from "./glue_bg.js";
__wbg_set_wasm(wasm);
export * from "./glue_bg.js";
"#;

/// The list in which the glue keeps references for want of a table, and its own first places in it.
const LIST: &str = "heap = new Array(1024).fill(undefined);\nheap.push(undefined, null, true, false);";
/// The place after those.
const REFERENCES: &str = "export const __wbindgen_externref_statics_end = () => 1028;\n";

/// The parts of the module, to be joined.
#[derive(Debug)]
pub struct Plain {
    /// What exports the library's functions.
    pub entry: PathBuf,
    /// What the translated code imports under [`Plain::IMPORT`].
    pub references: PathBuf,
}

impl Plain {
    /// The name under which the code asks for its list of references.
    pub const IMPORT: &str = "__wbindgen_externref_xform__";
}

/// Translates what the compiler wrote.
pub fn translate(project: &Project, tools: &Tools, compiled: &Path) -> Result<Plain, Error> {
    let folder = project.at("target/embed/plain");
    let place = |name: &str| folder.join(name);
    let unsaid = unsay(read(compiled)?).map_err(|reason| Error::Content { path: compiled.to_owned(), reason })?;
    write(&place("unsaid.wasm"), unsaid)?;
    let bindgen = setup::program(tools, Need::WasmBindgen, "wasm-bindgen");
    Step::new("wasm-bindgen", bindgen)
        .folder(project.root())
        .args(["--target", "bundler", "--no-typescript", "--out-name", "glue", "--out-dir"])
        .arg(&folder)
        .arg(place("unsaid.wasm"))
        .run_quietly()?;
    let optimiser = setup::program(tools, Need::WasmOpt, "wasm-opt");
    Step::new("wasm-opt", &optimiser)
        .folder(project.root())
        .args(LOWERED)
        .arg(place("glue_bg.wasm"))
        .arg("-o")
        .arg(place("lowered.wasm"))
        .run_quietly()?;
    Step::new("wasm2js", optimiser.with_file_name("wasm2js"))
        .folder(project.root())
        .args(["-Oz", "--enable-mutable-globals"])
        .arg(place("lowered.wasm"))
        .arg("-o")
        .arg(place("code.js"))
        .run_quietly()?;
    let mut glue = read_text(&place("glue_bg.js"))?;
    for (known, new) in GROWN.into_iter().chain([(LIST, LIST)]) {
        if glue.matches(known).count() != 1 {
            let reason = format!("must hold `{known}` once: another wasm-bindgen wrote it");
            return Err(Error::Content { path: place("glue_bg.js"), reason });
        }
        glue = glue.replace(known, new);
    }
    write(&place("glue_bg.js"), glue)?;
    write(&place("references.js"), REFERENCES)?;
    write(&place("entry.js"), ENTRY)?;
    Ok(Plain { entry: place("entry.js"), references: place("references.js") })
}

/// Takes back that features are used, in the section `target_features`.
fn unsay(mut wasm: Vec<u8>) -> Result<Vec<u8>, String> {
    for name in UNSAID {
        let length = u8::try_from(name.len()).map_err(|error| error.to_string())?;
        let said = [&[b'+', length], name.as_bytes()].concat();
        let places: Vec<usize> =
            wasm.windows(said.len()).enumerate().filter(|(_, bytes)| *bytes == said).map(|(at, _)| at).collect();
        let [place] = places.as_slice() else {
            return Err(format!("says {} times that it uses {name}, and not once", places.len()));
        };
        // A minus says that it must not be used.
        if let Some(sign) = wasm.get_mut(*place) {
            *sign = b'-';
        }
    }
    Ok(wasm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_unsaid_in_place() {
        let said = b"..+\x0freference-types+\x0amultivalue+\x08sign-ext+\x16call-indirect-overlong";
        let unsaid = unsay(said.to_vec()).expect("all are there");
        assert_eq!(unsaid, b"..-\x0freference-types-\x0amultivalue+\x08sign-ext-\x16call-indirect-overlong");
        let error = unsay(unsaid).expect_err("none is there any more");
        assert_eq!(error, "says 0 times that it uses reference-types, and not once");
    }
}
