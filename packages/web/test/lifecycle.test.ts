/** The lifecycle of a run: every phase with every command and every report, and random orders of everything. */
import {
  createSession,
  type Experiment,
  fingerprint,
  type Linked,
  parseExperiment,
} from "@neural-viz/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command, Snapshot } from "../src/worker/protocol.ts";
import { losableTrainer } from "./losableTrainer.ts";

const { attach } = await import("../src/store/mailbox.ts");
const { transition } = await import("../src/store/run/lifecycle.ts");
const { isPlaying, ready, playing, seeking, seekTargetOf, intentOf } =
  await import("../src/store/run/phase.ts");
const { replayOfSnapshot } = await import("../src/store/run/replay.ts");
const { firstRun, newRun, optimizerInForce } = await import("../src/store/run/state.ts");
const { store } = await import("../src/store/store.ts");
const control = await import("../src/store/run/control.ts");
const choose = {
  ...(await import("../src/store/setup/begin.ts")),
  ...(await import("../src/store/setup/choose.ts")),
  ...(await import("../src/store/setup/chooseData.ts")),
};
const setups = await import("../src/store/setup/setups.ts");
const navigation = await import("../src/store/visit/navigation.ts");
const steps = await import("../src/store/inspector/step.ts");
type RunState = ReturnType<typeof firstRun>;
type RunPhase = RunState["phase"];
type Intent = ReturnType<typeof seeking>;
type RunCommand = Extract<Parameters<typeof transition>[1], { kind: "tell" }>["command"];

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "xor" },
  training: { epochs: 50, autoStop: false },
});
const link: Linked = { experiment, t: 30 };
const start: RunState = firstRun(experiment, 8);

const intents = {
  ready,
  playing,
  sought: seeking(20),
  underway: { ...seeking(20), underway: true } as Intent,
  link: seeking(30, link),
};
type IntentName = keyof typeof intents;

const replaying = (intent: Intent, leg: "up" | "back" = "up", held: readonly Command[] = []): RunPhase => ({
  kind: "replaying",
  replay: replayOfSnapshot(start.snapshot, "loss"),
  leg,
  records: new Map(),
  held,
  intent,
});
const failed: RunPhase = { kind: "failed", why: "It broke." };
const inPhase = (phase: RunPhase): RunState => ({ ...start, phase });

const sgd = { name: "sgd", learningRate: 0.5 } as const;
const commands: Readonly<Record<RunCommand["kind"], RunCommand>> = {
  play: { kind: "play" },
  pause: { kind: "pause" },
  step: { kind: "step" },
  seek: { kind: "seek", t: 7 },
  optimizer: { kind: "optimizer", optimizer: sgd },
  edit: { kind: "edit", values: [{ parameter: "W.1.1.1", value: 1 }] },
  training: { kind: "training", training: { epochs: 9, autoStop: false } },
  switch: { kind: "switch", branch: 1 },
  discard: { kind: "discard", branch: 1 },
  undo: { kind: "undo" },
  redo: { kind: "redo" },
  pictures: { kind: "pictures", options: { size: 8, maps: true, cut: undefined, comparison: undefined } },
  pace: { kind: "pace", epochsPerSecond: 10 },
};

/** The intent after each command, for each intent before it. Only commands that change nothing keep a link. */
const changed = { ready, playing, sought: ready, underway: playing, link: ready };
const all = (intent: Intent): Record<IntentName, Intent> => ({
  ready: intent,
  playing: intent,
  sought: intent,
  underway: intent,
  link: intent,
});
const table: Readonly<Record<RunCommand["kind"], Readonly<Record<IntentName, Intent>>>> = {
  play: all(playing),
  pause: all(ready),
  step: all(ready),
  seek: all({ kind: "seeking", to: 7, underway: false, link: undefined }),
  optimizer: changed,
  edit: changed,
  training: changed,
  switch: changed,
  discard: changed,
  undo: changed,
  redo: changed,
  pictures: intents,
  pace: intents,
};

const kinds = Object.keys(commands) as RunCommand["kind"][];
const names = Object.keys(intents) as IntentName[];

