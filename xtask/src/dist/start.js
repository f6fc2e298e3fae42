// Starts the page from the WebAssembly that stands packed in the same file. Whatever goes wrong
// (no WebAssembly, a fault at start), the static part of the page is what remains, with a note
// that says so.
import init from "glue";
import unpack from "./unpack.js";

const fails = (yes) => {
  document.documentElement.classList.toggle("no-wasm", yes);
  document.getElementById("start-failed").hidden = !yes;
};

// Gives out the page as it was made, whatever has become of it here: see `shell.rs`.
addEventListener("click", (event) => {
  if (!event.target.closest("#save")) return;
  const html = (selector) => Array.from(document.querySelectorAll(selector), (one) => one.outerHTML).join("");
  const scripts = html("script[id], script[type=module]");
  const page = document
    .getElementById("blank")
    .textContent.replace("<style></style>", () => html("style"))
    .replace("</body>", () => scripts + "</body>");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = "entra-connect-checker.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
});

// The box that waits has the focus from the browser's first frame on. Were it replaced before that,
// the browser would say on the console that it could not give it.
if (!document.hidden && document.querySelector("[autofocus]")) await new Promise(requestAnimationFrame);

try {
  const block = document.getElementById("wasm");
  const packed = Uint8Array.from(atob(block.textContent), (c) => c.charCodeAt(0));
  await init({ module_or_path: unpack(packed, +block.dataset.size) });
  // A copy that was saved where the page could not start has the note in it.
  fails(false);
} catch (error) {
  fails(true);
  console.error(error);
}
