import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkGradient,
  createSession,
  defaultChoice,
  draw,
  type Experiment,
  parseExperiment,
  pictureOf,
  type Session,
} from "@neural-viz/engine";
import type { Answers, Command, Question, Report, Snapshot } from "../src/worker/protocol.ts";
import { createTrainer } from "../src/worker/trainer.ts";

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "moons", points: 40, noise: 0.1, seed: 3 },
  training: { epochs: 300, autoStop: false },
});

/** A trainer whose clock, loop and mailbox the test controls. */
function bench(chosen: Experiment = experiment, tick = 0.01) {
  let clock = 0;
  const turns: { at: number; call: () => void }[] = [];
  const reports: Report[] = [];
  const losses = new Map<number, number[]>();
  const rings = new Map<number, number[]>();
  const trainer = createTrainer({
    send(report) {
      reports.push(report);
      if (report.kind !== "snapshot") return;
      for (const { branch, from, losses: fresh, rings: grown } of report.deltas) {
        // A branch that returns after an undo is sent from its start. Otherwise every loss arrives exactly once, in
        // order, without a gap.
        const known = from === 0 ? [] : (losses.get(branch) ?? []);
        expect(known).toHaveLength(from);
        losses.set(branch, [...known, ...fresh]);
        rings.set(branch, [...(rings.get(branch) ?? []), ...grown.map(({ epoch }) => epoch)]);
      }
    },
    now: () => (clock += tick),
    later: (call, milliseconds) => turns.push({ at: clock + milliseconds, call }),
  });
  const say = (...commands: Command[]): void => commands.forEach((command) => trainer(command));
  say({ kind: "configure", run: 1, experiment: chosen, play: false });
  const snapshots = (): Snapshot[] =>
    reports.flatMap((report) => (report.kind === "snapshot" ? [report.snapshot] : []));
  /** The next turn of the loop, if one is scheduled. */
  const turn = (): boolean => {
    const next = turns.shift();
    if (next === undefined) return false;
    clock = Math.max(clock, next.at);
    next.call();
    return true;
  };
  /** Runs the loop, with each snapshot drawn at once, until nothing is scheduled or a condition holds. */
  const play = (until: () => boolean = () => false): void => {
    while (!until() && turn()) say({ kind: "frameDrawn" });
  };
  return { say, turn, play, turns, reports, losses, rings, snapshots, now: () => snapshots().at(-1)! };
}

function directly(chosen: Experiment, t: number): Session {
  const session = createSession(chosen);
  while (session.t < t) session.step();
  return session;
}

const fullSpeed: Command = { kind: "pace", epochsPerSecond: Infinity };

test("a page that hasn't drawn the last snapshot gets no other", () => {
  const { say, turn, reports } = bench();
  expect(reports).toHaveLength(1);
  say(fullSpeed, { kind: "play" });
  for (let i = 0; i < 5; i++) turn();
  expect(reports).toHaveLength(1);
  say({ kind: "frameDrawn" });
  expect(reports).toHaveLength(2);
  say({ kind: "frameDrawn" });
  expect(reports).toHaveLength(2); // nothing new since
});

test("every epoch's loss arrives exactly once and in order, however rarely the page draws", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 40 }), (drawn) => {
      const { say, turn, losses, now, play } = bench();
      say(fullSpeed, { kind: "play" });
      for (const yes of drawn) {
        turn();
        if (yes) say({ kind: "frameDrawn" });
      }
      say({ kind: "frameDrawn" });
      play();
      say({ kind: "frameDrawn" });
      expect(now().last).toBe(300);
      expect(losses.get(now().branch)).toEqual([...directly(experiment, 300).losses]);
    }),
    { numRuns: 20 },
  );
});

test("play, pause, play leaves one loop running, not two", () => {
  const { say, turns, turn } = bench();
  say({ kind: "play" });
  expect(turns).toHaveLength(1);
  say({ kind: "pause" }, { kind: "play" }, { kind: "play" });
  expect(turns).toHaveLength(1);
  turn();
  expect(turns).toHaveLength(1);
  say({ kind: "pause" });
  turn();
  expect(turns).toHaveLength(0);
});

test("slow, fast, paused or stepped, the run has the same bits as without a page", () => {
  const truth = directly(experiment, 300);
  const paces = fc.constantFrom<Command>(
    { kind: "pace", epochsPerSecond: 1 },
    { kind: "pace", epochsPerSecond: 500 },
    fullSpeed,
    { kind: "pause" },
    { kind: "play" },
    { kind: "step" },
    { kind: "seek", t: 5 },
    { kind: "pictures", options: { size: 4, maps: false, cut: undefined, comparison: undefined } },
  );
  fc.assert(
    fc.property(fc.array(paces, { maxLength: 30 }), (commands) => {
      const { say, turn, play, now } = bench();
      for (const command of commands) {
        say(command, { kind: "frameDrawn" });
        turn();
      }
      say(fullSpeed, { kind: "play" });
      play();
      say({ kind: "frameDrawn" });
      expect(now().t).toBe(300);
      expect(now().params).toEqual(truth.params);
      expect(now().gradient).toEqual(truth.gradient);
    }),
    { numRuns: 30 },
  );
});

