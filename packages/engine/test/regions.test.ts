import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createNetwork,
  createRandom,
  type FeatureName,
  headOf,
  type HiddenLayer,
  InputError,
  type Network,
  type Region,
  regionsOf,
  type Section,
  trace,
  whyNoRegions,
} from "@neural-viz/engine";

const square: Section = {
  base: [0, 0],
  axes: [0, 1],
  intervals: [
    [0, 1],
    [0, 1],
  ],
};

function networkOf(hidden: readonly HiddenLayer[], features: readonly FeatureName[] = ["x1", "x2"]): Network {
  return createNetwork({ features, hidden, outputs: 1, head: headOf("binary")! });
}

const relu = (units: number): HiddenLayer => ({ units, activation: "relu" });

/** Parameters whose hinges cross the square: weights in [−2, 2], biases in [−1, 1]. */
function drawn(network: Network, seed: number): Float64Array {
  const { uniform } = createRandom(seed);
  const params = Float64Array.from({ length: network.size }, () => 4 * uniform() - 2);
  for (const { bias, fanOut } of network.layers) {
    for (let j = 0; j < fanOut; j++) params[bias + j] = params[bias + j]! / 2;
  }
  return params;
}

const piecewise = fc.array(
  fc.record({
    units: fc.integer({ min: 1, max: 8 }),
    activation: fc.constantFrom("relu" as const, "leakyRelu" as const, "identity" as const),
  }),
  { maxLength: 4 },
);

const networks = fc
  .record({ hidden: piecewise, seed: fc.integer({ min: 0, max: 1e6 }) })
  .map(({ hidden, seed }) => {
    const network = networkOf(hidden);
    return { network, params: drawn(network, seed), seed };
  });

/** The shoelace formula. */
function areaOf({ polygon }: Region): number {
  return (
    polygon.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
      return sum + x! * nextY! - nextX! * y!;
    }, 0) / 2
  );
}

/** z of every neuron by the forward pass, layer by layer. */
const sumsAt = (network: Network, params: Float64Array, x: readonly number[]): Float64Array[] => [
  ...trace(network, params, Float64Array.from(x)).z,
];

/** A place inside a polygon: a mixture of its corners. */
function inside({ polygon }: Region, random: () => number): number[] {
  const shares = polygon.map(() => 0.01 + random());
  const total = shares.reduce((a, b) => a + b);
  return polygon[0]!.map((_, axis) =>
    polygon.reduce((sum, corner, i) => sum + (shares[i]! / total) * corner[axis]!, 0),
  );
}

