/** What holds for every kind of quantity in the registry, over random runs of the whole family. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  activations,
  beforeEdits,
  biasName,
  createRandom,
  createRecording,
  createRun,
  type DatasetName,
  datasets,
  dataShape,
  defaultChoice,
  evaluate,
  explain,
  featuresFor,
  headsFor,
  type Id,
  ids,
  idText,
  initializers,
  isBeforeEdits,
  checkAnswer,
  type Moment,
  networkOf,
  movedBy,
  type OptimizerName,
  optimizerOf,
  optimizers,
  parameterId,
  type ParameterName,
  parseExperiment,
  parseId,
  pathsOf,
  plainOf,
  type Point,
  type QuantityId,
  type Run,
  stemOf,
  symbolOf,
  unpack,
  updateOf,
  valueOf,
  weightName,
  whyNoRegions,
  whatOf,
} from "@neural-viz/engine";
import { evaluateLine } from "../../../e2e/calculator.ts";
import { aboutOf, atUpdate, readStem } from "../src/ids/index.ts";
import { namings } from "../src/ids/registry.ts";
import type { Expression } from "../src/math/expression.ts";
import { derive, commonMistakesOf, usedBy } from "../src/quantities/index.ts";

type Kind = Id["kind"];
type IdOf<K extends Kind> = Extract<Id, { kind: K }>;
/** One of several; undefined where there is none. */
type Pick = <T>(of: readonly T[]) => T | undefined;

const upTo = (n: number): number[] => Array.from({ length: Math.max(0, n) }, (_, i) => i + 1);

const editsIn = ({ experiment, last }: Run): number[] =>
  experiment.changes.flatMap((change) =>
    "parameter" in change && change.at > 0 && change.at <= last ? [change.at] : [],
  );
const updates = (run: Run): number[] => upTo(run.last);
const states = (run: Run): number[] => [0, ...updates(run)];
/** A moment, often one before something was set by hand. */
const moment = (run: Run, pick: Pick): Moment =>
  pick([pick(states(run))!, pick(editsIn(run).map(beforeEdits)) ?? pick(states(run))!])!;
const state = (run: Run, pick: Pick): number => pick(states(run))!;
const parameter = ({ network }: Run, pick: Pick): ParameterName =>
  parameterId(network, pick(upTo(network.size))! - 1);
