/** Every command works for every kind of network, and says what it does for its targets and its loss. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createRecording,
  createRun,
  createSession,
  type Experiment,
  heads,
  parseExperiment,
  samplesOf,
  valueOf,
} from "@neural-viz/engine";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { carryOut } from "../src/calls.ts";

const written = vi.hoisted(() => ({ text: "" }));
vi.mock("../src/print.ts", async (original) => ({
  ...(await original<object>()),
  print: (text: string | Uint8Array) => (written.text += String(text)),
}));
vi.mock("../src/say.ts", () => ({ say: () => {} }));

const folder = mkdtempSync(join(tmpdir(), "neural-viz-networks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => (written.text = ""));

/** What a command prints. */
async function printed(...args: string[]): Promise<string> {
  written.text = "";
  await carryOut(args);
  return written.text;
}

function file(contents: unknown, name = "experiment.json"): string {
  const path = join(folder, name);
  writeFileSync(path, typeof contents === "string" ? contents : JSON.stringify(contents));
  return path;
}

const dataFor = {
  binary: { name: "moons", points: 12 },
  classes: { name: "blobs", points: 12 },
  values: { name: "hills", points: 12 },
};

/** A small network with each head; the first is regularized and the second has features. */
const networks = heads.map(({ targets, activation, loss }, i): [string, object] => [
  `${targets}, ${activation}, ${loss}`,
  {
    version: 1,
    dataset: dataFor[targets],
    network: {
      hidden: [{ units: 2, activation: "tanh" }],
      output: { activation, loss },
      ...(i % 2 === 1 && { features: ["x1", "x1^2", "sin(2*pi*x2)"] }),
    },
    ...(i % 3 === 0 && { regularization: { l2: 0.01 } }),
    training: { epochs: 4, autoStop: false },
  },
]);

describe.each(networks)("%s", (_name, json) => {
  const experiment = parseExperiment(json);
  const finished = (): ReturnType<typeof createSession> => {
    const session = createSession(experiment);
    while (session.stopped === undefined) session.step();
    return session;
  };

  test("train --json prints the outputs, and what else there is", async () => {
    const session = finished();
    const printedJson = JSON.parse(await printed("train", file(json), "--json")) as Record<string, unknown>;
    const { kind, count } = session.samples;
    expect(printedJson["outputs"]).toEqual(
      Array.from({ length: count }, (_, s) => session.outputs.map((column) => column[s])),
    );
    expect(printedJson["probability"]).toEqual(kind === "binary" ? [...session.outputs[0]!] : undefined);
    const recording = createRecording(experiment);
    while (recording.live.stopped === undefined) recording.step();
    const run = createRun(recording);
    const at = (stem: string): number => valueOf(run, `${stem}@4`);
    expect(printedJson["rmse"]).toBe(kind === "values" ? at("rmse") : undefined);
    expect(printedJson["r2"]).toBe(kind === "values" ? at("r2") : undefined);
    const penalized = experiment.regularization !== undefined;
    expect(printedJson["objective"]).toEqual(
      penalized ? [0, 1, 2, 3].map((t) => valueOf(run, `J@${t}`)) : undefined,
    );
    expect(printedJson["finalLoss"]).toBe(at("L"));
  });

  test("the summary names accuracy or RMSE, and a probability only for cross-entropy", async () => {
    const text = await printed("train", file(json));
    const { classifies, loss } = finished().network.head;
    expect(/^\d+ of 12 points correct/m.test(text)).toBe(classifies);
    expect(/^RMSE [\d.]+, R² [−-]?[\d.]+$/m.test(text)).toBe(!classifies);
    expect(/every (?:training )?point’s correct class has a probability of at least/.test(text)).toBe(
      loss === "crossEntropy",
    );
    expect(/^loss plus penalty /m.test(text)).toBe(experiment.regularization !== undefined);
  });

  test("check, explain, export, link and open", async () => {
    const path = file(json);
    const check = JSON.parse(await printed("check", path, "--json")) as { maxRelativeError: number };
    expect(check.maxRelativeError).toBeLessThan(1e-5);
    expect(await printed("explain", path, "ell[3]@2")).toMatch(/^ell\[3\]@2 = /);
    expect(JSON.parse(await printed("export", path, "--format", "json"))).toBeDefined();
    const link = await printed("link", path, "--at", "3");
    expect(parseExperiment(JSON.parse(await printed("open", link.trim(), "--json")))).toEqual(experiment);
  });

  test("worksheet", async () => {
    expect(await printed("worksheet", file(json), "--at", "1", "--sample", "2")).toContain("<h1>");
  });
});