describe.each(kinds)("a person's %s", (kind) => {
  const command = commands[kind];

  test.each(names)("while the run is %s", (name) => {
    const { state, say } = transition(inPhase(intents[name]), { kind: "tell", command });
    expect(state.phase).toEqual(table[kind][name]);
    expect(say).toEqual([command]);
    expect(state.outbox).toEqual({ sent: 1, pending: [{ number: 1, command }] });
  });

  test.each(names)(
    "while it is trained again to be %s: it waits, unless it doesn't change the run",
    (name) => {
      const step = transition(inPhase(replaying(intents[name])), { kind: "tell", command });
      const harmless = kind === "pictures" || kind === "pace";
      expect(step.say).toEqual(harmless ? [command] : []);
      expect(step.state.phase).toEqual(
        replaying(table[kind][name], "up", harmless || kind === "play" ? [] : [command]),
      );
    },
  );

  test("starts nothing after the trainer has failed", () => {
    expect(transition(inPhase(failed), { kind: "tell", command }).state.phase).toEqual(failed);
  });
});

const fresh = newRun(experiment, 2, 8);
const configure = (play: boolean): Command => ({ kind: "configure", run: 2, experiment, play });

describe.each([...names, "replaying", "failed"] as const)("replacing a run that is %s", (name) => {
  const before = name === "replaying" ? replaying(playing) : name === "failed" ? failed : intents[name];
  const unlessFailed = (phase: RunPhase): RunPhase => (name === "failed" ? failed : phase);
  const arrived = { after: "loss", same: true, alone: true } as const;

  test("begins the new one and nothing of the old one continues", () => {
    for (const play of [true, false]) {
      const step = transition({ ...inPhase(before), arrived }, { kind: "begin", fresh, play });
      expect(step.say).toEqual([configure(play)]);
      expect(step.state.phase).toEqual(unlessFailed(play ? playing : ready));
      expect(step.state).toMatchObject({ ...fresh, arrived: undefined });
    }
  });

  test("goes to the epoch of a link to the new one", () => {
    const step = transition({ ...inPhase(before), arrived }, { kind: "open", fresh, link });
    expect(step.say).toEqual([configure(false), { kind: "seek", t: 30 }]);
    expect(step.state.phase).toEqual(unlessFailed(seeking(30, link)));
    expect(step.state.arrived).toBeUndefined();
  });

  test("trains one from an earlier visit again, without the rules that stop training", () => {
    const replay = replayOfSnapshot({ ...start.snapshot, last: 40, t: 10 }, "visit");
    const step = transition(inPhase(before), { kind: "restore", fresh, replay });
    expect(step.state.phase).toMatchObject(
      unlessFailed({ kind: "replaying", leg: "up", held: [], intent: ready } as unknown as RunPhase),
    );
    const told: unknown[] = [
      { kind: "configure", run: 2, experiment: { training: { autoStop: false, epochs: 5_000_000 } } },
      { kind: "seek", t: 40 },
    ];
    expect(step.say).toMatchObject(name === "failed" ? [] : told);
  });
});

test("a link into the current run is followed in every phase", () => {
  for (const name of names) {
    const step = transition(inPhase(intents[name]), { kind: "visit", link });
    expect(step.state.phase).toEqual(seeking(30, link));
    expect(step.say).toEqual([{ kind: "seek", t: 30 }]);
  }
  const held = transition(inPhase(replaying(playing)), { kind: "visit", link });
  expect(held.state.phase).toEqual(replaying(seeking(30, link), "up", [{ kind: "seek", t: 30 }]));
  expect(held.say).toEqual([]);
});

