import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createRandom,
  type Dataset,
  type DatasetName,
  datasets,
  generate,
  type Samples,
} from "@neural-viz/engine";

const names = Object.keys(datasets) as DatasetName[];
const gates = names.filter((name) => datasets[name].kind === "gate");
const geometric = names.filter((name) => datasets[name].kind === "geometric");
const seeds = Array.from({ length: 12 }, (_, i) => i * i * 1009);

const anyChoice = fc.record({
  points: fc.integer({ min: 4, max: 1000 }),
  noise: fc.double({ min: 0, max: 0.3, noNaN: true }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

const noiseless = (name: DatasetName, seed: number, points = 200): Samples =>
  generate(name, { points, noise: 0, seed });

/** The function with which a geometric dataset puts one point on its noiseless shape. */
function pointAtOf(name: DatasetName): Extract<Dataset, { kind: "geometric" }>["pointAt"] {
  const dataset: Dataset = datasets[name];
  if (dataset.kind === "gate") throw new Error(`${name} is a gate`);
  return dataset.pointAt;
}

/** Lowest and highest value of a column. */
const ends = (column: Float64Array): [number, number] => [Math.min(...column), Math.max(...column)];

/** The points of one class. */
const classOf = ({ count, x1, x2, y }: Samples, label: number): [number, number][] =>
  Array.from({ length: count }, (_, s): [number, number] => [x1[s]!, x2[s]!]).filter(
    (_, s) => y[s] === label,
  );

/**
 * The share of samples on the right side of the best straight line, by brute force. The best line can be moved until it
 * touches a point, which then counts as right, so it is enough to turn a line about every point, once all the way
 * round: each other point crosses it twice.
 */
function bestLine({ count, x1, x2, y }: Samples): number {
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
    const { count, x1, x2, y } = generate(name as DatasetName, { points: 200, noise: 0.1, seed: 1 });
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

test.each(geometric)(
  "%s: as many points as asked for, and any first part of them balanced to within one",
  (name) => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const { count, x1, x2, y } = generate(name, choice);
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

test.each(geometric)("%s: the longer side spans [0, 1] exactly and the other is centered in it", (name) => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      const { x1, x2 } = generate(name, choice);
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

test.each(geometric)(
  "%s: the same choice gives the same bits; another seed gives other points, even without noise",
  (name) => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const first = generate(name, choice);
        expect(generate(name, choice)).toEqual(first);
        const other = generate(name, { ...choice, noise: 0, seed: (choice.seed + 1) % 2 ** 32 });
        expect(other.x1).not.toEqual(generate(name, { ...choice, noise: 0 }).x1);
      }),
      { numRuns: 30 },
    );
  },
);

test.each(geometric)("%s: no two of a thousand points are the same", (name) => {
  const { x1, x2 } = noiseless(name, 5, 1000);
  expect(new Set([...x1].map((value, s) => `${value} ${x2[s]}`)).size).toBe(1000);
});

test.each(geometric)(
  "%s: more noise moves the same points, by that share of the shape's larger side",
  (name) => {
    const before = noiseless(name, 3, 1000);
    for (const noise of [0.02, 0.1, 0.3]) {
      const after = generate(name, { points: 1000, noise, seed: 3 });
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
    pointAtOf("spiral")(label, along, createRandom(0));
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
