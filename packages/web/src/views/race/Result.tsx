import { format, type Race, type RaceLane, spreadOf } from "@neural-viz/engine";
import { useMemo, useState } from "react";
import { takeLane } from "../../store/actions.ts";
import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { useShade } from "../kit/useShade.ts";
import { paintOutput } from "../network/face.ts";
import { count } from "../playground/words.ts";
import { type Palette, readPalette } from "../plot/colour.ts";
import { Lines } from "../plot/Lines.tsx";
import * as styles from "./Race.module.css";

interface ResultProps {
  of: Race;
  /** One for each lane. */
  names: readonly string[];
}

/** The losses of all lanes, and below them each lane's boundary at the place of the playhead. */
export function Result({ of, names }: ResultProps) {
  const { t, epochs, lanes } = of;
  const last = lanes[0]!.frames.length - 1;
  const [frame, setFrame] = useState(last);
  const shade = useShade();
  // The palette is read from the page: it changes with the shade alone.
  // eslint-disable-next-line react/exhaustive-deps
  const palette = useMemo(() => readPalette(), [shade]);
  const seeds = lanes[0]!.losses.length;
  const ts = useMemo(() => Float64Array.from({ length: epochs + 1 }, (_, e) => t + e), [t, epochs]);
  const lines = useMemo(
    () =>
      lanes.map(({ losses }, i) => {
        const { low, middle, high } = spreadOf(losses);
        const line = { name: names[i]!, ts, values: middle };
        return losses.length > 1 ? { ...line, band: { low, high } } : line;
      }),
    [lanes, names, ts],
  );
  const e = Math.round((frame * epochs) / last);
  const here = t + e;
  return (
    <div className={styles.result}>
      <figure className={styles.lines}>
        <figcaption>
          Loss by epoch
          {seeds > 1 && `: the middle one of ${seeds} seeds, and from the smallest to the largest`}
        </figcaption>
        <Lines label="Loss of each lane" axis="log" t={here} from={t} lines={lines} />
      </figure>
      <label className={styles.playhead}>
        Epoch {count(here)}
        <input
          type="range"
          min={0}
          max={last}
          value={frame}
          aria-label="Moment of the race"
          aria-valuetext={`Epoch ${count(here)}`}
          onChange={({ target }) => setFrame(Number(target.value))}
        />
      </label>
      <ul className={styles.lanes}>
        {lanes.map((lane, i) => (
          <Lane
            // A lane's identity is its place.
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            name={names[i]!}
            lane={lane}
            race={of}
            frame={frame}
            loss={lines[i]!.values[e]!}
            palette={palette}
          />
        ))}
      </ul>
    </div>
  );
}

interface LaneProps {
  name: string;
  lane: RaceLane;
  race: Race;
  frame: number;
  loss: number;
  palette: Palette;
}

function Lane({ name, lane, race: { t, epochs, size }, frame, loss, palette }: LaneProps) {
  const n = useApp((state) => partsOf(state).trained);
  const { correct, boundary } = lane.frames[frame]!;
  const seeds = lane.losses.length;
  const paint = (canvas: HTMLCanvasElement | null): void => {
    if (canvas !== null) paintOutput(canvas, size, boundary, palette);
  };
  return (
    <li className={styles.lane} aria-label={name}>
      <canvas ref={paint} role="img" aria-label={`Decision boundary of ${name}`} />
      <div>
        <strong>{name}</strong>
        <p>
          loss {format(loss)}, {correct} of {n}
        </p>
        <p className={styles.hint}>{outcomeOf(lane)}</p>
        <Button small onClick={() => takeLane(lane.optimizer, t, t + epochs)}>
          Take {name}
        </Button>
      </div>
      {seeds > 1 && <span className="vh">Picture and count are of the first seed.</span>}
    </li>
  );
}

function outcomeOf({ solved, diverged }: RaceLane): string {
  const blown = diverged.filter((epoch) => epoch !== undefined);
  const done = solved.filter((epoch) => epoch !== undefined);
  if (solved.length === 1) {
    if (blown[0] !== undefined) return `diverged at epoch ${count(blown[0])}`;
    return done[0] === undefined ? "never all right" : `all right first at epoch ${count(done[0])}`;
  }
  const middle = done.toSorted((a, b) => a - b)[Math.floor((done.length - 1) / 2)];
  return [
    `all right in ${done.length} of ${solved.length} seeds`,
    ...(middle === undefined ? [] : [`the middle one at epoch ${count(middle)}`]),
    ...(blown.length === 0 ? [] : [`${blown.length} diverged`]),
  ].join("; ");
}
