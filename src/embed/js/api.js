// For scripts, Node and workers: a text in, a report out.
import { checker, load } from "./load.js";

/** The longest text that is read, in bytes of UTF-8. */
export const LIMIT = 8 * 1024 * 1024;

/** Judges a text; the report is the one that the library prints. */
export async function check(text, options) {
  await load();
  return judged(0, text, options, (error) => console.warn(`${error.code}: ${error.message}`));
}

/** The facts that the module carries. */
export async function table() {
  await load();
  return JSON.parse(checker.facts(0));
}

/** Judges with the facts of a number; `refused` hears of a date that is none. */
export function judged(number, text, options, refused) {
  const { on, answers } = options ?? {};
  const pairs = Object.entries(answers ?? {}).flatMap(([id, value]) => [
    id,
    typeof value === "string" ? value : String(JSON.stringify(value)),
  ]);
  // What is too long is said to be so by the checker; it need not be copied whole for that.
  const whole = new TextEncoder().encode(String(text ?? "").slice(0, LIMIT + 1));
  return unpacked(checker.check(number, whole, day(on, refused), pairs));
}

/** A report from the JSON that the checker tells: each verdict is that on its build, and its own. */
export function unpacked(json) {
  const { report: builds, verdicts } = JSON.parse(json);
  return { ...builds, verdicts: verdicts.map(([build, own]) => ({ ...builds.verdicts[build], ...own })) };
}

/** A date as it was given, or "" with a word to `refused`. */
export function day(on, refused) {
  if (on === undefined || on === null || on === "") return "";
  const reason = checker.bad_date(String(on));
  if (!reason) return String(on);
  refused({ code: "bad-date", message: `on=${JSON.stringify(String(on))}: ${reason}; today is taken` });
  return "";
}
