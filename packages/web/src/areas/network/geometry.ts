/** The layout of the network's picture: a pure function of its size and the network's shape. */
import type { Network } from "@neural-viz/engine";

export interface Node {
  /** 0 is the input layer. */
  readonly layer: number;
  /** From 0. */
  readonly unit: number;
  /** Center. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export interface Edge {
  /** Index of the weight in the parameter vector. */
  readonly index: number;
  readonly from: Node;
  readonly to: Node;
  readonly path: string;
  /** The point of the curve at a share of it, 0 … 1. */
  readonly at: (share: number) => readonly [number, number];
}

/** A bias: a stub into the top of its neuron. */
export interface Stub {
  readonly index: number;
  readonly to: Node;
  /** Its upper end, above the neuron. */
  readonly top: number;
  readonly path: string;
}

/** How much is written next to each neuron. */
type Detail = "full" | "values" | "none";

export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Layer by layer, inputs first. */
  readonly columns: readonly (readonly Node[])[];
  readonly edges: readonly Edge[];
  readonly stubs: readonly Stub[];
  readonly detail: Detail;
  /** Whether there is room for symbols next to the values. */
  readonly symbols: boolean;
  /** Center of the target's mark, to the right of ŷ. */
  readonly target: { readonly x: number; readonly y: number };
}

const STUB = 12;
/** Room above and below a neuron for its bias and its value, by detail. */
const ABOVE = { full: STUB + 24, values: STUB, none: 8 };
const BELOW = { full: 30, values: 26, none: 4 };
/** If room is short, a neuron takes this share of it, so that neighbors in a column never touch … */
const SHARE = 0.85;
/** … and leaves at least this much to the edges on its left and right. */
const APART = 8;

export function layOut(network: Network, width: number, height: number): Geometry {
  const narrow = width < 520;
  const tiny = width < 240;
  const sizes = [2, ...network.layers.map(({ fanOut }) => fanOut)];
  const most = Math.max(...sizes);
  const pitch = Math.min(144, (height - 8) / Math.max(most, 2));
  const detail = pitch >= 108 ? "full" : pitch >= 68 ? "values" : "none";
  const room = pitch - ABOVE[detail] - BELOW[detail];
  const inputGap = Math.min(1.5 * pitch, height / 2.6);
  const inputRoom = detail === "none" ? SHARE * inputGap : inputGap - BELOW[detail];
  let hidden = Math.min(SHARE * pitch, clamp(tiny ? 8 : 28, room, tiny ? 24 : narrow ? 56 : 72));
  const sideOf = (layer: number): number => {
    if (layer === sizes.length - 1) return clamp(hidden, 1.22 * hidden, narrow ? 64 : 88);
    return layer === 0 ? Math.min(hidden, 64, inputRoom) : hidden;
  };

  const leftOf = (): number => Math.max(sideOf(0), detail === "none" ? 0 : narrow ? 52 : 92) / 2 + 2;
  const rightOf = (): number => sideOf(sizes.length - 1) / 2 + (tiny ? 22 : narrow ? 44 : 128);
  const runOf = (): number => (width - leftOf() - rightOf()) / (sizes.length - 1);
  while (hidden > 4 && runOf() < (hidden + sideOf(sizes.length - 1)) / 2 + APART) hidden -= 1;
  const [left, run] = [leftOf(), runOf()];
  const stub = Math.min(STUB, pitch - hidden);
  const middle = (ABOVE[detail] - BELOW[detail]) / 2 + height / 2;
  const columns = sizes.map((units, layer) => {
    const gap = layer === 0 ? inputGap : pitch;
    return Array.from({ length: units }, (_, unit) => ({
      layer,
      unit,
      x: left + run * layer,
      y: middle + (unit - (units - 1) / 2) * gap,
      side: sideOf(layer),
    }));
  });

  const edges = network.layers.flatMap(({ fanIn, weight }, l) =>
    columns[l + 1]!.flatMap((to) =>
      columns[l]!.map((from) => edge(weight + to.unit * fanIn + from.unit, from, to, columns)),
    ),
  );
  const stubs = network.layers.flatMap(({ bias }, l) =>
    columns[l + 1]!.map((to) => {
      const end = to.y - to.side / 2;
      const top = end - stub;
      return { index: bias + to.unit, to, top, path: `M${to.x} ${top}V${end}` };
    }),
  );
  const output = columns.at(-1)![0]!;
  return {
    width,
    height,
    columns,
    edges,
    stubs,
    detail,
    symbols: detail === "full" && run >= 136,
    target: { x: output.x + output.side / 2 + (tiny ? 12 : narrow ? 26 : 96), y: output.y },
  };
}

/** An S-curve between its ports, with handles at half its width. */
function edge(index: number, from: Node, to: Node, columns: readonly (readonly Node[])[]): Edge {
  const port = (side: number, i: number, count: number): number =>
    (i - (count - 1) / 2) * Math.min(side * 0.2, (side * 0.84) / count);
  const x0 = from.x + from.side / 2;
  const y0 = from.y + port(from.side, to.unit, columns[to.layer]!.length);
  const x1 = to.x - to.side / 2;
  const y1 = to.y + port(to.side, from.unit, columns[from.layer]!.length);
  const half = (x1 - x0) / 2;
  const bezier = (a: number, b: number, c: number, d: number, s: number): number =>
    a * (1 - s) ** 3 + 3 * b * s * (1 - s) ** 2 + 3 * c * s * s * (1 - s) + d * s ** 3;
  return {
    index,
    from,
    to,
    path: `M${x0.toFixed(1)} ${y0.toFixed(1)}C${(x0 + half).toFixed(1)} ${y0.toFixed(1)} ${(x1 - half).toFixed(1)} ${y1.toFixed(1)} ${x1.toFixed(1)} ${y1.toFixed(1)}`,
    at: (s) => [bezier(x0, x0 + half, x1 - half, x1, s), bezier(y0, y0, y1, y1, s)],
  };
}

function clamp(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
