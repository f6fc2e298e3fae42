// For React 19 and TypeScript: import type {} from "entra-connect-checker/react";
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { EntraConnectCheckerElement, EntraConnectCheckerEventMap, Layout, Theme } from "./element.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "entra-connect-checker": DetailedHTMLProps<HTMLAttributes<EntraConnectCheckerElement>, EntraConnectCheckerElement> & {
        version?: string;
        on?: string;
        theme?: Theme;
        layout?: Layout;
        value?: string;
        tableUrl?: string;
        tableIntegrity?: string;
        onverdict?: (event: EntraConnectCheckerEventMap["verdict"]) => void;
        "onchecker-error"?: (event: EntraConnectCheckerEventMap["checker-error"]) => void;
      };
    }
  }
}
