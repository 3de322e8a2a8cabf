import { messages } from "#text/lessons";
import * as styles from "./GuessLine.module.css";

interface GuessLineProps {
  guess: number;
  truth: number;
  print: (value: number) => string;
}

const WIDTH = 320;
const PAD = 28;

/** Guess and truth on one line, with zero for reference. */
export function GuessLine({ guess, truth, print }: GuessLineProps) {
  const low = Math.min(0, guess, truth);
  const high = Math.max(0, guess, truth);
  const reach = high - low || 1;
  const x = (value: number): number => PAD + ((value - low) / reach) * (WIDTH - 2 * PAD);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 64`}
      className={styles.line}
      role="img"
      aria-label={`${messages.guess} ${print(guess)}, ${messages.truth} ${print(truth)}`}
    >
      <path className={styles.axis} d={`M${PAD} 32H${WIDTH - PAD}M${x(0)} 27v10`} />
      <path className={styles.guess} d={`M${x(guess)} 25l7 7l-7 7l-7-7z`} />
      <circle className={styles.truth} cx={x(truth)} cy="32" r="5" />
      <text x={within(x(guess))} y="16" textAnchor="middle">
        {messages.guess} {print(guess)}
      </text>
      <text x={within(x(truth))} y="56" textAnchor="middle">
        {messages.truth} {print(truth)}
      </text>
    </svg>
  );
}

/** Far enough from the edges for the labels to fit. */
const within = (x: number): number => Math.min(WIDTH - 70, Math.max(70, x));
