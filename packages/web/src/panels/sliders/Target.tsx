import { format } from "@neural-viz/engine";
import type { Lowest } from "../../worker/lowest.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

/** What training reached. */
export function Target({ of: { lowered, updates } }: { of: Lowest }) {
  const number = <strong>{format(lowered)}</strong>;
  return (
    <p className={styles.target}>
      {updates === 0 ? messages.neverLower(number) : messages.reached(number, updates)}
    </p>
  );
}

interface VerdictProps {
  target: number;
  /** The lowest that the hands have reached; undefined before they move. */
  lowest: number | undefined;
}

/** Whether the hands have been lower than training. Spoken when it changes, which a lowest number does rarely. */
export function Verdict({ target, lowest }: VerdictProps) {
  return (
    <p className={styles.verdict} aria-live="polite">
      {lowest !== undefined && <strong>{verdictOf(lowest, target)}</strong>}
    </p>
  );
}

function verdictOf(lowest: number, target: number): string {
  if (lowest === target) return messages.level;
  const [yours, by] = [format(lowest), format(Math.abs(lowest - target))];
  return lowest < target ? messages.beaten(yours, by) : messages.stillAbove(yours, by);
}
