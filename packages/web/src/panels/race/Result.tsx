import {
  changedUpTo,
  format,
  type HyperName,
  type HyperParameter,
  numberTex,
  type OptimizerChoice,
  optimizerOf,
  type Race,
  type RaceLane,
  spreadOf,
  withOptimizer,
} from "@neural-viz/engine";
import { useMemo, useState } from "react";
import { putBeside } from "../../store/panels/beside.ts";
import { takeLane } from "../../store/setup/choose.ts";
import { useShallow } from "zustand/shallow";
import { partsOf, shownOf } from "../../store/derived.ts";
import { useLocked } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { MiniPicture } from "../../ui/plot/MiniPicture.tsx";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { count } from "../../ui/kit/text.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import { Lines } from "../../ui/plot/Lines.tsx";
import { messages } from "#text/race";
import * as styles from "./Race.module.css";

interface ResultProps {
  of: Race;
  /** One for each lane. */
  names: readonly string[];
}

/** The losses of all lanes, and below them each lane's boundary at the playhead. */
export function Result({ of, names }: ResultProps) {
  const { t, epochs, lanes } = of;
  const last = lanes[0]!.frames.length - 1;
  const [frame, setFrame] = useState(last);
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
          {messages.lossByEpoch}
          {seeds > 1 && messages.middleOf(seeds)}
        </figcaption>
        <Lines label={messages.lossOfEachRun} axis="log" t={here} from={t} lines={lines} />
      </figure>
      <label className={styles.playhead}>
        {messages.epochAt(count(here))}
        <input
          type="range"
          min={0}
          max={last}
          value={frame}
          aria-label={messages.momentOfTheRace}
          aria-valuetext={messages.epochAt(count(here))}
          onChange={({ target }) => setFrame(Number(target.value))}
        />
      </label>
      <ul className={styles.lanes}>
        {lanes.map((lane, i) => (
          <Lane
            // Lanes have no id but their index.
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            name={names[i]!}
            lane={lane}
            race={of}
            frame={frame}
            loss={lines[i]!.values[e]!}
          />
        ))}
      </ul>
    </div>
  );
}

/** The length of a lane's picture, in pixels. */
const SIDE = 84;

interface LaneProps {
  name: string;
  lane: RaceLane;
  race: Race;
  frame: number;
  loss: number;
}

function Lane({ name, lane, race: { t, epochs, size }, frame, loss }: LaneProps) {
  const n = useApp((state) => partsOf(state).trained);
  const locked = useLocked("training");
  const experiment = useApp((state) => state.experiment);
  const { correct, outputs } = lane.frames[frame]!;
  const seeds = lane.losses.length;
  const shown = useApp(useShallow(shownOf));
  return (
    <li className={styles.lane} aria-label={name}>
      <MiniPicture
        outputs={outputs}
        size={size}
        shown={shown}
        side={SIDE}
        label={shown.kind === "values" ? messages.fitOf(name) : messages.boundaryOf(name)}
      />
      <div>
        <strong>{name}</strong>
        <p className={styles.hint}>
          <Settings of={lane.optimizer} />
        </p>
        <p>
          {correct === undefined
            ? messages.lossOf(format(loss))
            : messages.lossAndCorrect(format(loss), correct, n)}
        </p>
        <p className={styles.hint}>{outcomeOf(lane, t, correct !== undefined)}</p>
        <Button small disabled={locked} onClick={() => takeLane(lane.optimizer, t, t + epochs)}>
          {messages.take(name)}
        </Button>{" "}
        <Button
          small
          look="quiet"
          aria-label={messages.sideBySideOf(name)}
          onClick={() =>
            putBeside({
              differs: "network",
              experiment: withOptimizer(changedUpTo(experiment, t), t, lane.optimizer),
              t: lane.frames[frame]!.t,
            })
          }
        >
          {messages.sideBySide}
        </Button>
        {locked && <LockedNote />}
      </div>
      {seeds > 1 && <span className="vh">{messages.ofTheFirstSeed}</span>}
    </li>
  );
}

/** The hyperparameters of a lane. ε is left out while it has its default. */
function Settings({ of }: { of: OptimizerChoice }) {
  const shown = (Object.entries(optimizerOf(of.name).hyper) as [HyperName, HyperParameter][])
    .map(([key, parameter]) => ({ key, parameter, set: of[key] ?? parameter.value }))
    .filter(({ key, parameter, set }) => key !== "eps" || set !== parameter.value);
  return (
    <Tex
      tex={shown.map(({ parameter, set }) => `${parameter.symbol} = ${numberTex(set)}`).join(",\\; ")}
      plain={shown.map(({ parameter, set }) => `${parameter.label} ${set}`).join(", ")}
    />
  );
}

function outcomeOf({ solved, diverged }: RaceLane, start: number, classifies: boolean): string {
  const blown = diverged.filter((epoch) => epoch !== undefined);
  if (!classifies) return blown.length === 0 ? "" : messages.diverged(blown.length);
  const done = solved.filter((epoch) => epoch !== undefined);
  if (solved.length === 1) {
    if (blown[0] !== undefined) return messages.divergedAt(count(blown[0]));
    if (done[0] === start) return messages.allCorrectAtTheStart;
    return done[0] === undefined ? messages.neverAllCorrect : messages.firstCorrectAt(count(done[0]));
  }
  const middle = done.toSorted((a, b) => a - b)[Math.floor((done.length - 1) / 2)];
  return [
    messages.correctInSeeds(done.length, solved.length),
    ...(middle === undefined ? [] : [messages.middleAt(count(middle))]),
    ...(blown.length === 0 ? [] : [messages.diverged(blown.length)]),
  ].join("; ");
}
