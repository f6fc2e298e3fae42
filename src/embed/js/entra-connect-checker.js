// Defines <entra-connect-checker>, once, however often this is imported and from wherever.
import { EntraConnectCheckerElement } from "./element.js";

export { CheckerError, EntraConnectCheckerElement, check, load, table } from "./element.js";

const elements = globalThis.customElements;
if (elements && !elements.get("entra-connect-checker")) {
  elements.define("entra-connect-checker", EntraConnectCheckerElement);
}
