import type { ReactNode } from "react";
import type { Choice } from "./choice.ts";
import * as styles from "./Expectation.module.css";

interface ExpectationProps<V extends string> {
  question: string;
  options: readonly Choice<V>[];
  guess: V | undefined;
  /** A press on the guess takes it back. */
  onGuess: (guess: V | undefined) => void;
  /** Whether the first guess stands, so the others can't be chosen any more. */
  final?: boolean;
  /** Once the result answers the guess: whether it was right, the value, and the cause. */
  children?: ReactNode;
}

/** A question about a result that isn't there yet. Nobody has to answer it. */
export function Expectation<V extends string>({
  question,
  options,
  guess,
  onGuess,
  final,
  children,
}: ExpectationProps<V>) {
  return (
    <div className={styles.expectation}>
      <div className={styles.asked} role="group" aria-label={question}>
        <span>{question}</span>
        {options.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className={styles.chip}
            aria-pressed={value === guess}
            disabled={final && guess !== undefined && value !== guess}
            onClick={() => onGuess(value === guess ? undefined : value)}
          >
            {label}
          </button>
        ))}
      </div>
      <p className={styles.answer} aria-live="polite">
        {children}
      </p>
    </div>
  );
}
