/** The exports, run by real PyTorch, NumPy and Jupyter. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  activations,
  createSession,
  datasets,
  defaultChoice,
  exports,
  initialParameters,
  initializers,
  networkOf,
  type OptimizerName,
  optimizers,
  parseExperiment,
  type Session,
  type Trained,
  unpack,
} from "@neural-viz/engine";
import { findPython } from "../../../scripts/python.mjs";
import { runPython, sayIfMissing } from "./python.ts";
import { runOf, tampered, verdictsOf } from "./verdicts.ts";

const torch = findPython("torch", "numpy");
const jupyter = findPython("torch", "nbformat", "nbclient", "ipykernel");
sayIfMissing(torch, "PyTorch runs no exported script", "python3-torch");
sayIfMissing(
  jupyter,
  "Jupyter runs no exported notebook",
  "python3-nbformat python3-nbclient python3-ipykernel",
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-export-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function trained(json: object, updates = Infinity): Session {
  const session = createSession(parseExperiment({ version: 1, ...json }));
  while (session.stopped === undefined && session.t < updates) session.step();
  return session;
}

const names = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[];
const circles = { name: "circles", points: 60, noise: 0.05, seed: 3 };
const training = { epochs: 300, autoStop: false };
const tanh = { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 42 } };
const network = networkOf(parseExperiment({ version: 1, network: tanh }));
const given = {
  name: "given",
  parameters: unpack(network, initialParameters(network, { name: "xavier", seed: 8 })),
};

/** Another value for each hyper-parameter. */
function changed(name: OptimizerName): object {
  const other = {
    learningRate: 0.05,
    momentum: 0.7,
    alpha: 0.9,
    eps: 1e-6,
    beta1: 0.8,
    beta2: 0.99,
    weightDecay: 0.1,
  };
  const keys = Object.keys(optimizers[name].hyper) as (keyof typeof other)[];
  return { name, ...Object.fromEntries(keys.map((key) => [key, other[key]])) };
}

const runs: Record<string, () => Trained> = Object.fromEntries([
  ...names(optimizers).map((name, i, all) => [
    `${name}, its hyper-parameters changed on the way, then the next optimizer`,
    () =>
      trained({
        dataset: circles,
        network: tanh,
        optimizer: defaultChoice(name),
        training,
        changes: [
          { at: 100, optimizer: changed(name) },
          { at: 200, optimizer: defaultChoice(all[(i + 1) % all.length]!) },
        ],
      }),
  ]),
  ...[...names(initializers).map((name) => ({ name, seed: 4294967295 })), given].map((initializer) => [
    `weights from ${initializer.name}`,
    () => trained({ dataset: circles, network: { ...tanh, initializer }, training }),
  ]),
  ...names(activations).map((activation) => [
    `${activation} in two layers`,
    () =>
      trained({
        dataset: circles,
        network: {
          hidden: [
            { units: 5, activation },
            { units: 3, activation },
          ],
          initializer: { name: "he", seed: 5 },
        },
        optimizer: { name: "adam", learningRate: 0.02 },
        training,
      }),
  ]),
  ...names(datasets).map((name) => [
    `the data of ${name}`,
    () => trained({ dataset: { name }, network: tanh, training: { epochs: 100 } }),
  ]),
  [
    "points of one's own",
    () =>
      trained({
        dataset: {
          name: "custom",
          samples: [
            [-0, 1e-300, 1],
            [3, 0.1 + 0.2, 0],
            [1e2, -7, 1],
          ],
        },
        optimizer: { name: "sgd", learningRate: 1e-3 },
        training,
      }),
  ],
  [
    "a weight and a bias set by hand, one of them before the first update",
    () =>
      trained({
        dataset: circles,
        network: tanh,
        training,
        changes: [
          { at: 50, parameter: "W.1.2.1", value: -0.75 },
          { at: 50, parameter: "b.2.1", value: 1 / 3 },
          { at: 0, parameter: "W.2.1.4", value: 2 },
        ],
      }),
  ],
  [
    "a momentum that was 0 at first",
    () =>
      trained({
        dataset: circles,
        network: tanh,
        optimizer: { name: "momentum", learningRate: 0.1, momentum: 0 },
        training,
        changes: [{ at: 20, optimizer: { name: "momentum", learningRate: 0.1, momentum: 0.9 } }],
      }),
  ],
  [
    "mini-batches, an odd one at the end of each epoch",
    () =>
      trained({
        dataset: circles,
        network: tanh,
        training: { epochs: 40, autoStop: false, batch: { size: 16, seed: 5 } },
      }),
  ],
  [
    "mini-batches of one point",
    () =>
      trained({
        dataset: { name: "xor" },
        optimizer: { name: "sgd", learningRate: 0.1 },
        training: { epochs: 100, batch: { size: 1, seed: 4294967290 } },
      }),
  ],
  [
    "points held out, and mini-batches of the others until all are sure",
    () => trained({ split: { test: 0.3, seed: 11 }, training: { batch: { size: 50, seed: 1 } } }),
  ],
  ["points held out", () => trained({ dataset: circles, split: { test: 0.9, seed: 2 }, training })],
  ["a run that ends with a small loss", () => trained({ dataset: { name: "or" } })],
  ["a run that ends with all points sure", () => trained({})],
  [
    "a run of more losses than are embedded",
    () => trained({ dataset: { name: "xor" }, training: { epochs: 2510, autoStop: false } }),
  ],
  ["a run that is not over", () => trained({ dataset: circles, training: { epochs: 120 } }, 40)],
  ["no update at all", () => trained({ training: { epochs: 0 } })],
  [
    "a network without hidden layers, and data beyond a linear boundary",
    () => trained({ dataset: circles, network: { hidden: [] }, training }),
  ],
  [
    "a run that diverges",
    () =>
      trained({
        dataset: { name: "xor" },
        network: { hidden: [] },
        changes: [
          { at: 2, parameter: "b.1.1", value: 1e308 },
          { at: 2, parameter: "W.1.1.1", value: 1.7e308 },
        ],
      }),
  ],
] as [string, () => Trained][]);

