import { type Dataset, type DatasetChoice, datasets, MAX_INPUTS } from "@neural-viz/engine";
import { chooseDataset } from "../../../store/setup/chooseData.ts";
import { Disclosure } from "../../../ui/kit/Disclosure.tsx";
import { Select } from "../../../ui/kit/Select.tsx";
import { Switch } from "../../../ui/kit/Switch.tsx";
import { messages } from "#text/setup";
import * as styles from "../Setup.module.css";

type Real = Extract<DatasetChoice, { columns: readonly number[] }>;

/** Which columns of a table of real data are inputs, and which one is the target. */
export function RealColumns({ dataset }: { dataset: Real }) {
  const known: Dataset = datasets[dataset.name];
  if (known.kind !== "real") return undefined;
  const { columns, target } = dataset;
  const targets = Object.keys(known.valueTargets);
  const taken = known.valueTargets[target ?? ""];
  const choose = (column: number, on: boolean): void =>
    chooseDataset({
      ...dataset,
      columns: on ? [...columns, column].toSorted((a, b) => a - b) : columns.filter((one) => one !== column),
    });
  const aim = (value: string): void => {
    const { target: _, ...rest } = dataset;
    const column = known.valueTargets[value];
    const left = columns.filter((one) => one !== column);
    const inputs = left.length > 0 ? left : [known.inputs.find((one) => one !== column)!];
    chooseDataset(column === undefined ? rest : { ...rest, columns: inputs, target: value });
  };
  return (
    <Disclosure label={messages.inputColumns}>
      {targets.length > 0 && (
        <Select
          label={messages.target}
          inline
          value={target ?? "species"}
          options={[
            { value: "species", label: messages.targetClass },
            ...targets.map((value) => ({ value, label: value })),
          ]}
          onChange={aim}
        />
      )}
      <div className={styles.columns}>
        {known.columns.map(({ name, unit }, k) => {
          const on = columns.includes(k + 1);
          return (
            <Switch
              key={name}
              label={`${name}, ${unit}`}
              checked={on}
              disabled={
                taken === k + 1 || (on && columns.length === 1) || (!on && columns.length === MAX_INPUTS)
              }
              onChange={(next) => choose(k + 1, next)}
            />
          );
        })}
      </div>
    </Disclosure>
  );
}