describe("a report", () => {
  const optimizer = { ...experiment.optimizer };
  const report = (patch: Partial<Snapshot>): Snapshot => ({ ...start.snapshot, t: 30, optimizer, ...patch });
  const hear = (phase: RunPhase, patch: Partial<Snapshot>, sent = 3) =>
    transition(
      { ...inPhase(phase), outbox: { sent, pending: [{ number: 3, command: commands.pause }] } },
      { kind: "reported", snapshot: report(patch), deltas: [] },
    );

  test.each(names)("about another run doesn't change one that is %s", (name) => {
    const { state } = hear(intents[name], { run: 5, acknowledged: 3 });
    expect(state.phase).toBe(intents[name]);
    expect(state.snapshot).toBe(start.snapshot);
    expect(state.outbox.pending).toEqual([]); // the trainer did what it was told, in whichever run
  });

  test.each(names)("from before the last command is shown, but changes nothing if the run is %s", (name) => {
    const { state } = hear(intents[name], { acknowledged: 2, playing: true });
    expect(state.phase).toBe(intents[name]);
    expect(state.snapshot.t).toBe(30);
    expect(state.outbox.pending).toHaveLength(1);
  });

  test("at rest ends the intent, and a link has been reached", () => {
    for (const name of names) {
      const step = hear(intents[name], { acknowledged: 3, playing: false });
      expect(step.state.phase).toEqual(ready);
      expect(step.reached).toBe(name === "link" ? link : undefined);
      expect(step.state.arrived).toBeUndefined(); // it had no fingerprint to compare with
    }
  });

  test("of a training run means the seek is underway, and anything else is playing", () => {
    const expected: Record<IntentName, Intent> = {
      ready: playing,
      playing,
      sought: intents.underway,
      underway: intents.underway,
      link: { kind: "seeking", to: 30, underway: true, link },
    };
    for (const name of names) {
      expect(hear(intents[name], { acknowledged: 3, playing: true }).state.phase).toEqual(expected[name]);
    }
  });

  test("is compared with a link's fingerprint only at the link's number of updates", () => {
    const { params } = start.snapshot;
    const own = fingerprint(params);
    const found = (t: number, theirs: string) =>
      hear(seeking(30, { ...link, fingerprint: theirs }), { acknowledged: 3, playing: false, t }).state
        .arrived;
    expect(found(30, own)).toEqual({ after: "link", same: true, alone: true });
    expect(found(30, "0123456789abcdef")).toEqual({ after: "link", same: false, alone: true });
    expect(found(29, own)).toEqual({ after: "link", same: false, alone: true });
  });

  test("leads a run that is trained again up, back, and on to the intent", () => {
    const held = [commands.edit];
    const { training } = experiment;
    for (const name of names) {
      const up = replaying(intents[name], "up", held);
      expect(hear(up, { acknowledged: 2 }).state.phase).toMatchObject({ leg: "up", replay: { reached: 30 } });
      expect(hear(up, { acknowledged: 3, playing: true }).state.phase).toMatchObject({ leg: "up" });
      const back = hear(up, { acknowledged: 3 });
      expect(back.state.phase).toMatchObject({ kind: "replaying", leg: "back", held });
      expect(back.say).toEqual([
        { kind: "training", training: { epochs: training.epochs, autoStop: training.autoStop } },
        { kind: "seek", t: 0 },
      ]);
      const there = hear(replaying(intents[name], "back", held), { acknowledged: 3, t: 0 });
      expect(there.state.phase).toEqual(intents[name]);
      expect(there.restored).toBeDefined();
      const resumed = {
        ready: [],
        playing: [{ kind: "play" }],
        sought: [{ kind: "seek", t: 20 }],
        underway: [{ kind: "seek", t: 20 }],
        link: [{ kind: "seek", t: 30 }],
      };
      expect(there.say).toEqual([...held, ...resumed[name]]);
    }
  });

  test("doesn't repair what has failed", () => {
    expect(hear(failed, { acknowledged: 3, playing: true }).state.phase).toBe(failed);
  });
});