const chaotic = (): Trained =>
  trained({
    dataset: circles,
    network: {
      hidden: [
        { units: 8, activation: "tanh" },
        { units: 8, activation: "tanh" },
      ],
    },
    optimizer: { name: "sgd", learningRate: 20 },
    training: { epochs: 500, autoStop: false },
  });

interface Outcome {
  readonly status: number;
  readonly printed: string;
  readonly losses: (number | null)[];
}

describe.skipIf(torch === undefined)("the exported script, run by PyTorch", () => {
  const all: Record<string, () => Trained> = {
    ...runs,
    chaotic,
    tampered: () => tampered(trained({ dataset: circles, network: tanh, training }), 7, 2e-9),
    "chaotic, tampered": () => tampered(chaotic(), 3, 1e-8),
    "held out, tampered": () => {
      const run = trained({ dataset: circles, split: { test: 0.5, seed: 2 }, training });
      const testLosses = run.testLosses.map((loss, t) =>
        t === run.testLosses.length - 1 ? loss + 1e-8 : loss,
      );
      return { ...run, testLosses };
    },
  };
  const came: Record<string, { run: Trained; outcome: Outcome }> = {};

  beforeAll(() => {
    const paths = Object.entries(all).map(([name, make], i) => {
      const run = make();
      const path = join(folder, `script${i}.py`);
      writeFileSync(path, exports.pytorch.write(run));
      return { name, run, path };
    });
    const outcomes = runPython(
      torch!,
      "run_scripts.py",
      paths.map(({ path }) => path),
      folder,
    ) as Record<string, Outcome>;
    for (const { name, run, path } of paths) came[name] = { run, outcome: outcomes[path]! };
  }, 600_000);

  test.each(Object.keys(runs))("comes to the same losses: %s", (name) => {
    const { run, outcome } = came[name]!;
    expect(outcome.printed).toMatch(/\nreproduced\n$/);
    expect(outcome.status).toBe(0);
    // A run that was not followed to its end goes on in the script.
    const length = run.stopped === undefined ? outcome.losses.length : run.losses.length;
    expect(outcome.losses.length).toBe(length);
    const far = [...run.losses].filter((ours, t) => {
      const theirs = outcome.losses[t];
      if (!Number.isFinite(ours)) return theirs !== null;
      return !(Math.abs(ours - theirs!) <= 1e-9 * Math.max(1, Math.abs(theirs!)));
    });
    expect(far).toEqual([]);
  });

  test("the runs above end for every reason there is", () => {
    const reasons = Object.keys(runs).map((name) => came[name]!.run.stopped?.reason);
    expect(new Set(reasons)).toEqual(
      new Set(["epochs", "converged-loss", "converged-confidence", "diverged", undefined]),
    );
  });

  test("says where the first difference is that rounding alone explains, and by how much it moves the loss", () => {
    const { outcome } = came["chaotic"]!;
    expect(outcome.printed).toMatch(
      /\nchaotic: rounding alone explains the differences, the first at update \d+; it moves the loss by up to \d\S+\n$/,
    );
    expect(outcome.status).toBe(0);
  });

  test("a wrong loss is no chaos: not in a chaotic run before it is one, nor of points held out", () => {
    for (const name of ["chaotic, tampered", "held out, tampered"]) {
      const { outcome } = came[name]!;
      expect(outcome.printed).toMatch(
        /in Neural-Viz; (?:rounding explains at most \S+|the losses around it agree)\ndiffers\n$/,
      );
      expect(outcome.status).toBe(1);
    }
  });

  test("twenty random experiments: none is said to differ, and all do with a loss off by 1e-8", () => {
    const seeds = Array.from({ length: 20 }, (_, i) => 5000 + i);
    const right = verdictsOf(torch!, seeds.map(runOf));
    expect(right.filter((said) => !["reproduced", "chaotic"].includes(said.join(" ")))).toEqual([]);
    const wrong = verdictsOf(
      torch!,
      seeds.slice(0, 6).map((seed) => tampered(runOf(seed), seed % 3, 1e-8)),
    );
    expect(wrong).toEqual(wrong.map(() => ["differs"]));
  });

  test("says that it differs, with exit status 1, where a recorded loss is wrong", () => {
    const { outcome } = came["tampered"]!;
    expect(outcome.printed).toMatch(
      /largest difference: 2e-09\nupdate 7: \S+ here, \S+ in Neural-Viz; the losses around it agree\ndiffers\n$/,
    );
    expect(outcome.status).toBe(1);
  });

  test("stands on its own, and draws the loss only where matplotlib is", () => {
    const alone = mkdtempSync(join(folder, "alone-"));
    const stub = join(alone, "stub", "matplotlib");
    mkdirSync(stub, { recursive: true });
    writeFileSync(join(stub, "__init__.py"), "");
    writeFileSync(
      join(stub, "pyplot.py"),
      'semilogy = xlabel = ylabel = print\ndef savefig(name):\n    open(name, "w").close()\n    print("drawn")\n',
    );
    const script = join(alone, "script.py");
    writeFileSync(
      script,
      exports.pytorch.write(trained({ dataset: { name: "or" }, training: { epochs: 20 } })),
    );
    const run = (path: string): ReturnType<typeof spawnSync> =>
      spawnSync(torch!, [script], {
        cwd: alone,
        encoding: "utf8",
        env: { ...process.env, PYTHONPATH: path },
      });
    expect(run("")).toMatchObject({ status: 0, stderr: "" });
    const { stdout } = run(join(alone, "stub"));
    expect(stdout).toMatch(/drawn\n[^]*reproduced\n$/);
  });
});