test("at 100 epochs per second, a second has 100 epochs", () => {
  const { say, play, now, turns } = bench();
  say({ kind: "pace", epochsPerSecond: 100 }, { kind: "play" });
  play(() => (turns[0]?.at ?? Infinity) > 1000);
  say({ kind: "frameDrawn" });
  expect(now().t).toBeGreaterThanOrEqual(98);
  expect(now().t).toBeLessThanOrEqual(102);
});

test("growth rings are the boundary in the picture of their epoch", () => {
  const { say, play, reports } = bench();
  say({ kind: "frameDrawn" }, fullSpeed, { kind: "play" });
  play();
  say({ kind: "frameDrawn" });
  const rings = reports.flatMap((report) =>
    report.kind === "snapshot" ? report.deltas.flatMap((some) => some.rings) : [],
  );
  expect(rings.map(({ epoch }) => epoch)).toEqual([
    1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 24, 32, 43, 57, 75, 100, 134, 178, 238,
  ]);
  const { network, params } = directly(experiment, 43);
  expect(rings.find(({ epoch }) => epoch === 43)!.outputs).toEqual(
    draw(network, params, pictureOf(experiment.dataset), 64, false).outputs,
  );
});

test("a higher limit lets a run that it stopped continue", () => {
  const { say, play, now } = bench();
  say({ kind: "frameDrawn" }, fullSpeed, { kind: "play" });
  play();
  say({ kind: "play" });
  expect(now().playing).toBe(false);
  expect(now().stopped).toEqual({ reason: "epochs", t: 300 });
  say(
    { kind: "frameDrawn" },
    { kind: "training", training: { epochs: 400, autoStop: false } },
    { kind: "play" },
  );
  play();
  say({ kind: "frameDrawn" });
  expect(now().params).toEqual(
    directly({ ...experiment, training: { ...experiment.training, epochs: 400, autoStop: false } }, 400)
      .params,
  );
});

/** A finished run of 300 epochs. */
function finished() {
  const made = bench();
  made.say({ kind: "frameDrawn" }, fullSpeed, { kind: "play" });
  made.play();
  made.say({ kind: "frameDrawn" });
  return made;
}

test("any past epoch is shown with its own numbers, and playing from there comes to the same end", () => {
  const { say, now, play } = finished();
  say({ kind: "seek", t: 42 }, { kind: "frameDrawn" });
  const truth = directly(experiment, 42);
  expect(now()).toMatchObject({
    t: 42,
    last: 300,
    loss: truth.loss,
    correct: truth.correct,
    stopped: undefined,
  });
  expect(now().params).toEqual(truth.params);
  expect(now().gradient).toEqual(truth.gradient);
  say({ kind: "step" }, { kind: "frameDrawn" });
  expect(now().t).toBe(43);
  say({ kind: "play" }, { kind: "frameDrawn" });
  play();
  expect(now()).toMatchObject({ t: 300, last: 300, playing: false });
  expect(now().branches).toHaveLength(1);
});

test("a change in the past begins a branch; the old future stays, and each is the run of its experiment", () => {
  const { say, now, play, losses } = finished();
  const optimizer = { ...defaultChoice("sgd"), learningRate: 0.5 };
  say(
    { kind: "seek", t: 100 },
    { kind: "frameDrawn" },
    { kind: "optimizer", optimizer },
    { kind: "frameDrawn" },
  );
  expect(now().branches.map(({ name, last }) => [name, last])).toEqual([
    ["A", 300],
    ["B", 100],
  ]);
  expect(now().changes).toEqual([{ at: 100, optimizer }]);
  say({ kind: "play" }, { kind: "frameDrawn" });
  play();
  const changed = { ...experiment, changes: [{ at: 100, optimizer }] };
  const [a, b] = now().branches;
  expect(losses.get(b!.id)).toEqual([...directly(changed, 300).losses]);
  expect(losses.get(a!.id)).toEqual([...directly(experiment, 300).losses]);
  say(
    { kind: "pictures", options: { size: 8, maps: false, cut: undefined, comparison: a!.id } },
    { kind: "frameDrawn" },
  );
  const here = directly(changed, 300).params;
  const there = directly(experiment, 300).params;
  const distance = Math.hypot(...Array.from(here, (w, i) => w - there[i]!));
  expect(now().comparison).toMatchObject({ branch: a!.id, t: 300 });
  expect(now().comparison!.distance).toBeCloseTo(distance, 12);
  say({ kind: "switch", branch: a!.id }, { kind: "frameDrawn" });
  expect(now().params).toEqual(there);
  say({ kind: "discard", branch: b!.id }, { kind: "frameDrawn" });
  expect(now().branches.map(({ name }) => name)).toEqual(["A"]);
});