test("a run stops by the rule of its loss, which the summary states", async () => {
  const base = { version: 1, network: { hidden: [] }, training: { epochs: 20_000 } };
  const reasonOf = async (more: object): Promise<string> =>
    /^stopped: (.*)$/m.exec(await printed("train", file({ ...base, ...more })))![1]!;
  expect(await reasonOf({ dataset: { name: "line", noise: 0 } })).toBe(
    "the loss is below 0.1% of the loss of always predicting the mean",
  );
  expect(
    await reasonOf({
      dataset: { name: "and" },
      network: { hidden: [], output: { activation: "sigmoid", loss: "mse" } },
    }),
  ).toBe("the loss is below 0.001");
  expect(await reasonOf({ dataset: { name: "blobs", noise: 0 } })).toMatch(
    /^(every point’s correct class has had a probability above|the loss is below 0\.001)/,
  );
});

test("constant targets have no R²", async () => {
  const data = {
    name: "custom",
    inputs: 1,
    targets: "values",
    samples: [
      [0, 2],
      [1, 2],
    ],
  };
  const path = file({ version: 1, dataset: data, training: { epochs: 3, autoStop: false } });
  const json = JSON.parse(await printed("train", path, "--json")) as object;
  expect(json).toHaveProperty("rmse");
  expect(json).not.toHaveProperty("r2");
  expect(await printed("train", path)).toMatch(/^RMSE [\d.e-]+, no R² because the targets are constant$/m);
});

test("RMSE is also in the data's own units", async () => {
  const dataset = { name: "penguins", target: "body mass", columns: [3] };
  const path = file({ version: 1, dataset, network: { hidden: [] }, training: { epochs: 300 } });
  const { rmse } = JSON.parse(await printed("train", path, "--json")) as { rmse: number };
  const [, shown, own] = /^RMSE ([\d.]+) \(([\d.]+) g in the data’s own units\), R² 0\.\d+$/m.exec(
    await printed("train", path),
  )!;
  expect(Number(shown)).toBeCloseTo(rmse, 3);
  expect(Number(own) / (3600 * rmse)).toBeCloseTo(1, 3); // body masses span 2700 g to 6300 g
});

test.each([
  ["line", [], 1, "values"],
  ["plane", ["--points", "9"], 2, "values"],
  ["blobs", ["--classes", "4"], 2, "classes"],
  ["iris", ["--columns", "1,2,4"], 3, "classes"],
  ["penguins", ["--target", "body mass", "--columns", "1,2,3"], 3, "values"],
  ["penguins", ["--decimals", "2"], 2, "classes"],
] as const)("dataset %s %j prints the samples", async (name, options, inputs, kind) => {
  const keyed = Object.fromEntries(
    options
      .map((option, i) => [option.slice(2), options[i + 1]])
      .filter((_, i) => i % 2 === 0)
      .map(([key, value]) => [
        key,
        key === "columns" ? value!.split(",").map(Number) : key === "target" ? value : Number(value),
      ]),
  ) as object;
  const { dataset } = parseExperiment({ version: 1, dataset: { name, ...keyed } });
  const samples = samplesOf(dataset);
  expect([samples.kind, samples.inputs.length]).toEqual([kind, inputs]);
  const lines = (await printed("dataset", name, ...options)).trimEnd().split("\n");
  expect(lines).toHaveLength(samples.count);
  for (const [s, line] of lines.entries()) {
    const target =
      kind === "values" ? samples.targets[0]![s]! : samples.targets.findIndex((column) => column[s] === 1);
    expect(line.split(",").map(Number)).toEqual([...samples.inputs.map((column) => column[s]!), target]);
  }
});

