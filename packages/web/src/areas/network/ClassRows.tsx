/**
 * Next to each output of a network for classes: how softmax makes its probability of z, as bars and as numbers. Below
 * all of them, the sums.
 */
import {
  elementary,
  firstLargest,
  format,
  formatProbability,
  ids,
  type Network,
  type QuantityId,
} from "@neural-viz/engine";
import { useCallback, useMemo, useState } from "react";
import { networkOf } from "../../store/derived.ts";
import { usePaint } from "../../store/hooks.ts";
import { lookedFocusOf } from "../../store/selection/ablation.ts";
import { pointOf } from "../../store/selection/point.ts";
import type { AppState } from "../../store/store.ts";
import type { Geometry } from "./geometry.ts";
import { NumberButton } from "./NumberButton.tsx";
import { paintedOf } from "./paint.ts";
import { messages } from "#text/network";
import * as styles from "./Graph.module.css";

interface ClassRowsProps {
  network: Network;
  geometry: Geometry;
}

/** Half of the room for z, in pixels, and how thick the bars are. */
const HALF = 34;
const THICK = 13;

export function ClassRows({ network, geometry }: ClassRowsProps) {
  const { side, columns, width, height } = geometry;
  const outputs = columns.at(-1)!;
  const softmax = side.kind === "softmax";
  const [parts] = useState(() => new Map<string, Element>());
  const painter = useMemo(() => createPainter(network, geometry, parts), [network, geometry, parts]);
  usePaint(painter, paintedOf);
  const part = useCallback(
    (name: string) => (element: Element | null) => {
      if (element === null) parts.delete(name);
      else parts.set(name, element);
    },
    [parts],
  );
  const below = (y: number): number => y + THICK / 2 + 2;
  return (
    <>
      <svg width={width} height={height} className={styles.rows} aria-hidden="true">
        {outputs.map(({ unit, y }) => (
          <g key={unit} fill={`var(--mark-${unit})`}>
            {softmax && (
              <>
                <path className={styles.zero} d={`M${side.z} ${y - 12}v24`} />
                <rect ref={part(`z bar ${unit}`)} y={y - THICK / 2} height={THICK} />
                <rect className={styles.bar} x={side.e} y={y - THICK / 2} width={side.bar} height={THICK} />
                <rect ref={part(`e bar ${unit}`)} x={side.e} y={y - THICK / 2} height={THICK} />
              </>
            )}
            <rect className={styles.bar} x={side.p} y={y - THICK / 2} width={side.bar} height={THICK} />
            <rect ref={part(`p bar ${unit}`)} x={side.p} y={y - THICK / 2} height={THICK} />
            {softmax && (
              <>
                <rect ref={part(`e share ${unit}`)} y={side.total - THICK / 2} height={THICK} />
                <rect ref={part(`p share ${unit}`)} y={side.total - THICK / 2} height={THICK} />
              </>
            )}
          </g>
        ))}
        {softmax && (
          <path
            className={styles.zero}
            d={`M${side.e} ${side.total - 14}h${side.bar}M${side.p} ${side.total - 14}h${side.bar}`}
          />
        )}
      </svg>
      {softmax && (
        <>
          <Heading x={side.z} y={side.head} text="z" />
          <Heading x={side.e + side.bar / 2} y={side.head} text="e" power="z − m" />
          <Heading x={side.z} y={side.total - 12} text="Σ" />
        </>
      )}
      <Heading x={side.p + side.bar / 2} y={side.head} text={softmax ? "p = e / Σ" : "p"} />
      <Heading x={side.target} y={side.head} text="y" />
      {outputs.map(({ unit, y }) => (
        <span key={unit}>
          {softmax && (
            <>
              <Place x={side.e + side.bar / 2} y={below(y)}>
                <NumberButton part={part(`e ${unit}`)} />
              </Place>
            </>
          )}
          <Place x={side.p + side.bar / 2} y={below(y)}>
            <NumberButton part={part(`p ${unit}`)} />
          </Place>
        </span>
      ))}
      {softmax && (
        <Place x={side.e + side.bar / 2} y={below(side.total)}>
          <NumberButton part={part("Z")} />
        </Place>
      )}
      <span className={styles.how} style={{ left: side.z - HALF, top: side.loss + 12 }}>
        {softmax && messages.subtractsTheLargest}
      </span>
    </>
  );
}

function Heading({ x, y, text, power }: { x: number; y: number; text: string; power?: string }) {
  return (
    <span className={styles.heading} style={{ left: x, top: y }} aria-hidden="true">
      {text}
      {power !== undefined && <sup>{power}</sup>}
    </span>
  );
}

function Place({ x, y, children }: { x: number; y: number; children: React.ReactNode }) {
  return (
    <span className={styles.rowNumber} style={{ left: x, top: y }}>
      {children}
    </span>
  );
}

/** e^(z − m) of each output and their sum Z = 1 + S, added up as training does (heads/softmaxCrossEntropy.ts). */
function softmaxOf(z: Float64Array): { readonly exponentials: Float64Array; readonly sum: number } {
  const largest = firstLargest(z);
  const exponentials = z.map((value) => elementary.exp(value - z[largest]!));
  let rest = 0;
  exponentials.forEach((value, j) => (rest += j === largest ? 0 : value));
  return { exponentials, sum: 1 + rest };
}

function createPainter(network: Network, { side, columns }: Geometry, parts: ReadonlyMap<string, Element>) {
  const outputs = columns.at(-1)!;
  const set = (name: string, attributes: Readonly<Record<string, number>>): void => {
    for (const [key, value] of Object.entries(attributes)) {
      parts.get(name)?.setAttribute(key, Math.max(0, value).toFixed(1));
    }
  };
  const write = ({ hidden }: AppState, name: string, text: string, id: QuantityId): void => {
    const element = parts.get(name);
    if (element === undefined) return;
    element.textContent = hidden.has(id) ? "?" : text;
    element.setAttribute("data-quantity", id);
  };
  return (state: AppState): void => {
    if (networkOf(state) !== network) return;
    const { trace } = lookedFocusOf(state);
    const point = pointOf(state);
    const { t } = state.snapshot;
    const z = trace.z.at(-1)!;
    const widest = Math.max(1, ...z.map(Math.abs));
    const { exponentials, sum } = softmaxOf(z);
    let from = 0;
    for (const { unit } of outputs) {
      const length = (HALF * Math.abs(z[unit]!)) / widest;
      set(`z bar ${unit}`, { x: z[unit]! < 0 ? side.z - length : side.z, width: length });
      set(`e bar ${unit}`, { width: side.bar * exponentials[unit]! });
      const p = trace.outputs[unit]!;
      set(`p bar ${unit}`, { width: side.bar * p });
      const share = (side.bar * exponentials[unit]!) / sum;
      set(`e share ${unit}`, { x: side.e + from, width: share });
      set(`p share ${unit}`, { x: side.p + from, width: share });
      from += share;
      write(state, `p ${unit}`, formatProbability(p), ids.p.of(point, t, unit + 1));
      write(state, `e ${unit}`, format(exponentials[unit]!), ids.ez.of(unit + 1, point, t));
    }
    write(state, "Z", format(sum), ids.Z.of(point, t));
  };
}
