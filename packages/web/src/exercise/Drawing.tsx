import {
  biasName,
  idOf,
  ids,
  indicesOf,
  type Network,
  type ParameterName,
  type QuantityId,
  valueOf,
  weightName,
} from "@neural-viz/engine";
import { useMemo } from "react";
import { messages } from "#text/exercise";
import { inputId, outputId, targetId } from "../store/inspector/quantities.ts";
import { Tex } from "../ui/kit/Tex.tsx";
import { useSize } from "../ui/kit/useSize.ts";
import { biasSymbol, unitSymbol } from "../ui/quantity/names.ts";
import * as styles from "./Drawing.module.css";
import { type Box, layOut } from "./geometry.ts";
import { given, result } from "./numberText.ts";
import { pointOf } from "./names.ts";
import { type Book, knownValue, type Progress } from "./progress.ts";

interface DrawingProps {
  book: Book;
  progress: Progress;
  /** The number that is asked for now. */
  current: QuantityId | undefined;
  /** The parameter to solve for, whose number isn't shown. */
  unknown?: QuantityId | undefined;
}

/** The sizes of all layers, inputs first. */
const sizesOf = ({ layers }: Network): number[] => [layers[0]!.fanIn, ...layers.map(({ fanOut }) => fanOut)];

/** Whether the numbers of a network's weights have room in a drawing this wide. */
export const isLabeled = (network: Network, width: number): boolean =>
  layOut(sizesOf(network), width).labeled;

/** The network with the numbers that are given, and those that have been found. */
export function Drawing({ book, progress, current, unknown }: DrawingProps) {
  const { exercise, network, run } = book;
  const { t, digits } = exercise;
  // With several points, the one that the number asked for belongs to.
  const sample = (current === undefined ? undefined : pointOf(current)) ?? exercise.sample;
  const { ref, size } = useSize<HTMLDivElement>();
  const sizes = sizesOf(network);
  const width = size?.width ?? 0;
  const shape = sizes.join("→");
  const drawing = useMemo(() => layOut(shape.split("→").map(Number), width), [shape, width]);
  const stated = (id: QuantityId): string => given(valueOf(run, id), digits);
  const parameter = (name: ParameterName): string => {
    const id = ids.parameter.of(name, t);
    return id === unknown ? "?" : stated(id);
  };
  const isNegative = (name: ParameterName): boolean => {
    const id = ids.parameter.of(name, t);
    return id !== unknown && valueOf(run, id) < 0;
  };
  const point = { kind: "sample", s: sample } as const;
  const output = sizes.length - 1;
  /** What stands in a box: what is given, or has been found. */
  const inside = ({ layer, unit }: Box): string | undefined => {
    if (layer === 0) {
      const id = inputId(network, unit, point);
      return idOf(id).kind === "x" ? stated(id) : knownText(id);
    }
    return knownText(
      layer === output ? outputId(network, unit, point, t) : ids.a.of(layer, unit + 1, sample, t),
    );
  };
  const knownText = (id: QuantityId): string | undefined => {
    if (exercise.given.includes(id)) return stated(id);
    const value = knownValue(book, progress, id);
    return value === undefined ? undefined : result(value, digits);
  };
  const place = current === undefined ? undefined : placeOf(current, network);
  const isCurrent = ({ layer, unit }: Box): boolean => place?.[0] === layer && place[1] === unit;
  return (
    <div
      ref={ref}
      className={styles.frame}
      role="img"
      aria-label={messages.picture(shape)}
      data-labeled={drawing.labeled}
    >
      {width > 0 && (
        <div
          className={styles.drawing}
          style={{ height: drawing.height }}
          data-narrow={width < 480 || undefined}
        >
          <svg width={drawing.width} height={drawing.height} aria-hidden="true">
            {drawing.curves.map(({ from, to, path }) => (
              <g key={`${to.layer}.${to.unit}.${from.unit}`}>
                <path className={styles.casing} d={path} />
                <path
                  className={styles.edge}
                  d={path}
                  data-lit={isCurrent(to) || undefined}
                  strokeDasharray={
                    isNegative(weightName(to.layer, to.unit + 1, from.unit + 1)) ? "7 4" : undefined
                  }
                />
              </g>
            ))}
            {drawing.labeled &&
              drawing.boxes
                .filter(({ layer }) => layer > 0)
                .map(({ layer, unit, x, y, height }) => (
                  <path
                    key={`${layer}.${unit}`}
                    className={styles.edge}
                    d={`M${x} ${y - height / 2}v-12m-5 0h10`}
                  />
                ))}
            {drawing.boxes
              .filter(({ layer }) => layer === output)
              .map(({ unit, x, y, width: wide }) => (
                <path
                  key={unit}
                  className={styles.target}
                  d={`M${x + wide / 2 + 4} ${y}H${drawing.targets - 6}`}
                />
              ))}
          </svg>
          {drawing.curves.map(
            ({ from, to, label }) =>
              label !== undefined && (
                <span
                  key={`${to.layer}.${to.unit}.${from.unit}`}
                  className={styles.weight}
                  style={{ left: label[0], top: label[1] }}
                >
                  {parameter(weightName(to.layer, to.unit + 1, from.unit + 1))}
                </span>
              ),
          )}
          {drawing.boxes.map((box) => {
            const { layer, unit, x, y, width: wide, height } = box;
            const text = inside(box);
            const symbol = unitSymbol(network, layer, unit);
            const bias = biasSymbol(layer, unit);
            return (
              <span key={`${layer}.${unit}`}>
                <span
                  className={styles.box}
                  style={{ left: x - wide / 2, top: y - height / 2, width: wide, height }}
                  data-current={isCurrent(box) || undefined}
                  data-long={(text?.length ?? 0) > 6 || undefined}
                  data-dense={!drawing.labeled || undefined}
                >
                  {text ?? <i className={styles.blank} />}
                </span>
                <span className={styles.below} style={{ left: x, top: y + height / 2 + 2 }}>
                  <Tex tex={symbol.tex} plain={symbol.plain} />
                </span>
                {drawing.labeled && layer > 0 && (
                  <span className={styles.bias} style={{ left: x, top: y - height / 2 - 36 }}>
                    <Tex tex="b" plain={bias.plain.slice(0, 1)} /> {parameter(biasName(layer, unit + 1))}
                  </span>
                )}
                {layer === output && (
                  <span className={styles.right} style={{ left: drawing.targets, top: y - 12 }}>
                    <Tex tex={book.symbol(targetId(network, unit, point))} plain="y" />
                    {" = "}
                    {stated(targetId(network, unit, point))}
                  </span>
                )}
              </span>
            );
          })}
        </div>
      )}
    </div>
  );
}

/** The box at which a quantity belongs: its layer and unit, from 0. */
function placeOf(quantity: QuantityId, { layers }: Network): readonly [number, number] | undefined {
  const id = idOf(quantity);
  if (id.kind === "z" || id.kind === "a" || id.kind === "delta" || id.kind === "slope")
    return [id.l, id.j - 1];
  if (id.kind === "p" || id.kind === "yhat") return [layers.length, (id.j ?? 1) - 1];
  if (id.kind === "gradient" || id.kind === "parameter" || id.kind === "optimizerState") {
    const [l, j] = indicesOf(id.name);
    return [l, j - 1];
  }
  return undefined;
}
