import fc from "fast-check";
import { defaultExperiment, ids, parseExperiment } from "@neural-viz/engine";
import { expect, test, vi } from "vitest";
import type { PersistedState } from "../src/store/visit/persistedState.ts";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const { persistedStateOf, readPersistedState, writePersistedState } =
  await import("../src/store/visit/persistedState.ts");
const { openingExperiment } = await import("../src/store/run/opening.ts");
const { store } = await import("../src/store/store.ts");

const saved: PersistedState = {
  experiment: parseExperiment({
    version: 1,
    dataset: { name: "moons", points: 40, noise: 0.1, seed: 3 },
    changes: [{ at: 7, parameter: "W.1.1.1", value: -2.5 }],
  }),
  replay: {
    after: "visit",
    last: 300,
    t: 120,
    fingerprint: "0123456789abcdef",
    branched: true,
    inspectorHistory: [ids.p.of(18, 120), ids.parameter.of("W.1.1.1", 120)],
    reached: 0,
  },
  selection: { kind: "probe", index: 17, x: [0.25, 0.75] },
  panel: { name: "health", wide: true, settings: { layer: "2", epsilon: 1e-4, open: true } },
  explained: { t: 3, zoom: "layer", unit: 4 },
  look: {
    face: "value",
    color: "both",
    field: "confidence",
    resolution: 100,
    lossAxis: "linear",
    lines: true,
    axes: [2, 1],
    output: 1,
  },
  epochsPerSecond: Infinity,
  scenes: [{ caption: "Untrained", experiment: defaultExperiment, t: 0, sample: 3 }],
  scene: 0,
};

test("a saved state is restored in full", () => {
  expect(readPersistedState(writePersistedState(saved))).toEqual(saved);
});

test("the color of the weights keeps the key that earlier versions wrote", () => {
  expect(writePersistedState(saved)).toContain('"colour":"both"');
});

test("nothing is saved of an untouched first view, and everything saved comes from the state", () => {
  expect(persistedStateOf(store.getState())).toBeUndefined();
  store.setState({ inspectorHistory: [ids.L.of(0)] });
  const { experiment, selection, replay } = persistedStateOf(store.getState())!;
  expect(experiment).toBe(openingExperiment);
  expect(selection).toBe(store.getState().selection);
  expect(replay).toMatchObject({ last: 0, t: 0, inspectorHistory: [ids.L.of(0)] });
});

test("a damaged state is ignored: cut off, of the wrong kind, or with an impossible value", () => {
  const text = writePersistedState(saved);
  for (let end = 0; end < text.length; end++) expect(readPersistedState(text.slice(0, end))).toBeUndefined();
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(readPersistedState(json)).toBeUndefined();
    }),
  );
  const whole = JSON.parse(text) as Record<string, unknown>;
  const bad: [string, unknown][] = [
    ["link", "%7B%22experiment%22%3A1%7D"],
    ["last", 1e9],
    ["last", -1],
    ["t", 301],
    ["t", 1.5],
    ["selection", { kind: "sample", index: 40 }],
    ["selection", { kind: "probe", index: 1, x1: null, x2: 0 }],
    ["selection", { kind: "probe", index: 1, x1: 1e308, x2: 0 }],
    ["trail", [1]],
    ["trail", ["x".repeat(201)]],
    ["look", { ...(whole["look"] as object), resolution: 41 }],
  ];
  for (const [key, value] of bad) {
    expect([key, readPersistedState(JSON.stringify({ ...whole, [key]: value }))]).toEqual([key, undefined]);
  }
});

test("any value in any field is read or refused, and nothing throws", () => {
  const whole = JSON.parse(writePersistedState(saved)) as Record<string, unknown>;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), (key, value) => {
      readPersistedState(JSON.stringify({ ...whole, [key]: value }));
    }),
  );
});
