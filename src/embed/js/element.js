// The class of <entra-connect-checker>. Importing this file defines nothing.
import { styles } from "made";
import { LIMIT, check, day, judged, table, unpacked } from "./api.js";
import { fallBack } from "./fallback.js";
import { CheckerError, checker, hindrance, load } from "./load.js";
import { fresher } from "./refresh.js";
import { learn } from "./words.js";

export { CheckerError, check, load, table };

const CHOICES = { layout: ["full", "compact", "badge"], theme: ["auto", "light", "dark", "inherit"] };
// In Node and in workers there are no elements; the class is there all the same, and of no use.
const Base = globalThis.HTMLElement ?? class {};

/** Milliseconds for which the words of a language are waited for. */
const WORDS = 3000;

/** One sheet for all elements of a document: a sheet cannot serve two documents. */
const sheets = new WeakMap();

function sheet(document) {
  if (!sheets.has(document)) {
    const made = new document.defaultView.CSSStyleSheet();
    made.replaceSync(styles);
    sheets.set(document, made);
  }
  return sheets.get(document);
}

/** A link to a part of the checker leads there, and not to some part of the page around. */
function inside(event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const part = event.currentTarget.querySelector(link.getAttribute("href"));
  const fold = part?.querySelector("details");
  if (fold) fold.open = true;
  part?.scrollIntoView();
  part?.querySelector("summary")?.focus();
}

export class EntraConnectCheckerElement extends Base {
  static observedAttributes = ["version", "on", "lang", "theme", "layout", "table-url", "table-integrity"];

