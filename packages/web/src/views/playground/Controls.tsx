import { useEffect } from "react";
import {
  explainStep,
  goOn,
  leaveStep,
  pause,
  redo,
  reset,
  setPace,
  startOver,
  step,
  train,
  undo,
} from "../../store/actions.ts";
import { partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { type AppState, store, useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { PauseIcon, PlayIcon } from "../kit/icons.tsx";
import { NumberText } from "../kit/NumberText.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { Tooltip } from "../kit/Tooltip.tsx";
import * as styles from "./Controls.module.css";
import { count, unitOf, whenOf } from "./words.ts";

/** What the primary button does now. */
type Move = "Train" | "Pause" | "Continue" | "none";

function moveOf({ playing, snapshot }: AppState): Move {
  if (playing) return "Pause";
  if (snapshot.stopped === undefined) return "Train";
  // After a divergence, or at the most updates there are, there is no going on.
  return ["diverged", "updates"].includes(snapshot.stopped.reason) ? "none" : "Continue";
}

const acts = { Train: train, Pause: pause, Continue: goOn, none: () => {} };

/** Starts, stops and repeats training. */
export function Buttons({ explain }: { explain: boolean }) {
  const move = useApp(moveOf);
  const stopped = useApp(({ snapshot }) => snapshot.stopped !== undefined);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const label = move === "none" ? "Train" : move;
  useSpace();
  useUndoKeys();
  return (
    <>
      <Button look="primary" className={styles.primary} disabled={move === "none"} onClick={acts[move]}>
        {move === "Pause" ? <PauseIcon /> : <PlayIcon />} {label}
      </Button>
      <Tooltip text={`one ${unit}`}>
        <Button disabled={stopped} onClick={step}>
          Step
        </Button>
      </Tooltip>
      {explain && <ExplainStep />}
      <Tooltip text="new random weights">
        <Button look="quiet" onClick={reset}>
          Reset
        </Button>
      </Tooltip>
    </>
  );
}

export function ExplainStep() {
  const on = useApp(({ explained }) => explained !== undefined);
  const none = useApp(({ snapshot }) => snapshot.stopped !== undefined && snapshot.t === 0);
  return (
    <Tooltip text="one update, number by number">
      <Button disabled={none} aria-pressed={on} onClick={on ? leaveStep : explainStep}>
        Explain step
      </Button>
    </Tooltip>
  );
}

export function StartOver() {
  return (
    <Tooltip text="the same weights">
      <Button look="quiet" onClick={startOver}>
        Start over
      </Button>
    </Tooltip>
  );
}

/** The space bar plays and pauses, unless what has the focus wants it for itself. */
function useSpace(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== " " || event.defaultPrevented || event.repeat) return;
      if (
        event.target instanceof Element &&
        event.target.closest("button, input, select, summary, textarea, dialog, a")
      )
        return;
      event.preventDefault();
      acts[moveOf(store.getState())]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Ctrl+Z or ⌘Z takes back, with Shift (or Ctrl+Y) it comes again; a text that is being typed has its own. */
function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input:not([type=range]):not([type=radio]), textarea")
      )
        return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** The epoch shown, and how far the run is on its way to the limit. */
export function Epoch() {
  const t = useCalm(({ snapshot }) => snapshot.t);
  const limit = useApp(({ experiment }) => experiment.training.epochs);
  const { perEpoch, trained } = useApp(partsOf);
  const size = useApp(({ experiment: { training } }) => (training.batch === "all" ? 0 : training.batch.size));
  const epoch = Math.floor(t / perEpoch);
  const batch = t % perEpoch;
  return (
    <div className={styles.epoch}>
      <span className={styles.word}>epoch</span>{" "}
      <strong>
        <NumberText width={6}>{count(epoch)}</NumberText>
      </strong>
      <ProgressBar
        label="Progress"
        value={t}
        max={Math.max(limit * perEpoch, 1)}
        text={`${whenOf(t, perEpoch)} of at most ${count(limit)}`}
      />
      <span className={styles.limit}>
        {perEpoch === 1 ? (
          <>of at most {count(limit)}</>
        ) : (
          <>
            batch {batch} of {perEpoch} · point {Math.min(batch * size, trained)} of {trained}
          </>
        )}
      </span>
    </div>
  );
}

/** The paces to choose from, in epochs a second; the last is as fast as the machine can. */
const paces = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, Infinity];

export function Speed() {
  const pace = useApp(({ epochsPerSecond }) => epochsPerSecond);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const words = pace === Infinity ? "full speed" : `${count(pace)} per s`;
  return (
    <label className={styles.speed}>
      <span>
        Speed <NumberText width={9}>{words}</NumberText>
      </span>
      <input
        type="range"
        aria-label="Speed"
        aria-valuetext={pace === Infinity ? "as fast as this machine can" : `${pace} ${unit}s per second`}
        min={0}
        max={paces.length - 1}
        step={1}
        value={paces.indexOf(pace)}
        onChange={({ target }) => setPace(paces[target.valueAsNumber]!)}
      />
    </label>
  );
}
