import { dataOf, partsOf } from "../../../store/derived.ts";
import { useThrottled } from "../../../store/hooks.ts";
import { lookedOf } from "../../../store/selection/ablation.ts";
import { useApp } from "../../../store/store.ts";
import { messages } from "#text/result";
import { classNamesOf } from "../classNames.ts";
import { confusionOf } from "./confusion.ts";
import * as styles from "./Result.module.css";

/** Points by their class and the class that is predicted: of the training points, and of those held out. */
export function ConfusionMatrix() {
  const samples = useApp(dataOf);
  const outputs = useThrottled((state) => lookedOf(state)?.outputs ?? state.snapshot.outputs);
  const { split } = useApp(partsOf);
  const named = useApp(classNamesOf);
  const names = ["◆", "●", "▲", "✚"].map((shape, label) => `${shape} ${named?.[label] ?? label}`);
  return (
    <>
      <Matrix
        title={split.test.length === 0 ? messages.confusionMatrix : messages.confusionOfTraining}
        names={names}
        counts={confusionOf(samples, outputs, split.train)}
      />
      {split.test.length > 0 && (
        <Matrix
          title={messages.confusionOfTest}
          names={names}
          counts={confusionOf(samples, outputs, split.test)}
        />
      )}
    </>
  );
}

interface MatrixProps {
  title: string;
  names: readonly string[];
  counts: readonly (readonly number[])[];
}

function Matrix({ title, names, counts }: MatrixProps) {
  const largest = Math.max(1, ...counts.flat());
  return (
    <table className={styles.matrix}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.actualAndPredicted}</th>
          {counts.map((_, label) => (
            <th key={names[label]} scope="col">
              {names[label]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, label) => (
          <tr key={names[label]}>
            <th scope="row">{names[label]}</th>
            {row.map((count, predicted) => (
              <td
                key={names[predicted]}
                data-correct={label === predicted || undefined}
                style={{ ["--share" as string]: `${Math.round((60 * count) / largest)}%` }}
              >
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
