/** The store connected to a trainer, without a browser. */
import { createSession, type Experiment, ids, parseExperiment } from "@neural-viz/engine";
import { beforeEach, expect, test } from "vitest";
import { losableTrainer } from "./losableTrainer.ts";

const { attach, ask } = await import("../src/store/mailbox.ts");
const actions = {
  ...(await import("../src/store/run/control.ts")),
  ...(await import("../src/store/setup/begin.ts")),
  ...(await import("../src/store/setup/choose.ts")),
  ...(await import("../src/store/setup/chooseData.ts")),
  ...(await import("../src/store/selection/choose.ts")),
  ...(await import("../src/store/inspector/step.ts")),
};
const navigation = await import("../src/store/visit/navigation.ts");
const setups = await import("../src/store/setup/setups.ts");
const { linkOf } = await import("../src/store/visit/address.ts");
const { store } = await import("../src/store/store.ts");
const { optimizerInForce } = await import("../src/store/run/state.ts");
const { linkOpening, replayOf } = await import("../src/store/run/phase.ts");

const { getState } = store;
const now = () => getState().snapshot;

const chosen = (rest: object = {}): Experiment =>
  parseExperiment({
    version: 1,
    dataset: { name: "moons", points: 40, noise: 0.1, seed: 3 },
    training: { epochs: 300, autoStop: false },
    ...rest,
  });

function directly(experiment: Experiment, t: number): Float64Array {
  const session = createSession(experiment);
  while (session.t < t) session.replay();
  return session.params;
}

let first = losableTrainer();

beforeEach(() => {
  first = losableTrainer();
  attach(first.send);
  navigation.openFile(JSON.stringify(chosen()), "chosen.json");
  actions.setPace(Infinity);
  first.settle();
});

/** The trainer is lost and another one replaces it. */
function replace(): ReturnType<typeof losableTrainer> {
  first.lose();
  const second = losableTrainer();
  attach(second.send, true);
  return second;
}

test("a run whose trainer is lost while it plays is trained again to the same numbers, and plays to the same end", () => {
  actions.train();
  first.settle(() => now().t > 100);
  const { t, params } = now();
  const second = replace();
  expect(now().t).toBe(t); // the state shown stays
  second.settle(() => replayOf(getState()) === undefined);
  expect(now().t).toBe(t);
  expect(now().params).toEqual(params);
  expect(getState().arrived).toEqual({ after: "loss", same: true, alone: true });
  second.settle();
  expect(now().t).toBe(300);
  expect(now().params).toEqual(directly(chosen(), 300));
  expect(getState().record.history.at(150)).toBe(createLoss(150));
});

function createLoss(t: number): number {
  const session = createSession(chosen());
  while (session.t < t) session.step();
  return session.loss;
}

test("edits are repeated, later epochs are there again, and so is the limit", () => {
  actions.train();
  first.settle();
  actions.seek(50);
  first.settle();
  actions.edit("W.1.1.1", 2);
  actions.adjustOptimizer({ ...optimizerInForce(getState()), learningRate: 0.2 });
  first.settle();
  actions.train();
  first.settle();
  actions.seek(80);
  first.settle();
  const { experiment } = getState();
  const { params, last } = now();
  expect(experiment.changes).toHaveLength(2);
  const second = replace();
  second.settle();
  expect(getState().arrived).toEqual({ after: "loss", same: true, alone: false });
  expect([now().t, now().last]).toEqual([80, last]);
  expect(now().params).toEqual(params);
  expect(getState().experiment).toEqual(experiment);
  actions.seek(300);
  second.settle();
  expect(now().params).toEqual(directly(experiment, 300));
});

test("a rule that would have stopped the run earlier doesn't stop it when it is trained again", () => {
  actions.train();
  first.settle();
  actions.adjustTraining({ epochs: 200 });
  first.settle();
  const second = replace();
  second.settle();
  expect([now().t, now().last]).toEqual([300, 300]);
  expect(getState().arrived?.same).toBe(true);
  expect(now().stopped?.reason).toBe("epochs");
  expect(getState().experiment.training.epochs).toBe(200);
});

