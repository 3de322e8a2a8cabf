import { expect, test } from "vitest";
import { superviseTrainer, type Open } from "../src/worker/supervisor.ts";
import type { Command, Report } from "../src/worker/protocol.ts";

/** A page and its trainers. The test controls the clock and the faults. */
function bench({ worker = true }: { worker?: boolean } = {}) {
  const said: string[] = [];
  const opened: {
    readonly kind: string;
    readonly commands: Command[];
    readonly report: (report: Report) => void;
    readonly breaks: (reason: string) => void;
    closed: boolean;
  }[] = [];
  let ticks: (() => void)[] = [];
  const opens =
    (kind: string): Open =>
    (report, breaks) => {
      if (kind === "worker" && !worker) throw new Error("forbidden");
      const trainer = { kind, commands: [] as Command[], report, breaks, closed: false };
      opened.push(trainer);
      return { send: (command) => trainer.commands.push(command), close: () => (trainer.closed = true) };
    };
  let send: (command: Command) => void = () => {};
  const stop = superviseTrainer(
    {
      openWorker: opens("worker"),
      openHere: opens("here"),
      every: (_, callback) => {
        ticks.push(callback);
        return () => (ticks = []);
      },
    },
    {
      receive: ({ kind }) => said.push(kind),
      attach(to, again) {
        send = to;
        said.push(again ? "attach again" : "attach");
      },
      inPage: () => said.push("in page"),
      failed: (reason) => said.push(`failed: ${reason}`),
    },
  );
  return {
    said,
    opened,
    stop,
    send: (command: Command) => send(command),
    last: () => opened.at(-1)!,
    kinds: () => opened.map(({ kind }) => kind),
    wait: (turns: number) => {
      for (let i = 0; i < turns; i++) for (const tick of ticks) tick();
    },
  };
}

const here: Report = { kind: "pong" };

test("a worker that breaks is replaced, and later reports from it are ignored", () => {
  const { said, opened, last, send } = bench();
  last().report({ kind: "progress", number: 1, share: 0.5 });
  last().breaks("out of memory");
  expect(said).toEqual(["attach", "progress", "attach again"]);
  expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  opened[0]!.report({ kind: "progress", number: 2, share: 0.5 });
  opened[0]!.breaks("again");
  expect(said).toHaveLength(3);
  send({ kind: "play" });
  expect(opened.map(({ commands }) => commands.length)).toEqual([0, 1]);
});

test("if no worker starts, because it is forbidden or its script is missing, training runs in the page", () => {
  const forbidden = bench({ worker: false });
  expect(forbidden.kinds()).toEqual(["here"]);
  expect(forbidden.said).toEqual(["in page", "attach"]);
  const missing = bench();
  missing.last().breaks("not found");
  expect(missing.kinds()).toEqual(["worker", "here"]);
  expect(missing.said).toEqual(["attach", "in page", "attach again"]);
});

test("a worker that answers pings is left alone, even if it reports nothing else", () => {
  const { wait, last, kinds } = bench();
  for (let i = 0; i < 100; i++) {
    wait(2);
    last().report(here);
  }
  expect(kinds()).toEqual(["worker"]);
  expect(last().commands.every(({ kind }) => kind === "ping")).toBe(true);
});

test("a worker that falls silent is replaced; one that never reported is replaced by the page", () => {
  const fallen = bench();
  fallen.last().report(here);
  fallen.wait(2);
  expect(fallen.kinds()).toEqual(["worker"]);
  fallen.wait(1);
  expect(fallen.kinds()).toEqual(["worker", "worker"]);
  const mute = bench();
  mute.wait(3);
  expect(mute.kinds()).toEqual(["worker", "here"]);
});

test("a trainer that keeps breaking is given up with its reason, unless it worked well in between", () => {
  const { said, last, wait, kinds } = bench();
  for (let i = 0; i < 3; i++) {
    last().report(here);
    last().breaks(`fault ${i}`);
  }
  last().report(here);
  last().breaks("fault 3");
  expect(said.at(-1)).toBe("failed: fault 3");
  expect(kinds()).toHaveLength(4);
  wait(10);
  expect(kinds()).toHaveLength(4);

  const patient = bench();
  for (let i = 0; i < 10; i++) {
    for (let turn = 0; turn < 50; turn++) {
      patient.last().report(here);
      patient.wait(1);
    }
    patient.last().breaks("now and then");
  }
  expect(patient.kinds()).toHaveLength(11);
});

test("a trainer in the page that breaks is given up, because there is no other", () => {
  const { said, last } = bench({ worker: false });
  last().breaks("TypeError: no");
  expect(said.at(-1)).toBe("failed: TypeError: no");
});

test("when the page closes, the pings stop and the trainer is closed", () => {
  const { stop, wait, last } = bench();
  stop();
  wait(20);
  expect(last().closed).toBe(true);
  expect(last().commands).toEqual([]);
});
