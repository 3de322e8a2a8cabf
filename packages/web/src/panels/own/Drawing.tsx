/** Draws points: press to add, drag to move, press to erase. With the keyboard, a cross does the same. */
import { type AxisMap, format, inOwnUnit, labelAt, pictureOf, rowOf, unitsOf } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { useShallow } from "zustand/shallow";
import { redo, undo } from "../../store/setup/setups.ts";
import { dataOf, shownOf } from "../../store/derived.ts";
import { useUndo } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { RedoIcon, UndoIcon } from "../../ui/kit/icons.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { pick } from "../../ui/plot/color.ts";
import { valueIndex } from "../../ui/plot/field.ts";
import { roundNumbers } from "../../ui/plot/levels.ts";
import { mark } from "../../ui/plot/marks.ts";
import { OutsideNote } from "../../areas/fit/OutsideNote.tsx";
import { scaleOf } from "../../ui/plot/scale.ts";
import { inputsAt, inSquare, type Spot, spotOf } from "../../ui/plot/square.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import { messages } from "#text/own";
import * as styles from "./Own.module.css";
import { rangeFor } from "./range.ts";
import { type Sample, samplesNow, type Surface, trainOn } from "./samples.ts";

type Mode = "add" | `add${number}` | "move" | "erase";

/** What a press can do. Class 1 of two comes first. */
function modesFor(
  surface: Surface,
  classes: number,
): readonly { readonly value: Mode; readonly label: string }[] {
  const others = [
    { value: "move", label: messages.move },
    { value: "erase", label: messages.erase },
  ] as const;
  if (surface !== "labels") return [{ value: "add", label: messages.addPoint }, ...others];
  const labels = Array.from({ length: classes }, (_, label) => label);
  return [
    ...(classes === 2 ? labels.toReversed() : labels).map((label) => ({
      value: `add${label}` as const,
      label: messages.add(label),
    })),
    ...others,
  ];
}

/** The class that a press adds a point of. */
const labelOf = (mode: Mode): number => Number(mode.slice("add".length));

const fills = [styles.class0, styles.class1, styles.class2, styles.class3];

/** The largest value that can be typed. */
const LARGEST = 1_000_000;
/** Units of the drawing along a side. It is scaled to its box. */
const SIDE = 400;
/** A press this close to a point, as a share of the side, selects the point. */
const REACH = 0.04;

/** More numbers than this along an axis are too many. */
const MAX_TICKS = 6;

/** Shares of the way across and up. */
type Coordinates = readonly [across: number, up: number];

/** A stored number in the data's own unit. */
const own = (map: AxisMap | undefined, stored: number): number =>
  map === undefined ? stored : inOwnUnit(map, stored);

/** A number in the data's own unit, as it is stored. */
const storedFrom = (map: AxisMap | undefined, value: number): number =>
  map === undefined ? value : (value - map.offset) / map.scale;

