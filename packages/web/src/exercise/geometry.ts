/** Where everything stands in the drawing of an exercise's network: a pure function of its shape and the room there is. */

export interface Box {
  /** 0 is the input layer; both count from 0. */
  readonly layer: number;
  readonly unit: number;
  /** Center. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A weight: the curve from one box to another. */
interface Curve {
  readonly from: Box;
  readonly to: Box;
  readonly path: string;
  /** The middle of its number; undefined where the numbers of all weights have no room. */
  readonly label: readonly [x: number, y: number] | undefined;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly curves: readonly Curve[];
  /** Whether the numbers of weights and biases stand in the drawing. */
  readonly labeled: boolean;
  /** The left edge of the targets' labels. */
  readonly targets: number;
}

/** Below this width, everything is smaller. */
const NARROW = 480;
/** The room for the targets to the right of the outputs. */
const TARGETS = { wide: 104, narrow: 76 } as const;
/** The most rows with room for a bias above and a symbol below each box. */
const MAX_LABELED_ROWS = 4;
/** The size of a weight's label. */
const LABEL = { wide: { width: 52, height: 26 }, narrow: { width: 40, height: 20 } } as const;
/** The shares of a curve at which its label may stand, the best ones first: off the middle, where curves cross. */
const SHARES = [0.27, 0.73, 0.36, 0.64, 0.2, 0.8, 0.5, 0.43, 0.57];
/** A straight curve's label stands in the middle. */
const STRAIGHT = [0.5, ...SHARES];

/** Lays out layers of these sizes, inputs first, in a width. */
export function layOut(sizes: readonly number[], width: number): Drawing {
  const narrow = width < NARROW;
  const rows = Math.max(...sizes);
  const roomy = tryLayOut(sizes, width, narrow, rows <= MAX_LABELED_ROWS);
  return roomy.labeled || rows > MAX_LABELED_ROWS ? roomy : tryLayOut(sizes, width, narrow, false);
}

function tryLayOut(sizes: readonly number[], width: number, narrow: boolean, labeled: boolean): Drawing {
  const rows = Math.max(...sizes);
  const across = width - TARGETS[narrow ? "narrow" : "wide"];
  const most = labeled ? (narrow ? 46 : rows > 2 ? 64 : 80) : narrow ? 48 : 60;
  const boxWidth = Math.min(most, (0.62 * across) / sizes.length);
  const boxHeight = labeled ? Math.min(most, boxWidth) : 26;
  const pitch = labeled ? boxHeight + (narrow ? 64 : rows === 2 ? 130 : 70) : 52;
  const above = labeled ? 40 : 4;
  const height = rows * boxHeight + (rows - 1) * (pitch - boxHeight) + above + 28;
  const middle = above + (height - above - 28) / 2;
  const gap = sizes.length === 1 ? 0 : (across - boxWidth) / (sizes.length - 1);
  const columns = sizes.map((count, layer) =>
    Array.from({ length: count }, (_, unit): Box => {
      const x = boxWidth / 2 + layer * gap;
      return {
        layer,
        unit,
        x,
        y: middle + (unit - (count - 1) / 2) * pitch,
        width: boxWidth,
        height: boxHeight,
      };
    }),
  );
  const bare = columns.slice(1).flatMap((column, i) => curvesBetween(columns[i]!, column));
  const placed = labeled ? withLabels(bare, LABEL[narrow ? "narrow" : "wide"]) : undefined;
  return {
    width,
    height,
    boxes: columns.flat(),
    curves: placed ?? bare.map((one) => Object.assign({ label: undefined }, one)),
    labeled: placed !== undefined,
    targets: (columns.at(-1)![0]?.x ?? 0) + boxWidth / 2 + (narrow ? 10 : 36),
  };
}

type Bare = Omit<Curve, "label"> & { readonly at: (share: number) => readonly [number, number] };

function curvesBetween(from: readonly Box[], to: readonly Box[]): Bare[] {
  return to.flatMap((end, j) => from.map((begin, k) => curve(begin, end, [j, to.length], [k, from.length])));
}

/** How much of a box's height its curves share. */
const SPREAD = 0.4;

function curve(
  from: Box,
  to: Box,
  [j, outs]: readonly [number, number],
  [k, ins]: readonly [number, number],
): Bare {
  const offset = (i: number, of: number, { height }: Box): number =>
    of === 1 ? 0 : (i / (of - 1) - 0.5) * height * SPREAD;
  const x0 = from.x + from.width / 2;
  const x1 = to.x - to.width / 2;
  const y0 = from.y + offset(j, outs, from);
  const y1 = to.y + offset(k, ins, to);
  const bend = (x1 - x0) / 2;
  const bezier = (a: number, b: number, c: number, d: number, s: number): number =>
    (1 - s) ** 3 * a + 3 * (1 - s) ** 2 * s * b + 3 * (1 - s) * s ** 2 * c + s ** 3 * d;
  return {
    from,
    to,
    path: `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`,
    at: (share) => [bezier(x0, x0 + bend, x1 - bend, x1, share), bezier(y0, y0, y1, y1, share)],
  };
}

/** The curves with their labels, none over another or over a box; undefined if one finds no room. */
function withLabels(
  curves: readonly Bare[],
  { width, height }: { readonly width: number; readonly height: number },
): Curve[] | undefined {
  const taken: (readonly [number, number])[] = [];
  const labels: Curve[] = [];
  // Straight curves have the least choice.
  const order = curves.toSorted((a, b) => Math.abs(a.from.y - a.to.y) - Math.abs(b.from.y - b.to.y));
  for (const { at, ...one } of order) {
    const left = one.from.x + one.from.width / 2 + width / 2;
    const right = one.to.x - one.to.width / 2 - width / 2;
    const shares = one.from.unit === one.to.unit ? STRAIGHT : SHARES;
    const label = shares
      .map(at)
      .find(
        ([x, y]) =>
          x >= left &&
          x <= right &&
          taken.every(([tx, ty]) => Math.abs(tx - x) >= width || Math.abs(ty - y) >= height),
      );
    if (label === undefined) return undefined;
    taken.push(label);
    labels.push({ ...one, label });
  }
  return labels;
}
