import { datasets, type DatasetChoice, MAX_SEED, MAX_TEST_SHARE, NOISE, POINTS } from "@neural-viz/engine";
import { useState } from "react";
import { chooseSplit } from "../../store/setup/choose.ts";
import { chooseDataset } from "../../store/setup/chooseData.ts";
import { openPanel } from "../../store/panels/open.ts";
import { type AppState, useApp } from "../../store/store.ts";
import { dataOf, partsOf } from "../../store/derived.ts";
import { Chips } from "../../ui/kit/Chips.tsx";
import { later } from "../../ui/kit/later.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { DiceIcon } from "../../ui/kit/icons.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Slider } from "../../ui/kit/Slider.tsx";
import { Thumbs } from "../../ui/kit/Thumbs.tsx";
import { another } from "./another.ts";
import { datasetsOf, type Task, taskOfChoice, tasks } from "./tasks.ts";
import { Thumbnail } from "./Thumbnail.tsx";
import { messages } from "#text/setup";
import * as styles from "./Setup.module.css";

const Classes = later(async () => (await import("./wide/Classes.tsx")).Classes);
const RealColumns = later(async () => (await import("./wide/RealColumns.tsx")).RealColumns);

const optionsOf = (task: Task) =>
  datasetsOf(task).map((name) => ({
    value: name,
    label: datasets[name].label,
    picture: <Thumbnail name={name} />,
  }));

/** What the network is to do, and the data it learns from. */
export function DataSetup() {
  const dataset = useApp((state) => state.experiment.dataset);
  const scatter = useApp((state) => state.scatter);
  const adapted = useApp((state) => state.adapted);
  const note = useApp((state) => noteOf(state));
  const chosen = taskOfChoice(dataset);
  // Choosing to enter points changes nothing until the first one is there.
  const [looked, setLooked] = useState<{ readonly task: Task; readonly of: DatasetChoice }>();
  const task = looked?.of === dataset ? looked.task : chosen;
  const geometric = "points" in dataset ? dataset : undefined;
  const choose = (next: Task): void => {
    const [first] = datasetsOf(next);
    if (first === undefined) {
      setLooked({ task: next, of: dataset });
      openPanel("ownData");
    } else chooseDataset(another(first, scatter));
  };
  return (
    <>
      <Chips
        label={messages.task}
        value={task}
        options={tasks.map((value) => ({ value, label: messages.tasks[value] }))}
        onChange={choose}
      />
      {task === "own" ? (
        <div className={styles.own}>
          <p>{dataset.name === "custom" ? note : messages.noPointsYet}</p>
          <Button small onClick={() => openPanel("ownData")}>
            {messages.drawOrPastePoints}
          </Button>
        </div>
      ) : (
        <Thumbs
          label={messages.dataset}
          value={dataset.name === "custom" ? undefined : dataset.name}
          options={optionsOf(task)}
          onChange={(name) => chooseDataset(another(name, scatter))}
          note={note}
        />
      )}
      {adapted !== undefined && (
        <p className={styles.hint} aria-live="polite">
          {adapted}
        </p>
      )}
      {geometric !== undefined && datasetsOf("classes").includes(geometric.name) && (
        <Classes dataset={geometric} />
      )}
      {"columns" in dataset && <RealColumns dataset={dataset} />}
      {geometric !== undefined && (
        <>
          <Slider
            label={messages.points}
            inline
            value={geometric.points}
            min={POINTS.min}
            max={POINTS.max}
            step={1}
            onChange={(points) => chooseDataset({ ...geometric, points: Math.round(points) })}
          />
          <Slider
            label={messages.noise}
            inline
            value={geometric.noise}
            min={NOISE.min}
            max={NOISE.max}
            step={0.005}
            onChange={(noise) => chooseDataset({ ...geometric, noise })}
          />
          <div className={styles.withButton}>
            <NumberField
              label={messages.dataSeed}
              value={geometric.seed}
              min={0}
              max={MAX_SEED}
              onChange={(seed) => chooseDataset({ ...geometric, seed })}
            />
            <Button
              small
              icon
              aria-label={messages.newDataSeed}
              onClick={() => chooseDataset({ ...geometric, seed: Math.floor(Math.random() * 1_000_000) })}
            >
              <DiceIcon />
            </Button>
          </div>
        </>
      )}
      <Disclosure label={messages.moreData}>
        <HeldOut />
      </Disclosure>
    </>
  );
}

/** How many points there are, of how many classes or inputs. */
function noteOf(state: AppState): string {
  const { count, kind, inputs, targets } = dataOf(state);
  if (state.experiment.dataset.name === "custom") return messages.ownPoints(count);
  if (kind === "values") return messages.pointsOfInputs(count, inputs.length);
  return messages.pointsOfClasses(count, Math.max(2, targets.length));
}

/** Which points are held out. */
function HeldOut() {
  const split = useApp((state) => state.experiment.split);
  const { heldOut, trained } = useApp(partsOf);
  return (
    <>
      <Slider
        label={messages.heldOut}
        inline
        value={split.test}
        min={0}
        max={MAX_TEST_SHARE}
        step={0.05}
        onChange={(test) => chooseSplit({ ...split, test })}
      />
      {split.test > 0 && (
        <NumberField
          label={messages.heldOutSeed}
          value={split.seed}
          min={0}
          max={MAX_SEED}
          onChange={(seed) => chooseSplit({ ...split, seed })}
        />
      )}
      <p className={styles.hint}>
        {split.test > 0 ? messages.heldOutPoints(heldOut, trained) : messages.whatHeldOutIs}
      </p>
    </>
  );
}