test("an edit, undone and redone, gives the same run as that weight from the start", () => {
  const { say, now } = finished();
  const edit: Command = { kind: "edit", values: [{ parameter: "W.1.2.1", value: 3 }] };
  say({ kind: "seek", t: 50 }, edit, { kind: "frameDrawn" });
  const edited = directly({ ...experiment, changes: [{ at: 50, parameter: "W.1.2.1", value: 3 }] }, 50);
  expect(now()).toMatchObject({ t: 50, canUndo: true, canRedo: false, loss: edited.loss });
  say({ kind: "undo" }, { kind: "frameDrawn" });
  expect(now()).toMatchObject({ t: 50, last: 300, canUndo: false, canRedo: true });
  expect(now().params).toEqual(directly(experiment, 50).params);
  expect(now().branches).toHaveLength(1);
  say({ kind: "redo" }, { kind: "frameDrawn" });
  expect(now().params).toEqual(edited.params);
});

test("dragging a slider is one change, and one to undo", () => {
  const { say, now } = finished();
  for (let i = 1; i <= 20; i++) {
    say({ kind: "edit", values: [{ parameter: "b.1.1", value: i / 10 }] }, { kind: "frameDrawn" });
  }
  expect(now().changes).toEqual([{ at: 300, parameter: "b.1.1", value: 2 }]);
  say({ kind: "undo" }, { kind: "frameDrawn" });
  expect(now()).toMatchObject({ changes: [], canUndo: false });
});

test("a question about the run is answered once, with its number, whether or not the page has drawn", () => {
  const { say, reports } = finished();
  say(
    { kind: "seek", t: 10 },
    { kind: "ask", run: 1, number: 7, question: { kind: "explain", ids: ["L@10", "nonsense"] } },
  );
  const answers = reports.filter((report) => report.kind === "answer");
  expect(answers).toHaveLength(1);
  const [loss, wrong] = answers[0]!.answer as Answers["explain"];
  expect(loss).toMatchObject({ ok: true, value: { id: "L@10", value: directly(experiment, 10).loss } });
  expect(wrong).toMatchObject({
    ok: false,
    why: { key: "unknown.noId", text: expect.stringMatching(/the id “nonsense/) },
  });
  say({ kind: "ask", run: 0, number: 8, question: { kind: "explain", ids: ["L@10"] } });
  expect(reports.filter((report) => report.kind === "answer")).toHaveLength(1);
});

test("the death of a ReLU is an event at the first epoch at which it was dead", () => {
  const chosen = parseExperiment({
    version: 1,
    dataset: { name: "circles", points: 60, noise: 0, seed: 1 },
    network: { hidden: [{ units: 6, activation: "relu" }], initializer: { name: "torch", seed: 2 } },
    optimizer: { name: "sgd", learningRate: 8 },
    training: { epochs: 400, autoStop: false },
  });
  const { say, play, now } = bench(chosen);
  say({ kind: "frameDrawn" }, fullSpeed, { kind: "play" });
  play();
  say({ kind: "frameDrawn" });
  // Brute force: the last epoch at which any sample still got through.
  const session = createSession(chosen);
  const alive = new Map<string, number>();
  for (;;) {
    const { params, samples } = session;
    const [x1, x2] = [samples.inputs[0]!, samples.inputs[1]!];
    for (let j = 0; j < 6; j++) {
      const z = (s: number): number =>
        params[2 * j]! * x1[s]! + params[2 * j + 1]! * x2[s]! + params[12 + j]!;
      if (x1.some((_, s) => z(s) > 0)) alive.set(`neuron ${j + 1} in layer 1 died`, session.t);
    }
    if (session.stopped !== undefined) break;
    session.step();
  }
  const deaths = now().branches[0]!.events;
  expect(deaths.length).toBeGreaterThan(0);
  for (const { t, label } of deaths) expect(t).toBe(alive.get(label)! + 1);
});

test("an accuracy reached for the first time is an event at its epoch", () => {
  const { now } = finished();
  const first = new Map<string, number>();
  const session = createSession(experiment);
  for (; session.t < 300; session.step()) {
    for (const share of [75, 90, 95, 99, 100]) {
      const label = share === 100 ? "all points correct" : `${share}% correct`;
      if (session.correct! * 100 >= share * 40 && !first.has(label)) first.set(label, session.t);
    }
  }
  const { events } = now().branches[0]!;
  expect(events.length).toBeGreaterThan(1);
  for (const { t, label } of events) expect(t).toBe(first.get(label));
});