describe("a table", () => {
  const table = file(
    "id,age,height,weight,kind\n1,20,150,50.5,cat\n2,70,190,90,dog\n3,45,170,70,bird\n4,30,180,80,dog\n",
    "table.csv",
  );
  const dataOf = async (...args: string[]): Promise<Extract<Experiment["dataset"], { name: "custom" }>> => {
    const { dataset } = parseExperiment(JSON.parse(await printed("dataset", table, ...args)));
    if (dataset.name !== "custom") throw new Error("not custom");
    createSession(parseExperiment({ version: 1, dataset })); // it can be trained on
    return dataset;
  };

  test("words of three kinds are classes, and each input is scaled by itself", async () => {
    expect(await dataOf()).toEqual({
      name: "custom",
      inputs: 2,
      targets: "classes",
      classes: 3,
      samples: [
        [0, 0, 0],
        [1, 1, 1],
        [0.5, 0.5, 2],
        [0.2, 0.75, 1],
      ],
      map: [
        { offset: 20, scale: 50 },
        { offset: 150, scale: 40 },
      ],
    });
  });

  test("numbers are values, kept as they are unless they are to be scaled", async () => {
    expect(await dataOf("--inputs", "age", "--target", "weight", "--targets", "values")).toEqual({
      name: "custom",
      inputs: 1,
      targets: "values",
      outputs: 1,
      samples: [
        [0, 50.5],
        [1, 90],
        [0.5, 70],
        [0.2, 80],
      ],
      map: [{ offset: 20, scale: 50 }],
    });
    const scaled = await dataOf("--inputs", "2", "--target", "3,weight", "--scale-targets");
    expect(scaled.outputs).toBe(2);
    expect(scaled.targetMap).toEqual([
      { offset: 150, scale: 40 },
      { offset: 50.5, scale: 39.5 },
    ]);
    expect(scaled.samples[2]).toEqual([0.5, 0.5, (70 - 50.5) / 39.5]);
  });

  test("with --no-scale inputs stay, and the domain is their range", async () => {
    const kept = await dataOf("--inputs", "age,height,weight", "--no-scale");
    expect(kept.map).toBeUndefined();
    expect(kept.domain).toEqual([
      [20, 70],
      [150, 190],
      [50.5, 90],
    ]);
    expect(kept.samples[0]).toEqual([20, 150, 50.5, 0]);
  });

  test("numbers with many values are guessed to be values, whole numbers that repeat to be classes", async () => {
    const guess = async (text: string): Promise<unknown> => {
      const path = file(text, "guess.csv");
      const { dataset } = parseExperiment(JSON.parse(await printed("dataset", path)));
      const { inputs, targets = "binary" } = dataset as { inputs?: number; targets?: string };
      return [inputs ?? 2, targets];
    };
    expect(await guess("x,y\n0.1,0.5\n0.2,0.7\n0.3,0.1\n")).toEqual([1, "values"]);
    expect(await guess("x1,x2,y\n0.1,0.5,3.5\n0.2,0.7,4\n0.3,0.1,2\n")).toEqual([2, "values"]);
    expect(await guess("0.1,0.5,0\n0.2,0.7,1\n0.3,0.1,2\n0.1,0.2,0\n0.4,0.3,1\n0.4,0.1,2\n")).toEqual([
      2,
      "classes",
    ]);
    expect(await guess("0.1,0.5,0\n0.2,0.7,1\n")).toEqual([2, "binary"]);
    expect(await guess("0.1,no\n0.2,yes\n0.4,no\n")).toEqual([1, "binary"]);
  });
});