test("the areas of the regions add up to that of the square, and each has its corners counterclockwise", () => {
  fc.assert(
    fc.property(networks, ({ network, params }) => {
      const { regions } = regionsOf(network, params, square);
      const areas = regions.map(areaOf);
      expect(Math.min(...areas)).toBeGreaterThan(-1e-15);
      expect(areas.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }),
    { numRuns: 60 },
  );
});

test("inside each region the collapsed map is the forward pass, and the pattern has the signs of z", () => {
  fc.assert(
    fc.property(networks, ({ network, params, seed }) => {
      const { uniform } = createRandom(seed + 1);
      for (const region of regionsOf(network, params, square).regions) {
        if (areaOf(region) < 1e-9) continue;
        const x = inside(region, uniform);
        const z = sumsAt(network, params, x);
        region.maps.forEach(({ weight, bias }, i) => {
          weight.forEach(([w1, w2], j) => {
            const collapsed = w1! * x[0]! + w2! * x[1]! + bias[j]!;
            const size = Math.abs(w1!) + Math.abs(w2!) + Math.abs(bias[j]!);
            expect(Math.abs(collapsed - z[i]![j]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));
          });
        });
        region.active.forEach((on, i) => {
          const always = network.layers[i]!.activation === "identity";
          on.forEach((isOn, j) => {
            const value = z[i]![j]!;
            const clear = always || Math.abs(value) > 1e-9;
            expect(clear ? isOn : always || value > 0).toBe(always || value > 0);
          });
        });
      }
    }),
    { numRuns: 60 },
  );
});

test("a fine grid finds no pattern that isn't a region's, and each large region has grid points with its pattern", () => {
  const SIDE = 150;
  for (const [seed, hidden] of [
    [3, [relu(5)]],
    [7, [relu(8), relu(8)]],
    [11, [relu(4), { units: 3, activation: "leakyRelu" }, relu(4)]],
  ] as const) {
    const network = networkOf(hidden);
    const params = drawn(network, seed);
    const { regions } = regionsOf(network, params, square);
    const textOf = (active: Region["active"]): string =>
      active.map((on) => on.map(Number).join("")).join(" ");
    const known = new Set(regions.map(({ active }) => textOf(active)));
    const seen = new Map<string, number>();
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < SIDE; column++) {
        const x = [(column + 0.5) / SIDE, (row + 0.5) / SIDE];
        const z = sumsAt(network, params, x).slice(0, -1);
        if (z.some((layer) => layer.some((value) => Math.abs(value) < 1e-9))) continue;
        const pattern = textOf(z.map((layer) => [...layer].map((value) => value > 0)));
        seen.set(pattern, (seen.get(pattern) ?? 0) + 1);
      }
    }
    expect([...seen.keys()].filter((pattern) => !known.has(pattern))).toEqual([]);
    // Regions with the same pattern lie side by side only where another neuron's hinge touches; their areas add up.
    const areas = new Map<string, number>();
    for (const region of regions) {
      const pattern = textOf(region.active);
      areas.set(pattern, (areas.get(pattern) ?? 0) + areaOf(region));
    }
    for (const [pattern, area] of areas) {
      const share = (seen.get(pattern) ?? 0) / SIDE ** 2;
      expect(Math.abs(share - area)).toBeLessThan(0.01);
    }
  }
});

test("lines in general position: one region, one more per line, and one more per crossing", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const units = 1 + (seed % 8);
    const network = networkOf([relu(units)]);
    const params = drawn(network, seed);
    const { weight, bias } = network.layers[0]!;
    const lines = Array.from({ length: units }, (_, j) => [
      params[weight + 2 * j]!,
      params[weight + 2 * j + 1]!,
      params[bias + j]!,
    ]);
    const crosses = ([a, b, c]: number[]): boolean => {
      const values = [0, 1].flatMap((x) => [0, 1].map((y) => a! * x + b! * y + c!));
      return Math.min(...values) < 0 && Math.max(...values) > 0;
    };
    let expected = 1 + lines.filter(crosses).length;
    lines.forEach(([a, b, c], i) => {
      for (const [d, e, f] of lines.slice(i + 1)) {
        const det = a! * e! - d! * b!;
        const [x, y] = [(b! * f! - e! * c!) / det, (d! * c! - a! * f!) / det];
        if (x > 0 && x < 1 && y > 0 && y < 1) expected += 1;
      }
    });
    const { regions, hinges } = regionsOf(network, params, square);
    expect(regions.length).toBe(expected);
    // Zaslavsky: n lines have at most 1 + n + n(n − 1)/2 regions.
    expect(regions.length).toBeLessThanOrEqual(1 + units + (units * (units - 1)) / 2);
    for (const { unit, from, to } of hinges) {
      const [a, b, c] = lines[unit - 1]!;
      for (const [x, y] of [from, to]) expect(Math.abs(a! * x! + b! * y! + c!)).toBeLessThan(1e-12);
    }
  }
});

test("the outputs of neighbors agree along every hinge", () => {
  fc.assert(
    fc.property(networks, ({ network, params }) => {
      const { regions, hinges } = regionsOf(network, params, square);
      const last = (region: Region, [x, y]: readonly number[]): number => {
        const { weight, bias } = region.maps.at(-1)!;
        return weight[0]![0]! * x! + weight[0]![1]! * y! + bias[0]!;
      };
      for (const { from, to } of hinges.slice(0, 40)) {
        const middle = from.map((x, axis) => (x + to[axis]!) / 2);
        const touching = regions.filter((region) => touches(region, middle));
        expect(touching.length).toBeGreaterThanOrEqual(2);
        const values = touching.map((region) => last(region, middle));
        const size = Math.max(
          ...touching.flatMap(({ maps }) => maps.at(-1)!.weight.flatMap((row) => [...row].map(Math.abs))),
        );
        expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));
      }
    }),
    { numRuns: 25 },
  );
});

