import { format, ids } from "@neural-viz/engine";
import { penalizedOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { measureText } from "../../ui/quantity/status.ts";
import { loweredOf, type Start } from "./start.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

interface ScoreProps {
  start: Start | undefined;
  /** The lowest that the hands have reached; undefined before they move, or if it is said elsewhere. */
  lowest: number | undefined;
}

/** The loss of the weights shown, how it compares with the start, and whose it is: the hands’ or training’s. */
export function Score({ start, lowest }: ScoreProps) {
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
        {start !== undefined && t > start.t && (
          <span>
            {messages.trainedOn(t - start.t)} {lowest !== undefined && messages.lowestByHand(format(lowest))}
          </span>
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
