import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { classroomOf } from "./app/classroom.ts";
import { startOffline } from "./app/offline.ts";
import { startTheme } from "./app/theme.ts";
import { sayDamage } from "./store/visit/notices.ts";
import { startPersisting } from "./store/visit/persist.ts";
import { afterFirstPaint } from "./ui/kit/afterFirstPaint.ts";
import { ErrorBoundary } from "./ui/kit/ErrorBoundary.tsx";
import { startPrinting } from "./ui/kit/printing.ts";
import { currentPalette } from "./ui/plot/usePalette.ts";
import { messages } from "#text/app";

startPrinting();
startTheme();
currentPalette(); // while there is nothing to lay out
// Several embedded pages may share one storage.
if (window.parent === window) startPersisting();
const { problem } = classroomOf(location.search);
if (problem !== undefined) sayDamage({ what: "address", why: problem });

function Page() {
  useEffect(
    () =>
      afterFirstPaint(() => {
        void import("./styles/fonts.ts");
        startOffline();
      }),
    [],
  );
  return (
    <ErrorBoundary area={messages.thePage}>
      <App />
    </ErrorBoundary>
  );
}

// If the browser is too old, check.js has already said so here.
const root = document.getElementById("root")!;
if (root.childElementCount === 0) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
