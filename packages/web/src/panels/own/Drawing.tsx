/** Draws points: press to add, drag to move, press to erase. With the keyboard, a cross does the same. */
import { format, labelAt, pictureOf, rowOf } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { redo, undo } from "../../store/setup/setups.ts";
import { dataOf } from "../../store/derived.ts";
import { useUndo } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { RedoIcon, UndoIcon } from "../../ui/kit/icons.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { mark } from "../../ui/plot/marks.ts";
import { OutsideNote } from "../../areas/fit/OutsideNote.tsx";
import { inputsAt, inSquare, spotOf } from "../../ui/plot/square.ts";
import { messages } from "#text/own";
import * as styles from "./Own.module.css";
import { type Sample, samplesNow, trainOn } from "./samples.ts";

type Mode = `add${number}` | "move" | "erase";

/** What a press can do. Class 1 of two comes first. */
function modesFor(classes: number): readonly { readonly value: Mode; readonly label: string }[] {
  const labels = Array.from({ length: classes }, (_, label) => label);
  return [
    ...(classes === 2 ? labels.toReversed() : labels).map((label) => ({
      value: `add${label}` as const,
      label: messages.add(label),
    })),
    { value: "move", label: messages.move },
    { value: "erase", label: messages.erase },
  ];
}

/** The label that a press adds a point with; undefined if it adds none. */
const labelOf = (mode: Mode): number | undefined =>
  mode === "move" || mode === "erase" ? undefined : Number(mode.slice("add".length));

const fills = [styles.class0, styles.class1, styles.class2, styles.class3];

/** Units of the drawing along a side. It is scaled to its box. */
const SIDE = 400;
/** A press this close to a point, as a share of the side, selects the point. */
const REACH = 0.04;

/** Shares of the way across and up. */
type Coordinates = readonly [across: number, up: number];

export function Drawing() {
  const { count, inputs, kind, targets } = useApp(dataOf);
  const { dataset } = useApp((state) => state.experiment);
  const picture = useMemo(() => pictureOf(dataset), [dataset]);
  const spots = useMemo(
    () => Array.from({ length: count }, (_, s) => spotOf(picture, rowOf(inputs, s))),
    [picture, inputs, count],
  );
  const classes = Math.max(2, targets.length);
  const valuesAt = ([x1, x2]: Coordinates): Coordinates => {
    const [first, second] = inputsAt(picture, { x1, x2 });
    return [first!, second!];
  };
  const { canUndo, canRedo } = useUndo();
  const [mode, setMode] = useState<Mode>("add1");
  /** The point that is being moved, and its current position. */
  const [held, setHeld] = useState<{ readonly s: number; readonly at: Coordinates }>();
  const [cross, setCross] = useState<Coordinates>();
  const [said, setSaid] = useState("");

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
    const [first, second] = valuesAt(at);
    const moved = samplesNow().map((sample, i): Sample => (i === s ? [first, second, sample[2]] : sample));
    say(trainOn(moved), messages.pointIsAt(s + 1, format(first), format(second)));
  };
  const act = (at: Coordinates): void => {
    const label = labelOf(mode);
    if (label !== undefined) {
      const [first, second] = valuesAt(at);
      const all: Sample[] = [...samplesNow(), [first, second, label]];
      say(trainOn(all), messages.pointAdded(all.length, label, format(first), format(second)));
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
      const [first, second] = valuesAt(next);
      setSaid(messages.crossAt(format(first), format(second)));
    } else if (event.key === "Enter" || event.key === " ") {
      if (held === undefined) act(at);
      else drop(held);
    } else if (event.key === "Escape" && held !== undefined) setHeld(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const marks = (label: number): string =>
    Array.from({ length: count }, (_, s) => s)
      .filter((s) => labelAt(kind, targets, s) === label && inSquare(spots[s]!))
      .map((s) => {
        const [a, b] = held?.s === s ? held.at : [spots[s]!.x1, spots[s]!.x2];
        return mark(label, a * SIDE, (1 - b) * SIDE, held?.s === s ? 7 : 4.5);
      })
      .join("");
  return (
    <section className={styles.drawing} aria-label={messages.drawPoints}>
      <div className={styles.row}>
        <Segmented
          label={messages.whatAPressDoes}
          value={mode}
          options={modesFor(classes)}
          onChange={setMode}
        />
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
        <path className={styles.grid} d={`M${SIDE / 2} 0V${SIDE}M0 ${SIDE / 2}H${SIDE}`} />
        {Array.from({ length: classes }, (_, label) => (
          // The index is the class.
          // eslint-disable-next-line react/no-array-index-key
          <path key={label} className={fills[label]} d={marks(label)} />
        ))}
        {cross !== undefined && (
          <path
            className={styles.cross}
            d={`M${cross[0] * SIDE - 12} ${(1 - cross[1]) * SIDE}h24M${cross[0] * SIDE} ${(1 - cross[1]) * SIDE - 12}v24`}
          />
        )}
      </svg>
      <p className={styles.hint} aria-live="polite">
        {said === "" ? messages.pressTheSquare : said}
      </p>
    </section>
  );
}