describe("another trainer", () => {
  const first = [commands.pictures, commands.pace];
  const pending = { sent: 9, pending: [{ number: 9, command: commands.edit }] };
  const attached = (phase: RunPhase, again: boolean) =>
    transition({ ...inPhase(phase), outbox: pending }, { kind: "attached", again, first });

  test.each(names.filter((name) => name !== "link"))(
    "trains a run that was %s again, and does what the other had left to do",
    (name) => {
      const { state, say } = attached(intents[name], true);
      expect(say.slice(0, 2)).toEqual(first);
      expect(say.slice(2)).toMatchObject([{ kind: "configure" }, { kind: "seek", t: 0 }]);
      expect(state.phase).toMatchObject({ kind: "replaying", held: [commands.edit], intent: intents[name] });
      expect(state.outbox).toEqual({ sent: 4, pending: [] });
    },
  );

  test("opens a link that was still being reached from the start, because nothing was done since", () => {
    const { state, say } = attached(intents.link, true);
    expect(say).toEqual([
      ...first,
      { kind: "configure", run: 1, experiment, play: false },
      { kind: "seek", t: 30 },
    ]);
    expect(state.phase).toEqual(intents.link);
  });

  test("that replaces one lost during a replay starts it again, with all held commands", () => {
    const { state } = attached(replaying(playing, "back", [commands.step]), true);
    expect(state.phase).toEqual(replaying(playing, "up", [commands.edit, commands.step]));
  });

  test("that is the first is told what the page shows, and where a link leads", () => {
    expect(attached(ready, false).say).toEqual([
      ...first,
      { kind: "configure", run: 1, experiment, play: false },
    ]);
    expect(attached(intents.link, false).say.at(-1)).toEqual({ kind: "seek", t: 30 });
  });
});

describe("the button, the slider and the sliders of the optimizer", () => {
  test("say that training goes on if that is the intent, or if the seek needs training", () => {
    for (const around of [(intent: Intent): RunPhase => intent, (intent: Intent) => replaying(intent)]) {
      const seen = names.map((name) => [
        isPlaying(inPhase(around(intents[name]))),
        seekTargetOf(inPhase(around(intents[name]))),
      ]);
      expect(seen).toEqual([
        [false, undefined],
        [true, undefined],
        [false, 20],
        [true, undefined],
        [false, 30],
      ]);
    }
    expect([isPlaying(inPhase(failed)), intentOf(failed)]).toEqual([false, undefined]);
  });

  test("show the last optimizer chosen, even before the trainer has received it", () => {
    const pending = (...told: Command[]): RunState => ({
      ...start,
      outbox: { sent: told.length, pending: told.map((command, i) => ({ number: i + 1, command })) },
    });
    const own = experiment.optimizer;
    expect(optimizerInForce(start)).toEqual(own);
    expect(optimizerInForce(pending(commands.optimizer, commands.seek))).toEqual(sgd);
    expect(optimizerInForce(pending(commands.optimizer, configure(false)))).toEqual(own);
    expect(optimizerInForce(inPhase(replaying(ready, "up", [commands.optimizer])))).toEqual(sgd);
  });
});

