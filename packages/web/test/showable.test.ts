import {
  defaultExperiment,
  type Experiment,
  parseExperiment,
  writeLink,
  writeScenesLink,
} from "@neural-viz/engine";
import { expect, test, vi } from "vitest";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const { linkOf } = await import("../src/store/visit/address.ts");
const { openFile } = await import("../src/store/visit/navigation.ts");
const { showableDatasets, whyNotShown } = await import("../src/store/setup/showable.ts");
const { store } = await import("../src/store/store.ts");

const read = (rest: object): Experiment => parseExperiment({ version: 1, ...rest });
const points = {
  name: "custom",
  samples: [
    [0.2, 0.8, 0],
    [0.7, 0.3, 1],
  ],
} as const;

const others: readonly (readonly [what: string, Experiment])[] = [
  ["data with more than two classes", read({ dataset: { name: "blobs" } })],
  ["data with more than two classes", read({ dataset: { name: "iris" } })],
  ["data with values to predict", read({ dataset: { name: "hills" } })],
  [
    "1 input",
    read({
      dataset: {
        name: "custom",
        inputs: 1,
        samples: [
          [0.2, 0],
          [0.7, 1],
        ],
      },
    }),
  ],
  ["a squared error", read({ network: { hidden: [], output: { activation: "sigmoid", loss: "mse" } } })],
  ["extra features", read({ network: { hidden: [], features: ["x1", "x2", "x1*x2"] } })],
  ["regularization", read({ regularization: { l2: 0.01 } })],
  [
    "inputs over another range",
    read({
      dataset: {
        ...points,
        domain: [
          [-1, 1],
          [0, 1],
        ],
      },
    }),
  ],
];

test("the page offers the datasets it can show", () => {
  expect(showableDatasets).toEqual(["circles", "moons", "spiral", "linear", "clusters", "xor", "and", "or"]);
});

test("the usual network is shown, however it is written", () => {
  const written = read({
    dataset: {
      ...points,
      inputs: 2,
      targets: "binary",
      domain: [
        [0, 1],
        [0, 1],
      ],
    },
    network: {
      features: ["x1", "x2"],
      hidden: [],
      output: { activation: "sigmoid", loss: "crossEntropy" },
    },
    regularization: { l1: 0, l2: 0 },
  });
  expect(whyNotShown([defaultExperiment, written])).toBeUndefined();
});

test.each(others)("%s: a link, a scene and a file are refused with a sentence", (what, experiment) => {
  const why = whyNotShown([experiment]);
  expect(why).toContain(`This page can’t show ${what} yet.`);
  const linked = linkOf(`#${writeLink({ experiment, t: 0 })}`);
  expect(linked).toEqual({ linked: undefined, scenes: undefined, damage: { what: "address", why } });
  const scenes = [defaultExperiment, experiment].map((one) => ({ caption: "", experiment: one, t: 0 }));
  expect(linkOf(`#${writeScenesLink(scenes)}`)).toEqual(linked);
  openFile(JSON.stringify(experiment), "run.json");
  expect(store.getState()).toMatchObject({ experiment: defaultExperiment, damage: { what: "file", why } });
});

test("a table takes away what was said of the file before it", () => {
  openFile("{", "damaged.json");
  expect(store.getState().damage).toMatchObject({ what: "file" });
  openFile("x1,x2,label\n0,1,0\n1,0,1", "points.csv");
  expect(store.getState().damage).toBeUndefined();
  expect(store.getState().offered?.name).toBe("points.csv");
});