/** The largest network with the most generated points, so that its gradient check takes many slices. */
const large = parseExperiment({
  version: 1,
  dataset: { name: "circles", points: 500, noise: 0.1, seed: 3 },
  network: { hidden: Array.from({ length: 4 }, () => ({ units: 8, activation: "tanh" })) },
});

const checking = (number: number): Command => ({
  kind: "ask",
  run: 1,
  number,
  question: { kind: "check", t: 0, epsilon: 1e-5 },
});

test("a long answer is computed in slices and reports its progress, while training goes on", () => {
  // Each look at the clock takes 10 ms, so every slice does one piece.
  const { say, turn, reports, now } = bench(large, 10);
  say({ kind: "frameDrawn" }, checking(1), { kind: "play" }, fullSpeed);
  const shares = (): number[] =>
    reports.flatMap((report) => (report.kind === "progress" && report.number === 1 ? [report.share] : []));
  const answered = (): Report | undefined => reports.find(({ kind }) => kind === "answer");
  expect(answered()).toBeUndefined();
  while (answered() === undefined && turn()) say({ kind: "frameDrawn" });
  expect(shares().length).toBeGreaterThan(2);
  expect(shares()).toEqual(shares().toSorted((a, b) => a - b));
  expect(shares().at(-1)).toBeLessThan(1);
  expect(now().last).toBeGreaterThan(0);
  const { answer } = answered() as { answer: Answers["check"] };
  const { goal, params } = directly(large, 0);
  expect(answer).toEqual({ t: 0, ...checkGradient(goal, params, 1e-5) });
});

test.each<Question>([
  { kind: "check", t: 0, epsilon: 1e-5 },
  { kind: "surface", t: 0, directions: { kind: "gradient", seed: 1 }, reach: 1, size: 31 },
  { kind: "bug", t: 0, bug: { name: "summed", layer: 5 }, epochs: 50 },
  { kind: "race", race: { optimizers: [defaultChoice("sgd")], t: 0, epochs: 500, seeds: 1 } },
])("a canceled question stops, and the next one is answered: $kind", (question) => {
  const { say, turn, turns, reports } = bench(large, 10);
  say({ kind: "ask", run: 1, number: 1, question }, checking(2));
  for (let i = 0; i < 45; i++) turn();
  expect(reports.some((report) => report.kind === "progress" && report.number === 1)).toBe(true);
  say({ kind: "cancel", number: 1 });
  while (turn());
  expect(turns).toHaveLength(0);
  const numbers = reports.flatMap((report) => (report.kind === "answer" ? [report.number] : []));
  expect(numbers).toEqual([2]);
});

test("a new run drops the questions about the last one", () => {
  const { say, turn, reports } = bench(large, 10);
  say(checking(1), { kind: "configure", run: 2, experiment, play: false });
  while (turn());
  expect(reports.filter(({ kind }) => kind === "answer")).toEqual([]);
});

test("a lane of a race becomes a branch with the same bits, and the run stays as it was", () => {
  const { say, play, reports, now } = bench();
  say({ kind: "frameDrawn" }, fullSpeed, { kind: "seek", t: 30 });
  play();
  const optimizer = defaultChoice("momentum");
  say({
    kind: "ask",
    run: 1,
    number: 1,
    question: { kind: "race", race: { optimizers: [optimizer], t: 30, epochs: 50, seeds: 1 } },
  });
  play();
  const raced = reports.find(({ kind }) => kind === "answer") as { answer: Answers["race"] };
  say({ kind: "optimizer", optimizer, branch: true }, { kind: "seek", t: 80 });
  play();
  expect(now().t).toBe(80);
  expect(now().params).toEqual(raced.answer.lanes[0]!.params);
  expect(now().branches.map(({ name, last }) => [name, last])).toEqual([
    ["A", 30],
    ["B", 80],
  ]);
});

test("several parameters set at once are one change to undo, and those that don't exist are left out", () => {
  const { say, now } = finished();
  const before = now().params;
  say(
    {
      kind: "edit",
      values: [
        { parameter: "W.1.1.2", value: 3 },
        { parameter: "W.9.9.9", value: 4 },
        { parameter: "b.1.1", value: -1 },
      ],
    },
    { kind: "frameDrawn" },
  );
  expect(now().changes).toEqual([
    { at: 300, parameter: "W.1.1.2", value: 3 },
    { at: 300, parameter: "b.1.1", value: -1 },
  ]);
  say({ kind: "undo" }, { kind: "frameDrawn" });
  expect(now()).toMatchObject({ changes: [], canUndo: false });
  expect(now().params).toEqual(before);
});
