// For Vue and TypeScript: import type {} from "entra-connect-checker/vue";
// The build needs `isCustomElement: (tag) => tag === "entra-connect-checker"`.
import type { DefineComponent } from "vue";
import type { CheckerSettings, EntraConnectCheckerEventMap } from "./element.js";

declare module "vue" {
  interface GlobalComponents {
    "entra-connect-checker": DefineComponent<CheckerSettings & {
      onVerdict?: (event: EntraConnectCheckerEventMap["verdict"]) => void;
      "onChecker-error"?: (event: EntraConnectCheckerEventMap["checker-error"]) => void;
    }>;
  }
}