test("what the lost trainer had left to do, and what is asked meanwhile, is done once the run is back", () => {
  actions.train();
  first.settle();
  actions.seek(120);
  first.settle();
  actions.edit("W.1.1.1", -1); // never carried out by the first trainer
  const second = replace();
  actions.edit("W.1.2.1", 1);
  actions.step();
  second.settle();
  expect(now().t).toBe(121);
  expect(getState().experiment.changes).toEqual([
    { at: 120, parameter: "W.1.1.1", value: -1 },
    { at: 120, parameter: "W.1.2.1", value: 1 },
  ]);
  expect(now().params).toEqual(directly(getState().experiment, 121));
});

test("an edit that the lost trainer had done is repeated, even if another was still pending", () => {
  actions.train();
  first.settle();
  actions.seek(120);
  first.settle();
  actions.edit("W.1.1.1", -1);
  actions.edit("W.1.2.1", 1);
  // The report of the first change has arrived; the second change hasn't been acknowledged.
  first.settle(() => now().changes.length === 1);
  expect(getState().experiment.changes).toEqual([]);
  const second = replace();
  second.settle();
  expect(getState().experiment.changes).toEqual([
    { at: 120, parameter: "W.1.1.1", value: -1 },
    { at: 120, parameter: "W.1.2.1", value: 1 },
  ]);
  actions.step();
  second.settle();
  expect(now().params).toEqual(directly(getState().experiment, 121));
});

test("waiting questions are asked again", () => {
  actions.train();
  first.settle();
  const got: number[] = [];
  ask<"values">({ kind: "values", ids: ["L@7"] }, (values) => got.push(...values));
  const second = replace();
  ask<"values">({ kind: "values", ids: ["L@290"] }, (values) => got.push(...values));
  second.settle();
  expect(got).toEqual([createLoss(7), createLoss(290)]);
});

test("another setup ends the replay of a lost run", () => {
  actions.train();
  first.settle();
  const second = replace();
  actions.chooseDataset({ name: "xor" });
  actions.train();
  second.settle();
  expect(replayOf(getState())).toBeUndefined();
  expect(getState().arrived).toBeUndefined();
  expect(now().t).toBe(300);
  expect(now().params).toEqual(directly(getState().experiment, 300));
});

test("a second loss during a replay starts it again", () => {
  actions.train();
  first.settle();
  const second = replace();
  actions.edit("W.1.1.1", 3);
  second.settle(() => (replayOf(getState())?.reached ?? 0) > 100);
  second.lose();
  const third = losableTrainer();
  attach(third.send, true);
  third.settle();
  expect(getState().arrived?.same).toBe(true);
  expect(getState().experiment.changes).toEqual([{ at: 300, parameter: "W.1.1.1", value: 3 }]);
});

test("a trainer lost before the first epoch is replaced silently, and Train isn't forgotten", () => {
  actions.train();
  const second = replace();
  second.settle();
  expect(getState().arrived).toBeUndefined();
  expect(now().t).toBe(300);
});

test("given weights are dropped with their shape; another shape begins with random ones", () => {
  const initializer = {
    name: "given",
    parameters: [
      {
        weight: [
          [1, 2],
          [3, -4],
        ],
        bias: [0.5, 0.25],
      },
      { weight: [[1, -1]], bias: [0] },
    ],
  };
  const hidden = [{ units: 2, activation: "tanh" as const }];
  setups.openExperiment({ experiment: chosen({ network: { hidden, initializer } }), t: 0 });
  first.settle();
  actions.chooseNetwork({ hidden: [{ units: 2, activation: "relu" }] });
  first.settle();
  expect(Array.from(now().params)).toEqual([1, 2, 3, -4, 0.5, 0.25, 1, -1, 0]);
  actions.chooseNetwork({ hidden: [...hidden, ...hidden] });
  actions.train();
  first.settle();
  const { experiment } = getState();
  expect(experiment.network.initializer).toEqual({ name: "torch", seed: 19 });
  expect(parseExperiment(experiment)).toEqual(experiment);
  expect(now().params).toEqual(directly(experiment, 300));
});

test("the quantity pointed at is forgotten with other data", () => {
  actions.point(ids.x.of(1, 30));
  actions.chooseDataset({ name: "xor" });
  expect(getState().pointed).toBeUndefined();
});

/** An address that leads to an experiment and contains more. */
const linkTo = (experiment: Experiment, more: object): string =>
  `#${encodeURIComponent(JSON.stringify({ experiment, ...more }))}`;

