import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createRandom,
  type Dataset,
  type DatasetName,
  datasets,
  inOwnUnit,
  labelAt,
  parseDataset,
  type Samples,
  samplesOf,
  separability,
  type Shape,
  unitsOf,
} from "@neural-viz/engine";

const names = Object.keys(datasets) as DatasetName[];
const kindOf = (name: DatasetName): Dataset["kind"] => datasets[name].kind;
const gates = names.filter((name) => kindOf(name) === "gate");
const shapes = names.filter((name) => kindOf(name) === "shape");
const functions = names.filter((name) => kindOf(name) === "function");
const binary = shapes.filter((name) => shapeOf(name).classes === undefined);
const several = shapes.filter((name) => shapeOf(name).classes !== undefined);
const seeds = Array.from({ length: 12 }, (_, i) => i * i * 1009);

const anyChoice = fc.record({
  points: fc.integer({ min: 4, max: 1000 }),
  noise: fc.double({ min: 0, max: 0.3, noNaN: true }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

const generate = (name: DatasetName, choice: object): Samples => samplesOf(parseDataset({ name, ...choice }));

const noiseless = (name: DatasetName, seed: number, points = 200): Samples =>
  generate(name, kindOf(name) === "gate" ? {} : { points, noise: 0, seed });

/** The definition of a shape. */
function shapeOf(name: DatasetName): Shape {
  const dataset: Dataset = datasets[name];
  if (dataset.kind !== "shape") throw new Error(`${name} is no shape`);
  return dataset;
}

/** Both inputs and the labels of points in the plane. */
function columnsOf({ count, kind, inputs, targets }: Samples): {
  readonly count: number;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly y: Float64Array;
} {
  const y = Float64Array.from({ length: count }, (_, s) => labelAt(kind, targets, s)!);
  return { count, x1: inputs[0]!, x2: inputs[1]!, y };
}

/** Lowest and highest value of a column. */
const ends = (column: Float64Array): [number, number] => [Math.min(...column), Math.max(...column)];

/** The points of one class. */
function classOf(samples: Samples, label: number): [number, number][] {
  const { count, x1, x2, y } = columnsOf(samples);
  return Array.from({ length: count }, (_, s): [number, number] => [x1[s]!, x2[s]!]).filter(
    (_, s) => y[s] === label,
  );
}

/**
 * The share of samples on the right side of the best straight line, by brute force. The best line can be moved until it
 * touches a point, which then counts as right, so it is enough to turn a line about every point, once all the way
 * round: each other point crosses it twice.
 */
function bestLine(samples: Samples): number {
  const { count, x1, x2, y } = columnsOf(samples);
  let best = 0;
  for (let i = 0; i < count; i++) {
    const crossings: { angle: number; gain: number }[] = [];
    let right = 1; // how many are right when the left side is called 1; at the start the line points along x₁
    for (let j = 0; j < count; j++) {
      if (j === i) continue;
      const angle = Math.atan2(x2[j]! - x2[i]!, x1[j]! - x1[i]!); // in (−π, π]; on the left when above 0
      const left = angle > 0;
      const gain = y[j] === 1 ? 1 : -1; // of coming to the left side
      if (left === (y[j] === 1)) right++;
      crossings.push({ angle: left ? angle : angle + Math.PI, gain: left ? -gain : gain });
      crossings.push({ angle: left ? angle + Math.PI : angle + 2 * Math.PI, gain: left ? gain : -gain });
    }
    best = Math.max(best, right, count + 1 - right);
    for (const { gain } of crossings.toSorted((a, b) => a.angle - b.angle)) {
      right += gain;
      best = Math.max(best, right, count + 1 - right);
    }
  }
  return best / count;
}

/** The circle through the points of an exact circle: center and every point's distance from it. */
function radii(points: [number, number][], center = circumcenter(points)): number[] {
  return points.map(([a, b]) => Math.hypot(a - center[0], b - center[1]));
}

/** Where the perpendicular bisectors of three points meet that lie well apart. */
function circumcenter(points: [number, number][]): [number, number] {
  const by = (f: (point: [number, number]) => number): [number, number] =>
    points.toSorted((p, q) => f(p) - f(q))[0]!;
  const [ax, ay] = by(([a]) => a);
  const [bx, by_] = by(([a]) => -a);
  const [cx, cy] = by(([a, b]) => -Math.hypot(a - ax, b - ay) * Math.hypot(a - bx, b - by_)); // far from both
  const d = 2 * (ax * (by_ - cy) + bx * (cy - ay) + cx * (ay - by_));
  const [a2, b2, c2] = [ax * ax + ay * ay, bx * bx + by_ * by_, cx * cx + cy * cy];
  return [
    (a2 * (by_ - cy) + b2 * (cy - ay) + c2 * (ay - by_)) / d,
    (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d,
  ];
}

test("the gates are the truth tables of a ≠ b, a ∧ b and a ∨ b, in counting order", () => {
  const truth = {
    xor: (a: number, b: number) => a ^ b,
    and: (a: number, b: number) => a & b,
    or: (a: number, b: number) => a | b,
  };
  expect(gates.toSorted()).toEqual(Object.keys(truth).toSorted());
  for (const [name, f] of Object.entries(truth)) {
    const { count, x1, x2, y } = columnsOf(generate(name as DatasetName, {}));
    expect(count).toBe(4);
    expect([...x1]).toEqual([0, 0, 1, 1]);
    expect([...x2]).toEqual([0, 1, 0, 1]);
    expect([...y]).toEqual([f(0, 0), f(0, 1), f(1, 0), f(1, 1)]);
  }
});

test("XOR cannot be told apart by a straight line; AND and OR can", () => {
  const best = (name: DatasetName): number => bestLine(noiseless(name, 0));
  expect(best("xor")).toBe(0.75);
  expect(best("and")).toBe(1);
  expect(best("or")).toBe(1);
});

test.each(binary)(
  "%s: as many points as asked for, and any first part of them balanced to within one",
  (name) => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const { count, x1, x2, y } = columnsOf(generate(name, choice));
        expect([count, x1.length, x2.length, y.length]).toEqual(
          Array.from({ length: 4 }, () => choice.points),
        );
        expect(y.every((label) => label === 0 || label === 1)).toBe(true);
        let lead = 0;
        const leads = y.map((label) => (lead += label === 1 ? 1 : -1));
        expect(Math.max(...leads) - Math.min(...leads, 0)).toBeLessThanOrEqual(1);
        expect(Math.min(...leads)).toBeGreaterThanOrEqual(-1);
      }),
    );
  },
);

