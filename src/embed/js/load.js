// Loads the WebAssembly once for the whole module, from beside it unless told otherwise, and says
// in one word what stands in the way.
import * as glue from "glue";
import { integrity } from "made";

/** What went wrong: `code` is for programs, `message` for people. */
export class CheckerError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = "CheckerError";
    this.code = code;
  }
}

/** The checker's functions, once it is loaded: WebAssembly, or the same as JavaScript. */
export let checker = glue;
/** Why it is JavaScript, if it is: an error to be told, but not one to stop at. */
export let hindrance;

let loaded;
let last = Promise.resolve();
/** Loads that have not come to an end, by their source. */
const tries = new Map();

/**
 * Loads the checker; only the first call that works counts, and one that fails fails for its own source
 * alone. `source` is an address, the bytes, or a compiled module; without it the file beside this
 * module is taken.
 */
export function load(source) {
  if (loaded) return loaded;
  if (!tries.has(source)) {
    // One after the other: there is room for one WebAssembly.
    const mine = last.then(() => loaded ?? run(source));
    tries.set(source, mine);
    last = mine.then(
      () => {
        loaded = mine;
        tries.clear();
      },
      () => tries.delete(source),
    );
  }
  return tries.get(source);
}

/** Milliseconds that the WebAssembly may take: one that never comes must not keep all others waiting. */
const PATIENCE = 120_000;
// The smallest module there is: whether it compiles tells policy from fault, before anything is fetched.
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

async function hindered() {
  if (typeof WebAssembly !== "object") {
    return new CheckerError("wasm-unavailable", "this browser has no WebAssembly, or it is switched off");
  }
  try {
    new WebAssembly.Module(EMPTY);
    // WebKit refuses only here.
    await WebAssembly.instantiate(EMPTY);
  } catch (cause) {
    const fix = "the page's content policy refuses WebAssembly: add 'wasm-unsafe-eval' to its script-src";
    return new CheckerError("wasm-refused", fix, { cause });
  }
}

async function run(source) {
  const why = await hindered();
  if (why) {
    try {
      checker = await import("./without-webassembly.js");
    } catch {
      throw why;
    }
    hindrance = why;
    return;
  }
  const compiled = source instanceof WebAssembly.Module;
  const given = compiled ? source : await checked(await bytes(source));
  try {
    const module_or_path = compiled ? source : await WebAssembly.compile(given);
    // One that is something else would start, and nothing could be loaded after it.
    if (!WebAssembly.Module.exports(module_or_path).some(({ name }) => name === "mount")) {
      throw new Error("it is another program");
    }
    await glue.default({ module_or_path });
  } catch (cause) {
    throw new CheckerError("wasm-broken", `the WebAssembly does not run here: ${cause.message}`, { cause });
  }
}

async function bytes(source) {
  // Not by `instanceof`: bytes may come from another window.
  if (ArrayBuffer.isView(source) || Object.prototype.toString.call(source) === "[object ArrayBuffer]") return source;
  let url = source;
  try {
    url = source ? new URL(source, globalThis.document?.baseURI ?? import.meta.url) : new URL("./entra-connect-checker.wasm", import.meta.url);
    if (url.protocol === "file:" && globalThis.process?.versions?.node) {
      const files = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises");
      return await files.readFile(url);
    }
    // Where the hash cannot be computed here (no secure context), the browser compares it.
    const check = globalThis.crypto?.subtle ? {} : { integrity };
    const response = await fetch(url, { credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE), ...check });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.arrayBuffer();
  } catch (cause) {
    throw new CheckerError("wasm-missing", `${url} could not be fetched: ${cause.message}`, { cause });
  }
}

async function checked(bytes) {
  if (globalThis.crypto?.subtle && (await digest(bytes, "384")) !== integrity.slice(7)) {
    const fix = "the WebAssembly is not the one that belongs to this module: take both from one release";
    throw new CheckerError("wasm-integrity", fix);
  }
  return bytes;
}

/** The hash of bytes as `integrity` attributes spell it, without its name. */
export async function digest(bytes, size) {
  const hash = await crypto.subtle.digest(`SHA-${size}`, bytes);
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
