// Long rows of nonsense, the same for the same seed.

/** Numbers from 0 to 1 that look random, by a seed (a linear congruence, its high bits). */
export function random(seed) {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) / 2 ** 31;
  };
}

/** What people, programs and those who mean harm put where a version, a day or a word should stand. */
const TEXTS = [
  "", " ", "\0", "2.4\0.21.0", "\ud800", "2.5.79.0\udfff", "\u202e2.5.79.0\u202c", "\u200f", "\u200b2.6.92.0",
  "<img src=x onerror=alert(1)>", "</textarea></style><script>throw 1</script>", "javascript:alert(1)", "{{7*7}}",
  "9999-99-99", "2026-02-30", "0000-00-00", "2026-11-23", "2100-12-31", "-1", "1e999", "NaN", "null", "undefined",
  "constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "\r\n\r\n", "a\rb", "%00%ff%", "&amp;&#0;",
  "de", "ar", "xx-invalid-", "zh-Hant-TW-x-private", "badge", "FULL", "COMPACT", "dark", "rtl", "auto", "../../..",
  "2.4.21.0", "1.6.16.0", "2.6.92.0", "9".repeat(400), "\u0662.\u0665", "\u{1f600}".repeat(1000),
  "x".repeat(100_000), "2.5.".repeat(25_000), "2.4.21.0\n".repeat(10_000), "\ufeff\u2028\u2029",
];
/** What a property may be set to that is no text. */
const THINGS = [null, undefined, 0, -0, NaN, Infinity, true, {}, [], ["2.5.79.0"], new Date(0), 10n];
const ATTRIBUTES = ["version", "on", "lang", "theme", "layout", "dir", "table-integrity", "data-wasm", "class", "style", "title", "is", "slot"];
const PROPERTIES = ["version", "on", "lang", "theme", "layout", "value", "dir", "tableIntegrity", "title", "report", "verdict", "ready"];

/** Addresses that must not be asked for; `foreign` is another origin that would notice. */
const refused = (foreign) => [
  "javascript:alert(1)", "data:application/json,{}", "blob:null/0", "ftp://localhost/x", "file:///etc/hostname",
  "about:blank", "https://[", "http://", "\0javascript:1", "mailto:x", foreign, foreign.replace("http:", "ws:"), "",
  foreign.replace("http:", ""),
];

/** Does so many things at random to the elements of the page; gives back what went wrong. */
export async function nonsense(seed, steps, foreign) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const elements = [...document.querySelectorAll("entra-connect-checker")];
  const places = placesToBe();
  const wrong = [];
  let now = "the start";
  const fault = (what) => wrong.push(`seed ${seed}, ${now}: ${what}`);
  addEventListener("error", ({ message }) => fault(message));
  addEventListener("unhandledrejection", ({ reason }) => fault(`unhandled: ${reason}`));
  const said = (value) => (typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value));
  const acts = {
    set(it) {
      const [name, value] = [pick(ATTRIBUTES), pick(TEXTS)];
      return [`${name}=${said(value)}`, () => it.setAttribute(name, value)];
    },
    take(it) {
      const name = pick(ATTRIBUTES);
      return [`without ${name}`, () => it.removeAttribute(name)];
    },
    property(it) {
      const [name, value] = [pick(PROPERTIES), next() < 0.3 ? pick(THINGS) : pick(TEXTS)];
      return [`.${name}=${said(value)}`, () => Reflect.set(it, name, value)];
    },
    address(it) {
      const [name, value] = [pick(["table-url", "tableUrl", "data-frame"]), pick(refused(foreign))];
      return [`${name}=${said(value)}`, () => (name in it ? Reflect.set(it, name, value) : it.setAttribute(name, value))];
    },
    move(it) {
      const name = pick(Object.keys(places));
      return [`to ${name}`, () => places[name](it)];
    },
    type(it) {
      const value = pick(TEXTS);
      return [`typing ${said(value)}`, () => {
        const box = it.shadowRoot.querySelector("textarea");
        if (!box) return;
        box.value = value;
        box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }];
    },
    check(it) {
      const [text, on, answer] = [pick(TEXTS), pick([...TEXTS, ...THINGS]), pick(TEXTS)];
      return [`check(${said(text)}, ${said(on)})`, async () => {
        const { verdicts } = await it.check(text, { on, answers: { "server-os": answer, [answer]: text } });
        if (!Array.isArray(verdicts)) throw new Error("a report without verdicts");
      }];
    },
    copy(it) {
      return ["a copy", () => {
        const copy = it.cloneNode(true);
        it.after(copy);
        queueMicrotask(() => copy.remove());
      }];
    },
    pause() {
      const time = Math.floor(next() * 30);
      return [`a pause of ${time}`, () => new Promise((go) => setTimeout(go, time))];
    },
  };
  for (let step = 0; step < steps; step++) {
    const index = Math.floor(next() * elements.length);
    const [what, act] = acts[pick(Object.keys(acts))](elements[index]);
    now = `step ${step}, element ${index}, ${what}`;
    try {
      await act();
    } catch (error) {
      fault(error);
    }
    for (const link of elements[index].shadowRoot.querySelectorAll("a[href], iframe[src]")) {
      const address = link.getAttribute("href") ?? link.getAttribute("src");
      if (!/^(https?:|#)/.test(address)) fault(`a link to ${address}`);
    }
  }
  now = `after ${steps} steps`;
  await new Promise((go) => setTimeout(go, 300));
  for (const it of elements) {
    document.body.append(it);
    for (const { name } of [...it.attributes]) if (name !== "id") it.removeAttribute(name);
  }
  return wrong;
}

/** Where an element can be put: seen, not seen, in other trees, other documents, nowhere. */
function placesToBe() {
  const closed = document.body.appendChild(document.createElement("details"));
  const inner = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
  const frame = document.body.appendChild(document.createElement("iframe"));
  const windowless = document.implementation.createHTMLDocument("nobody sees it");
  const xml = document.implementation.createDocument("http://www.w3.org/1999/xhtml", "html");
  const { content } = document.createElement("template");
  return {
    body: (it) => document.body.append(it),
    "the beginning": (it) => document.body.prepend(it),
    details: (it) => closed.append(it),
    "a shadow root": (it) => inner.append(it),
    "a frame": (it) => frame.contentDocument.body.append(it),
    "a document without a window": (it) => windowless.body.append(it),
    "a document of XML": (it) => xml.documentElement.append(it),
    "a template": (it) => content.append(it),
    "a fragment": (it) => document.createDocumentFragment().append(it),
    nowhere: (it) => it.remove(),
  };
}

/** Posts so many messages that are none of the checker's to some windows. */
export async function messages(seed, count, windows) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const type = "entra-connect-checker";
  for (let index = 0; index < count; index++) {
    const values = [pick(TEXTS), ...THINGS, 7, 700, -7, 1e9, new ArrayBuffer(8), new Map([[type, 1]]), [[[]]], new Error(type)];
    const any = () => pick(values);
    const message = pick([
      any(),
      { type, version: 1, height: 7 },
      { type, version: 1, height: any() },
      { type, version: any(), height: 700 },
      { type: any(), version: any(), height: any(), value: any(), text: any(), v: any(), on: any() },
      JSON.stringify({ type, version: 1, height: 7 }),
    ]);
    for (const to of windows) to.postMessage(message, "*");
  }
  await new Promise((go) => setTimeout(go, 300));
}
