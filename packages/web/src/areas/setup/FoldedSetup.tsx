/** The setup in the first minute: only the data and the number of neurons. Everything else is one press away. */
import { datasets, type DatasetName, MAX_UNITS, optimizerOf } from "@neural-viz/engine";
import { chooseNetwork } from "../../store/setup/choose.ts";
import { chooseDataset } from "../../store/setup/chooseData.ts";
import { endFirstMinute } from "../../store/first/actions.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Thumbs } from "../../ui/kit/Thumbs.tsx";
import { datasetsOf } from "./tasks.ts";
import { Thumbnail } from "./Thumbnail.tsx";
import { another } from "./another.ts";
import { messages } from "#text/setup";
import * as styles from "./Setup.module.css";

export function FoldedData() {
  const { name } = useApp((state) => state.experiment.dataset);
  const scatter = useApp((state) => state.scatter);
  const n = useApp(({ snapshot }) => snapshot.outputs[0]!.length);
  return (
    <Thumbs
      label={messages.dataset}
      value={name as DatasetName}
      options={datasetsOf("binary").map((value) => ({
        value,
        label: datasets[value].label,
        picture: <Thumbnail name={value} />,
      }))}
      onChange={(value) => chooseDataset(another(value, scatter))}
      note={messages.pointsOfClasses(n, 2)}
    />
  );
}

export function FoldedNetwork() {
  const [layer] = useApp((state) => state.experiment.network.hidden);
  return (
    <>
      <NumberField
        label={messages.neuronsIn(1)}
        hideLabel
        value={layer!.units}
        min={1}
        max={MAX_UNITS}
        steppers
        onChange={(units) => chooseNetwork({ hidden: [{ ...layer!, units }] })}
      />
      <p className={styles.hint}>{messages.inOneLayer(layer!.activation)}</p>
    </>
  );
}

export function FoldedTraining() {
  const { name, learningRate } = useApp(({ snapshot }) => snapshot.optimizer);
  return (
    <>
      <p className={styles.hint}>
        {messages.optimizerAndRate(optimizerOf(name).label, String(learningRate))}
      </p>
      <Button onClick={endFirstMinute}>{messages.allSettings}</Button>
    </>
  );
}
