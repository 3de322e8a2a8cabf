import {
  type DatasetName,
  datasets,
  type DatasetChoice,
  MAX_SEED,
  MAX_TEST_SHARE,
  NOISE,
  POINTS,
} from "@neural-viz/engine";
import { chooseDataset, chooseSplit } from "../../store/setup/choose.ts";
import { openPanel } from "../../store/panels/open.ts";
import { showableDatasets } from "../../store/setup/showable.ts";
import type { Scatter } from "../../store/setup/state.ts";
import { useApp } from "../../store/store.ts";
import { partsOf } from "../../store/derived.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { DiceIcon } from "../../ui/kit/icons.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Slider } from "../../ui/kit/Slider.tsx";
import { Thumbs } from "../../ui/kit/Thumbs.tsx";
import { Thumbnail } from "./Thumbnail.tsx";
import { messages } from "#text/playground";
import * as styles from "./Setup.module.css";

const options = showableDatasets.map((name) => ({
  value: name,
  label: datasets[name].label,
  picture: <Thumbnail name={name} />,
}));

/** The dataset. */
export function DataSetup() {
  const dataset = useApp((state) => state.experiment.dataset);
  const n = useApp((state) => state.snapshot.outputs[0]!.length);
  const scatter = useApp((state) => state.scatter);
  const geometric = "points" in dataset ? dataset : undefined;
  return (
    <>
      <Thumbs
        label={messages.dataset}
        value={dataset.name === "custom" ? undefined : dataset.name}
        options={options}
        onChange={(name) => chooseDataset(another(name, scatter))}
        note={dataset.name === "custom" ? messages.ownPoints(n) : messages.pointsOfTwoClasses(n)}
      />
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
        <Button small onClick={() => openPanel("ownData")}>
          {messages.drawOrPastePoints}
        </Button>
        <HeldOut />
      </Disclosure>
    </>
  );
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

/** Another dataset, with its default noise and the number of points and the seed that were last set. */
function another(name: DatasetName, { points, seed }: Scatter): DatasetChoice {
  const dataset = datasets[name];
  const choice = "noise" in dataset ? { name, points, seed, noise: dataset.noise } : { name };
  return choice as DatasetChoice;
}
