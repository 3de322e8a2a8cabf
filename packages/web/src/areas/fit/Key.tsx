import { namesLabel, rowOf, unitsOf } from "@neural-viz/engine";
import { useShallow } from "zustand/shallow";
import { dataOf, shownOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { mark } from "../../ui/plot/marks.ts";
import { messages } from "#text/fit";
import { classNamesOf } from "./classNames.ts";
import * as styles from "./Boundary.module.css";

/** How to read the points: the mark of each class, and the ring of those that are misclassified. */
export function Key() {
  const samples = useApp(dataOf);
  const { kind } = useApp(useShallow(shownOf));
  const named = useApp(classNamesOf);
  const off = useApp((state) => state.off !== undefined);
  const selected = useApp(({ selection }) => selection.index);
  const wrong = useThrottled(({ snapshot: { outputs } }) =>
    kind === "values" || outputs[0]!.length !== samples.count
      ? false
      : Array.from({ length: samples.count }, (_, s) => s).some(
          (s) => namesLabel(samples.kind, rowOf(outputs, s), rowOf(samples.targets, s)) === false,
        ),
  );
  if (kind === "values") return <ValueKey />;
  const names =
    named ??
    Array.from({ length: Math.max(2, samples.targets.length) }, (_, label) => messages.classOfKey(label));
  return (
    <ul className={styles.key}>
      {names.map((name, label) => (
        <li key={name}>
          <svg width="13" height="13" viewBox="-6.5 -6.5 13 13" aria-hidden="true">
            <path d={mark(label, 0, 0, 4)} fill={`var(--point-${label})`} />
          </svg>
          {name}
        </li>
      ))}
      {samples.inputs.length > 2 && <li>{messages.planeThrough(selected + 1)}</li>}
      {(wrong || off) && (
        <li>
          <svg width="15" height="15" viewBox="-7.5 -7.5 15 15" aria-hidden="true">
            <path d={mark(1, 0, 0, 3)} fill="var(--point-1)" />
            <path d={mark(1, 0, 0, 6)} className={styles.wrong} />
          </svg>
          {off ? messages.ringedChanges : messages.ringed}
        </li>
      )}
    </ul>
  );
}

/** Of values over two inputs: what the colors and squares mean. */
function ValueKey() {
  const inputs = useApp((state) => dataOf(state).inputs.length);
  const own = useApp(({ experiment }) => unitsOf(experiment.dataset).targets !== undefined);
  if (inputs === 1) return undefined;
  return (
    <ul className={styles.key}>
      {!own && (
        <>
          <li>
            <span className={styles.low} />
            {messages.belowZero}
          </li>
          <li>
            <span className={styles.high} />
            {messages.aboveZero}
          </li>
        </>
      )}
      <li>
        <span className={styles.squareKey} /> {messages.squares}
      </li>
    </ul>
  );
}