export function Drawing({ surface }: { surface: Surface }) {
  const { count, inputs, kind, targets } = useApp(dataOf);
  const { dataset } = useApp((state) => state.experiment);
  const picture = useMemo(() => pictureOf(dataset), [dataset]);
  const units = useMemo(() => unitsOf(dataset), [dataset]);
  /** The values upward in the plane of a curve. */
  const [before, setBefore] = useState(() => rangeFor(targets[0]!));
  const range = rangeFor(targets[0]!, before);
  if (range !== before) setBefore(range);
  const [low, high] = range;
  const spots = useMemo(
    () =>
      Array.from({ length: count }, (_, s): Spot => {
        const spot = spotOf(picture, rowOf(inputs, s));
        return surface === "curve" ? { ...spot, x2: (targets[0]![s]! - low) / (high - low) } : spot;
      }),
    [picture, inputs, targets, count, surface, low, high],
  );
  const classes = Math.max(2, targets.length);
  /** A point at these coordinates. Where they don't give its value, or it has a label, that is `rest`. */
  const pointAt = ([x1, x2]: Coordinates, rest: readonly number[]): Sample => [
    ...inputsAt(picture, { x1, x2 }),
    ...(surface === "curve" ? [low + x2 * (high - low)] : rest),
  ];
  /** Where a point is, in words. */
  const placeOf = (point: Sample): string => {
    const place = inputs.map((_, k) => format(own(units.inputs?.[k], point[k]!))).join(", ");
    const value = kind === "values" ? point[inputs.length] : undefined;
    return value === undefined
      ? place
      : messages.placeWithValue(place, format(own(units.targets?.[0], value)));
  };
  const { canUndo, canRedo } = useUndo();
  const [mode, setMode] = useState<Mode>(surface === "labels" ? "add1" : "add");
  /** The value of the next point, in its own unit. */
  const [nextValue, setNextValue] = useState(1);
  /** The point that is being moved, and its current position. */
  const [held, setHeld] = useState<{ readonly s: number; readonly at: Coordinates }>();
  const [cross, setCross] = useState<Coordinates>();
  const [said, setSaid] = useState("");

  const palette = usePalette();
  const { scale } = useApp(useShallow(shownOf));

  const say = (problem: string | undefined, done: string): void => setSaid(problem ?? done);
  const nearest = ([a, b]: Coordinates): number | undefined => {
    let best: { s: number; distance: number } | undefined;
    for (let s = 0; s < count; s++) {
      const spot = spots[s]!;
      const distance = Math.hypot(spot.x1 - a, spot.x2 - b);
      const nearer = distance <= REACH && distance < (best?.distance ?? Infinity);
      if (nearer && inSquare(spot)) best = { s, distance };
    }
    return best?.s;
  };
  const drop = ({ s, at }: { s: number; at: Coordinates }): void => {
    setHeld(undefined);
    const samples = samplesNow();
    const point = pointAt(at, samples[s]!.slice(inputs.length));
    say(trainOn(samples.with(s, point)), messages.pointIsAt(s + 1, placeOf(point)));
  };
  const act = (at: Coordinates): void => {
    if (mode !== "move" && mode !== "erase") {
      const label = surface === "labels" ? labelOf(mode) : undefined;
      const point = pointAt(at, [label ?? storedFrom(units.targets?.[0], nextValue)]);
      const all = [...samplesNow(), point];
      say(trainOn(all), messages.pointAdded(all.length, label, placeOf(point)));
      return;
    }
    const s = nearest(at);
    if (s === undefined) return setSaid(messages.thereIsNoPointHere);
    if (mode === "move") return setHeld({ s, at });
    say(trainOn(samplesNow().filter((_, i) => i !== s)), messages.pointErased(s + 1, count - 1));
  };
  const pointerCoordinates = (event: PointerEvent): Coordinates => {
    const box = event.currentTarget.getBoundingClientRect();
    const inside = (share: number): number => Math.min(1, Math.max(0, share));
    return [
      inside((event.clientX - box.left) / box.width),
      inside(1 - (event.clientY - box.top) / box.height),
    ];
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 0.1 : 0.02;
    const moves: Record<string, Coordinates> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    const at = cross ?? [0.5, 0.5];
    if (move !== undefined) {
      const next = at.map((value, i) =>
        Math.min(1, Math.max(0, Math.round((value + move[i]!) * 100) / 100)),
      ) as [number, number];
      setCross(next);
      if (held !== undefined) setHeld({ ...held, at: next });
      setSaid(messages.crossAt(placeOf(pointAt(next, []))));
    } else if (event.key === "Enter" || event.key === " ") {
      if (held === undefined) act(at);
      else drop(held);
    } else if (event.key === "Escape" && held !== undefined) setHeld(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drawn = spots.flatMap((spot, s) => {
    const isHeld = held?.s === s;
    const [a, b] = isHeld ? held.at : [spot.x1, spot.x2];
    return inSquare(spot) ? { s, x: a * SIDE, y: (1 - b) * SIDE, r: isHeld ? 7 : 4.5 } : [];
  });
  const marks = (label: number): string =>
    drawn
      .filter(({ s }) => labelAt(kind, targets, s) === label)
      .map(({ x, y, r }) => mark(label, x, y, r))
      .join("");
  return (
    <section className={styles.drawing} aria-label={messages.drawPoints}>
      <div className={styles.row}>
        <Segmented
          label={messages.whatAPressDoes}
          value={mode}
          options={modesFor(surface, classes)}
          onChange={setMode}
        />
        {surface === "values" && (
          <NumberField
            label={messages.value}
            value={nextValue}
            min={-LARGEST}
            max={LARGEST}
            whole={false}
            step={0.1}
            onChange={setNextValue}
          />
        )}
        <span className={styles.pair}>
          <Button small look="quiet" icon aria-label={messages.undo} disabled={!canUndo} onClick={undo}>
            <UndoIcon />
          </Button>
          <Button small look="quiet" icon aria-label={messages.redo} disabled={!canRedo} onClick={redo}>
            <RedoIcon />
          </Button>
        </span>
      </div>
      <OutsideNote />
      <svg
        className={styles.square}
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        role="application"
        aria-roledescription={messages.drawingOfPoints}
        aria-label={messages.drawingOf(count)}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setCross(undefined)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          act(pointerCoordinates(event));
        }}
        onPointerMove={(event) => held !== undefined && setHeld({ ...held, at: pointerCoordinates(event) })}
        onPointerUp={() => held !== undefined && drop(held)}
        onPointerCancel={() => setHeld(undefined)}
      >
        {surface === "curve" ? (
          <Axes
            across={picture.domain[0]!.map((x) => own(units.inputs?.[0], x))}
            up={range.map((y) => own(units.targets?.[0], y))}
          />
        ) : (
          <path className={styles.grid} d={`M${SIDE / 2} 0V${SIDE}M0 ${SIDE / 2}H${SIDE}`} />
        )}
        {surface === "labels"
          ? Array.from({ length: classes }, (_, label) => (
              // The index is the class.
              // eslint-disable-next-line react/no-array-index-key
              <path key={label} className={fills[label]} d={marks(label)} />
            ))
          : drawn.map(({ s, x, y, r }) => (
              <circle
                key={s}
                className={styles.value}
                cx={x}
                cy={y}
                r={r}
                fill={
                  surface === "values"
                    ? pick(palette.weight, valueIndex(targets[0]![s]!, scale) / 255)
                    : "currentColor"
                }
              />
            ))}
        {cross !== undefined && (
          <path
            className={styles.cross}
            d={`M${cross[0] * SIDE - 12} ${(1 - cross[1]) * SIDE}h24M${cross[0] * SIDE} ${(1 - cross[1]) * SIDE - 12}v24`}
          />
        )}
      </svg>
      <p className={styles.hint} aria-live="polite">
        {said === "" ? messages.howToDraw(surface) : said}
      </p>
    </section>
  );
}

/** Round numbers across and upward, with lines. */
function Axes({ across, up }: { across: readonly number[]; up: readonly number[] }) {
  const [left, right, low, high] = [across[0]!, across[1]!, up[0]!, up[1]!];
  const x = scaleOf("linear", [left, right], [0, SIDE]);
  const y = scaleOf("linear", [low, high], [SIDE, 0]);
  const columns = roundNumbers(left, right, MAX_TICKS).filter((tick) => tick > left && tick < right);
  const rows = roundNumbers(low, high, MAX_TICKS).filter((tick) => tick > low && tick < high);
  return (
    <g className={styles.axes}>
      <path
        className={styles.grid}
        d={`${columns.map((tick) => `M${x(tick)} 0V${SIDE}`).join("")}${rows.map((tick) => `M0 ${y(tick)}H${SIDE}`).join("")}`}
      />
      {columns.map((tick) => (
        <text key={tick} x={x(tick)} y={SIDE - 4} textAnchor="middle">
          {minusSign(tick)}
        </text>
      ))}
      {rows.map((tick) => (
        <text key={tick} x={4} y={y(tick) - 3}>
          {minusSign(tick)}
        </text>
      ))}
    </g>
  );
}

const minusSign = (tick: number): string => String(tick).replace("-", "−");
