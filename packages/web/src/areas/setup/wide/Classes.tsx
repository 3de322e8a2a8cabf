import { type Dataset, datasets } from "@neural-viz/engine";
import { chooseDataset } from "../../../store/setup/chooseData.ts";
import type { Scatter } from "../../../store/setup/state.ts";
import { NumberField } from "../../../ui/kit/NumberField.tsx";
import { messages } from "#text/setup";

/** How many classes a shape has. */
export function Classes({ dataset }: { dataset: Scatter }) {
  const known: Dataset = datasets[dataset.name];
  if (known.kind !== "shape" || known.classes === undefined) return undefined;
  const { min, max, default: usual } = known.classes;
  return (
    <NumberField
      label={messages.classes}
      value={dataset.classes ?? usual}
      min={min}
      max={max}
      steppers
      onChange={(classes) => chooseDataset({ ...dataset, classes })}
    />
  );
}
