/** What is drawn on the inputs: regions, a grid, hinges and the cut. Every vertex can be folded. */
import type { AffineMap, Hinge, Region, Section } from "@neural-viz/engine";
import { type Line, segmentOf } from "./lines.ts";
import { between, clip, halvesOf, type Place, type Segment } from "./polygon.ts";
import { inputsAt, placeAt } from "./place.ts";
import { type Score, scoreIn } from "./score.ts";

/** A part of a region on which the score has one sign. */
interface Part {
  /** The region's number, from 0. */
  readonly region: number;
  readonly positive: boolean;
  readonly polygon: readonly Place[];
}

/** A hinge with all places where it meets another, at which it bends when the sheet is folded. */
interface Crease extends Hinge {
  readonly places: readonly Place[];
}

export interface Sheet {
  readonly parts: readonly Part[];
  /** The grid lines across which x₁ changes, and x₂. */
  readonly grid: readonly [readonly (readonly Place[])[], readonly (readonly Place[])[]];
  readonly hinges: readonly Crease[];
  /** Where the score is 0. */
  readonly cut: readonly Segment[];
}

/** Cells of the grid along each side. */
const CELLS = 10;
/** Pieces of a grid line that bends. */
const BENDS = 48;

/** The score at a place, by the map of its region. */
function scoreAt({ weight, bias }: AffineMap, score: Score, x: readonly number[]): number {
  return scoreIn((j) => weight[j]!.reduce((sum, w, k) => sum + w * x[k]!, bias[j]!), score);
}

/** The sheet of a network with regions. */
export function sheetOf(
  regions: readonly Region[],
  hinges: readonly Hinge[],
  section: Section,
  score: Score,
): Sheet {
  const halves = regions.map(({ polygon, maps }) =>
    halvesOf(
      polygon,
      polygon.map((corner) => scoreAt(maps.at(-1)!, score, inputsAt(section, corner))),
    ),
  );
  const inside = (lines: readonly Segment[]): Segment[] =>
    regions.flatMap(({ polygon }) =>
      lines.map((line) => clip(line, polygon)).filter((line) => line !== undefined),
    );
  const [first, second] = gridOf(section);
  return {
    parts: halves.flatMap(({ positive, negative }, region) => [
      ...(positive.length === 0 ? [] : [{ region, positive: true, polygon: positive }]),
      ...(negative.length === 0 ? [] : [{ region, positive: false, polygon: negative }]),
    ]),
    grid: section.axes.length === 1 ? [[], []] : [inside(first), inside(second)],
    hinges: creasesOf(
      hinges,
      regions.flatMap(({ polygon }) => polygon),
    ),
    cut: halves.flatMap(({ crossing }) => (crossing === undefined ? [] : [crossing])),
  };
}

/** A corner this near to a hinge, as a share of its length, is on it. */
const NEAR = 1e-9;

/** The hinges, each broken at the corners of regions on it. */
function creasesOf(hinges: readonly Hinge[], corners: readonly Place[]): Crease[] {
  return hinges.map((hinge) => {
    const { layer, unit, from, to } = hinge;
    const [dx, dy] = [to[0]! - from[0]!, (to[1] ?? 0) - (from[1] ?? 0)];
    const square = dx * dx + dy * dy;
    const met = corners
      .map((place) => {
        const [x, y] = [place[0]! - from[0]!, (place[1] ?? 0) - (from[1] ?? 0)];
        return { place, share: (x * dx + y * dy) / square, off: Math.abs(x * dy - y * dx) / square };
      })
      .filter(({ share, off }) => share > NEAR && share < 1 - NEAR && off < NEAR)
      .toSorted((a, b) => a.share - b.share);
    return { layer, unit, from, to, places: [from, ...met.map(({ place }) => place), to] };
  });
}

/** The sheet of a network without regions: its grid, and the lines z = 0 of layer 1. All of them bend. */
export function smoothSheet(lines: readonly Line[], section: Section): Sheet {
  const bent = ([from, to]: Segment): Place[] =>
    Array.from({ length: BENDS + 1 }, (_, i) => between(from, to, i / BENDS));
  const [first, second] = gridOf(section);
  const hinges = lines.flatMap((line): Crease[] => {
    const segment = segmentOf(line, section);
    if (segment === undefined) return [];
    return [{ layer: 1, unit: line.unit, from: segment[0], to: segment[1], places: bent(segment) }];
  });
  return { parts: [], grid: [first.map(bent), second.map(bent)], hinges, cut: [] };
}

/** The lines of the grid, border included. Along one axis, the line itself. */
function gridOf(section: Section): readonly [readonly Segment[], readonly Segment[]] {
  const at = (across: number, up: number): Place => placeAt(section, [across, up]);
  if (section.axes.length === 1) return [[[at(0, 0), at(1, 0)]], []];
  const shares = Array.from({ length: CELLS + 1 }, (_, i) => i / CELLS);
  return [
    shares.map((share): Segment => [at(share, 0), at(share, 1)]),
    shares.map((share): Segment => [at(0, share), at(1, share)]),
  ];
}
