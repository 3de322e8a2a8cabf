import type { Section } from "@neural-viz/engine";
import { type PointerEvent, useMemo } from "react";
import { select } from "../../store/selection/choose.ts";
import { useApp } from "../../store/store.ts";
import { AxisBelow, AxisLeft } from "../../ui/plot/Axis.tsx";
import { pointerIn } from "../../ui/kit/pointer.ts";
import type { Size } from "../../ui/kit/useSize.ts";
import { scaleOf } from "../../ui/plot/scale.ts";
import { Drawing, type Pixel } from "./Drawing.tsx";
import { Hinges } from "./Hinges.tsx";
import { inputsAt, placeAt, sharesOf } from "./place.ts";
import { contains, type Place } from "./polygon.ts";
import { tagsOf } from "./tags.ts";
import { tickText } from "./tickText.ts";
import type { Active } from "./useActive.ts";
import type { Fold } from "./useFold.ts";
import { messages } from "#text/fold";
import * as drawing from "./Drawing.module.css";
import * as styles from "./InputSquare.module.css";

const MARGIN = { left: 34, right: 12, top: 12, bottom: 24 };
/** A press this close to a point, in pixels, selects the point. */
const REACH = 10;
/** Half the side of a tag. */
const TAG = 9;
/** How far above a line its tags are. */
const ABOVE = 26;

interface InputSquareProps extends Size {
  fold: Fold;
  layer: number;
  /** The region under the pointer. */
  hovered: number | undefined;
  onHover: (region: number | undefined) => void;
  /** The hinge of layer 1 that is active. */
  active: Active;
}

/** The inputs, cut into regions by the hinges. A press selects a point or a place; hinges of layer 1 can be dragged. */
export function InputSquare({ width, height, fold, layer, hovered, onHover, active }: InputSquareProps) {
  const { section, regions, points } = fold;
  const { hinges } = fold.sheet;
  const index = useApp(({ selection }) => selection.index);
  const side = Math.min(width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom);
  const left = MARGIN.left + Math.max(0, (width - MARGIN.left - MARGIN.right - side) / 2);
  const area = { left, right: left + side, top: MARGIN.top, bottom: MARGIN.top + side };
  const drawn = useMemo(() => drawnIn(section, left, side), [section, left, side]);
  const { pixel, place } = drawn;
  const inside = useMemo(
    () => points.filter((one) => sharesOf(section, one.place).every((v) => v >= 0 && v <= 1)),
    [points, section],
  );
  const placeOfPointer = (event: Pick<PointerEvent, "currentTarget" | "clientX" | "clientY">): Place => {
    const { x, y } = pointerIn(event.currentTarget, event);
    const within = (v: number): number => Math.min(1, Math.max(0, v));
    return placeAt(section, [within(x / side), within(1 - y / side)]);
  };
  const press = (at: Place): void => {
    const [x, y] = place(at);
    const distance = (other: Place): number => Math.hypot(place(other)[0] - x, place(other)[1] - y);
    const near = inside.toSorted((a, b) => distance(a.place) - distance(b.place))[0];
    if (near !== undefined && section.axes.length === section.base.length && distance(near.place) <= REACH) {
      select({ kind: "sample", index: near.index });
    } else select({ kind: "probe", index, x: inputsAt(section, at) });
  };
  const [horizontal, vertical] = section.intervals;
  const [first, second] = section.axes;
  const across = scaleOf("linear", horizontal!, [area.left, area.right]);
  const ticks = across.ticks(2).major;
  const up = vertical && scaleOf("linear", vertical, [area.bottom, area.top]);
  return (
    <div className={styles.square}>
      <svg
        className={drawing.picture}
        data-axes={section.axes.length}
        style={fold.tints}
        width={width}
        height={height}
        role="img"
        aria-label={messages.squareOf(regions.length)}
      >
        <Drawing
          sheet={fold.sheet}
          points={inside}
          drawn={drawn}
          layer={layer}
          selected={regions[fold.selected]?.polygon}
          lit={hovered === undefined ? undefined : regions[hovered]?.polygon}
          chosen={fold.chosen}
          radius={points.length > 400 ? 2.4 : 3.2}
        />
        <g className={drawing.axes}>
          <AxisBelow ticks={ticks} scale={across} area={area} text={tickText} />
          <Letter k={first!} x={area.left + 0.75 * side} y={area.bottom + 17} />
          {up !== undefined && (
            <>
              <AxisLeft ticks={up.ticks(2).major} scale={up} area={area} text={tickText} />
              <Letter k={second!} x={area.left - 18} y={area.bottom - 0.75 * side + 4} />
            </>
          )}
        </g>
      </svg>
      {/* The table below does the same for keys. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.pad}
        style={{ left: area.left, top: area.top, width: side, height: side }}
        onPointerMove={(event) => {
          const at = placeOfPointer(event);
          const found = regions.findIndex(({ polygon }) => contains(polygon, at));
          onHover(found === -1 ? undefined : found);
        }}
        onPointerLeave={() => onHover(undefined)}
        onClick={(event) => press(placeOfPointer(event))}
      >
        <Hinges fold={fold} side={side} active={active} />
      </div>
      <svg className={styles.tags} width={width} height={height} aria-hidden="true">
        {tagsOf(
          hinges.filter((hinge) => hinge.layer <= layer),
          (at) => sharesOf(section, at),
        ).map((tag) => {
          const [x, on] = pixel(tag.at);
          const y = up === undefined ? on - ABOVE : on;
          return (
            <g key={`${tag.layer}.${tag.unit}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
              <TagShape layer={tag.layer} unit={tag.unit} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Where a square with this left edge and side, in pixels, puts shares, places and points. */
function drawnIn(section: Section, left: number, side: number) {
  const pixel = ([across, up]: readonly [number, number]): Pixel => [
    left + across * side,
    MARGIN.top + (1 - up) * side,
  ];
  const place = (at: Place): Pixel => pixel(sharesOf(section, at));
  return { pixel, place, point: (_: readonly number[], at: Place) => place(at) };
}

/** The number of a neuron: filled for the first layer, hollow for later ones. */
export function TagShape({ layer, unit }: { layer: number; unit: number }) {
  return (
    <>
      <rect
        x={-TAG}
        y={-TAG}
        width={2 * TAG}
        height={2 * TAG}
        rx="4"
        className={layer === 1 ? styles.tag : styles.tagLater}
      />
      <text y="4.5" textAnchor="middle" className={layer === 1 ? styles.tagNumber : styles.tagNumberLater}>
        {unit}
      </text>
    </>
  );
}

/** The name of an input, from 0. */
function Letter({ k, x, y }: { k: number; x: number; y: number }) {
  return (
    <text className={drawing.letter} x={x} y={y} textAnchor="middle">
      x<tspan dy="3">{k + 1}</tspan>
    </text>
  );
}
