import { defaultExperiment } from "@neural-viz/engine";
import { expect, test, vi } from "vitest";
import type { Command, Report } from "../src/worker/protocol.ts";
import { createTrainer } from "../src/worker/trainer.ts";

/** A clock that advances only with the work that is done. */
let clock = 0;
const frames: (() => void)[] = [];
const timers: { readonly callback: () => void; readonly wait: number }[] = [];
vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
vi.stubGlobal("performance", { now: () => clock });
vi.stubGlobal("requestAnimationFrame", (callback: () => void) => frames.push(callback));
vi.stubGlobal("setTimeout", (callback: () => void, wait = 0) => timers.push({ callback, wait }));

const { attach, receive } = await import("../src/store/mailbox.ts");
const { store } = await import("../src/store/store.ts");

const WORK = 7;
const DRAWING = 5;

test("during training the page rests as long as it worked and drew, and until the next frame, before it asks for more; at rest it asks at once", async () => {
  const told: Command[] = [];
  const reports: Report[] = [];
  const trainer = createTrainer({ send: (report) => reports.push(report), now: () => 0, later: () => {} });
  attach((command) => told.push(command));
  trainer({ kind: "pictures", options: { size: 8, maps: false, cut: undefined, comparison: undefined } });
  trainer({ kind: "configure", run: 1, experiment: defaultExperiment, play: false });
  const report = reports.find(({ kind }) => kind === "snapshot") as Extract<Report, { kind: "snapshot" }>;
  store.subscribe(() => {
    clock += WORK / 2; // what the views do with it at once …
    queueMicrotask(() => (clock += WORK / 2)); // … and a moment later
  });
  const framesDrawn = (): number => told.filter(({ kind }) => kind === "frameDrawn").length;
  const show = async (playing: boolean): Promise<void> => {
    frames.length = 0;
    receive({ ...report, snapshot: { ...report.snapshot, playing } });
    await Promise.resolve();
    frames.at(-1)!();
  };

  await show(false);
  expect(framesDrawn()).toBe(1);

  await show(true);
  expect(framesDrawn()).toBe(1);
  clock += DRAWING;
  timers.shift()!.callback();
  expect(framesDrawn()).toBe(1);
  const { callback, wait } = timers.shift()!;
  expect(wait).toBe(WORK + DRAWING);
  callback();
  expect(framesDrawn()).toBe(1);
  frames.at(-1)!();
  expect(framesDrawn()).toBe(2);
});