  #root;
  #mounted;
  #starting;
  #instead;
  #hindered = false;
  #text = "";
  #dirty = false;
  /** How many texts were asked for: a report on what was typed before the last of them is late. */
  #wishes = 0;
  #kept = "";
  #json = "null";
  #report = null;
  #facts = 0;
  #turn;
  #notice;
  #told;
  // What is not known to be spoken is English.
  #language = "en";
  #settle;
  #ready = new Promise((resolve, reject) => {
    this.#settle = { resolve, reject };
  });

  constructor() {
    super();
    this.#ready.catch(() => {});
    this.#root = this.attachShadow({ mode: "open" });
    // What stands in the element is seen until the checker is.
    this.#root.append(this.ownerDocument.createElement("slot"));
    // What was set before the class was known is set anew, now that somebody listens.
    for (const name of ["version", "on", "theme", "layout", "tableUrl", "tableIntegrity", "value"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
  }

  /** Resolves with the element once it can judge; rejects with a CheckerError if it never will. */
  get ready() {
    return this.#ready;
  }
  /** The report on the text in the box; null until the first. */
  get report() {
    return this.#report;
  }
  /** The gravest verdict, or null. */
  get verdict() {
    return this.#report?.verdicts[0] ?? null;
  }
  /** The text in the box. */
  get value() {
    return this.#dirty ? this.#text : this.version;
  }
  set value(value) {
    const text = String(value ?? "");
    if (text.length > LIMIT / 3 && new TextEncoder().encode(text).length > LIMIT) {
      this.#tell(new CheckerError("too-long", "value: a text of more than 8 MiB is not taken; what stood there is unchanged"));
      return;
    }
    this.#dirty = true;
    this.#text = text;
    this.#wish(text);
  }

  get version() {
    return this.getAttribute("version") ?? "";
  }
  set version(value) {
    this.#reflect("version", value);
  }
  get on() {
    return this.getAttribute("on") ?? "";
  }
  set on(value) {
    this.#reflect("on", value);
  }
  get theme() {
    return this.#choice("theme");
  }
  set theme(value) {
    this.#reflect("theme", value);
  }
  get layout() {
    return this.#choice("layout");
  }
  set layout(value) {
    this.#reflect("layout", value);
  }
  get tableUrl() {
    const url = this.getAttribute("table-url");
    return url && URL.canParse?.(url, this.baseURI) ? new URL(url, this.baseURI).href : (url ?? "");
  }
  set tableUrl(value) {
    this.#reflect("table-url", value);
  }
  get tableIntegrity() {
    return this.getAttribute("table-integrity") ?? "";
  }
  set tableIntegrity(value) {
    this.#reflect("table-integrity", value);
  }

  /** Judges a text with this element's facts, without showing it. */
  async check(text, options) {
    await load(this.dataset.wasm);
    return judged(this.#facts, text, options, (error) => this.#tell(error));
  }

  connectedCallback() {
    this.#dress();
    this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is taken out and put in at once; it goes on as it was.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  adoptedCallback() {
    this.#dress();
  }

  attributeChangedCallback(name, former, value) {
    if (former === value) return;
    if (name in CHOICES && value !== null && !CHOICES[name].includes(value.toLowerCase())) {
      const [first] = CHOICES[name];
      const rule = `must be one of ${CHOICES[name].join(", ")}; ${first} is taken`;
      this.#tell({ code: "bad-value", message: `${name}=${JSON.stringify(value)}: ${rule}` });
    }
    if (name === "table-url" || name === "table-integrity") {
      if (this.#mounted) this.#refresh();
    } else if (name === "lang") {
      if (this.#mounted) this.#speak();
      else this.#instead?.update();
    } else if (name !== "version") {
      // The reader's own day is kept over a removal, but not over another one that is asked for.
      if (name === "on" && !(this.#mounted && this.isConnected)) this.#kept = this.#kept.replace(/([#&])on=[^&]*/, "$1");
      this.#wish();
    } else if (!this.#dirty) {
      this.#wish(this.version);
    }
  }

  async #start() {
    if (this.#mounted || this.#starting) return;
    this.#starting = true;
    try {
      await load(this.dataset.wasm);
      await this.#learnt();
      if (!this.isConnected) return;
      this.#stand();
      if (hindrance && !this.#hindered) this.#tell(hindrance);
      this.#hindered = true;
      this.#refresh();
      this.#speak();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  #stand() {
    this.#instead?.stop();
    this.#instead = undefined;
    const node = this.#node();
    this.#wishes = 1;
    const told = (text, json, typed) => this.#judged(text, json, typed);
    const kept = (fragment) => (this.#kept = fragment);
    const mounting = checker.mount(node, this.#page(), this.#kept, told, kept);
    this.#mounted = mounting.draw(this.#facts, this.value, this.#day(), this.layout, this.#notice, this.#language || undefined);
    this.#settle.resolve(this);
  }

  #stop() {
    this.#mounted?.destroy();
    this.#instead?.stop();
    this.#mounted = this.#instead = undefined;
    this.#root.replaceChildren();
  }

  /** The node that the checker stands in. What the page around inherits into it ends there. */
  #node() {
    const node = this.ownerDocument.createElement("div");
    node.className = "ecc";
    // Until the checker says what it speaks: nothing of the page around is inherited for a moment.
    [node.lang, node.dir] = ["en", "ltr"];
    node.addEventListener("click", inside);
    this.#root.replaceChildren(node);
    this.#attributes();
    return node;
  }

  #attributes() {
    const node = this.#root.querySelector(".ecc");
    if (!node) return;
    node.dataset.theme = this.theme;
    node.dataset.layout = this.layout;
  }

  #dress() {
    // A document without a window shows nothing, and takes no sheet.
    if (this.ownerDocument.defaultView) this.#root.adoptedStyleSheets = [sheet(this.ownerDocument)];
  }

  #wish(text) {
    this.#attributes();
    this.#instead?.update();
    if (this.#mounted && text !== undefined) this.#wishes++;
    this.#mounted?.wish(this.#facts, text, this.#day(), this.layout, this.#notice, this.#language || undefined);
  }

  /** Waits for the words of the language, but not for ever: they may come later. */
  #learnt() {
    return Promise.race([this.#learn(), new Promise((go) => setTimeout(go, WORDS))]);
  }

  /** A language is asked for only when its words are there; the one asked for last counts. */
  async #learn() {
    const asked = this.lang;
    await learn(asked);
    if (asked === this.lang) this.#language = asked;
  }

  async #speak() {
    const former = this.#language;
    await this.#learn();
    if (this.#language !== former) this.#wish();
  }

  #judged(text, json, typed) {
    // Not by the text: reports come a moment later, when another may be asked for already.
    if (typed === this.#wishes) {
      this.#dirty = true;
      this.#text = text;
    }
    if (json === this.#json) return;
    this.#json = json;
    this.#report = unpacked(json);
    this.dispatchEvent(new CustomEvent("verdict", { detail: this.#report, bubbles: true, composed: true }));
  }

  async #refresh() {
    // Address and hash may be set one after the other: only what stands there at the end is asked for.
    const turn = (this.#turn = {});
    await null;
    if (turn !== this.#turn) return;
    const told = await fresher(this.tableUrl, this.tableIntegrity, this.baseURI);
    // Meanwhile another table may have been asked for; that one's answer counts.
    if (turn !== this.#turn) return;
    if (told.error) this.#tell(told.error);
    if (told.facts === this.#facts && told.notice === this.#notice) return;
    this.#facts = told.facts;
    this.#notice = told.notice;
    this.#wish();
  }

  #fail(error) {
    const known = error instanceof CheckerError ? error : new CheckerError("fault", error.message, { cause: error });
    this.#settle.reject(known);
    this.#tell(known);
    if (this.isConnected) this.#standIn(known);
  }

  /** What can be had where the checker cannot run; another layout is another thing to stand there. */
  #standIn(error) {
    this.#instead?.stop();
    const { layout } = this;
    const { update, stop } = fallBack(this.#node(), error, this.#page(), this);
    this.#instead = { stop, update: () => (this.layout === layout ? update() : this.#standIn(error)) };
  }

  #tell({ code, message }) {
    this.dispatchEvent(new CustomEvent("checker-error", { detail: { code, message }, bubbles: true, composed: true }));
  }

  #day() {
    const told = this.#told === this.on;
    this.#told = this.on;
    return day(this.on, (error) => told || this.#tell(error));
  }

  /** The whole checker in one file: for links, and to fall back to. */
  #page() {
    const beside = new URL("./frame.html", import.meta.url).href;
    const { frame } = this.dataset;
    const other = frame && URL.canParse?.(frame, this.baseURI) ? new URL(frame, this.baseURI) : undefined;
    // Nothing that a browser would run.
    return /^(https?|file):$/.test(other?.protocol) ? other.href : beside;
  }

  #choice(name) {
    const value = this.getAttribute(name)?.toLowerCase();
    return CHOICES[name].includes(value) ? value : CHOICES[name][0];
  }

  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}
