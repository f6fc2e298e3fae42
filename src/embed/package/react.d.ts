// For React 19 and TypeScript: import type {} from "entra-connect-checker/react";
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CheckerSettings, EntraConnectCheckerElement, EntraConnectCheckerEventMap } from "./element.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "entra-connect-checker": DetailedHTMLProps<HTMLAttributes<EntraConnectCheckerElement>, EntraConnectCheckerElement> & CheckerSettings & {
        onverdict?: (event: EntraConnectCheckerEventMap["verdict"]) => void;
        "onchecker-error"?: (event: EntraConnectCheckerEventMap["checker-error"]) => void;
      };
    }
  }
}