const sample = ({ samples }: Run, pick: Pick): Point => ({ kind: "sample", s: pick(upTo(samples.count))! });
const anyPoint = (run: Run, pick: Pick): Point => {
  const inputs = run.samples.inputs.length;
  const shares = [0, 1e-7, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const size = pick([1, 7, 40])!;
  const along = upTo(inputs);
  const across = pick(along)!;
  const plane = {
    axes: [across, pick(along.filter((k) => k !== across))!] as const,
    s: pick(upTo(run.samples.count))!,
  };
  return pick<Point>([
    sample(run, pick),
    { kind: "probe", x: along.map(() => pick(shares)!) },
    {
      kind: "cell",
      row: inputs === 1 ? undefined : pick(upTo(size))!,
      column: pick(upTo(size))!,
      size,
      ...(inputs > 2 && { plane }),
    },
  ])!;
};
const unit = ({ network }: Run, pick: Pick, layers = network.layers.length) => {
  const l = pick(upTo(layers));
  return l === undefined ? undefined : { l, j: pick(upTo(network.layers[l - 1]!.fanOut))! };
};
const heldOut = ({ split }: Run): boolean => split.test.length > 0;
const classifies = ({ network }: Run): boolean => network.head.classifies;
const outputsIn = ({ network }: Run): number[] => upTo(network.layers.at(-1)!.fanOut);
const isSoftmax = ({ network }: Run): boolean => network.head.activation === "softmax";
const isPenalized = ({ regularization: { l1, l2 } }: Run): boolean => l1 > 0 || l2 > 0;
const hasVariance = ({ samples, split }: Run): boolean =>
  samples.targets.some((column) => [...split.train].some((s) => column[s] !== column[split.train[0]!]));

/** For every kind an id that exists in a run, undefined where the run has none, and `of` called with what it says. */
const kinds: {
  readonly [K in Kind]: readonly [
    draw: (run: Run, pick: Pick) => IdOf<K> | undefined,
    spell: (id: IdOf<K>) => QuantityId,
  ];
} = {
  x: [
    (run, pick) => ({ kind: "x", point: anyPoint(run, pick), k: pick(upTo(run.samples.inputs.length))! }),
    ({ k, point }) => ids.x.of(k, point),
  ],
  f: [
    (run, pick) => {
      const { features: names } = run.network;
      const k = pick(upTo(names.length).filter((i) => !/^x\d$/.test(names[i - 1]!)));
      return k === undefined ? undefined : { kind: "f", point: anyPoint(run, pick), k };
    },
    ({ k, point }) => ids.f.of(k, point),
  ],
  y: [
    (run, pick) => {
      const { kind } = run.samples;
      const numbered = kind === "values" || (kind === "classes" && pick([true, false])!);
      return { kind: "y", point: sample(run, pick), j: numbered ? pick(outputsIn(run)) : undefined };
    },
    ({ point, j }) => ids.y.of(point, j),
  ],
  parameter: [
    (run, pick) => ({ kind: "parameter", name: parameter(run, pick), t: moment(run, pick) }),
    ({ name, t }) => ids.parameter.of(name, t),
  ],
  z: [
    (run, pick) => ({ kind: "z", ...unit(run, pick)!, point: anyPoint(run, pick), t: moment(run, pick) }),
    ({ l, j, point, t }) => ids.z.of(l, j, point, t),
  ],
  a: [
    (run, pick) => ({ kind: "a", ...unit(run, pick)!, point: anyPoint(run, pick), t: moment(run, pick) }),
    ({ l, j, point, t }) => ids.a.of(l, j, point, t),
  ],
  slope: [
    (run, pick) => {
      const hidden = unit(run, pick, run.network.layers.length - 1);
      return hidden && { kind: "slope", ...hidden, point: anyPoint(run, pick), t: state(run, pick) };
    },
    ({ l, j, point, t }) => ids.slope.of(l, j, point, t),
  ],
  aff: [
    (run, pick) => {
      if (whyNoRegions(run.network) !== undefined) return undefined;
      const k = pick(upTo(run.samples.inputs.length))!;
      return { kind: "aff", ...unit(run, pick)!, k, point: anyPoint(run, pick), t: state(run, pick) };
    },
    ({ l, j, k, point, t }) => ids.aff.of(l, j, k, point, t),
  ],
  affb: [
    (run, pick) =>
      whyNoRegions(run.network) === undefined
        ? { kind: "affb", ...unit(run, pick)!, point: anyPoint(run, pick), t: state(run, pick) }
        : undefined,
    ({ l, j, point, t }) => ids.affb.of(l, j, point, t),
  ],
  delta: [
    (run, pick) => ({ kind: "delta", ...unit(run, pick)!, point: sample(run, pick), t: state(run, pick) }),
    ({ l, j, point, t }) => ids.delta.of(l, j, point, t),
  ],
  zmax: [
    (run, pick) =>
      isSoftmax(run) ? { kind: "zmax", point: anyPoint(run, pick), t: moment(run, pick) } : undefined,
    ({ point, t }) => ids.zmax.of(point, t),
  ],
  ez: [
    (run, pick) =>
      isSoftmax(run)
        ? { kind: "ez", point: anyPoint(run, pick), j: pick(outputsIn(run))!, t: moment(run, pick) }
        : undefined,
    ({ j, point, t }) => ids.ez.of(j, point, t),
  ],
  S: [
    (run, pick) =>
      isSoftmax(run) ? { kind: "S", point: anyPoint(run, pick), t: moment(run, pick) } : undefined,
    ({ point, t }) => ids.S.of(point, t),
  ],
  Z: [
    (run, pick) =>
      isSoftmax(run) ? { kind: "Z", point: anyPoint(run, pick), t: moment(run, pick) } : undefined,
    ({ point, t }) => ids.Z.of(point, t),
  ],
  p: [
    (run, pick) => {
      if (!classifies(run)) return undefined;
      const j = run.samples.kind === "binary" ? undefined : pick(outputsIn(run))!;
      return { kind: "p", point: anyPoint(run, pick), j, t: moment(run, pick) };
    },
    ({ point, t, j }) => ids.p.of(point, t, j),
  ],
  yhat: [
    (run, pick) =>
      classifies(run)
        ? undefined
        : { kind: "yhat", point: anyPoint(run, pick), j: pick(outputsIn(run))!, t: moment(run, pick) },
    ({ j, point, t }) => ids.yhat.of(j, point, t),
  ],
  ell: [
    (run, pick) => ({ kind: "ell", point: sample(run, pick), t: moment(run, pick) }),
    ({ point, t }) => ids.ell.of(point, t),
  ],
  conf: [
    (run, pick) =>
      run.network.head.loss === "crossEntropy"
        ? { kind: "conf", point: anyPoint(run, pick), t: moment(run, pick) }
        : undefined,
    ({ point, t }) => ids.conf.of(point, t),
  ],
  L: [(run, pick) => ({ kind: "L", t: moment(run, pick) }), ({ t }) => ids.L.of(t)],
  R: [
    (run, pick) => (isPenalized(run) ? { kind: "R", t: moment(run, pick) } : undefined),
    ({ t }) => ids.R.of(t),
  ],
  J: [
    (run, pick) => (isPenalized(run) ? { kind: "J", t: moment(run, pick) } : undefined),
    ({ t }) => ids.J.of(t),
  ],
  Lmean: [(run) => (classifies(run) ? undefined : { kind: "Lmean" }), () => ids.Lmean.of()],
  ymean: [
    (run, pick) => (classifies(run) ? undefined : { kind: "ymean", j: pick(outputsIn(run))! }),
    ({ j }) => ids.ymean.of(j),
  ],
  rmse: [
    (run, pick) => (classifies(run) ? undefined : { kind: "rmse", t: moment(run, pick) }),
    ({ t }) => ids.rmse.of(t),
  ],
  r2: [
    (run, pick) => (classifies(run) || !hasVariance(run) ? undefined : { kind: "r2", t: moment(run, pick) }),
    ({ t }) => ids.r2.of(t),
  ],
  Ltest: [
    (run, pick) => (heldOut(run) ? { kind: "Ltest", t: moment(run, pick) } : undefined),
    ({ t }) => ids.Ltest.of(t),
  ],
  Lbatch: [(run, pick) => ({ kind: "Lbatch", t: state(run, pick) }), ({ t }) => ids.Lbatch.of(t)],
  acc: [
    (run, pick) => (classifies(run) ? { kind: "acc", t: moment(run, pick) } : undefined),
    ({ t }) => ids.acc.of(t),
  ],
  acctest: [
    (run, pick) => (heldOut(run) && classifies(run) ? { kind: "acctest", t: moment(run, pick) } : undefined),
    ({ t }) => ids.acctest.of(t),
  ],
  batch: [
    (run, pick) => {
      const t = state(run, pick);
      return { kind: "batch", i: pick(upTo(run.batches.at(t).length))!, t };
    },
    ({ i, t }) => ids.batch.of(i, t),
  ],
  dL: [
    (run, pick) => {
      const t = pick(updates(run));
      return t === undefined ? undefined : { kind: "dL", t };
    },
    ({ t }) => ids.dL.of(t),
  ],
  dJ: [
    (run, pick) => {
      const t = pick(updates(run));
      return t === undefined || !isPenalized(run) ? undefined : { kind: "dJ", t };
    },
    ({ t }) => ids.dJ.of(t),
  ],
  predicted: [
    (run, pick) => {
      const t = pick(updates(run));
      return t === undefined ? undefined : { kind: "predicted", t };
    },
    ({ t }) => ids.predicted.of(t),
  ],
  gradient: [
    (run, pick) => ({
      kind: "gradient",
      name: parameter(run, pick),
      point: pick([undefined, sample(run, pick)]),
      t: state(run, pick),
    }),
    ({ name, t, point }) => ids.gradient.of(name, t, point),
  ],
  optimizerState: [
    (run, pick) => {
      const t = pick(updates(run));
      if (t === undefined) return undefined;
      const slot = pick(optimizerOf(run.at(t - 1).optimizer.name).derivation.slice(0, -1))?.[0];
      return slot === undefined ? undefined : { kind: "optimizerState", slot, name: parameter(run, pick), t };
    },
    ({ slot, name, t }) => ids.optimizerState.of(slot, name, t),
  ],
  difference: [
    (run, pick) => {
      const t = pick(updates(run));
      return t === undefined ? undefined : { kind: "difference", name: parameter(run, pick), t };
    },
    ({ name, t }) => ids.difference.of(name, t),
  ],
  check: [
    (run, pick) => ({
      kind: "check",
      what: pick(["above", "below", "fd", "relerr"] as const)!,
      name: parameter(run, pick),
      epsilon: pick([1e-7, 1e-5, 0.1, 1])!,
      t: state(run, pick),
    }),
    ({ what, name, epsilon, t }) => ids.check.of(what, name, epsilon, t),
  ],
  norm: [
    (run, pick) => ({
      kind: "norm",
      of: pick(["norm", "gnorm", "grms"] as const)!,
      l: pick(upTo(run.network.layers.length))!,
      t: state(run, pick),
    }),
    ({ of, l, t }) => ids.norm.of(of, l, t),
  ],
  path: [
    (run, pick) => {
      const name = parameter(run, pick);
      const through = pick(pathsOf(run.network, name))!;
      return { kind: "path", name, through, point: sample(run, pick), t: state(run, pick) };
    },
    ({ name, through, point, t }) => ids.path.of(name, through, point, t),
  ],
  slice: [
    (run, pick) => {
      const t = state(run, pick);
      const across = parameter(run, pick);
      const up = pick(
        upTo(run.network.size)
          .map((i) => parameterId(run.network, i - 1))
          .filter((name) => name !== across),
      )!;
      const slopes = Math.hypot(...run.at(t).gradient) > 1e-100; // the squares of smaller ones underflow
      const directions = pick([
        { kind: "parameters", names: [across, up] } as const,
        ...(slopes ? [{ kind: "gradient", seed: pick([0, 12])! } as const] : []),
      ])!;
      return { kind: "slice", directions, coordinates: [pick([0.5, -1e-9, 12])!, pick([0, -2, 1e-7])!], t };
    },
    ({ directions, coordinates, t }) => ids.slice.of(directions, coordinates, t),
  ],
  init: [(run, pick) => ({ kind: "init", name: parameter(run, pick) }), ({ name }) => ids.init.of(name)],
  rng: [
    ({ network, experiment }, pick) => {
      const { name } = experiment.network.initializer;
      if (name === "given" || name === "zeros") return undefined;
      // Every initializer draws the weights; only torch's draws the biases too.
      const biases = network.layers.reduce((sum, { fanOut }) => sum + fanOut, 0);
      return { kind: "rng", i: pick(upTo(network.size - (name === "torch" ? 0 : biases)))! };
    },
    ({ i }) => ids.rng.of(i),
  ],
  hyper: [
    (run, pick) => {
      const t = state(run, pick);
      const factors = (["l1", "l2"] as const).filter((factor) => run.regularization[factor] > 0);
      const name = pick([...Object.keys(optimizerOf(run.at(t).optimizer.name).hyper), ...factors])!;
      return { kind: "hyper", name, t };
    },
    ({ name, t }) => ids.hyper.of(name, t),
  ],
};

/** Updates of a run, at most. */
const LONGEST = 12;

const number = fc.double({ min: -2, max: 2, noNaN: true });
const seed = fc.nat(1000);
const optimizer = fc
  .tuple(
    fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
    fc.constantFrom(0.001, 0.03, 0.1, 1),
  )
  .map(([name, learningRate]) => Object.assign(defaultChoice(name), { learningRate }));
/** A dataset of the registry with few points, or any data of one's own. */
const registered = fc
  .record({
    name: fc.constantFrom(...(Object.keys(datasets) as DatasetName[])),
    points: fc.integer({ min: 4, max: 12 }),
    noise: fc.constantFrom(0, 0.1),
    seed,
  })
  .map(({ name, ...chosen }) => {
    const { kind } = datasets[name];
    return kind === "shape" || kind === "function" ? Object.assign(chosen, { name }) : { name };
  });
/** Real data have hundreds of points, which take long to explain: they come up now and then. */
const isReal = ({ name }: { readonly name: DatasetName }): boolean => datasets[name].kind === "real";
const custom = fc
  .record({
    inputs: fc.integer({ min: 1, max: 4 }),
    targets: fc.constantFrom("binary", "classes", "classes", "values", "values"),
    many: fc.integer({ min: 2, max: 4 }),
    single: fc.boolean(),
    count: fc.integer({ min: 1, max: 8 }),
    wide: fc.boolean(),
    seed,
  })
  .map(({ inputs, targets, many, single, count, wide, seed: own }) => {
    const random = createRandom(own);
    const share = (): number => 4 * random.uniform() - 2;
    const outputs = single ? 1 : many;
    const target = (): number[] => {
      if (targets === "binary") return [Number(random.uniform() > 0.5)];
      if (targets === "classes") return [Math.floor(random.uniform() * many)];
      return Array.from({ length: outputs }, share);
    };
    const row = (): number[] => [...Array.from({ length: inputs }, share), ...target()];
    const kind = targets === "classes" ? { classes: many } : targets === "values" ? { outputs } : {};
    const domain = wide ? { domain: Array.from({ length: inputs }, () => [-2, 2.5]) } : {};
    const samples = Array.from({ length: count }, row);
    return Object.assign({ name: "custom", inputs, targets, samples }, kind, domain);
  });
const dataset = fc.oneof(
  { arbitrary: registered.filter((chosen) => !isReal(chosen)), weight: 8 },
  { arbitrary: custom, weight: 8 },
  { arbitrary: registered.filter(isReal), weight: 1 },
);

const hiddenLayers = fc.array(
  fc.record({
    units: fc.integer({ min: 1, max: 3 }),
    activation: fc.constantFrom(...(Object.keys(activations) as (keyof typeof activations)[])),
  }),
  { maxLength: 3 },
);
const networkFor = (data: object) => {
  const parsed = parseExperiment({ version: 1, dataset: data });
  const { inputs, targets } = dataShape(parsed.dataset);
  const chosen = fc.record(
    {
      hidden: hiddenLayers,
      features: fc.subarray(featuresFor(inputs).slice(0, 8), { minLength: 1 }),
      output: fc.constantFrom(...headsFor(targets).map(({ activation, loss }) => ({ activation, loss }))),
    },
    { requiredKeys: ["hidden"] },
  );
  return chosen.chain((parts) => {
    const shape = networkOf(parseExperiment({ version: 1, dataset: data, network: parts }));
    const given = fc
      .array(number, { minLength: shape.size, maxLength: shape.size })
      .map((flat) => ({ name: "given", parameters: unpack(shape, Float64Array.from(flat)) }));
    const drawn = fc.record(
      { name: fc.constantFrom(...Object.keys(initializers)), seed, decimals: fc.constantFrom(1, 3) },
      { requiredKeys: ["name", "seed"] },
    );
    return fc.oneof(given, drawn, drawn).map((initializer) => Object.assign({ initializer }, parts));
  });
};
const regularization = fc.record(
  { l1: fc.constantFrom(0.001, 0.1), l2: fc.constantFrom(0.01, 0.5) },
  { requiredKeys: [] },
);

/** A random experiment of the family, with changes on the way that fall into its first updates. */
const anyExperiment = dataset
  .chain((data) =>
    fc.record(
      {
        version: fc.constant(1),
        dataset: fc.constant(data),
        split: fc.record({ test: fc.constantFrom(0, 0, 0.3, 0.6), seed }),
        network: networkFor(data),
        regularization,
        optimizer,
        training: fc.record({
          epochs: fc.integer({ min: 0, max: LONGEST }),
          autoStop: fc.constant(false),
          batch: fc.oneof(fc.constant("all"), fc.record({ size: fc.integer({ min: 1, max: 4 }), seed })),
        }),
      },
      { requiredKeys: ["version", "dataset", "split", "network", "optimizer", "training"] },
    ),
  )
  .chain((experiment) => {
    const at = fc.nat(Math.min(LONGEST, experiment.training.epochs));
    const last = experiment.network.hidden.length + 1;
    const name = fc.constantFrom(biasName(1, 1), weightName(1, 1, 1), weightName(last, 1, 1));
    const edit = fc.record({ at, parameter: name, value: number });
    return fc
      .array(fc.oneof(edit, fc.record({ at, optimizer })), { maxLength: 4 })
      .map((changes) => Object.assign({ changes }, experiment));
  });

function begin(experiment: object): Run {
  const recording = createRecording(parseExperiment(experiment));
  while (recording.live.stopped === undefined && recording.live.t < LONGEST) recording.step();
  return createRun(recording);
}

/** Checks something of every kind's ids in many runs. */
function everywhere(check: (run: Run, id: Id, text: QuantityId) => void, numRuns = 50): void {
  const drawn = new Map<string, number>();
  fc.assert(
    fc.property(anyExperiment, fc.nat(), (experiment, picks) => {
      const run = begin(experiment);
      const random = createRandom(picks);
      const pick: Pick = (of) => of[Math.floor(random.uniform() * of.length)];
      for (const [kind, [draw]] of Object.entries(kinds)) {
        for (let i = 0; i < 2; i++) {
          const id = draw(run, pick);
          if (id === undefined) continue;
          drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
          check(run, id, idText(id));
        }
      }
    }),
    { numRuns },
  );
  for (const kind of Object.keys(kinds)) {
    expect({ kind, enough: drawn.get(kind)! > numRuns / 10 }).toEqual({ kind, enough: true });
  }
}

const inputsOf = (run: Run, text: string): ReadonlyMap<string, number> =>
  new Map(explain(run, text).inputs.map(({ id, value }) => [id, value]));

test("every kind there is can be drawn here", () => {
  expect(Object.keys(kinds).toSorted()).toEqual(Object.keys(namings).toSorted());
});

test("an id is read as what it was written from, by one form of one kind", () => {
  const forms = Object.values(namings).flatMap(({ kind, forms: all }) =>
    all.map(([form]) => ({ kind, form })),
  );
  everywhere((_, id, text) => {
    expect(parseId(text)).toEqual(id);
    expect(idText(parseId(text)!)).toBe(text);
    const [, spell] = kinds[id.kind] as readonly [unknown, (id: Id) => QuantityId];
    expect(spell(id)).toBe(text);
    expect({ text, kinds: forms.filter(({ form }) => form.test(text)).map(({ kind }) => kind) }).toEqual({
      text,
      kinds: [id.kind],
    });
  });
});

test("its names are words and symbols that say something", () => {
  everywhere((run, id, text) => {
    const extent = { trained: run.split.train.length, perEpoch: run.batches.perEpoch };
    for (const name of [symbolOf(id), plainOf(id), aboutOf(id, extent), whatOf(id)]) {
      expect({ text, name }).toEqual({ text, name: expect.stringMatching(/\S/) });
      expect({ text, name }).toEqual({
        text,
        name: expect.not.stringMatching(/undefined|NaN|Infinity|null/),
      });
    }
  });
});

test("it's found again by its stem, and back where it was after moving on", () => {
  everywhere((_, id, text) => {
    expect(movedBy(text, 0)).toBe(text);
    expect(movedBy(movedBy(text, 7), -7)).toBe(text);
    const moves = "t" in id && !isBeforeEdits(id.t);
    const at = (t: number): string => (moves ? idText({ ...id, t }) : text);
    expect(movedBy(text, 3)).toBe(moves ? at(id.t + 3) : text);
    expect(movedBy(text, -100)).toBe(at(0));
    expect(stemOf(movedBy(text, 3))).toBe(stemOf(text));
    expect(moves ? atUpdate(readStem(stemOf(text)), id.t) : stemOf(text)).toBe(text);
  });
});

test("its expression over its inputs gives its value to the last bit, and a leaf says where it comes from", () => {
  everywhere((run, _, text) => {
    const { value, expression, inputs, origin } = explain(run, text);
    const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));
    const again = expression === undefined ? value : evaluate(expression, (input) => values.get(input)!);
    expect({ text, again }).toEqual({ text, again: value });
    expect({ text, isLeaf: origin !== undefined }).toEqual({ text, isLeaf: expression === undefined });
    expect(origin?.text ?? "computed").toMatch(/\S/);
  }, 60);
});

