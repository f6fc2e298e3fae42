/** How much the element shows. */
export type Layout = "full" | "compact" | "badge";
/** `auto` follows the reader's system, `inherit` takes font and colour scheme of the page around. */
export type Theme = "auto" | "light" | "dark" | "inherit";
export type Severity = "stopped" | "act" | "plan" | "ok" | "unknown";
export type Status =
  | "unreadable"
  | "other-product"
  | "ambiguous"
  | "newer"
  | "unlisted"
  | "not-yet-released"
  | "withdrawn"
  | "retired"
  | "current"
  | "supported";

/** A sentence: its id, its values, and itself in English. */
export interface Message {
  id: string;
  args: Record<string, string | number>;
  text: string;
}

/** A page that a verdict rests on. */
export interface Source {
  title: string;
  url: string | null;
  dated: string | null;
}

/** One verdict for each installation in the text. Days are `YYYY-MM-DD`. */
export interface Verdict {
  product: string | null;
  version: string | null;
  server: string | null;
  staging: boolean | null;
  partial: boolean;
  match: { start: number; end: number; text: string } | null;
  on: string;
  status: Status;
  severity: Severity;
  released: string | null;
  supportEnds: string | null;
  supportEndsBasis: "published" | "derived" | "family" | "none";
  expectedUntil: string | null;
  daysLeft: number | null;
  supersededBy: string | null;
  latest: string | null;
  reason: Message;
  confidence: "high" | "medium" | "low" | null;
  note: string | null;
  sources: Source[];
  /** Cut-offs, advisories, advice and all else that the specification names. */
  [more: string]: unknown;
}

/** All verdicts on a text, the gravest first. Those on the same build share objects: read, do not change. */
export interface Report {
  verdicts: Verdict[];
  omitted: number;
  ignoredAnswers: string[];
  table: { asOf: string; ageDays: number; stale: boolean };
}

/** What is known of builds and cut-offs. */
export interface Facts {
  asOf: string;
  latest: string | null;
  releases: {
    product: string;
    version: string;
    released: string | null;
    supportEnds: string | null;
    supportEndsBasis: "published" | "derived" | "family" | "none";
    withdrawn: boolean;
  }[];
  cutoffs: {
    id: string;
    date: string;
    products: string[];
    minimum: string;
    stops: "sync" | "features";
    effect: string;
  }[];
}

export interface CheckOptions {
  /** The day to judge for, `YYYY-MM-DD` from 2010 to 2100; today if absent or none. */
  on?: string | null;
  /** Answers to the questions of the advice, by id. */
  answers?: Record<string, string>;
}

/** The detail of a `checker-error`. */
export interface CheckerErrorDetail {
  code:
    | "bad-value"
    | "bad-date"
    | "too-long"
    | "wasm-unavailable"
    | "wasm-refused"
    | "wasm-missing"
    | "wasm-integrity"
    | "wasm-broken"
    | "fault"
    | "table-url"
    | "table-missing"
    | "table-wrong"
    | "table-too-large";
  message: string;
}

/** Why the checker cannot run. */
export class CheckerError extends Error {
  constructor(code: CheckerErrorDetail["code"], message: string, options?: { cause?: unknown });
  code: CheckerErrorDetail["code"];
}

/** Judges a text. Loads the WebAssembly on the first call. */
export function check(text: string, options?: CheckOptions): Promise<Report>;

/** The facts that the module carries. */
export function table(): Promise<Facts>;

/** Loads the WebAssembly: from beside the module, or from this address, these bytes or this module. */
export function load(source?: string | URL | BufferSource | WebAssembly.Module): Promise<void>;

export interface EntraConnectCheckerEventMap {
  verdict: CustomEvent<Report>;
  "checker-error": CustomEvent<CheckerErrorDetail>;
}

/** The class of `<entra-connect-checker>`. */
export class EntraConnectCheckerElement extends HTMLElement {
  /** What the box holds at the start, as `defaultValue` does. */
  version: string;
  /** The day to judge for; today if empty. */
  on: string;
  theme: Theme;
  layout: Layout;
  /** Where newer facts are. */
  tableUrl: string;
  /** Their hash, as in `integrity` attributes. */
  tableIntegrity: string;
  /** The text in the box; not reflected. */
  value: string;
  /** The gravest verdict. */
  readonly verdict: Verdict | null;
  readonly report: Report | null;
  /** Resolves once it can judge; rejects with a CheckerError if it never will. */
  readonly ready: Promise<this>;
  /** Judges a text with the facts of this element, without showing it. */
  check(text: string, options?: CheckOptions): Promise<Report>;
}

/** What a page can set on the element. */
export type CheckerSettings = Partial<
  Pick<EntraConnectCheckerElement, "version" | "on" | "theme" | "layout" | "value" | "tableUrl" | "tableIntegrity">
>;

declare global {
  // The events bubble, so that every listener on the way knows them too.
  interface GlobalEventHandlersEventMap extends EntraConnectCheckerEventMap {}
  interface HTMLElementTagNameMap {
    "entra-connect-checker": EntraConnectCheckerElement;
  }
}
