/** Draws points: press to add, drag to move, press to erase. With the keyboard, a cross does the same. */
import { format } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { redo, undo } from "../../store/setup/setups.ts";
import { dataOf } from "../../store/derived.ts";
import { useUndo } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { RedoIcon, UndoIcon } from "../../ui/kit/icons.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { mark } from "../../ui/plot/marks.ts";
import { OutsideNote } from "../../areas/fit/OutsideNote.tsx";
import { inSquare } from "../../ui/plot/square.ts";
import { messages } from "#text/own";
import * as styles from "./Own.module.css";
import { type Sample, samplesNow, trainOn } from "./samples.ts";

const modes = [
  { value: "add1", label: messages.add1 },
  { value: "add0", label: messages.add0 },
  { value: "move", label: messages.move },
  { value: "erase", label: messages.erase },
] as const;
type Mode = (typeof modes)[number]["value"];

/** Units of the drawing along a side. It is scaled to its box. */
const SIDE = 400;
/** A press this close to a point, as a share of the side, selects the point. */
const REACH = 0.04;

type Coordinates = readonly [x1: number, x2: number];

export function Drawing() {
  const { count, inputs, targets } = useApp(dataOf);
  const [x1, x2, y] = [inputs[0]!, inputs[1]!, targets[0]!];
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
      const distance = Math.hypot(x1[s]! - a, x2[s]! - b);
      const nearer = distance <= REACH && distance < (best?.distance ?? Infinity);
      if (nearer && inSquare({ x1: x1[s]!, x2: x2[s]! })) best = { s, distance };
    }
    return best?.s;
  };
  const drop = ({ s, at }: { s: number; at: Coordinates }): void => {
    setHeld(undefined);
    const moved = samplesNow().map((sample, i): Sample => (i === s ? [at[0], at[1], sample[2]] : sample));
    say(trainOn(moved), messages.pointIsAt(s + 1, format(at[0]), format(at[1])));
  };
  const act = (at: Coordinates): void => {
    if (mode === "add0" || mode === "add1") {
      const label = mode === "add1" ? 1 : 0;
      const all: Sample[] = [...samplesNow(), [...at, label]];
      say(trainOn(all), messages.pointAdded(all.length, label, format(at[0]), format(at[1])));
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
      setSaid(messages.crossAt(format(next[0]), format(next[1])));
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
      .filter((s) => y[s] === label && inSquare({ x1: x1[s]!, x2: x2[s]! }))
      .map((s) => {
        const [a, b] = held?.s === s ? held.at : [x1[s]!, x2[s]!];
        return mark(label, a * SIDE, (1 - b) * SIDE, held?.s === s ? 7 : 4.5);
      })
      .join("");
  return (
    <section className={styles.drawing} aria-label={messages.drawPoints}>
      <div className={styles.row}>
        <Segmented label={messages.whatAPressDoes} value={mode} options={modes} onChange={setMode} />
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
        <path className={styles.class0} d={marks(0)} />
        <path className={styles.class1} d={marks(1)} />
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
