import { useMemo } from "react";
import { dataOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { halfLines, pathOf } from "../plot/contour.ts";
import { placeRingLabels } from "../plot/ringLabels.ts";
import type { Ring } from "../../worker/protocol.ts";
import * as styles from "./Boundary.module.css";

/** Growth rings: the closed contours of earlier epochs, older ones fainter, like the rings of a tree. */
export function Rings({ side, most, labels }: { side: number; most: number; labels: boolean }) {
  const all = useApp((state) => state.rings);
  const t = useApp((state) => state.snapshot.t);
  const samples = useApp(dataOf);
  const shown = useMemo(
    () =>
      all
        .map((ring) => ({ epoch: ring.epoch, lines: closedLines(ring) }))
        .filter(({ lines }) => lines.length > 0)
        .slice(-most),
    [all, most],
  );
  const past = shown.filter(({ epoch }) => epoch < t);
  const written = useMemo(() => {
    if (!labels) return [];
    const points = Array.from(samples.x1, (x1, s) => [x1, 1 - samples.x2[s]!] as const);
    return placeRingLabels(shown, points);
  }, [shown, samples, labels]);
  return (
    <>
      {past.map(({ epoch, lines }, i) => (
        <path
          key={epoch}
          d={pathOf(lines, side)}
          className={styles.growth}
          opacity={past.length < 2 ? 0.3 : 0.07 + 0.4 * (i / (past.length - 1)) ** 1.7}
        />
      ))}
      {written
        .filter(({ epoch }) => epoch < t)
        .map(({ epoch, x, y }) => (
          <text key={epoch} className={styles.epoch} x={x * side} y={y * side + 4} textAnchor="middle">
            {epoch}
          </text>
        ))}
    </>
  );
}

const known = new WeakMap<Ring, ReturnType<typeof halfLines>>();

function closedLines(ring: Ring): ReturnType<typeof halfLines> {
  const lines = known.get(ring) ?? halfLines(ring.boundary, ring.size).filter(({ closed }) => closed);
  known.set(ring, lines);
  return lines;
}
