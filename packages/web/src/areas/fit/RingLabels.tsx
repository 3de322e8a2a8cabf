import { useMemo } from "react";
import { dataOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { count } from "../../ui/kit/text.ts";
import { placeLabels } from "../../ui/plot/lineLabels.ts";
import type { GrownRing } from "../../ui/plot/rings.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import * as styles from "./Boundary.module.css";

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
