import { format } from "@neural-viz/engine";
import { useEffect, useMemo, useRef } from "react";
import { partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import type { BranchComparison, Snapshot } from "../../worker/protocol.ts";
import { fieldIndex, paintCells } from "../../ui/plot/color.ts";
import { halfLines, pathOf } from "../../ui/plot/contour.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import { whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/branches";
import * as styles from "./Branches.module.css";

const SIDE = 124;

/** Two branches at the epoch shown, side by side: boundary, loss, and the distance between their parameters. */
export function Comparison() {
  const snapshot = useThrottled((state) => state.snapshot);
  const { comparison } = snapshot;
  if (comparison === undefined) return undefined;
  return (
    <div className={styles.comparison}>
      <One snapshot={snapshot} of={{ ...snapshot, branch: snapshot.branch }} />
      <One snapshot={snapshot} of={comparison} />
      <p>{messages.distance(<strong>{format(comparison.distance)}</strong>)}</p>
    </div>
  );
}

type Side = Pick<BranchComparison, "branch" | "t" | "loss" | "correct" | "pictures">;

function One({ snapshot, of }: { snapshot: Snapshot; of: Side }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { perEpoch, trained } = useApp(partsOf);
  const { outputs, size } = of.pictures;
  const field = outputs[0]!;
  const palette = usePalette();
  useEffect(() => {
    paintCells(canvas.current!, size, palette.diverging, (cell) => fieldIndex(field[cell]!));
  }, [field, size, palette]);
  const contour = useMemo(() => pathOf(halfLines(field, size), SIDE), [field, size]);
  const { name } = snapshot.branches.find(({ id }) => id === of.branch) ?? { name: "" };
  return (
    <figure>
      <div className={styles.picture}>
        <canvas ref={canvas} />
        <svg width={SIDE} height={SIDE} role="img" aria-label={messages.boundaryOf(name)}>
          <path d={contour} />
        </svg>
      </div>
      <figcaption>
        {messages.side(
          <strong>{name}</strong>,
          whenOf(of.t, perEpoch),
          <br />,
          format(of.loss),
          of.correct,
          trained,
        )}
      </figcaption>
    </figure>
  );
}
