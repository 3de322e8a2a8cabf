/** What an address locks stays as it is, no matter how somebody tries to change it. */
import { type Experiment, parseExperiment } from "@neural-viz/engine";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Lock } from "../src/store/setup/locks.ts";
import type { Command } from "../src/worker/protocol.ts";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
vi.stubGlobal("history", { replaceState: () => {} });

const { attach } = await import("../src/store/mailbox.ts");
const actions = {
  ...(await import("../src/store/run/control.ts")),
  ...(await import("../src/store/setup/begin.ts")),
  ...(await import("../src/store/setup/choose.ts")),
  ...(await import("../src/store/setup/chooseData.ts")),
  ...(await import("../src/store/selection/choose.ts")),
  ...(await import("../src/store/inspector/step.ts")),
};
const navigation = await import("../src/store/visit/navigation.ts");
const pages = await import("../src/store/visit/goTo.ts");
const setups = await import("../src/store/setup/setups.ts");
const { locksOf } = await import("../src/store/setup/locks.ts");
const { store } = await import("../src/store/store.ts");
const { optimizerInForce } = await import("../src/store/run/state.ts");
const { getState, setState } = store;

const present = parseExperiment({
  version: 1,
  dataset: { name: "moons", points: 40, noise: 0.1, seed: 3 },
});

const link = (rest: object): string =>
  `#${encodeURIComponent(JSON.stringify({ experiment: { ...present, ...rest }, t: 0 }))}`;
const file = (rest: object): string => JSON.stringify({ ...present, ...rest });
const scene = (rest: object): string =>
  JSON.stringify({ version: 1, scenes: [{ experiment: { ...present, ...rest }, t: 0 }] });

const otherData = { dataset: { name: "xor" } };
const otherLayers = { network: { ...present.network, hidden: [] } };
const otherWeights = { changes: [{ at: 0, parameter: "W.1.1.1", value: 9 }] };
const otherRate = { optimizer: { ...present.optimizer, learningRate: 0.7 } };
const otherMomentum = { optimizer: { ...present.optimizer, beta1: 0.5 } };
const otherLimit = { training: { ...present.training, epochs: 7 } };

/** From outside: links, files, scenes. */
const from = (name: string, rest: object): Record<string, () => void> => ({
  [`a link to ${name}`]: () => navigation.openLink(link(rest)),
  [`a file with ${name}`]: () => navigation.openFile(file(rest), "other.json"),
  [`scenes with ${name}`]: () => navigation.openFile(scene(rest), "scenes.json"),
});

/** What each lock refuses, by every way to try. */
const attempts: Readonly<Record<Lock, Readonly<Record<string, () => void>>>> = {
  data: {
    "the menu of data": () => actions.chooseDataset({ name: "xor" }),
    "custom points": () => actions.chooseDataset({ name: "custom", samples: [[0, 0, 1]] }),
    "holding points out": () => actions.chooseSplit({ test: 0.5, seed: 1 }),
    "starting fresh": () => navigation.startFresh(),
    ...from("other data", otherData),
  },
  network: {
    "another layer": () => actions.chooseNetwork({ hidden: [] }),
    "another seed": () => actions.chooseNetwork({ initializer: { name: "torch", seed: 3 } }),
    "new weights": () => actions.reset(),
    "a weight set by hand": () => actions.edit("W.1.1.1", 9),
    "several weights set by hand": () =>
      actions.editAll([
        { parameter: "W.1.1.1", value: 9 },
        { parameter: "b.1.1", value: 9 },
      ]),
    ...from("other layers", otherLayers),
    ...from("other weights", otherWeights),
  },
  weights: {
    "another initializer": () => actions.chooseNetwork({ initializer: { name: "zeros", seed: 19 } }),
    "new weights": () => actions.reset(),
    "a weight set by hand": () => actions.edit("W.1.1.1", 9),
    "several weights set by hand": () =>
      actions.editAll([
        { parameter: "W.1.1.1", value: 9 },
        { parameter: "b.1.1", value: 9 },
      ]),
    ...from("other weights", otherWeights),
  },
  training: {
    "another optimizer": () => actions.chooseOptimizer("sgd"),
    "another rate": () => actions.adjustOptimizer({ ...optimizerInForce(getState()), learningRate: 0.7 }),
    "a lane of the race": () => actions.takeLane({ ...present.optimizer, learningRate: 0.7 }, 0, 10),
    "another limit": () => actions.adjustTraining({ epochs: 7 }),
    "mini-batches": () => actions.chooseBatch({ size: 4, seed: 0 }),
    "a gentler retry": () => actions.retryGently(),
    ...from("another rate", otherRate),
    ...from("another momentum", otherMomentum),
    ...from("another limit", otherLimit),
  },
  learningRate: {
    "another rate": () => actions.adjustOptimizer({ ...optimizerInForce(getState()), learningRate: 0.7 }),
    "a lane of the race": () => actions.takeLane({ ...present.optimizer, learningRate: 0.7 }, 0, 10),
    "a gentler retry": () => actions.retryGently(),
    ...from("another rate", otherRate),
  },
};

