/** How far the next update lowers the loss, beside what its slopes predict. */
import { format, ids } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { useThrottled } from "../../store/hooks.ts";
import { messages } from "#text/first";
import * as styles from "./First.module.css";

export function PredictedDrop({ inline = false }: { inline?: boolean }) {
  const t = useThrottled(({ snapshot }) => snapshot.t);
  const values = useAnswer<"values">({ kind: "values", ids: [ids.predicted.of(t + 1), ids.dL.of(t + 1)] });
  const [predicted, actual] = values ?? [];
  if (predicted === undefined || actual === undefined || !Number.isFinite(predicted + actual))
    return undefined;
  const largest = Math.max(Math.abs(predicted), Math.abs(actual));
  const row = (name: string, value: number, kind: string) => (
    <p className={styles.drop}>
      <span>{name}</span>
      <span className={styles.track}>
        <span data-kind={kind} style={{ width: `${(100 * Math.abs(value)) / largest}%` }} />
      </span>
      <span className={styles.amount}>{format(value)}</span>
    </p>
  );
  return (
    <div className={styles.drops} data-inline={inline || undefined}>
      {row(messages.predicted, predicted, "predicted")}
      {row(messages.actual, actual, "actual")}
      {predicted < 0 && actual < 0 && (
        <p className={styles.said}>
          {messages.delivered(format(-predicted), Math.round((100 * actual) / predicted))}
        </p>
      )}
    </div>
  );
}
