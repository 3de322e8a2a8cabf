import {
  type Dataset,
  type DatasetChoice,
  type DatasetName,
  datasets,
  labelAt,
  type Samples,
  samplesOf,
} from "@neural-viz/engine";
import { pick } from "../../ui/plot/color.ts";
import { mark } from "../../ui/plot/marks.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import { valueIndex } from "../../ui/plot/field.ts";

const POINTS = 56;

/** The points of a picture: without noise, from the real generator. */
function pointsOf(name: DatasetName): Samples {
  const dataset: Dataset = datasets[name];
  if (dataset.kind === "gate") return samplesOf({ name } as DatasetChoice);
  if (dataset.kind === "real") return samplesOf({ name, columns: dataset.inputs } as DatasetChoice);
  return samplesOf({ name, points: POINTS, noise: 0, seed: 1 } as DatasetChoice);
}

const [LOW, SPAN] = [7, 30];

/** A small picture of a dataset. A gate shows its four corners. */
export function Thumbnail({ name }: { name: DatasetName }) {
  const { kind } = datasets[name];
  const samples = pointsOf(name);
  return (
    <svg viewBox="0 0 44 44">
      {kind === "gate" && <path d="M7 7V37H37" fill="none" stroke="var(--line-strong)" strokeWidth="1" />}
      {samples.kind === "values" ? (
        samples.inputs.length === 1 ? (
          <Curve samples={samples} />
        ) : (
          <Field samples={samples} />
        )
      ) : (
        <Classes samples={samples} size={kind === "gate" ? 4.2 : kind === "real" ? 1.3 : 1.9} />
      )}
    </svg>
  );
}

interface PictureProps {
  samples: Samples;
}

function Classes({ samples, size }: PictureProps & { size: number }) {
  const { count, inputs, targets, kind } = samples;
  const marks = (label: number): string =>
    Array.from({ length: count }, (_, s) => s)
      .filter((s) => labelAt(kind, targets, s) === label)
      .map((s) => mark(label, LOW + inputs[0]![s]! * SPAN, LOW + (1 - inputs[1]![s]!) * SPAN, size))
      .join("");
  return [0, 1, 2, 3].map((label) => <path key={label} d={marks(label)} fill={`var(--point-${label})`} />);
}

/** Values over one input. */
function Curve({ samples: { count, inputs, targets } }: PictureProps) {
  const [low, high] = [Math.min(...targets[0]!), Math.max(...targets[0]!)];
  const marks = Array.from({ length: count }, (_, s) =>
    mark(
      1,
      LOW + inputs[0]![s]! * SPAN,
      LOW + 3 + (1 - (targets[0]![s]! - low) / (high - low)) * (SPAN - 6),
      1.4,
    ),
  ).join("");
  return <path d={marks} fill="var(--ink)" />;
}

/** Values over two inputs. */
function Field({ samples: { count, inputs, targets } }: PictureProps) {
  const palette = usePalette();
  const scale = Math.max(...targets[0]!.map(Math.abs));
  return Array.from({ length: count }, (_, s) => (
    <circle
      key={s}
      cx={LOW + inputs[0]![s]! * SPAN}
      cy={LOW + (1 - inputs[1]![s]!) * SPAN}
      r="2.6"
      fill={pick(palette.weight, valueIndex(1.4 * targets[0]![s]!, scale) / 255)}
    />
  ));
}