test.each(shapes)("%s: the longer side spans [0, 1] exactly and the other is centered in it", (name) => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      const { x1, x2 } = columnsOf(generate(name, choice));
      const [longer, other] = [ends(x1), ends(x2)].toSorted(([a, b], [c, d]) => d - c - (b - a)) as [
        [number, number],
        [number, number],
      ];
      expect(longer).toEqual([0, 1]);
      expect(other[0]).toBeGreaterThanOrEqual(0);
      expect(other[1]).toBeLessThanOrEqual(1);
      expect(Math.abs(other[0] + other[1] - 1)).toBeLessThan(1e-15);
    }),
  );
});

test.each(shapes)(
  "%s: the same choice gives the same bits; another seed gives other points, even without noise",
  (name) => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const first = generate(name, choice);
        expect(generate(name, choice)).toEqual(first);
        const other = generate(name, { ...choice, noise: 0, seed: (choice.seed + 1) % 2 ** 32 });
        expect(other.inputs[0]).not.toEqual(generate(name, { ...choice, noise: 0 }).inputs[0]);
      }),
      { numRuns: 30 },
    );
  },
);

test.each(shapes)("%s: no two of a thousand points are the same", (name) => {
  const { x1, x2 } = columnsOf(noiseless(name, 5, 1000));
  expect(new Set([...x1].map((value, s) => `${value} ${x2[s]}`)).size).toBe(1000);
});

test.each(shapes)(
  "%s: more noise moves the same points, by that share of the shape's larger side",
  (name) => {
    const before = columnsOf(noiseless(name, 3, 1000));
    for (const noise of [0.02, 0.1, 0.3]) {
      const after = columnsOf(generate(name, { points: 1000, noise, seed: 3 }));
      // after = scale · (before + jitter) + shift, and `before` has a larger side of 1: least squares for the scale
      const mean = (column: Float64Array): number =>
        column.reduce((sum, value) => sum + value, 0) / column.length;
      const centered = (column: Float64Array): Float64Array => column.map((value) => value - mean(column));
      const x = [...centered(before.x1), ...centered(before.x2)];
      const z = [...centered(after.x1), ...centered(after.x2)];
      const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
      const scale = dot(x, z) / dot(x, x);
      const jitter = z.map((value, i) => value / scale - x[i]!);
      expect(Math.sqrt(dot(jitter, jitter) / jitter.length) / noise).toBeGreaterThan(0.9);
      expect(Math.sqrt(dot(jitter, jitter) / jitter.length) / noise).toBeLessThan(1.1);
    }
  },
);

