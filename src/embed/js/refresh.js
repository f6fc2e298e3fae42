// Newer facts, for a host page that names them: asked for once for each address, and never else.
import { fetch_facts, kept_facts } from "glue";

const asked = new Map();

/** The facts to use, by number, with the reason and an error where they are not those asked for. */
export function fresher(url, integrity, base) {
  if (!url) return { facts: 0 };
  const key = `${url} ${integrity}`;
  if (!asked.has(key)) asked.set(key, ask(url, integrity, base));
  return asked.get(key);
}

async function ask(url, integrity, base) {
  try {
    const { protocol, origin } = new URL(url, base);
    if (protocol !== "https:" && origin !== location.origin) throw ["table-url", `${url} is neither https nor of this origin`];
    return { facts: await fetch_facts(url, integrity) };
  } catch (error) {
    const [code, why] = Array.isArray(error) ? error : ["table-url", error.message];
    const message = kept_facts(why);
    return { facts: 0, notice: why, error: { code, message } };
  }
}
