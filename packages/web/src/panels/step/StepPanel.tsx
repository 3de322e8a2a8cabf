/** The explained step: a recording of the real step from epoch t to t + 1, unit by unit, at three zooms. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useState } from "react";
import { asksOf, hiddenFor, hide } from "../../store/inspector/asks.ts";
import { leaveStep, showUnit, takeTurn } from "../../store/inspector/step.ts";
import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import type { Zoom } from "../../store/inspector/state.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon, PauseIcon, PlayIcon } from "../../ui/kit/icons.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { Card } from "./Card.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";
import { positionOf, stages, type StepUnit } from "../../store/inspector/units.ts";
import { useUnits } from "../../store/inspector/useUnits.ts";

const zooms = [
  { value: "stage", label: messages.stage },
  { value: "layer", label: messages.layer },
  { value: "scalar", label: messages.scalar },
] as const;

const paces = ["0.5", "1", "2", "4"].map((value) => ({ value, label: `${value}×` }));

/** How long to show a unit during playback, in milliseconds. */
const DWELL = 2400;

export function StepPanel() {
  const explained = useApp((state) => state.explained)!;
  const inspecting = useApp(({ inspectorHistory }) => inspectorHistory.length > 0);
  const { zoom } = explained;
  const units = useUnits(zoom);
  const others = { stage: useUnits("stage"), layer: useUnits("layer"), scalar: useUnits("scalar") };
  const index = Math.min(explained.unit, units.length - 1);
  const unit = units[index]!;
  const position = positionOf(zoom, units, unit);
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState("1");
  const yourTurn = explained.turn === true;
  const points = useApp((state) => partsOf(state).batches.at(explained.t).length);

  const show = (next: number, from: readonly StepUnit[] = units, at: Zoom = zoom): void => {
    const clamped = Math.max(0, Math.min(from.length - 1, next));
    showUnit(clamped, at, from[clamped]!.stage === "update");
  };
  const goToStage = (stage: StepUnit["stage"], at: Zoom = zoom): void => {
    setPlaying(false);
    show(
      others[at].findIndex((other) => other.stage === stage),
      others[at],
      at,
    );
  };
  const step = (by: number): void => {
    setPlaying(false);
    show(index + by);
  };

  const runs = playing && !inspecting && index < units.length - 1;
  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(() => show(index + 1), DWELL / Number(pace));
    return () => clearTimeout(timer);
    // `show` depends on these.
    // eslint-disable-next-line react/exhaustive-deps
  }, [runs, index, pace, zoom]);

  const asked = asksOf(unit, points);
  // Before the paint, so that no answer flashes up.
  useLayoutEffect(() => {
    if (!yourTurn) return undefined;
    hide(hiddenFor(asked, others.scalar));
    return () => hide(new Set());
    // Found numbers stay found until others are asked for: of another unit or another point.
    // eslint-disable-next-line react/exhaustive-deps
  }, [yourTurn, asked.join(" ")]);

  const press = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape") leaveStep();
    else if (typing) return;
    else if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else return;
    event.preventDefault();
  };
  return (
    <section className={styles.panel} aria-label={messages.thisStep} onKeyDown={press}>
      <header className={styles.head}>
        <div role="group" aria-label={messages.stage} className={styles.stages}>
          {stages.map(({ name, number, label }) => (
            <Button
              key={name}
              small
              look={unit.stage === name ? "primary" : "quiet"}
              aria-current={unit.stage === name ? "step" : undefined}
              aria-label={`${number} ${label}`}
              onClick={() => goToStage(name)}
            >
              <span>{number}</span> <span className={styles.stageName}>{label}</span>
            </Button>
          ))}
        </div>
        <Segmented
          label={messages.zoom}
          value={zoom}
          options={zooms}
          onChange={(next) => goToStage(unit.stage, next)}
        />
        <Button look="quiet" small icon aria-label={messages.leaveTheExplainedStep} onClick={leaveStep}>
          <CloseIcon />
        </Button>
      </header>
      <div className={styles.body}>
        <Card key={`${zoom} ${index} ${explained.t} ${asked[0]}`} unit={unit} yourTurn={yourTurn} />
      </div>
      <footer className={styles.foot}>
        <Button small icon aria-label={messages.previousUnit} disabled={index === 0} onClick={() => step(-1)}>
          <ChevronLeftIcon />
        </Button>
        <Button
          small
          icon
          look="primary"
          aria-label={runs ? messages.pauseTheExplanation : messages.playTheExplanation}
          disabled={index === units.length - 1}
          onClick={() => setPlaying(!runs)}
        >
          {runs ? <PauseIcon /> : <PlayIcon />}
        </Button>
        <Button
          small
          icon
          aria-label={messages.nextUnit}
          disabled={index === units.length - 1}
          onClick={() => step(1)}
        >
          <ChevronRightIcon />
        </Button>
        <input
          type="range"
          className={styles.track}
          aria-label={messages.unitOfTheStep}
          aria-valuetext={position}
          min={0}
          max={units.length - 1}
          value={index}
          onChange={({ target }) => {
            setPlaying(false);
            show(target.valueAsNumber);
          }}
        />
        <span className={styles.position}>{position}</span>
        <div className={styles.pace}>
          <Select label={messages.pace} hideLabel value={pace} options={paces} onChange={setPace} />
        </div>
        <Switch
          label={messages.yourTurn}
          checked={yourTurn}
          onChange={(on) => {
            takeTurn(on);
            setPlaying(false);
          }}
        />
      </footer>
    </section>
  );
}