const far = chosen({
  dataset: { name: "circles", points: 60, noise: 0.1, seed: 5 },
  training: { epochs: 60_000, autoStop: false },
});
const farLink = linkTo(far, {
  t: 50_000,
  sample: 60,
  panel: "audit",
  inspect: "a.1.1[60]@50000",
  fingerprint: "0123456789abcdef",
});

const acts: Readonly<Record<string, () => void>> = {
  "choosing other data": () => actions.chooseDataset({ name: "xor" }),
  "choosing another network": () => actions.chooseNetwork({ hidden: [] }),
  restarting: () => actions.restart(),
  resetting: () => actions.reset(),
  pausing: () => actions.pause(),
  "one step": () => actions.step(),
  "going to another epoch": () => actions.seek(10),
  "another learning rate": () =>
    actions.adjustOptimizer({ ...optimizerInForce(getState()), learningRate: 0.5 }),
  "another optimizer": () => actions.chooseOptimizer("sgd"),
  "an edit": () => actions.edit("W.1.1.1", 0.5),
  "explaining a step": () => actions.explainStep(),
  undoing: () => setups.undo(),
};

test.each(Object.keys(acts))("%s before a link's epoch is reached drops the link", (name) => {
  navigation.openLink(farLink);
  first.settle(() => now().run === getState().run && now().t > 20);
  expect(linkOpening(getState())).toBeDefined();
  acts[name]!();
  actions.pause();
  first.settle();
  const { arrived, panel, inspectorHistory, selection } = getState();
  const linked = linkOpening(getState());
  // The page doesn't accuse the sender, and doesn't open what the sender looked at over something else.
  expect({ linked, arrived, panel, inspectorHistory }).toEqual({
    linked: undefined,
    arrived: undefined,
    panel: undefined,
    inspectorHistory: [],
  });
  expect(selection.index).toBeLessThan(now().outputs[0]!.length);
});

test("a link that isn't dropped arrives with everything it selects, and is compared", () => {
  navigation.openLink(farLink);
  first.settle();
  const { arrived, panel, inspectorHistory, selection } = getState();
  expect(now().t).toBe(50_000);
  expect(arrived).toEqual({ after: "link", same: false, alone: true });
  expect(panel?.name).toBe("audit");
  expect(inspectorHistory).toEqual(["a.1.1[60]@50000"]);
  expect(selection).toEqual({ kind: "sample", index: 59 });
});

test("a link into the current run goes beyond its end, and selects its sample and its probe", () => {
  const { experiment, run } = getState();
  navigation.openLink(linkTo(experiment, { t: 120, sample: 7, inspect: "L@120" }));
  first.settle();
  expect(getState().run).toBe(run);
  expect(now().t).toBe(120);
  expect(now().params).toEqual(directly(chosen(), 120));
  expect(getState().selection).toEqual({ kind: "sample", index: 6 });
  expect(getState().inspectorHistory).toEqual(["L@120"]);
  navigation.openLink(linkTo(experiment, { t: 30, sample: 9, probe: [0.25, 0.5], panel: "health" }));
  first.settle();
  expect(now().t).toBe(30);
  expect(getState().selection).toEqual({ kind: "probe", index: 8, x: [0.25, 0.5] });
  expect(getState().panel?.name).toBe("health");
  expect(getState().inspectorHistory).toEqual([]);
});

test("a link beyond the end of its run says where the run stops", () => {
  navigation.openLink(linkTo(chosen({ dataset: { name: "or" }, training: { epochs: 5000 } }), { t: 4000 }));
  first.settle();
  const { t, stopped } = now();
  expect(stopped?.reason).toBe("converged-loss");
  expect(getState().damage).toEqual({
    what: "address",
    why: `This link asks for the run after 4,000 updates, but the run stops after ${t} updates.`,
  });
});

test("an unknown address says so, and an anchor changes nothing", () => {
  for (const [hash, damage] of [
    ["#toString", { what: "address", why: "Neural-Viz doesn’t recognize “toString” in this link." }],
    ["#%E0%A4%A", { what: "address", why: "Neural-Viz doesn’t recognize “%E0%A4%A” in this link." }],
    ["#main", undefined],
    ["#lessons", undefined],
    ["", undefined],
  ] as const) {
    expect(linkOf(hash).damage).toEqual(damage);
  }
});
