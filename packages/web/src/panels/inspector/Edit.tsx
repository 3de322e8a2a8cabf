import {
  type Explanation,
  format,
  type HyperName,
  type Id,
  idOf,
  isBeforeEdits,
  optimizerOf,
  violated,
} from "@neural-viz/engine";
import { optimizerInForce } from "../../store/run/state.ts";
import { adjustOptimizer, edit } from "../../store/setup/choose.ts";
import { useLocked } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { messages } from "#text/inspector";
import * as styles from "./Inspector.module.css";

/** The largest number that can be set by hand. */
const LARGEST = 1e308;

/** What can be set by hand: parameters and hyperparameters. */
export function mayEdit(id: Id): boolean {
  return (id.kind === "parameter" && !isBeforeEdits(id.t)) || id.kind === "hyper";
}

/** Sets the number by hand, at the epoch shown. */
export function Edit({ of }: { of: Explanation }) {
  const id = idOf(of.id);
  const shown = useApp(({ snapshot }) => snapshot.t);
  const past = useApp(({ snapshot }) => snapshot.t < snapshot.last);
  const optimizer = useApp(optimizerInForce);
  const rate = id.kind === "hyper" && id.name === "learningRate";
  const locks =
    id.kind === "hyper"
      ? (["training", ...(rate ? (["learningRate"] as const) : [])] as const)
      : (["network", "weights"] as const);
  const locked = useLocked(...locks);
  if (locked) return <LockedNote />;
  if (id.kind === "hyper") {
    const parameter = optimizerOf(optimizer.name).hyper[id.name as HyperName];
    if (parameter === undefined) return undefined;
    return (
      <div className={styles.edit}>
        <NumberField
          label={messages.newSetting(parameter.label.toLowerCase())}
          value={optimizer[id.name as HyperName] ?? parameter.value}
          min={parameter.limits.above ?? parameter.limits.from ?? 0}
          max={parameter.limits.to ?? parameter.limits.below ?? 1}
          whole={false}
          step={0.01}
          violation={(typed) => violated(typed, parameter.limits)?.text}
          onChange={(value) => adjustOptimizer({ ...optimizer, [id.name]: value })}
        />
      </div>
    );
  }
  if (id.kind !== "parameter") return undefined;
  if (id.t !== shown) {
    return <p className={styles.hint}>{messages.valueAfter(id.t, format(of.value))}</p>;
  }
  return (
    <div className={styles.edit}>
      <NumberField
        label={messages.newValue}
        value={of.value}
        min={-LARGEST}
        max={LARGEST}
        whole={false}
        step={0.1}
        onChange={(value) => edit(id.name, value)}
      />
      <p className={styles.hint}>{past ? messages.beginsBranch : messages.itCanBeUndone}</p>
    </div>
  );
}
