/** What is drawn on the inputs: regions, a grid, hinges and the cut. Every vertex can be folded. */
import type { AffineMap, Hinge, Region, Section } from "@neural-viz/engine";
import { between, clip, halvesOf, type Place, type Segment } from "./polygon.ts";
import { inputsAt, placeAt } from "./place.ts";

/** A part of a region on which z of the output has one sign. */
interface Part {
  /** The region's number, from 0. */
  readonly region: number;
  readonly positive: boolean;
  readonly polygon: readonly Place[];
}

export interface Sheet {
  readonly parts: readonly Part[];
  /** The grid lines across which x₁ changes, and x₂. */
  readonly grid: readonly [readonly (readonly Place[])[], readonly (readonly Place[])[]];
  readonly hinges: readonly Hinge[];
  /** Where z of the output is 0. */
  readonly cut: readonly Segment[];
}

/** Cells of the grid along each side. */
const CELLS = 10;
/** Pieces of a grid line that bends. */
const BENDS = 48;

/** z of an output at a place, by the map of its region. */
function sumAt({ weight, bias }: AffineMap, output: number, x: readonly number[]): number {
  return weight[output]!.reduce((sum, w, k) => sum + w * x[k]!, bias[output]!);
}

/** The sheet of a network with regions. */
export function sheetOf(
  regions: readonly Region[],
  hinges: readonly Hinge[],
  section: Section,
  output: number,
): Sheet {
  const halves = regions.map(({ polygon, maps }) =>
    halvesOf(
      polygon,
      polygon.map((corner) => sumAt(maps.at(-1)!, output, inputsAt(section, corner))),
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
    hinges,
    cut: halves.flatMap(({ crossing }) => (crossing === undefined ? [] : [crossing])),
  };
}

/** The sheet of a network without regions: only its grid, which bends. */
export function smoothSheet(section: Section): Sheet {
  const bent = ([from, to]: Segment): Place[] =>
    Array.from({ length: BENDS + 1 }, (_, i) => between(from, to, i / BENDS));
  const [first, second] = gridOf(section);
  return { parts: [], grid: [first.map(bent), second.map(bent)], hinges: [], cut: [] };
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
