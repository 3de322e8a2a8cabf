import { useMemo } from "react";
import { dataOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { halfLines, type Line, pathOf } from "../../ui/plot/contour.ts";
import { count } from "../../ui/kit/text.ts";
import { placeLabels } from "../../ui/plot/lineLabels.ts";
import type { GrownRing } from "../../ui/plot/rings.ts";
import type { Ring } from "../../worker/protocol.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import * as styles from "./Boundary.module.css";

/** The closed contours of earlier epochs: the latest ones, at most `most`. */
export function useRings(most: number): readonly GrownRing[] {
  const all = useApp((state) => state.record.rings);
  const shown = useApp(
    ({ record, snapshot }) => record.rings.filter(({ epoch }) => epoch <= snapshot.t).length,
  );
  return useMemo(
    () =>
      all
        .slice(0, shown)
        .map((ring) => ({ epoch: ring.epoch, lines: closedLines(ring) }))
        .filter(({ lines }) => lines.length > 0)
        .slice(most === 0 ? shown : -most),
    [all, most, shown],
  );
}

/** Growth rings, the older the fainter, like the rings of a tree. */
export function Rings({ rings, side }: { rings: readonly GrownRing[]; side: number }) {
  return rings.map(({ epoch, lines }, i) => (
    <path
      key={epoch}
      d={pathOf(lines, side)}
      className={styles.growth}
      opacity={rings.length < 2 ? 0.3 : 0.07 + 0.4 * (i / (rings.length - 1)) ** 1.7}
    />
  ));
}

/** More labels would hide the lines. */
const MAX_LABELS = 5;

/** Their epochs, written on the lines as on a map. */
export function RingLabels({ rings, side }: { rings: readonly GrownRing[]; side: number }) {
  const samples = useApp(dataOf);
  const when = useWhen();
  const labels = useMemo(() => {
    const [x1s, x2s] = samples.inputs;
    const points = Array.from(x1s!, (x1, s) => [x1, 1 - x2s![s]!] as const);
    const lines = rings.map(({ epoch, lines: grown }) => ({ value: epoch, lines: grown }));
    return placeLabels(lines, points, MAX_LABELS);
  }, [rings, samples]);
  return labels.map(({ value: epoch, x, y }) => (
    <text key={epoch} className={styles.epoch} x={x * side} y={y * side + 4} textAnchor="middle">
      <title>{when(epoch)}</title>
      {count(epoch)}
    </text>
  ));
}

const known = new WeakMap<Ring, readonly Line[]>();

function closedLines(ring: Ring): readonly Line[] {
  const lines = known.get(ring) ?? halfLines(ring.outputs[0]!, ring.size).filter(({ closed }) => closed);
  known.set(ring, lines);
  return lines;
}
