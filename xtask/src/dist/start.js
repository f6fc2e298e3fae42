// Starts the page from the WebAssembly that stands packed in the same file. Whatever goes wrong
// (no WebAssembly, a fault at start), the static part of the page is what remains, with a note
// that says so.
import init from "glue";
import unpack from "./unpack.js";

try {
  const block = document.getElementById("wasm");
  const packed = Uint8Array.from(atob(block.textContent), (c) => c.charCodeAt(0));
  await init({ module_or_path: unpack(packed, +block.dataset.size) });
} catch (error) {
  document.documentElement.classList.add("no-wasm");
  document.getElementById("start-failed").hidden = false;
  console.error(error);
}