/** Whether a place lies in a convex polygon or within 1e-12 of its edge. */
function touches({ polygon }: Region, [x, y]: readonly number[]): boolean {
  return polygon.every(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length]!;
    return (bx! - ax!) * (y! - ay!) - (by! - ay!) * (x! - ax!) >= -1e-12;
  });
}

describe("by hand", () => {
  test("|x₁ − ½| as two ReLUs: two regions, with slopes −1 and 1", () => {
    const network = networkOf([relu(2)]);
    // z = relu(x₁ − ½) + relu(½ − x₁)
    const params = Float64Array.from([1, 0, -1, 0, -0.5, 0.5, 1, 1, 0]);
    const { regions } = regionsOf(network, params, square);
    expect(
      regions.map(({ polygon, active, maps }) => ({
        polygon,
        active,
        map: [[...maps[1]!.weight[0]!], maps[1]!.bias[0]],
      })),
    ).toEqual([
      {
        polygon: [
          [0.5, 0],
          [1, 0],
          [1, 1],
          [0.5, 1],
        ],
        active: [[true, false]],
        map: [[1, 0], -0.5],
      },
      {
        polygon: [
          [0, 0],
          [0.5, 0],
          [0.5, 1],
          [0, 1],
        ],
        active: [[false, true]],
        map: [[-1, 0], 0.5],
      },
    ]);
  });

  test("one input: a tent of three ReLUs has its corners at ¼, ½ and ¾", () => {
    const network = networkOf([relu(3)], ["x1"]);
    const params = Float64Array.from([1, 1, 1, -0.25, -0.5, -0.75, 1, -2, 1, 0]);
    const line: Section = { base: [0], axes: [0], intervals: [[0, 1]] };
    const { regions } = regionsOf(network, params, line);
    expect(
      regions
        .map(({ polygon, maps }) => [polygon[0]![0], polygon[1]![0], maps[1]!.weight[0]![0]])
        .toSorted(([a], [b]) => a! - b!),
    ).toEqual([
      [0, 0.25, 0],
      [0.25, 0.5, 1],
      [0.5, 0.75, -1],
      [0.75, 1, 0],
    ]);
  });

  test("a section of four inputs holds the others at the base, and the map keeps an entry for each", () => {
    const network = networkOf([relu(1)], ["x4", "x2", "x1"]);
    // z = relu(2·x₄ + 3·x₂ − x₁ − 1), over x₁ and x₄ at x₂ = ¼: the hinge is 2·x₄ = x₁ + ¼.
    const params = Float64Array.from([2, 3, -1, -1, 1, 0]);
    const section: Section = {
      base: [0.9, 0.25, 0.9, 0.9],
      axes: [0, 3],
      intervals: [
        [0, 1],
        [0, 1],
      ],
    };
    const { regions, hinges } = regionsOf(network, params, section);
    expect(regions.length).toBe(2);
    const on = regions.find(({ active }) => active[0]![0])!;
    expect([...on.maps[1]!.weight[0]!]).toEqual([-1, 3, 0, 2]);
    expect(on.maps[1]!.bias[0]).toBe(-1);
    const ends = [hinges[0]!.from, hinges[0]!.to].toSorted(([a], [b]) => a! - b!);
    expect(ends.flat().map((value) => Number(value.toFixed(12)))).toEqual([0, 0.125, 1, 0.625]);
  });
});

test("curved features and smooth activations are refused with a reason", () => {
  const curved = networkOf([relu(2)], ["x1", "x1^2"]);
  expect(whyNoRegions(curved)).toMatch(/^x₁² bends the edges/);
  expect(() => regionsOf(curved, new Float64Array(curved.size), square)).toThrow(InputError);
  const smooth = networkOf([relu(2), { units: 2, activation: "tanh" }]);
  expect(whyNoRegions(smooth)).toMatch(/^tanh is smooth/);
  expect(whyNoRegions(networkOf([]))).toBeUndefined();
});
