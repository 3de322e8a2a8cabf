import { format, ids } from "@neural-viz/engine";
import { penalizedOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { measureText } from "../../ui/quantity/status.ts";
import { loweredOf, type Start } from "./start.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

/** The loss of the weights that are set, and how it compares with the start. */
export function Score({ start }: { start: Start | undefined }) {
  const shown = useThrottled(({ snapshot, experiment }) => ({ snapshot, experiment }));
  const penalized = useApp(penalizedOf);
  const { t, loss } = shown.snapshot;
  const lowered = loweredOf(shown.snapshot);
  const lossOf = <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>;
  return (
    <>
      <p className={styles.loss}>
        {penalized ? "J" : "L"} ={" "}
        <strong>{penalized ? <Quantity id={ids.J.of(t)}>{format(lowered)}</Quantity> : lossOf}</strong>
      </p>
      <p className={styles.hint}>
        {penalized && <span>{messages.withoutPenalty(lossOf)}</span>}
        <span>{measureText(shown)}</span>
        {start !== undefined && Number.isFinite(lowered - start.lowered) && (
          <span>{changeText(lowered, start.lowered)}</span>
        )}
      </p>
    </>
  );
}

function changeText(now: number, before: number): string {
  if (now === before) return messages.asAtTheStart;
  const [by, start] = [format(Math.abs(now - before)), format(before)];
  return now < before ? messages.lower(by, start) : messages.higher(by, start);
}
