/** The page within another one: tells it what happens, and does what it asks for (docs/embedding.md). */
import { intentOf, isPlaying } from "../../store/run/phase.ts";
import { type AppState, store } from "../../store/store.ts";
import { parentsOf, tell } from "../../store/visit/embedding.ts";
import { resultText } from "../../store/visit/exports.ts";
import { sayDamage } from "../../store/visit/notices.ts";
import { messages } from "#text/embedding";
import { perform } from "./perform.ts";
import { requestOf } from "./request.ts";

/** How many characters of a wrong value to quote. */
const MAX_QUOTE = 60;

/** Called once, in a page that is embedded and wants to be heard. */
export function startEmbedding(): void {
  const { origins, wrong } = parentsOf(location.search);
  if (wrong !== undefined)
    sayDamage({ what: "address", why: messages.notAnOrigin(wrong.slice(0, MAX_QUOTE)) });
  const run = followRun();
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || origins?.includes(origin) === false) return;
    const request = requestOf(data);
    if (request === undefined) return;
    perform(request);
    run.awaitRest();
  });
  tell({ type: "ready" });
  reportHeight();
}

/** Tells the preferred height, now and whenever it changes. */
function reportHeight(): void {
  let told: number | undefined;
  const report = (): void => {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight === told) return;
    told = scrollHeight;
    tell({ type: "height" });
  };
  new ResizeObserver(report).observe(document.body);
  report();
}

/** Tells when the run comes to rest. */
function followRun(): { readonly awaitRest: () => void } {
  /** Whether the run has come to rest, or will, and this hasn't been told yet. */
  let due = false;
  /** The number of updates that the run was sent to. */
  let target: number | undefined;
  store.subscribe((state, before) => {
    if (state.run !== before.run) due = false;
    else if (comesToRest(state, before)) due = true;
    const intent = intentOf(state.phase);
    if (intent?.kind === "seeking") target = intent.to;
    else if (intent?.kind === "playing") target = undefined;
    // What the trainer hasn't done yet can still change the numbers.
    if (!due || intent?.kind !== "ready" || state.outbox.pending.length > 0) return;
    due = false;
    const { t, loss, stopped } = state.snapshot;
    tell({ type: "stopped", t, loss, reason: stopped?.reason ?? (t === target ? "reached" : "paused") });
    tell({ type: "result", line: resultText("") });
  });
  return {
    /** What was asked for is told when it is there, even if it was recorded already. */
    awaitRest() {
      if (intentOf(store.getState().phase)?.kind === "seeking") due = true;
    },
  };
}

/** Whether training ended or paused, or one more epoch was the last. Moving through what is recorded is no training. */
function comesToRest(state: AppState, before: AppState): boolean {
  if (isPlaying(state)) return false;
  if (isPlaying(before)) return true;
  const { last, stopped } = state.snapshot;
  const trained = last > before.snapshot.last;
  return trained && (stopped !== undefined || intentOf(before.phase)?.kind === "seeking");
}