test("a circle stays round: every point of a class keeps one distance from one center, 0.35 to 1 apart", () => {
  for (const seed of seeds) {
    const samples = noiseless("circles", seed);
    const outer = classOf(samples, 0);
    const center = circumcenter(outer);
    const [R, r] = [radii(outer, center), radii(classOf(samples, 1), center)];
    expect(Math.max(...R) - Math.min(...R)).toBeLessThan(1e-12);
    expect(Math.max(...r) - Math.min(...r)).toBeLessThan(1e-12);
    expect(r[0]! / R[0]!).toBeCloseTo(0.35, 12);
  }
});

test("the moons are two half circles of one radius", () => {
  for (const seed of seeds) {
    const samples = noiseless("moons", seed);
    const [upper, lower] = [radii(classOf(samples, 0)), radii(classOf(samples, 1))];
    expect(Math.max(...upper) - Math.min(...upper)).toBeLessThan(1e-11);
    expect(Math.max(...upper, ...lower) - Math.min(...upper, ...lower)).toBeLessThan(1e-11);
  }
});

test("the spiral's arms start at a tenth of the radius and make 1.25 turns, one opposite the other", () => {
  const at = (label: 0 | 1, along: number): readonly [number, number] =>
    shapeOf("spiral").pointAt(label, along, createRandom(0), 2);
  let swept = 0;
  for (let i = 0, from = at(0, 0); i < 1000; i++) {
    const to = at(0, (i + 1) / 1000);
    swept += Math.atan2(from[0] * to[1] - from[1] * to[0], from[0] * to[0] + from[1] * to[1]);
    expect(Math.hypot(...to)).toBeGreaterThan(Math.hypot(...from));
    expect(at(1, i / 1000)[0]).toBeCloseTo(-from[0], 12);
    expect(at(1, i / 1000)[1]).toBeCloseTo(-from[1], 12);
    from = to;
  }
  expect(Math.abs(swept) / (2 * Math.PI)).toBeCloseTo(1.25, 9);
  expect(Math.hypot(...at(0, 0)) / Math.hypot(...at(0, 1))).toBeCloseTo(0.1, 12);
});

test("a curve is filled evenly: on a circle of n points no gap is wider than two nths of the turn", () => {
  for (const seed of seeds) {
    for (const points of [8, 200, 1000]) {
      const samples = noiseless("circles", seed, points);
      const center = circumcenter(classOf(samples, 0));
      for (const label of [0, 1]) {
        const turns = classOf(samples, label)
          .map(([a, b]) => Math.atan2(b - center[1], a - center[0]) / (2 * Math.PI))
          .toSorted((a, b) => a - b);
        const gaps = turns.map((turn, i) => (turns[i + 1] ?? turns[0]! + 1) - turn);
        expect(Math.max(...gaps)).toBeLessThan(2 / turns.length + 1e-9);
      }
    }
  }
});

test("the half-squares of `linear` leave a gap of at least 0.1", () => {
  for (const seed of seeds) {
    const samples = noiseless("linear", seed, 1000);
    const [zero, one] = [classOf(samples, 0), classOf(samples, 1)];
    expect(Math.min(...one.map(([x]) => x)) - Math.max(...zero.map(([x]) => x))).toBeGreaterThanOrEqual(0.1);
  }
});

test.each(["linear", "clusters"] as const)("%s without noise is told apart by a straight line", (name) => {
  for (const seed of seeds) expect(bestLine(noiseless(name, seed))).toBe(1);
});

test.each([
  ["moons", 0.95],
  ["circles", 0.8],
  ["spiral", 0.75],
] as const)("no straight line gets more of %s right than a share of %d", (name, most) => {
  for (const seed of seeds) expect(bestLine(noiseless(name, seed)), `seed ${seed}`).toBeLessThanOrEqual(most);
});

