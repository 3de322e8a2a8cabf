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
  readonly width: number;
  readonly height: number;
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

/** How much is written next to each neuron. `compact`: bias above, value below; `dense`: bias above, value inside. */
type Detail = "full" | "values" | "compact" | "dense" | "none";

export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Layer by layer, inputs first. */
  readonly columns: readonly (readonly Node[])[];
  readonly edges: readonly Edge[];
  readonly stubs: readonly Stub[];
  readonly detail: Detail;
  /** Whether neurons show curves over one input. */
  readonly curves: boolean;
  /** Whether there is room for symbols next to the values. */
  readonly symbols: boolean;
  /** What stands to the right of the outputs. */
  readonly side: OutputSide;
}

/** What stands to the right of the outputs: only each target, or also how softmax makes probabilities of the sums z. */
interface OutputSide {
  readonly kind: "target" | "probabilities" | "softmax";
  /** The middle of each target's mark. */
  readonly target: number;
  /** The zero line of z, and the left end of the bars of e^(z − m) and of p. */
  readonly z: number;
  readonly e: number;
  readonly p: number;
  /** How long the bars are. */
  readonly bar: number;
  /** The heights of the headings, of the sums below all outputs, and of ℓ. */
  readonly head: number;
  readonly total: number;
  readonly loss: number;
}

const STUB = 12;
/** Room above and below a neuron for its bias and its value, by detail. */
const ABOVE = { full: STUB + 24, values: STUB, compact: 18, dense: 15, none: 8 };
const BELOW = { full: 30, values: 26, compact: 20, dense: 1, none: 4 };
/** The least distance of two neurons in a column at which every number has room, by detail. */
const PITCHES = { full: 108, compact: 62, dense: 34 } as const;
/** A neuron with its value inside is as wide as the value. */
const DENSE_WIDTH = 50;
/** If room is short, a neuron takes this share of it, so that neighbors in a column never touch … */
const SHARE = 0.85;
/** … and leaves at least this much to the edges on its left and right. */
const APART = 8;

/** The width of what stands to the right of the outputs, by its kind, in pixels. */
const SIDES = { softmax: 300, probabilities: 186, target: 136 };
/** Above the outputs there are headings, below them the sums and ℓ. */
const HEADINGS = { softmax: 30, probabilities: 30, target: 0 };
const SUMS = { softmax: 88, probabilities: 44, target: 0 };
/** The least room for each class's row, and the most. */
const ROW = 46;
const WIDEST_ROW = 172;
/** A neuron that shows a curve is wider than one with a map, and lower than wide. */
const CURVE_WIDTH = 1.5;
const CURVE_HEIGHT = 0.92;

interface Wish {
  /** Whether neurons show curves over one input. */
  readonly curves?: boolean;
  /** Whether biases and values matter more than the size of the faces. */
  readonly numbers?: boolean;
}

/** Lays out a network with as much beside its outputs as there is room for. */
export function layOut(
  network: Network,
  width: number,
  height: number,
  { curves = false, numbers = false }: Wish = {},
): Geometry {
  const { targets, activation } = network.head;
  const kinds: OutputSide["kind"][] =
    targets !== "classes" || width < 520
      ? []
      : activation === "softmax"
        ? ["softmax", "probabilities"]
        : ["probabilities"];
  for (const kind of kinds) {
    const geometry = layOutWith(network, { width, height, curves, numbers, kind });
    const hidden = geometry.columns.length > 2 ? geometry.columns[1]![0]!.width : 0;
    const run = geometry.columns[1]![0]!.x - geometry.columns[0]![0]!.x;
    const outputs = geometry.columns.at(-1)!;
    const gap = outputs[1]!.y - outputs[0]!.y;
    if (gap >= ROW && run >= hidden + (kind === "softmax" ? 48 : 32)) return geometry;
  }
  return layOutWith(network, { width, height, curves, numbers, kind: "target" });
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly curves: boolean;
  readonly numbers: boolean;
  readonly kind: OutputSide["kind"];
}

