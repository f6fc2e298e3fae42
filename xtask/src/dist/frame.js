// The page in somebody else's frame: it tells the page around how high it is, and nothing else.
// The messages are described in docs/embedding.md; who changes them, changes the version.
import "./start.js";

if (window.parent !== window) {
  const root = document.documentElement;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    // To whomever it is: a sandboxed frame cannot know, and a height is no secret.
    window.parent.postMessage({ type: "entra-connect-checker", version: 1, height }, "*");
  };
  new ResizeObserver(tell).observe(root);
}
