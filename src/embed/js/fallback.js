// What stands there when the checker cannot run: the same checker in a frame where the page allows
// one, else the plain tables. Everything is made node by node: no markup is parsed by the browser, so
// that Trusted Types have nothing to refuse.
import { tables, words } from "made";

/** The version of the messages that frame.html sends. */
const VERSION = 1;
/** How long a frame may take to say that it stands. */
const PATIENCE = 10_000;

/**
 * Puts it into a node. What comes back follows a change of the element (`update`) and ends it (`stop`).
 */
export function fallBack(node, error, page, element) {
  [node.lang, node.dir] = ["en", "ltr"];
  const way = make("a", { rel: "noreferrer", target: "_blank" }, words.checker);
  way.setAttribute("part", "link");
  const follow = () => (way.href = page + wanted(element));
  follow();
  if (element.layout === "badge") {
    node.append(make("p", { className: "badge" }, way));
    return { update: follow, stop() {} };
  }
  const frame = make("iframe", { title: words.title, src: page + wanted(element) });
  // Scripts, but nothing of ours; links out open tabs; the copy of itself is a download.
  frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
  frame.setAttribute("allow", "clipboard-write");
  frame.setAttribute("part", "frame");
  const plain = () => {
    stop();
    node.replaceChildren(
      make("p", { className: "notice", role: "alert" }, words.fallback, " ", way),
      make("p", { className: "small soft" }, `${error.code}: ${error.message}`),
      ...drawn(tables),
    );
  };
  const heard = ({ source, data }) => {
    // By the window and not by its origin, which in a sandbox is "null" for everybody.
    if (source !== frame.contentWindow || data?.type !== "entra-connect-checker" || data.version !== VERSION) return;
    if (typeof data.height !== "number" || !(data.height > 0 && data.height < 1e5)) return;
    clearTimeout(late);
    frame.style.height = `${Math.ceil(data.height)}px`;
  };
  const late = setTimeout(plain, PATIENCE);
  // Of this frame alone, and not where a policy only reports.
  const ours = (blocked) => blocked && page.startsWith(blocked.replace(/[?#].*/, ""));
  const refused = ({ effectiveDirective, disposition, blockedURI }) =>
    effectiveDirective === "frame-src" && disposition === "enforce" && ours(blockedURI) && plain();
  const stop = () => {
    clearTimeout(late);
    removeEventListener("message", heard);
    document.removeEventListener("securitypolicyviolation", refused);
  };
  addEventListener("message", heard);
  document.addEventListener("securitypolicyviolation", refused);
  node.append(frame);
  const update = () => {
    const former = way.href;
    // The fragment alone changes: the page in the frame stays, and the reader's way back does too.
    if (follow() !== former) frame.contentWindow?.location.replace(way.href);
  };
  return { update, stop };
}

/** What the element was asked for, as the whole checker reads it from its address. */
function wanted({ value, on, lang }) {
  // A version and nothing else that was pasted: no server's name gets into an address.
  const version = /^\s*v?\d+(\.\d+){1,3}\s*$/i.test(value) ? value.trim() : "";
  const parts = [["v", version], ["on", on], ["lang", lang]].filter(([, text]) => text && text.length <= 100);
  return `#${parts.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&")}`;
}

function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** The tables as the build writes them: end tags left out, no attributes but of headings. */
function drawn(html) {
  const nodes = [];
  let table, part, row;
  for (const [, tag, attributes, text] of html.matchAll(/<(\w+)([^>]*)>([^<]*)/g)) {
    const child = make(tag, {}, text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"));
    for (const [, name, value] of attributes.matchAll(/(\w+)=(\w+)/g)) child.setAttribute(name, value);
    if (tag === "p" || tag === "table") nodes.push(child);
    if (tag === "table") table = child;
    else if (tag === "thead" || tag === "tbody") table.append((part = child));
    else if (tag === "caption") table.append(child);
    else if (tag === "tr") part.append((row = child));
    else if (tag === "td" || tag === "th") row.append(child);
  }
  return nodes;
}