function layOutWith(network: Network, { width, height, curves, numbers, kind }: Room): Geometry {
  const narrow = width < 520;
  const tiny = width < 240;
  const sizes = [network.features.length, ...network.layers.map(({ fanOut }) => fanOut)];
  const last = sizes.length - 1;
  const outputs = sizes[last]!;
  const several = outputs > 1;
  // The outputs spread out, because each has a row of its own beside it.
  const forOutputs = height - HEADINGS[kind] - SUMS[kind];
  const outputGap = Math.min(WIDEST_ROW, (forOutputs - 8) / outputs);
  const most = Math.max(...sizes.slice(0, -1), 2);
  const pitch = Math.min(144, (height - 8) / most, several ? outputGap : Infinity);
  const detail = detailAt(pitch, numbers && !narrow);
  const room = pitch - ABOVE[detail] - BELOW[detail];
  const inputGap = Math.min(1.5 * pitch, height / (sizes[0]! + 0.6));
  const inputRoom = detail === "none" ? SHARE * inputGap : inputGap - BELOW[detail];
  const least = tiny ? 8 : detail === "dense" ? 16 : 28;
  let hidden = Math.min(SHARE * pitch, clamp(least, room, tiny ? 24 : narrow ? 56 : 72));
  const sideOf = (layer: number): number => {
    if (layer === last && several) return Math.min(1.22 * hidden, SHARE * outputGap);
    if (layer === last)
      return clamp(Math.max(hidden, detail === "dense" ? 30 : 0), 1.22 * hidden, narrow ? 64 : 88);
    return layer === 0 ? Math.min(hidden, 64, inputRoom) : hidden;
  };
  const widthOf = (layer: number): number => {
    const wide =
      curves && layer < last ? Math.min(CURVE_WIDTH * sideOf(layer), narrow ? 56 : 72) : sideOf(layer);
    return detail === "dense" ? Math.max(wide, DENSE_WIDTH) : wide;
  };
  const heightOf = (layer: number): number => {
    const side = sideOf(layer);
    if (curves && layer < last) return Math.min(CURVE_HEIGHT * side, widthOf(layer));
    return layer === last && several ? Math.min(side, outputGap - ABOVE[detail] - BELOW[detail]) : side;
  };

  const leftOf = (): number =>
    Math.max(
      widthOf(0),
      detail === "none" || detail === "dense" ? 0 : narrow || detail === "compact" ? 52 : 92,
    ) /
      2 +
    2;
  const beside = tiny ? 22 : narrow ? 44 : SIDES[kind];
  const rightOf = (): number => sideOf(last) / 2 + beside;
  const runOf = (): number => (width - leftOf() - rightOf()) / last;
  const between = (): number => (last > 1 ? widthOf(1) : widthOf(0)) / 2 + widthOf(last) / 2;
  while (hidden > 4 && runOf() < Math.max(between(), last > 2 ? widthOf(1) : 0) + APART) hidden -= 1;
  const [left, run] = [leftOf(), runOf()];
  // Where the number of the bias is next to the neuron, there is only a short line to it.
  const stub = detail === "compact" || detail === "dense" ? 3 : Math.min(STUB, pitch - hidden);
  const shift = (ABOVE[detail] - BELOW[detail]) / 2;
  const columns = sizes.map((units, layer) => {
    const isOutput = layer === last && several;
    const gap = isOutput ? outputGap : layer === 0 ? inputGap : pitch;
    const middle = shift + (isOutput ? HEADINGS[kind] + forOutputs / 2 : height / 2);
    return Array.from({ length: units }, (_, unit) => ({
      layer,
      unit,
      x: left + run * layer,
      y: middle + (unit - (units - 1) / 2) * gap,
      width: widthOf(layer),
      height: heightOf(layer),
    }));
  });

  const edges = network.layers.flatMap(({ fanIn, weight }, l) =>
    columns[l + 1]!.flatMap((to) =>
      columns[l]!.map((from) => edge(weight + to.unit * fanIn + from.unit, from, to, columns)),
    ),
  );
  const stubs = network.layers.flatMap(({ bias }, l) =>
    columns[l + 1]!.map((to) => {
      const end = to.y - to.height / 2;
      const top = end - stub;
      return { index: bias + to.unit, to, top, path: `M${to.x} ${top}V${end}` };
    }),
  );
  const [output] = columns[last]!;
  const lowest = columns[last]!.at(-1)!;
  const right = output!.x + output!.width / 2;
  const below = lowest.y + outputGap / 2;
  return {
    width,
    height,
    columns,
    edges,
    stubs,
    detail,
    curves,
    symbols: detail === "full" && run >= 136,
    side: {
      kind,
      target: right + (tiny ? 12 : narrow ? 26 : SIDES[kind] - (kind === "target" ? 42 : 32)),
      z: right + 46,
      e: right + 92,
      p: right + (kind === "softmax" ? 186 : 58),
      bar: 68,
      head: Math.max(0, output!.y - outputGap / 2 - 22),
      total: Math.min(below + 22, height - 62),
      loss: Math.min(below + (kind === "softmax" ? 66 : 24), height - 12),
    },
  };
}

function detailAt(pitch: number, numbers: boolean): Detail {
  if (pitch >= PITCHES.full) return "full";
  if (!numbers) return pitch >= 68 ? "values" : "none";
  return pitch >= PITCHES.compact ? "compact" : pitch >= PITCHES.dense ? "dense" : "none";
}

/** An S-curve between its ports, with handles at half its width. */
function edge(index: number, from: Node, to: Node, columns: readonly (readonly Node[])[]): Edge {
  const port = (height: number, i: number, count: number): number =>
    (i - (count - 1) / 2) * Math.min(height * 0.2, (height * 0.84) / count);
  const x0 = from.x + from.width / 2;
  const y0 = from.y + port(from.height, to.unit, columns[to.layer]!.length);
  const x1 = to.x - to.width / 2;
  const y1 = to.y + port(to.height, from.unit, columns[from.layer]!.length);
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
