import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { classroomOf } from "./app/classroom.ts";
import { startTheme } from "./app/theme.ts";
import { isLink, routeOf } from "./store/visit/route.ts";
import { sayDamage } from "./store/visit/notices.ts";
import { numberOfTab } from "./store/visit/tab.ts";
import { afterFirstPaint } from "./ui/kit/afterFirstPaint.ts";
import { ErrorBoundary } from "./ui/kit/ErrorBoundary.tsx";
import { startPrinting } from "./ui/kit/printing.ts";
import { currentPalette } from "./ui/plot/usePalette.ts";
import { messages } from "#text/app";

startPrinting();
startTheme();
currentPalette(); // while there is nothing to lay out

/** Several embedded pages may share one storage. */
const persists = window.parent === window;
const { embed, problem } = classroomOf(location.search);
const embedded = embed && !persists;

/** Whether there is something to read before the first frame: an address, or what this tab saved. */
const hasAddress = routeOf(location.hash) === undefined || isLink(location.hash);
const hasVisit = persists && numberOfTab() !== undefined;

async function startPersisting(): Promise<void> {
  if (persists) (await import("./store/visit/persist.ts")).startPersisting();
}

async function goOffline(): Promise<void> {
  (await import("./app/offline.ts")).startOffline();
}

async function talkWithParent(): Promise<void> {
  (await import("./app/embedding/embedding.ts")).startEmbedding();
}

function Page() {
  useEffect(
    () =>
      afterFirstPaint(() => {
        void import("./styles/fonts.ts");
        void goOffline();
        if (embedded) void talkWithParent();
        if (!hasVisit) void startPersisting();
      }),
    [],
  );
  return (
    <ErrorBoundary area={messages.thePage}>
      <App />
    </ErrorBoundary>
  );
}

/** Reads what there is to read, so that the first frame shows it. */
async function read(): Promise<void> {
  if (hasAddress) (await import("./store/visit/address.ts")).openAddress();
  if (hasVisit) await startPersisting();
}

// A wait outside of a function would keep the imported files, which import this one's, waiting too.
async function start(): Promise<void> {
  if (hasAddress || hasVisit) {
    await read().catch(() => sayDamage({ what: hasAddress ? "link" : "address", why: messages.notLoaded }));
  }
  if (problem !== undefined) sayDamage({ what: "address", why: problem });
  // If the browser is too old, check.js has already said so here.
  const root = document.getElementById("root")!;
  if (root.childElementCount > 0) return;
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}

void start();