const all: readonly (readonly [Lock, string, () => void])[] = (Object.keys(attempts) as Lock[]).flatMap(
  (lock) => Object.entries(attempts[lock]).map(([name, act]) => [lock, name, act] as const),
);

beforeEach(() => {
  setState({ locks: new Set(), scenes: [], scene: undefined, route: { page: "playground" } });
  navigation.openFile(JSON.stringify(present), "present.json");
  setState({ damage: undefined, phase: { kind: "ready" }, earlier: [], later: [] });
});

const seen = (): object => {
  const { experiment, run, scenes } = getState();
  return { experiment, optimizer: optimizerInForce(getState()), run, scenes };
};

test("the address names its locks, and unknown names are ignored", () => {
  expect([...locksOf("?lock=weights,data,what,constructor")]).toEqual(["data", "weights"]);
  expect([...locksOf("?hide=data")]).toEqual([]);
});

test.each(all)("?lock=%s refuses %s, says so, and changes nothing", (lock, _, act) => {
  setState({ locks: new Set([lock]) });
  const before = seen();
  act();
  expect(seen()).toEqual(before);
  expect(getState().damage).toEqual({ what: "lock", why: lock });
});

test.each(all)("without a lock, what ?lock=%s refuses is allowed: %s", (_, __, act) => {
  const told: Command[] = [];
  attach((command) => told.push(command));
  told.length = 0;
  act();
  expect(told.length).toBeGreaterThan(0);
  expect(getState().damage).toBeUndefined();
});

describe("what isn't locked", () => {
  test.each([
    ["data", otherRate],
    ["data", otherLayers],
    ["network", otherData],
    ["weights", otherLayers],
    ["weights", otherRate],
    ["training", otherWeights],
    ["learningRate", otherMomentum],
    ["learningRate", otherData],
  ] as const)("?lock=%s allows %o", (lock, rest) => {
    setState({ locks: new Set([lock]) });
    navigation.openLink(link(rest));
    expect(getState().experiment).toEqual(parseExperiment({ ...present, ...rest }));
    expect(getState().damage).toBeUndefined();
  });

  test("with the learning rate locked, another optimizer uses the same one", () => {
    setState({ locks: new Set<Lock>(["learningRate"]) });
    const { learningRate } = optimizerInForce(getState());
    actions.chooseOptimizer("sgd");
    expect(optimizerInForce(getState())).toEqual({ name: "sgd", learningRate });
  });
});

test("undo and redo don't go back to what is locked now", () => {
  navigation.openFile(file(otherData), "other.json");
  setState({ locks: new Set<Lock>(["data"]) });
  const before = seen();
  setups.undo();
  expect(seen()).toEqual(before);
  expect(getState().damage).toEqual({ what: "lock", why: "data" });
});

test("an earlier visit with other data isn't restored at all", () => {
  const xor: Experiment = parseExperiment({ ...present, ...otherData });
  setState({ locks: new Set<Lock>(["data"]) });
  const before = seen();
  navigation.restoreVisit({
    experiment: xor,
    replay: {
      after: "visit",
      last: 0,
      t: 0,
      fingerprint: "",
      branched: false,
      inspectorHistory: [],
      reached: 0,
    },
    selection: { kind: "sample", index: 0 },
    panel: undefined,
    explained: undefined,
    look: getState().look,
    epochsPerSecond: 100,
    scenes: [],
    scene: undefined,
  });
  expect(seen()).toEqual(before);
});

test("a lesson sets up anything, and leaving it restores what is locked", () => {
  setState({ locks: new Set<Lock>(["data", "network", "training"]) });
  pages.goTo({ page: "lesson", name: "xor", step: 1 });
  navigation.openLocation({ experiment: parseExperiment({ ...present, ...otherData }), t: 0 });
  actions.edit("W.1.1.1", 2);
  expect(getState().damage).toBeUndefined();
  expect(getState().experiment.dataset.name).toBe("xor");
  pages.goTo({ page: "lessons" });
  pages.goTo({ page: "playground" });
  expect(getState().experiment).toEqual(present);
});
