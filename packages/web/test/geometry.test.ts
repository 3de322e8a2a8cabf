import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createNetwork,
  featuresFor,
  headOf,
  type HiddenLayer,
  type Network,
  rawFeatures,
  type TargetKind,
} from "@neural-viz/engine";
import { type Geometry, layOut, type Node } from "../src/areas/network/geometry.ts";

const layersOf = (units: readonly number[]): HiddenLayer[] =>
  units.map((count) => ({ units: count, activation: "tanh" }));

const networkWith = (units: readonly number[]): Network => wide({ units });

interface Wide {
  readonly units: readonly number[];
  readonly features?: number;
  readonly outputs?: number;
  readonly targets?: TargetKind;
}

/** Any network of the family; more than four features include squares, products and sines. */
function wide({ units, features = 2, outputs = 1, targets = "binary" }: Wide): Network {
  const inputs = Math.min(4, Math.max(2, features));
  return createNetwork({
    features: features < 3 ? rawFeatures(features) : featuresFor(inputs).slice(0, features),
    hidden: layersOf(units),
    outputs,
    head: headOf(targets)!,
  });
}

/** All 4681 architectures: 0 … 4 hidden layers of 1 … 8 units. */
const architectures = [0, 1, 2, 3, 4].flatMap((depth) =>
  Array.from({ length: 8 ** depth }, (_, n) =>
    Array.from({ length: depth }, (_unused, layer) => 1 + (Math.floor(n / 8 ** layer) % 8)),
  ),
);

/** Sizes of a phone's small picture, a phone, a tablet, a desktop, and a desktop with much above or below. */
const rooms = [
  [124, 96],
  [144, 120],
  [328, 180],
  [358, 320],
  [480, 260],
  [560, 180],
  [640, 420],
  [900, 560],
  [1600, 900],
] as const;

const anyRoom = fc.tuple(fc.integer({ min: 120, max: 2000 }), fc.integer({ min: 61, max: 1200 }));
const anyArchitecture = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 });

/** Rounding of the coordinates, in pixels. */
const SLACK = 1e-6;

/** Left, top, right, bottom. */
type Box = readonly [number, number, number, number];

const squareOf = ({ x, y, width, height }: Node): Box => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
];

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] - SLACK && b[0] < a[2] - SLACK && a[1] < b[3] - SLACK && b[1] < a[3] - SLACK;
}

function within([left, top, right, bottom]: Box, { width, height }: Geometry): boolean {
  return left >= -SLACK && top >= -SLACK && right <= width + SLACK && bottom <= height + SLACK;
}

/** The numbers next to a neuron. Graph.module.css sets their heights; their widths depend on the text. */
function writtenOf({ layer, x, y, height }: Node, { detail }: Geometry): Box[] {
  if (detail === "none") return [];
  const below = y + height / 2 + 3;
  const above = y - height / 2 - 36;
  const value: Box = [x - 1, below, x + 1, below + (detail === "full" ? 26 : 20)];
  return detail === "full" && layer > 0 ? [value, [x - 1, above, x + 1, above + 22]] : [value];
}

/** Every number of path data, in pairs. */
function pointsOf(path: string): [number, number][] {
  const numbers = path.match(/-?\d+(\.\d+)?(e-?\d+)?/g)!.map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}

/** What is wrong with the picture of a network. */
const faultsOf = (network: Network, width: number, height: number): string[] =>
  faultsIn(network, width, height, false);

function faultsIn(network: Network, width: number, height: number, curves: boolean): string[] {
  const geometry = layOut(network, width, height, { curves });
  const { columns, edges, stubs, side } = geometry;
  const nodes = columns.flat();
  const squares = nodes.map(squareOf);
  const onNeuron = (box: Box): boolean => squares.some((square) => overlap(box, square));
  const wrong: string[] = [];
  const found = (what: string, { layer, unit }: { layer: number; unit: number }): number =>
    wrong.push(`${what} at layer ${layer}, unit ${unit}`);

  nodes.forEach((node, i) => {
    if (!(node.height > 2)) found("a neuron too small to see", node);
    if (!within(squares[i]!, geometry)) found("a neuron outside", node);
    for (let j = 0; j < i; j++) if (overlap(squares[i]!, squares[j]!)) found("an overlap", node);
    for (const box of writtenOf(node, geometry)) {
      if (!within(box, geometry)) found("a number outside", node);
      if (onNeuron(box)) found("a number on a neuron", node);
    }
  });
  for (const { to, at } of edges) {
    if (!(at(0)[0] < at(1)[0])) found("an edge that goes back", to);
    for (const share of [0, 0.3, 0.5, 0.7, 1]) {
      const [x, y] = at(share);
      if (!within([x, y, x, y], geometry)) found("an edge outside", to);
    }
  }
  for (const { to, top } of stubs) {
    const box: Box = [to.x - 1, top, to.x + 1, to.y - to.height / 2];
    if (!(box[1] < box[3] && within(box, geometry))) found("a bias outside", to);
    if (onNeuron(box)) found("a bias on a neuron", to);
  }
  // The targets' marks, at most a diamond of 1.3 times its radius; see marks.ts and paint.ts.
  const outputs = columns.at(-1)!;
  const reach = 1.3 * (width < 240 ? 4 : outputs.length > 1 ? 7 : 8);
  for (const { y } of outputs) {
    const mark: Box = [side.target - reach, y - reach, side.target + reach, y + reach];
    if (!within(mark, geometry)) wrong.push("the target outside");
    if (onNeuron(mark)) wrong.push("the target on a neuron");
  }
  if (side.kind !== "target") {
    // Headings above the outputs, the sums and the loss below them.
    const rows: Box = [side.p, side.head, side.p + side.bar, side.loss + 12];
    if (!within(rows, geometry)) wrong.push("the rows of the classes outside");
    if (!(side.p + side.bar < side.target - reach)) wrong.push("a bar on a target");
    if (outputs.some(({ y }, j) => j > 0 && y - outputs[j - 1]!.y < 40)) wrong.push("rows too close");
  }
  const shape = columns.map(({ length }) => length).join("-");
  return wrong.map((what) => `${shape} in ${width} × ${height}: ${what}`);
}

