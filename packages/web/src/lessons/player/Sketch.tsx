import { format } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/lessons";
import { SKETCH_POINTS } from "../contract.ts";
import { scaleOf, Sheet, viewBox } from "./Sheet.tsx";
import * as styles from "./Sketch.module.css";

interface SketchProps {
  /** The loss at the top of the sheet. */
  top: number;
  /** The epoch at its right edge. */
  epochs: number;
  /** The loss at epoch 0, which is known. The drawing begins there. */
  first: number;
  /** Losses at equal distances from the first epoch to the last. */
  drawn: readonly number[] | undefined;
  onDraw: (drawn: readonly number[]) => void;
}

const LAST = SKETCH_POINTS - 1;
const inside = (index: number): number => Math.min(LAST, Math.max(1, index));

/** A sheet of paper for a loss curve, drawn with the pointer or the keys. */
export function Sketch({ top, epochs, first, drawn, onDraw }: SketchProps) {
  const [index, setIndex] = useState(1);
  const [reached, setReached] = useState(0);
  const curve = drawn ?? Array.from({ length: SKETCH_POINTS }, () => first);
  const { x, y, shareAt, lossAt } = scaleOf(top);

  /** Draws up to an index. Beyond the furthest index drawn so far, the curve stays level. */
  const draw = (to: number, valueAt: (i: number, old: number) => number): void => {
    const level = valueAt(to, curve[to]!);
    const end = Math.max(reached, to);
    setIndex(to);
    setReached(end);
    onDraw(curve.map((old, i) => (i > end ? level : i === 0 ? old : valueAt(i, old))));
  };
  /** The points between two positions of the pointer lie on a straight line. */
  const drag = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const { left, top: above, width, height } = event.currentTarget.getBoundingClientRect();
    const to = inside(Math.round(shareAt((event.clientX - left) / width) * LAST));
    const loss = lossAt((event.clientY - above) / height);
    const from = event.type === "pointerdown" ? to : index;
    const begun = curve[from]!;
    draw(to, (i, old) => {
      if (i === to) return loss;
      return (i - from) * (i - to) > 0 ? old : begun + ((loss - begun) * (i - from)) / (to - from);
    });
  };
  /** ← and → move the hand; ↑ and ↓ move the curve there. */
  const press = (event: KeyboardEvent): void => {
    const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (across === undefined && up === undefined) return;
    event.preventDefault();
    if (across !== undefined) setIndex(inside(index + across));
    if (up === undefined) return;
    const loss = Math.min(top, Math.max(0, curve[index]! + (up * top) / 20));
    draw(index, (i, old) => (i === index ? loss : old));
  };
  const epoch = count(Math.round((index / LAST) * epochs));
  return (
    <svg
      viewBox={viewBox}
      className={styles.sheet}
      data-drawing
      role="slider"
      tabIndex={0}
      aria-label={messages.sheet}
      aria-valuemin={0}
      aria-valuemax={top}
      aria-valuenow={curve[index]}
      aria-valuetext={messages.sheetAt(epoch, format(curve[index]!))}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <Sheet top={top} epochs={epochs} drawn={curve} blank={drawn === undefined}>
        <circle className={styles.hand} cx={x(index / LAST)} cy={y(curve[index]!)} r="5" />
      </Sheet>
    </svg>
  );
}