describe.skipIf(jupyter === undefined)("the exported notebook, run by Jupyter", () => {
  test.each<[string, () => Trained, RegExp]>([
    [
      "with changes on the way",
      runs["adam, its hyper-parameters changed on the way, then the next optimizer"]!,
      /reproduced/,
    ],
    ["with weights of one's own", runs["weights from given"]!, /reproduced/],
    ["of a chaotic run", chaotic, /chaotic: /],
  ])("%s", (name, make, verdict) => {
    const run = make();
    const path = join(folder, `${name}.ipynb`);
    writeFileSync(path, exports.notebook.write(run));
    const printed = runPython(jupyter!, "run_notebook.py", [path], folder) as Record<string, string>;
    expect(printed["check"]).toMatch(verdict);
    const difference = /backpropagation: (\S+)\n/.exec(printed["gradient"]!);
    expect(Number(difference![1])).toBeLessThan(1e-15);
    expect(printed["gradient"]).toMatch(/finite differences agree/);
    expect(printed["boundary"]!.match(/^[#.]{61}$/gm)).toHaveLength(31);
    const [theirs, ours] = [...printed["trained"]!.matchAll(/: +(\S+)\n/g)].map((line) => Number(line[1]));
    expect(ours).toBe(run.losses.at(-1));
    expect(Math.abs(theirs! - ours!)).toBeLessThan(1e-12);
  });
});

describe.skipIf(torch === undefined)("what NumPy reads", () => {
  const withHidden = (hidden: readonly object[]): Session =>
    trained({ dataset: circles, network: { hidden }, training: { epochs: 50 } });
  const made = withHidden([
    { units: 3, activation: "relu" },
    { units: 8, activation: "tanh" },
    { units: 1, activation: "sigmoid" },
  ]);

  test("the parameters from the .npz, to the bit", () => {
    const path = join(folder, "parameters.npz");
    writeFileSync(path, exports.npz.write(made));
    const code = `import json, sys, zipfile, numpy as np
assert zipfile.ZipFile(sys.argv[1]).testzip() is None
arrays = np.load(sys.argv[1])
assert all(arrays[name].dtype == np.float64 for name in arrays)
print(json.dumps({name: arrays[name].tolist() for name in arrays}))`;
    const { stdout, stderr } = spawnSync(torch!, ["-c", code, path], { encoding: "utf8" });
    expect(stderr).toBe("");
    const layers = unpack(made.network, made.params);
    const expected = layers.flatMap(({ weight, bias }, l) => [
      [`${2 * l}.weight`, weight],
      [`${2 * l}.bias`, bias],
    ]);
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries(expected));
  });

  test("the .npz is the state dict of the exported model, which then has the page's probabilities", () => {
    const path = join(folder, "state.npz");
    writeFileSync(path, exports.npz.write(made));
    writeFileSync(join(folder, "model.py"), exports.pytorch.write(made));
    const code = `import json, sys, numpy as np, torch
sys.path.insert(0, sys.argv[1])
from model import build_model, data
model = build_model()
model.load_state_dict({k: torch.from_numpy(v) for k, v in np.load(sys.argv[2]).items()})
print(json.dumps(torch.sigmoid(model(data()[0]))[:, 0].tolist()))`;
    const { stdout, stderr } = spawnSync(torch!, ["-c", code, folder, path], { encoding: "utf8" });
    expect(stderr).toBe("");
    const found = JSON.parse(stdout) as number[];
    expect(found).toHaveLength(60);
    for (const [s, p] of found.entries()) expect(Math.abs(p - made.outputs[0]![s]!)).toBeLessThan(1e-14);
  });

  test.each([
    { of: "ReLU, tanh and sigmoid", run: made },
    {
      of: "leaky ReLU and identity",
      run: withHidden([
        { units: 4, activation: "leakyRelu" },
        { units: 2, activation: "identity" },
      ]),
    },
  ])("the probabilities from the forward function of $of", ({ run }) => {
    const path = join(folder, "probability.py");
    writeFileSync(path, exports.numpy.write(run));
    const data = join(folder, "data.csv");
    writeFileSync(data, exports.data.write(run));
    const code = `import json, sys, numpy as np
sys.path.insert(0, sys.argv[1])
from probability import probability
X = np.loadtxt(sys.argv[2], delimiter=",", skiprows=1)[:, :2]
print(json.dumps(probability(X).tolist()))`;
    const { stdout, stderr } = spawnSync(torch!, ["-c", code, folder, data], { encoding: "utf8" });
    expect(stderr).toBe("");
    const found = JSON.parse(stdout) as number[];
    expect(found).toHaveLength(60);
    for (const [s, p] of found.entries()) expect(Math.abs(p - run.outputs[0]![s]!)).toBeLessThan(1e-15);
    expect(readFileSync(data, "utf8").split("\n")[0]).toBe("x1,x2,label");
  });
});