describe("any order of commands, reports and losses", () => {
  const base = parseExperiment({
    version: 1,
    dataset: { name: "moons", points: 24, noise: 0.1, seed: 3 },
    network: { hidden: [{ units: 2, activation: "relu" }] },
    optimizer: { name: "adam", learningRate: 0.05 },
    training: { epochs: 40, autoStop: false },
  });
  const other = parseExperiment({
    ...base,
    dataset: { name: "xor" },
    training: { epochs: 30, autoStop: false },
  });
  const at = (of: Experiment, t: number): Float64Array => {
    const session = createSession(of);
    while (session.t < t) session.replay();
    return session.params;
  };
  const linkTo = (of: Experiment, t: number): string =>
    `#${encodeURIComponent(JSON.stringify({ experiment: of, t, fingerprint: fingerprint(at(of, t)) }))}`;
  const links = [linkTo(base, 25), linkTo(other, 12)];
  const first = JSON.stringify(base);

  const acts: readonly (() => void)[] = [
    control.train,
    control.pause,
    control.step,
    control.goOn,
    () => control.seek(5),
    () => control.seekBy(3),
    () => control.seekBy(-4),
    () => choose.edit("W.1.1.1", 0.75),
    () => choose.edit("b.2.1", -0.5),
    () => choose.adjustOptimizer({ ...optimizerInForce(store.getState()), learningRate: 0.2 }),
    () => choose.chooseOptimizer("momentum"),
    () => choose.adjustTraining({ epochs: 20 }),
    () => choose.takeLane({ name: "sgd", learningRate: 0.3 }, 4, 15),
    choose.restart,
    () => choose.chooseDataset({ name: "and" }),
    () => choose.chooseNetwork({ hidden: [] }),
    setups.undo,
    setups.redo,
    () => control.switchTo(store.getState().snapshot.branches[0]!.id),
    () => control.discard(store.getState().snapshot.branches.at(-1)!.id),
    () => navigation.openLink(links[0]!),
    () => navigation.openLink(links[1]!),
    () => navigation.openLocation({ experiment: other, t: 8 }, true),
    steps.explainStep,
    () => steps.showUnit(9, "stage", true),
  ];

  const moves = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ act: fc.nat(acts.length - 1) }) },
      { weight: 6, arbitrary: fc.record({ go: fc.integer({ min: 1, max: 30 }) }) },
      { weight: 1, arbitrary: fc.constant({ lose: true }) },
    ),
    { minLength: 1, maxLength: 25 },
  );

  test("ends at rest with the numbers of an uninterrupted run, and never accuses a link", () => {
    let trainer = losableTrainer();
    attach(trainer.send);
    fc.assert(
      fc.property(moves, (order) => {
        trainer.lose();
        trainer = losableTrainer();
        attach(trainer.send);
        navigation.openFile(first, "first.json");
        control.setPace(Infinity);
        trainer.settle();
        for (const move of order) {
          if ("act" in move) acts[move.act]!();
          else if ("go" in move) trainer.run(move.go);
          else {
            trainer.lose();
            trainer = losableTrainer();
            attach(trainer.send, true);
          }
          expect(store.getState().arrived?.same).not.toBe(false);
        }
        trainer.settle();
        const state = store.getState();
        const { snapshot, outbox, record } = state;
        expect(state.phase).toEqual(ready);
        expect([snapshot.acknowledged, outbox.pending]).toEqual([outbox.sent, []]);
        expect(snapshot.run).toBe(state.run);
        expect(parseExperiment(state.experiment)).toEqual(state.experiment);
        expect(snapshot.params).toEqual(at(state.experiment, snapshot.t));
        expect(optimizerInForce(state)).toEqual(snapshot.optimizer);
        expect(record.history.at(snapshot.t)).toBe(snapshot.loss);
        expect(state.selection.index).toBeLessThan(snapshot.outputs[0]!.length);
        expect(state.arrived?.same).not.toBe(false);
        expect(state.damage).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  /** Actions whose outcome doesn't depend on when the trainer receives them. */
  const steady: readonly (() => void)[] = [
    () => control.seek(0), // how far one can go forward depends on what is known of the run
    control.step,
    control.step,
    () => choose.edit("W.1.1.1", 0.75),
    () => choose.edit("b.2.1", -0.5),
    () => choose.adjustOptimizer({ name: "sgd", learningRate: 0.3 }),
    () => choose.adjustOptimizer({ name: "adam", learningRate: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 }),
  ];
  const careful = fc.array(
    fc.record({ act: fc.nat(steady.length - 1), go: fc.nat(12), lose: fc.boolean() }),
    { minLength: 1, maxLength: 10 },
  );

  test("loses no command, whenever the trainer is lost", () => {
    let trainer = losableTrainer();
    attach(trainer.send);
    const outcome = (order: readonly { act: number; go: number; lose: boolean }[], calm: boolean) => {
      trainer.lose();
      trainer = losableTrainer();
      attach(trainer.send);
      navigation.openFile(first, "first.json");
      control.setPace(Infinity);
      control.train();
      trainer.settle();
      for (const { act, go, lose } of order) {
        steady[act]!();
        if (calm) trainer.settle();
        else trainer.run(go);
        if (!calm && lose) {
          trainer.lose();
          trainer = losableTrainer();
          attach(trainer.send, true);
        }
      }
      trainer.settle();
      const { experiment: reached, snapshot } = store.getState();
      return { experiment: reached, t: snapshot.t, params: snapshot.params };
    };
    fc.assert(
      fc.property(careful, (order) => {
        expect(outcome(order, false)).toEqual(outcome(order, true));
      }),
      { numRuns: 60 },
    );
  });
});
