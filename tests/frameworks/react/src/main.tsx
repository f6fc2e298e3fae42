import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "entra-connect-checker";
import type { EntraConnectCheckerElement } from "entra-connect-checker";
import type {} from "entra-connect-checker/react";

function App() {
  const [version, setVersion] = useState("2.5.79.0");
  const [seen, setSeen] = useState(true);
  const [heard, setHeard] = useState<string[]>([]);
  const checker = useRef<EntraConnectCheckerElement>(null);
  return (
    <main>
      <button id="other" onClick={() => setVersion("2.6.92.0")}>Another version</button>
      <button id="away" onClick={() => setSeen(!seen)}>Away, and back</button>
      <button id="ask" onClick={() => setHeard((all) => [...all, checker.current?.verdict?.status ?? "none"])}>Ask</button>
      <output id="heard">{heard.join(" ")}</output>
      {seen && (
        <entra-connect-checker
          id="checker"
          ref={checker}
          version={version}
          on="2026-11-23"
          lang="de"
          layout="compact"
          onverdict={({ detail }) => setHeard((all) => [...all, `${detail.verdicts[0]?.version}:${detail.verdicts[0]?.severity}`])}
          onchecker-error={({ detail }) => setHeard((all) => [...all, detail.code])}
        />
      )}
    </main>
  );
}

/** What must not compile, so that the types are known to be looked at. */
export const wrong = [
  // @ts-expect-error There is no such layout.
  <entra-connect-checker layout="huge" />,
  // @ts-expect-error There is no such detail.
  <entra-connect-checker onverdict={({ detail }) => detail.nothing} />,
];

const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
