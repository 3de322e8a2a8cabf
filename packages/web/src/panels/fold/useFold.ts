/** The regions of the network at the epoch shown, and what is selected among them. */
import {
  type Network,
  type Region,
  regionsOf,
  rowOf,
  type Section,
  sectionOf,
  sizeOf,
  whyNoRegions,
} from "@neural-viz/engine";
import { type CSSProperties, useMemo } from "react";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { contains, type Place } from "./polygon.ts";
import { type Line, linesOf } from "./lines.ts";
import { patternAt, patternText } from "./pattern.ts";
import { placeOf } from "./place.ts";
import { type DataPoint, pointsOf } from "./points.ts";
import { type Score, tintsOf } from "./score.ts";
import { type Sheet, sheetOf, smoothSheet } from "./sheet.ts";

export interface Fold {
  readonly network: Network;
  readonly params: Float64Array;
  readonly section: Section;
  readonly sheet: Sheet;
  /** The colors of both signs of the score, as CSS variables. */
  readonly tints: CSSProperties;
  /** The hinges of layer 1, those outside the section as well. */
  readonly lines: readonly Line[];
  readonly points: readonly DataPoint[];
  /** From the largest to the smallest; none if the network has no regions. */
  readonly regions: readonly Region[];
  readonly chosen: { readonly x: readonly number[]; readonly place: Place; readonly probe: boolean };
  /** The region of the selected point, from 0; −1 if it lies in none of them. */
  readonly selected: number;
}

export function useFold(score: Score): Fold {
  const network = useApp(networkOf);
  const samples = useApp(dataOf);
  const { split } = useApp(partsOf);
  const dataset = useApp(({ experiment }) => experiment.dataset);
  const selection = useApp((state) => state.selection);
  const [across, up] = useApp(({ look }) => look.axes);
  const params = useThrottled(({ snapshot }) => snapshot.params, MANY_NUMBERS);
  const x = useMemo(
    () => (selection.kind === "probe" ? selection.x : [...rowOf(samples.inputs, selection.index)]),
    [selection, samples],
  );
  const inputs = samples.inputs.length;
  // A plane through two inputs is the same for every point.
  const base = useMemo(() => (inputs > 2 ? x : undefined), [inputs, x]);
  const section = useMemo((): Section => {
    const axes = inputs > 2 ? [across - 1, up - 1] : [0, 1].slice(0, inputs);
    const through = sectionOf(dataset, axes, 0);
    return base === undefined ? through : { ...through, base };
  }, [dataset, inputs, across, up, base]);
  const points = useMemo(() => pointsOf(samples, section, new Set(split.test)), [samples, section, split]);
  const found = useMemo(() => {
    if (whyNoRegions(network) !== undefined) return { regions: [], hinges: [] };
    const { regions, hinges } = regionsOf(network, params, section);
    return { regions: regions.toSorted((a, b) => sizeOf(b) - sizeOf(a)), hinges };
  }, [network, params, section]);
  const { regions, hinges } = found;
  const lines = useMemo(() => linesOf(network, params, section), [network, params, section]);
  const { classifies } = network.head;
  const sheet = useMemo(() => {
    if (regions.length === 0) return smoothSheet(lines, section);
    const whole = sheetOf(regions, hinges, section, score);
    // A value of 0 separates nothing.
    return classifies ? whole : { ...whole, cut: [] };
  }, [regions, hinges, lines, section, score, classifies]);
  const tints = useMemo(() => tintsOf(score), [score]);
  const numbers = useMemo(() => new Map(regions.map(({ active }, i) => [patternText(active), i])), [regions]);
  const chosen = useMemo(
    () => ({ x, place: placeOf(section, x), probe: selection.kind === "probe" }),
    [x, section, selection.kind],
  );
  // On a hinge no region may have the point's pattern.
  const selected =
    numbers.get(patternText(patternAt(network, params, x))) ??
    regions.findIndex(({ polygon }) => contains(polygon, chosen.place));
  return useMemo(
    () => ({ network, params, section, sheet, tints, lines, points, regions, chosen, selected }),
    [network, params, section, sheet, tints, lines, points, regions, chosen, selected],
  );
}

/** How many training points lie in each region. */
export function useCounts({ network, params, points, regions }: Fold): readonly number[] {
  return useMemo(() => {
    const counts = new Map(regions.map(({ active }) => [patternText(active), 0]));
    for (const { x, heldOut } of points) {
      const pattern = patternText(patternAt(network, params, x));
      const count = counts.get(pattern);
      if (count !== undefined && !heldOut) counts.set(pattern, count + 1);
    }
    return [...counts.values()];
  }, [network, params, points, regions]);
}
