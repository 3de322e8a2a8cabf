import { type DatasetChoice, type DatasetName, datasets, samplesOf } from "@neural-viz/engine";
import { mark } from "../../ui/plot/marks.ts";

/** A small picture of a dataset, from the real generator. A gate shows its four corners. */
export function Thumbnail({ name }: { name: DatasetName }) {
  const gate = datasets[name].kind === "gate";
  const { count, inputs, targets } = samplesOf(
    (gate ? { name } : { name, points: 56, noise: 0, seed: 1 }) as DatasetChoice,
  );
  const size = gate ? 4.2 : 1.9;
  const marks = (label: number): string =>
    Array.from({ length: count }, (_, s) => s)
      .filter((s) => targets[0]![s] === label)
      .map((s) => mark(label, 7 + inputs[0]![s]! * 30, 7 + (1 - inputs[1]![s]!) * 30, size))
      .join("");
  return (
    <svg viewBox="0 0 44 44">
      {gate && <path d="M7 7V37H37" fill="none" stroke="var(--line-strong)" strokeWidth="1" />}
      <path d={marks(0)} fill="var(--point-0)" />
      <path d={marks(1)} fill="var(--point-1)" />
    </svg>
  );
}