describe.each(several)("%s", (name) => {
  const anyClasses = fc.record({
    points: fc.integer({ min: 4, max: 1000 }),
    noise: fc.double({ min: 0, max: 0.3, noNaN: true }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    classes: fc.integer({ min: 2, max: 4 }),
  });

  test("has as many points and classes as asked for, and any first part is balanced to within one", () => {
    fc.assert(
      fc.property(anyClasses, (choice) => {
        const samples = generate(name, choice);
        expect(samples).toMatchObject({ count: choice.points, kind: "classes" });
        expect(samples.targets).toHaveLength(choice.classes);
        const counts = Array.from({ length: choice.classes }, () => 0);
        for (let s = 0; s < choice.points; s++) {
          const row = samples.targets.map((column) => column[s]!);
          expect(row.toSorted((a, b) => a - b)).toEqual([...row.slice(1).fill(0), 1]);
          counts[row.indexOf(1)]! += 1;
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("has 3 classes unless chosen otherwise, and at most 4", () => {
    expect(generate(name, {}).targets).toHaveLength(3);
    for (const classes of [1, 5, 2.5]) {
      expect(() => generate(name, { classes })).toThrow(
        `dataset.classes must be a whole number from 2 to 4; it is ${classes}.`,
      );
    }
  });
});

test.each([2, 3, 4])(
  "%i blobs without noise can be separated by lines; rings and pinwheels can't",
  (classes) => {
    for (const seed of seeds.slice(0, 4)) {
      const isSeparable = (name: DatasetName): boolean =>
        separability(generate(name, { points: 100, noise: 0, seed, classes })).separable;
      expect(isSeparable("blobs")).toBe(true);
      expect(isSeparable("rings")).toBe(false);
      expect(isSeparable("pinwheel")).toBe(false);
    }
  },
);

/** The functions by their formulas. */
const formulas: Readonly<Record<string, (x: readonly number[]) => number>> = {
  line: ([x]) => 0.8 * x! - 0.2,
  sine: ([x]) => Math.sin(2 * Math.PI * x!),
  step: ([x]) => (x! < 0.5 ? -0.5 : 0.5),
  bumps: ([x]) => Math.exp(-(((x! - 0.25) / 0.1) ** 2)) + 0.6 * Math.exp(-(((x! - 0.7) / 0.15) ** 2)) - 0.4,
  plane: ([x1, x2]) => 0.9 * x1! - 0.6 * x2! - 0.1,
  hills: ([x1, x2]) =>
    Math.exp(-((x1! - 0.3) ** 2 + (x2! - 0.65) ** 2) / 0.25 ** 2) -
    0.8 * Math.exp(-((x1! - 0.7) ** 2 + (x2! - 0.3) ** 2) / 0.25 ** 2),
};

test("every function has its formula here", () => {
  expect(Object.keys(formulas).toSorted()).toEqual(functions.toSorted());
});

describe.each(functions)("%s", (name) => {
  const valueAt = ({ inputs }: Samples, s: number): number =>
    formulas[name]!(inputs.map((column) => column[s]!));

  test("has the formula's values without noise, at inputs in [0, 1) with one in each nth", () => {
    fc.assert(
      fc.property(anyChoice, ({ points, seed }) => {
        const samples = noiseless(name, seed, points);
        expect(samples).toMatchObject({ count: points, kind: "values" });
        expect(samples.targets).toHaveLength(1);
        samples.targets[0]!.forEach((value, s) => expect(value).toBeCloseTo(valueAt(samples, s), 13));
        for (const column of samples.inputs) {
          const parts = column.map((x) => Math.floor(x * points)).toSorted();
          expect(parts).toEqual(Float64Array.from({ length: points }, (_, i) => i));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("has its noise in the values alone: residuals have mean 0 and the noise as standard deviation", () => {
    for (const noise of [0.02, 0.1, 0.3]) {
      const samples = generate(name, { points: 1000, noise, seed: 8 });
      expect(samples.inputs).toEqual(noiseless(name, 8, 1000).inputs);
      const residuals = samples.targets[0]!.map((value, s) => value - valueAt(samples, s));
      const mean = residuals.reduce((sum, value) => sum + value) / 1000;
      const deviation = Math.sqrt(residuals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 1000);
      expect(Math.abs(mean)).toBeLessThan((4 * noise) / Math.sqrt(1000));
      expect(Math.abs(deviation / noise - 1)).toBeLessThan(4 / Math.sqrt(2000));
    }
  });

  test("the same choice gives the same bits; another seed gives others", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const first = generate(name, choice);
        expect(generate(name, choice)).toEqual(first);
        const other = generate(name, { ...choice, seed: (choice.seed + 1) % 2 ** 32 });
        expect(other.inputs[0]).not.toEqual(first.inputs[0]);
      }),
      { numRuns: 30 },
    );
  });
});

test.each([...shapes, ...functions])("%s: decimals round what there is without them", (name) => {
  const choice = { points: 50, noise: 0.1, seed: 6 };
  const exact = generate(name, choice);
  for (const decimals of [0, 2, 6]) {
    const rounded = generate(name, { ...choice, decimals });
    const columns = [...rounded.inputs, ...(rounded.kind === "values" ? rounded.targets : [])];
    for (const column of columns) {
      for (const value of column) expect(value).toBe(Number(value.toFixed(decimals)));
    }
    rounded.inputs.forEach((column, k) =>
      column.forEach((value, s) =>
        expect(Math.abs(value - exact.inputs[k]![s]!)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals),
      ),
    );
  }
});

describe("real data", () => {
  const folder = new URL("../data/", import.meta.url);
  const read = (name: string): string => readFileSync(new URL(`${name}.csv`, folder), "utf8");
  const rowsOf = (name: string): string[][] =>
    read(name)
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));

  /** The four measurements in their own units, and the species. */
  const files = {
    iris: rowsOf("iris").map((cells) => ({ numbers: cells.slice(0, 4).map(Number), species: cells[4]! })),
    penguins: rowsOf("penguins")
      .filter((cells) => cells.slice(2, 6).every((cell) => cell !== "NA"))
      .map((cells) => ({ numbers: cells.slice(2, 6).map(Number), species: cells[0]! })),
  };

  test.each([
    ["iris", "6c17bdaf4419befba3352385793b1518e23e8fe1f76501e0850b573dc908d1e8"],
    ["penguins", "f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93"],
  ])("%s.csv has the checksum that its README states", (name, sha256) => {
    expect(createHash("sha256").update(read(name)).digest("hex")).toBe(sha256);
    expect(readFileSync(new URL("README.md", folder), "utf8")).toContain(sha256);
  });

  test.each(["iris", "penguins"] as const)("%s: every measurement and species is the file's", (name) => {
    const choice = parseDataset({ name, columns: [1, 2, 3, 4] });
    const { count, inputs, kind, targets } = samplesOf(choice);
    const maps = unitsOf(choice).inputs!;
    const rows = files[name];
    expect([count, kind]).toEqual([rows.length, "classes"]);
    const kinds = [...new Set(rows.map(({ species }) => species))].toSorted();
    for (const [s, { numbers, species }] of rows.entries()) {
      expect(labelAt(kind, targets, s)).toBe(kinds.indexOf(species));
      numbers.forEach((value, k) => {
        const stored = inputs[k]![s]!;
        expect(Math.abs(inOwnUnit(maps[k]!, stored) - value)).toBeLessThanOrEqual(1e-15 * 4 * value);
        expect(stored).toBeGreaterThanOrEqual(0);
        expect(stored).toBeLessThanOrEqual(1);
      });
    }
    for (const column of inputs) expect(ends(column)).toEqual([0, 1]);
  });

  test("rows 35 and 38 of the irises are Fisher's, not UCI's; there are 50 of each species", () => {
    expect(files.iris[34]!.numbers).toEqual([4.9, 3.1, 1.5, 0.2]);
    expect(files.iris[37]!.numbers).toEqual([4.9, 3.6, 1.4, 0.1]);
    expect(files.iris).toHaveLength(150);
    const { targets } = generate("iris", {});
    expect(targets.map((column) => column.reduce((sum, value) => sum + value))).toEqual([50, 50, 50]);
  });

  test("342 penguins have all measurements: 151 Adélie, 68 chinstrap and 123 gentoo", () => {
    const { count, targets } = generate("penguins", {});
    expect(count).toBe(342);
    expect(targets.map((column) => column.reduce((sum, value) => sum + value))).toEqual([151, 68, 123]);
  });

  test("columns are chosen in any order, and body mass can be the target", () => {
    const all = generate("penguins", { columns: [1, 2, 3, 4] });
    expect(generate("penguins", { columns: [3, 1] }).inputs).toEqual([all.inputs[2], all.inputs[0]]);
    const mass = generate("penguins", { columns: [2], target: "body mass" });
    expect(mass).toEqual({ count: 342, kind: "values", inputs: [all.inputs[1]], targets: [all.inputs[3]] });
    const [map] = unitsOf(parseDataset({ name: "penguins", target: "body mass" })).targets!;
    expect(map).toEqual({ offset: 2700, scale: 3600 });
  });

  test("decimals round the scaled measurements", () => {
    const { inputs } = generate("iris", { decimals: 2 });
    for (const column of inputs) for (const value of column) expect(value).toBe(Number(value.toFixed(2)));
  });
});
