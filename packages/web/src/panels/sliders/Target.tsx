import { format } from "@neural-viz/engine";
import type { Lowest } from "../../worker/lowest.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

interface TargetProps {
  of: Lowest;
  /** The lowest that the hands have reached; undefined before they move. */
  lowest: number | undefined;
}

/** What training reached, and whether the hands have been lower. */
export function Target({ of: { lowered, updates }, lowest }: TargetProps) {
  const number = <strong>{format(lowered)}</strong>;
  return (
    <div className={styles.target}>
      <p>{updates === 0 ? messages.neverLower(number) : messages.reached(number, updates)}</p>
      {/* Spoken when it changes, which a lowest number does rarely. */}
      <p aria-live="polite">{lowest !== undefined && <strong>{verdictOf(lowest, lowered)}</strong>}</p>
    </div>
  );
}

function verdictOf(lowest: number, target: number): string {
  if (lowest === target) return messages.level;
  const [yours, by] = [format(lowest), format(Math.abs(lowest - target))];
  return lowest < target ? messages.beaten(yours, by) : messages.stillAbove(yours, by);
}
