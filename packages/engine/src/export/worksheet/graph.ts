/** Where the parts of a network's drawing are: neurons, edges, and the labels on edges, none of which covers another. */
import type { Network } from "../../nn/network.ts";

/** A rectangle by its center and its size, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A neuron, or an input in layer 0. */
export interface Neuron extends Box {
  readonly l: number;
  readonly j: number;
}

/** An edge with its curve, and where its label is. */
export interface Edge {
  readonly l: number;
  readonly j: number;
  readonly k: number;
  readonly curve: readonly Spot[];
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A drawing without its text. */
export interface Graph {
  readonly width: number;
  readonly height: number;
  readonly neurons: readonly Neuron[];
  readonly edges: readonly Edge[];
}

/** The measures of a drawing. */
export interface Measures {
  /** The width from the first layer's left to the last one's right. */
  readonly span: number;
  readonly neuron: { readonly w: number; readonly h: number };
  /** Between the centers of neurons of a layer. */
  readonly pitch: number;
  /** Room above all neurons. */
  readonly above: number;
}

/** The places of neurons and edges. */
export function graphOf({ layers }: Network, { span, neuron, pitch, above }: Measures): Graph {
  const counts = [layers[0]!.fanIn, ...layers.map(({ fanOut }) => fanOut)];
  const height = above + Math.max(...counts) * pitch;
  const neurons = counts.flatMap((count, l) =>
    Array.from({ length: count }, (_, i): Neuron => ({
      l,
      j: i + 1,
      x: neuron.w / 2 + (l * (span - neuron.w)) / (counts.length - 1),
      y: above + (height - above) / 2 + (i - (count - 1) / 2) * pitch,
      ...neuron,
    })),
  );
  const at = (l: number, j: number): Neuron => neurons.find((one) => one.l === l && one.j === j)!;
  const edges = layers.flatMap(({ fanIn, fanOut }, i) =>
    Array.from({ length: fanOut }, (_, j) =>
      Array.from({ length: fanIn }, (_unused, k): Edge => {
        const [from, to] = [at(i, k + 1), at(i + 1, j + 1)];
        const start = { x: from.x + from.w / 2, y: from.y + offset(j, fanOut, from.h) };
        const end = { x: to.x - to.w / 2, y: to.y + offset(k, fanIn, to.h) };
        return { l: i + 1, j: j + 1, k: k + 1, curve: curveOf(start, end) };
      }),
    ).flat(),
  );
  return { width: span, height, neurons, edges };
}

/** Edges at a neuron's side stand apart, in the order of their other ends. */
const offset = (i: number, count: number, height: number): number =>
  count === 1 ? 0 : (i / (count - 1) - 0.5) * height * 0.56;

const STEPS = 24;

/** Spots along an S from start to end. */
const curveOf = (start: Spot, end: Spot): Spot[] =>
  Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const bent = t * t * (3 - 2 * t);
    return { x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * bent };
  });

/** The places along an edge that a label may have, as shares of its length, best first. */
const SHARES = [0.5, 0.33, 0.67, 0.25, 0.75, 0.42, 0.58, 0.2, 0.8];
/** The height of a label, and how far it keeps from others. */
const LABEL = 15;
const APART = 2;

/** The labels of edges, so that none touches another, a neuron, or another edge; undefined where there's no room. */
export function labelsOf(
  { edges }: Graph,
  widthOf: (edge: Edge) => number,
  obstacles: readonly Box[],
): readonly Box[] | undefined {
  const placed: Box[] = [];
  for (const edge of edges) {
    const options = SHARES.map((share): Box => {
      const spot = edge.curve[Math.round(share * STEPS)]!;
      return { x: spot.x, y: spot.y, w: widthOf(edge), h: LABEL };
    });
    const free = options.find(
      (box) =>
        ![...placed, ...obstacles].some((other) => touches(box, other)) &&
        !edges.some((other) => other !== edge && other.curve.some((spot) => covers(box, spot))),
    );
    if (free === undefined) return undefined;
    placed.push(free);
  }
  return placed;
}

const touches = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.w + b.w) / 2 + APART && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + APART;

const covers = (box: Box, { x, y }: Spot): boolean =>
  Math.abs(box.x - x) < box.w / 2 && Math.abs(box.y - y) < box.h / 2 - 2;
