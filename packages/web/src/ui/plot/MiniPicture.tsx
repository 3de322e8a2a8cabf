import { useEffect, useMemo, useRef } from "react";
import { paintCells } from "./color.ts";
import { pathOf } from "./contour.ts";
import { intervalOf, paintCurve } from "./curveFace.ts";
import { cellColors, mainLines, type Shown } from "./field.ts";
import { usePalette } from "./usePalette.ts";
import type { Interval } from "./scale.ts";
import * as styles from "./MiniPicture.module.css";

interface MiniPictureProps {
  /** The outputs in each cell, as the large picture has them. */
  outputs: readonly Float64Array[];
  size: number;
  shown: Shown;
  label: string;
  /** The length of its sides, in pixels. */
  side: number;
}

/** A small picture of the outputs over the inputs: a plane with its lines, or a curve over one input. */
export function MiniPicture({ outputs, size, shown, label, side }: MiniPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const curve = outputs[0]!.length === size;
  const { kind, output, scale } = shown;
  useEffect(() => {
    const of = { kind, output, scale };
    if (curve) {
      const values = outputs[output]!;
      const interval: Interval = kind === "values" ? intervalOf(values, scale) : [-0.08, 1.08];
      paintCurve(canvas.current!, values, interval, palette, { filled: false });
    } else {
      const { colors, indexOf } = cellColors(of, outputs, palette);
      paintCells(canvas.current!, size, colors, indexOf);
    }
  }, [outputs, size, kind, output, scale, curve, palette]);
  const lines = useMemo(
    () => (curve ? "" : pathOf(mainLines({ kind, output, scale }, outputs, size), side)),
    [outputs, size, kind, output, scale, curve, side],
  );
  return (
    <div className={styles.picture} style={{ width: side, height: side }}>
      <canvas ref={canvas} data-cells={!curve || undefined} />
      <svg width={side} height={side} role="img" aria-label={label}>
        <path d={lines} />
      </svg>
    </div>
  );
}