test("its line of numbers comes out right when it is typed into a calculator", () => {
  everywhere((run, _, text) => {
    const { numbers, value } = explain(run, text);
    if (numbers === undefined) return;
    const line = numbers.text;
    expect(numbers.tokens.map((token) => token.text).join("")).toBe(line);
    if (!Number.isFinite(value)) return;
    expect(line).toMatch(/^[-+*/^() =.\de]*(?:(?:exp|ln|sin|tanh|sqrt)\(|[-+*/^() =.\de])*$/);
    const { value: gives, result } = evaluateLine(line);
    expect({ text, line, result }).toEqual({ text, line, result: Number(value.toPrecision(4)) });
    expect({ text, line, gives: gives + 0 }).toEqual({ text, line, gives: result + 0 });
  }, 60);
});

test("every quantity that uses it has it among its inputs", () => {
  everywhere((run, id, text) => {
    for (const user of usedBy(run, id)) {
      expect({ text, user, inputs: [...inputsOf(run, user).keys()] }).toEqual({
        text,
        user,
        inputs: expect.arrayContaining([text]),
      });
    }
  }, 60);
});

/** Who uses what without being named there: what only looks at a number, beside the steps of training. */
const unnamed: { readonly [K in Kind]?: readonly Kind[] } = {
  x: ["gradient", "path", "x"],
  f: ["gradient", "path"],
  y: ["acc", "acctest"],
  parameter: ["difference", "check", "norm", "path", "aff", "affb"],
  a: ["slope", "gradient", "path"],
  p: ["slope"],
  yhat: ["slope"],
  slope: ["path", "aff", "affb"],
  delta: ["path"],
  ell: ["Lbatch"],
  gradient: ["predicted", "check", "norm"],
  rng: ["init"],
};

/** The user that stands for this one among all those of an input: at the end, of the first point, of the first bias. */
function standIn(run: Run, input: Id, user: Id): Id {
  if (/^(?:x|f|y|ymean|Lmean)$/.test(input.kind) && "t" in user) return { ...user, t: run.last };
  if (input.kind === "parameter" && "point" in user && user.point !== undefined) {
    return { ...user, point: { kind: "sample", s: 1 } };
  }
  if (input.kind === "hyper" && "name" in user) {
    const factor = input.name === "l1" || input.name === "l2"; // of a penalty, which biases don't have
    return { ...user, name: factor ? weightName(1, 1, 1) : biasName(1, 1) };
  }
  return user;
}

test("its inputs list it among the quantities that use them", () => {
  everywhere((run, id, text) => {
    const isOutput = id.kind === "a" && id.l === run.network.layers.length; // p is named instead
    for (const input of isOutput ? [] : inputsOf(run, text).keys()) {
      const from = parseId(input)!;
      if (unnamed[from.kind]?.includes(id.kind) === true) continue;
      const stands = standIn(run, from, id);
      // Where another parameter was set by hand, this one is the same before and after that.
      const moments = "t" in stands ? [updateOf(stands.t), beforeEdits(updateOf(stands.t))] : [];
      const expected: string[] =
        stands.kind === "parameter" ? moments.map((t) => idText({ ...stands, t })) : [idText(stands)];
      const users: readonly string[] = usedBy(run, from);
      const named = expected.some((one) => users.includes(one));
      expect({ input, expected, users, named }).toEqual({ input, expected, users, named: true });
    }
  }, 60);
});

test("an answer to four digits is correct, and a common mistake is recognized", () => {
  everywhere((run, id, text) => {
    const { value, expression } = derive(run, id);
    if (!Number.isFinite(value)) return;
    const rounded = (of: number): number => Number(of.toPrecision(4));
    expect({ text, ...checkAnswer(run, text, rounded(value)) }).toMatchObject({ text, correct: true });
    const at = (part: Expression): number => evaluate(part, (input) => valueOf(run, input));
    const mistakes = commonMistakesOf({ run, id, value, expression, at });
    expect(mistakes.at(-1)).toMatchObject({ value: -value, text: { text: "You flipped the sign." } });
    for (const mistake of mistakes) {
      const apart =
        Math.abs(mistake.value - value) > 0.12 * Math.max(Math.abs(mistake.value), Math.abs(value));
      if (!apart || !Number.isFinite(mistake.value)) continue;
      const verdict = checkAnswer(run, text, rounded(mistake.value));
      expect({ text, mistake, ...verdict }).toMatchObject({ correct: false });
      expect(mistakes.map((known) => known.text)).toContainEqual(verdict.commonMistake);
      expect(verdict.message.text).toBe(`Not quite. ${verdict.commonMistake?.text}`);
    }
  });
});

test("below each term of its formula stands what all terms up to it come to", () => {
  const signs = new Set<string>();
  everywhere((run, _, text) => {
    const { value, expression, inputs, score } = explain(run, text);
    if (score === undefined || !Array.isArray(expression) || !Number.isFinite(value)) return;
    signs.add(score.sign);
    const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));
    const terms = (expression as readonly Expression[])
      .slice(1)
      .map((term) => evaluate(term, (input) => values.get(input)!));
    let total = terms[0]!;
    score.terms.forEach((term, i) => {
      if (i > 0)
        total = { "+": total + terms[i]!, "-": total - terms[i]!, "*": total * terms[i]! }[score.sign];
      const size = Math.max(...terms.slice(0, i + 1).map(Math.abs), Math.abs(total));
      expect(Math.abs(Number(term.total) - total)).toBeLessThanOrEqual(1e-3 * size);
    });
    expect(Math.abs(total - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, ...terms.map(Math.abs)));
  });
  expect([...signs].toSorted()).toEqual(["*", "+", "-"]);
});
