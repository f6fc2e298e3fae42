// Newer facts, for a host page that names them: asked for once for each address, and never else.
import { checker } from "./load.js";

const asked = new Map();
/** What `integrity` may hold: one hash, or several. */
const HASHES = /^\s*(sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)\s*)+$/;

/** The facts to use, by number, with the reason and an error where they are not those asked for. */
export function fresher(url, integrity, base) {
  if (!url) return { facts: 0 };
  const key = `${url} ${integrity}`;
  if (!asked.has(key)) asked.set(key, ask(url, integrity, base));
  return asked.get(key);
}

async function ask(url, integrity, base) {
  try {
    // A hash that is none would be passed over by the browser, and any table taken.
    if (integrity && !HASHES.test(integrity)) {
      throw ["bad-value", `table-integrity=${JSON.stringify(integrity)} must be sha256-, sha384- or sha512- with a hash in base64`];
    }
    const { protocol, origin } = new URL(url, base);
    if (protocol !== "https:" && origin !== location.origin) throw ["table-url", `${url} is neither https nor of this origin`];
    return { facts: await checker.fetch_facts(url, integrity) };
  } catch (error) {
    const [code, why] = Array.isArray(error) ? error : ["table-url", error.message];
    const message = checker.kept_facts(why);
    return { facts: 0, notice: why, error: { code, message } };
  }
}