describe("regions", () => {
  const given = {
    version: 1,
    dataset: { name: "xor" },
    network: {
      hidden: [{ units: 2, activation: "relu" }],
      initializer: {
        name: "given",
        parameters: [
          {
            weight: [
              [1, 0],
              [-1, 0],
            ],
            bias: [-0.5, 0.5],
          },
          { weight: [[1, 1]], bias: [-0.25] },
        ],
      },
    },
  };

  test("|x₁ − ½| − ¼ has two regions: the whole contract, and in words", async () => {
    const path = file(given, "abs.json");
    expect(JSON.parse(await printed("regions", path, "--at", "0", "--json"))).toEqual({
      count: 2,
      regions: [
        {
          polygon: [
            [0.5, 0],
            [1, 0],
            [1, 1],
            [0.5, 1],
          ],
          active: ["10"],
          weight: [[1, 0]],
          bias: [-0.75],
        },
        {
          polygon: [
            [0, 0],
            [0.5, 0],
            [0.5, 1],
            [0, 1],
          ],
          active: ["01"],
          weight: [[-1, 0]],
          bias: [0.25],
        },
      ],
    });
    expect(await printed("regions", path, "--at", "0")).toBe(
      "2 linear regions after 0 updates; one layer of this width has at most 4\n" +
        "   50.0%  10  z = 1.000·x1 + 0·x2 - 0.7500\n" +
        "   50.0%  01  z = -1.000·x1 + 0·x2 + 0.2500\n",
    );
  });

  test("with four inputs the plane and its point are chosen, and a weight stays for each input", async () => {
    const path = file(
      {
        version: 1,
        dataset: { name: "iris", columns: [1, 2, 3, 4] },
        network: { hidden: [{ units: 3, activation: "relu" }], initializer: { name: "he", seed: 1 } },
      },
      "iris.json",
    );
    const { count, regions } = JSON.parse(
      await printed("regions", path, "--at", "0", "--sample", "60", "--axes", "4,2", "--json"),
    ) as { count: number; regions: { polygon: number[][]; weight: number[][]; bias: number[] }[] };
    expect(regions.length).toBe(count);
    for (const { polygon, weight, bias } of regions) {
      expect(polygon[0]!.length).toBe(2);
      expect(weight.map((row) => row.length)).toEqual([4, 4, 4]);
      expect(bias.length).toBe(3);
    }
  });

  test("what doesn't fit is one sentence", async () => {
    const tanh = file({ ...given, network: { hidden: [{ units: 2, activation: "tanh" }] } }, "tanh.json");
    await expect(carryOut(["regions", tanh])).rejects.toThrow(/tanh is smooth/);
    const curved = file(
      { ...given, network: { hidden: [{ units: 2, activation: "relu" }], features: ["x1", "x1^2"] } },
      "curved.json",
    );
    await expect(carryOut(["regions", curved])).rejects.toThrow(/x₁² bends the edges/);
    const path = file(given, "abs.json");
    await expect(carryOut(["regions", path, "--axes", "1,2"])).rejects.toThrow(
      /--axes is only allowed with three or four inputs; these data have 2/,
    );
    await expect(carryOut(["regions", path, "--at", "-1"])).rejects.toThrow(/--at must be a whole number/);
    const iris = file(
      { version: 1, dataset: { name: "iris", columns: [1, 2, 3, 4] }, network: { hidden: [] } },
      "iris.json",
    );
    await expect(carryOut(["regions", iris, "--axes", "2,2"])).rejects.toThrow(
      /--axes must be two different inputs from 1 to 4, such as 1,2; you entered “2,2”/,
    );
    await expect(carryOut(["regions", iris, "--sample", "151"])).rejects.toThrow(
      /--sample must be a whole number from 1 to 150/,
    );
  });
});
