// Starts the page from the WebAssembly that stands packed in the same file. Whatever goes wrong
// (no WebAssembly, no DecompressionStream, a fault at start), the static part of the page is what
// remains, with a note that says so.
import init from "glue";

try {
  const packed = Uint8Array.from(atob(document.getElementById("wasm").textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(stream).arrayBuffer() });
} catch (error) {
  document.documentElement.classList.add("no-wasm");
  document.getElementById("start-failed").hidden = false;
  console.error(error);
}