test.each(rooms)(
  "in %d × %d px no architecture has overlapping neurons or anything outside the drawing",
  (width, height) => {
    const faults = architectures.flatMap((units) => faultsOf(networkWith(units), width, height));
    expect(faults).toEqual([]);
  },
);

const shapes = [[], [1], [3], [8], [5, 2], [8, 8], [4, 8, 2], [8, 8, 8, 8], [1, 1, 1, 1]];
const kinds: readonly (readonly [TargetKind, number])[] = [
  ["binary", 1],
  ["classes", 2],
  ["classes", 3],
  ["classes", 4],
  ["values", 1],
  ["values", 2],
  ["values", 4],
];

test.each(rooms)("in %d × %d px the same holds for the whole family", (width, height) => {
  const family: Wide[] = [];
  for (const features of [1, 2, 3, 4, 5, 8])
    for (const [targets, outputs] of kinds)
      for (const units of shapes) family.push({ features, targets, outputs, units });
  const faults = family.flatMap((one) =>
    [false, true].flatMap((curves) => faultsIn(wide(one), width, height, curves)),
  );
  expect(faults).toEqual([]);
});

test("four layers of eight with four outputs on a desktop: every neuron and every edge can be seen", () => {
  const network = wide({ units: [8, 8, 8, 8], outputs: 4, targets: "classes" });
  const { columns, edges } = layOut(network, 680, 420);
  for (const node of columns.flat()) expect(node.height).toBeGreaterThanOrEqual(28);
  for (const { at } of edges) expect(at(1)[0] - at(0)[0]).toBeGreaterThanOrEqual(30);
});

test("the same holds at any other size", () => {
  fc.assert(
    fc.property(anyArchitecture, anyRoom, (units, [width, height]) => {
      expect(faultsOf(networkWith(units), width, height)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("every weight and every bias is drawn exactly once, between the right neurons", () => {
  fc.assert(
    fc.property(anyArchitecture, anyRoom, (units, [width, height]) => {
      const network = networkWith(units);
      const { columns, edges, stubs } = layOut(network, width, height);
      expect(columns.map(({ length }) => length)).toEqual([2, ...units, 1]);
      const indices = [...edges, ...stubs].map(({ index }) => index);
      expect(indices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: network.size }, (_, i) => i));
      for (const { index, from, to } of edges) {
        // Row by row, a row per neuron: W[j][i] is at j · fanIn + i.
        const { weight, fanIn } = network.layers[to.layer - 1]!;
        expect(from.layer).toBe(to.layer - 1);
        expect(index).toBe(weight + to.unit * fanIn + from.unit);
      }
      for (const { index, to } of stubs) expect(index).toBe(network.layers[to.layer - 1]!.bias + to.unit);
    }),
  );
});

test("an edge's path begins at the right side of one neuron and ends at the left side of the next", () => {
  fc.assert(
    fc.property(anyArchitecture, anyRoom, (units, [width, height]) => {
      for (const { from, to, path, at } of layOut(networkWith(units), width, height).edges) {
        const points = pointsOf(path);
        for (const [[x, y], [px, py]] of [
          [at(0), points[0]!],
          [at(1), points.at(-1)!],
        ] as const) {
          expect(Math.abs(x - px)).toBeLessThanOrEqual(0.051);
          expect(Math.abs(y - py)).toBeLessThanOrEqual(0.051);
        }
        expect(at(0)[0]).toBeCloseTo(from.x + from.width / 2, 6);
        expect(at(1)[0]).toBeCloseTo(to.x - to.width / 2, 6);
        expect(Math.abs(at(0)[1] - from.y)).toBeLessThan(from.height / 2);
        expect(Math.abs(at(1)[1] - to.y)).toBeLessThan(to.height / 2);
      }
    }),
  );
});

test("no two edges share a port, and a neuron's ports are in the order of their targets", () => {
  fc.assert(
    fc.property(anyArchitecture, anyRoom, (units, [width, height]) => {
      const { columns, edges } = layOut(networkWith(units), width, height);
      for (const node of columns.flat()) {
        const out = edges.filter(({ from }) => from === node).toSorted((a, b) => a.to.y - b.to.y);
        const into = edges.filter(({ to }) => to === node).toSorted((a, b) => a.from.y - b.from.y);
        for (const heights of [out.map(({ at }) => at(0)[1]), into.map(({ at }) => at(1)[1])]) {
          heights.slice(1).forEach((y, i) => expect(y).toBeGreaterThan(heights[i]!));
        }
      }
    }),
  );
});
