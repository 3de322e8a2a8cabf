import { useMemo } from "react";
import { useApp } from "../../store/store.ts";
import { halfLines, type Line, pathOf } from "../../ui/plot/contour.ts";
import type { GrownRing } from "../../ui/plot/rings.ts";
import type { Ring } from "../../worker/protocol.ts";
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

const known = new WeakMap<Ring, readonly Line[]>();

function closedLines(ring: Ring): readonly Line[] {
  const lines = known.get(ring) ?? halfLines(ring.outputs[0]!, ring.size).filter(({ closed }) => closed);
  known.set(ring, lines);
  return lines;
}
