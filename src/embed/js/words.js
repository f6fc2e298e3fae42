// The words of the reader's language, fetched once when an element first speaks it. English is in
// the WebAssembly, and what stands there should they not come.
import { languages } from "made";
import { checker } from "./load.js";

const learnt = new Map();
/** Milliseconds that words may take. */
const PATIENCE = 20_000;

/** Sees to it that the language for a tag, or else the browser's, can be spoken. */
export async function learn(tag) {
  const code = checker.language_for(tag || undefined);
  if (!(code in languages)) return;
  if (!learnt.has(code)) learnt.set(code, fetched(code));
  await learnt.get(code);
}

async function fetched(code) {
  try {
    const { place, integrity } = languages[code];
    const response = await fetch(place(), { credentials: "same-origin", integrity, signal: AbortSignal.timeout?.(PATIENCE) });
    if (response.ok) checker.learn_language(code, await response.text());
  } catch (error) {
    console.warn(`the words of ${code} could not be fetched: ${error.message}`);
  }
}
