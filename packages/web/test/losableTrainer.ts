/** The store connected to a trainer that can be lost, without a browser. */
import { vi } from "vitest";
import type { Command, Report } from "../src/worker/protocol.ts";
import { createTrainer } from "../src/worker/trainer.ts";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const frames: (() => void)[] = [];
vi.stubGlobal("requestAnimationFrame", (callback: () => void) => frames.push(callback));
vi.stubGlobal("queueMicrotask", (callback: () => void) => frames.push(callback));
vi.stubGlobal("setTimeout", (callback: () => void) => frames.push(callback));

const { receive } = await import("../src/store/mailbox.ts");

/** A trainer that can be lost. `settle` runs it and the page until nothing more happens. */
export function losableTrainer() {
  const commands: Command[] = [];
  const reports: Report[] = [];
  let turns: (() => void)[] = [];
  let clock = 0;
  let lost = false;
  const trainer = createTrainer({
    send: (report) => reports.push(report),
    now: () => (clock += 0.01),
    later: (callback, milliseconds) => {
      clock += milliseconds;
      turns.push(callback);
    },
  });
  /** Handles the next thing in the queue: a command, a report, a frame or a turn of the loop. */
  const runOnce = (): boolean => {
    if (lost) return false;
    const command = commands.shift();
    const report = command === undefined ? reports.shift() : undefined;
    if (command !== undefined) trainer(command);
    else if (report !== undefined) receive(structuredClone(report));
    else {
      const next = frames.shift() ?? turns.shift();
      next?.();
      return next !== undefined;
    }
    return true;
  };
  return {
    send: (command: Command) => void commands.push(structuredClone(command)),
    /** Handles this many things. */
    run: (count: number) => {
      for (let i = 0; i < count && runOnce(); i++);
    },
    settle: (until = () => false) => {
      while (!until() && runOnce());
    },
    lose: () => {
      lost = true;
      turns = [];
      frames.length = 0;
    },
  };
}
