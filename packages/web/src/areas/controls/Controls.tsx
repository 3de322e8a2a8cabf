import { useEffect } from "react";
import { isPlaying } from "../../store/run/phase.ts";
import { explainStep, leaveStep } from "../../store/inspector/step.ts";
import { goOn, pause, setPace, step, train } from "../../store/run/control.ts";
import { reset, restart } from "../../store/setup/begin.ts";
import { redo, undo } from "../../store/setup/setups.ts";
import { partsOf } from "../../store/derived.ts";
import { useLocked } from "../../store/hooks.ts";
import { locksAny } from "../../store/setup/refuse.ts";
import { type AppState, store, useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { PauseIcon, PlayIcon } from "../../ui/kit/icons.tsx";
import { NumberText } from "../../ui/kit/NumberText.tsx";
import { Tooltip } from "../../ui/kit/Tooltip.tsx";
import { messages } from "#text/playground";
import * as styles from "./Controls.module.css";
import { count } from "../../ui/kit/text.ts";
import { unitOf } from "../../ui/quantity/status.ts";

/** What the primary button does now. */
type Move = "train" | "pause" | "continue" | "none";

function moveOf(state: AppState): Move {
  const { snapshot } = state;
  if (isPlaying(state)) return "pause";
  if (snapshot.stopped === undefined) return "train";
  if (locksAny(state, ["training"])) return "none"; // the address locks the rule that stopped it
  // After a divergence or at the maximum number of updates, training can't continue.
  return ["diverged", "updates"].includes(snapshot.stopped.reason) ? "none" : "continue";
}

const acts = { train, pause, continue: goOn, none: () => {} };

/** Starts, stops and repeats training. */
export function Buttons({ explain }: { explain: boolean }) {
  const move = useApp(moveOf);
  const stopped = useApp(({ snapshot }) => snapshot.stopped !== undefined);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const fixed = useLocked("network", "weights");
  const label = messages.moves[move === "none" ? "train" : move];
  useSpace();
  useUndoKeys();
  return (
    <>
      <Button look="primary" className={styles.primary} disabled={move === "none"} onClick={acts[move]}>
        {move === "pause" ? <PauseIcon /> : <PlayIcon />} {label}
      </Button>
      <Tooltip text={messages.oneUnit(unit)}>
        <Button disabled={stopped} onClick={step}>
          {messages.step}
        </Button>
      </Tooltip>
      {explain && <ExplainStep />}
      <Tooltip text={fixed ? messages.lockedOnThisPage : messages.newRandomWeights}>
        <Button look="quiet" disabled={fixed} onClick={reset}>
          {messages.reset}
        </Button>
      </Tooltip>
    </>
  );
}

export function ExplainStep() {
  const on = useApp(({ explained }) => explained !== undefined);
  const none = useApp(({ snapshot }) => snapshot.stopped !== undefined && snapshot.t === 0);
  return (
    <Tooltip text={messages.updateByNumbers}>
      <Button disabled={none} aria-pressed={on} onClick={on ? leaveStep : explainStep}>
        {messages.explainStep}
      </Button>
    </Tooltip>
  );
}

export function Restart() {
  return (
    <Tooltip text={messages.theSameWeights}>
      <Button look="quiet" onClick={restart}>
        {messages.restart}
      </Button>
    </Tooltip>
  );
}

/** The space bar plays and pauses, unless the focused element uses it. */
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

/** Ctrl+Z or ⌘Z undoes; with Shift, or Ctrl+Y, redoes. Text fields have their own undo. */
function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input:not([type=range], [type=radio], [type=checkbox]), textarea")
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

/** The paces to choose from, in epochs per second. The last is as fast as the machine can. */
const paces = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, Infinity];

export function Speed() {
  const pace = useApp(({ epochsPerSecond }) => epochsPerSecond);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const paceText = pace === Infinity ? messages.fullSpeed : messages.perSecond(count(pace));
  return (
    <label className={styles.speed}>
      <span>{messages.speedWith(<NumberText width={9}>{paceText}</NumberText>)}</span>
      <input
        type="range"
        aria-label={messages.speed}
        aria-valuetext={pace === Infinity ? messages.asFastAsPossible : messages.unitsPerSecond(pace, unit)}
        min={0}
        max={paces.length - 1}
        step={1}
        value={paces.indexOf(pace)}
        onChange={({ target }) => setPace(paces[target.valueAsNumber]!)}
      />
    </label>
  );
}
