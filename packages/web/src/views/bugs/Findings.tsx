import { type BugBench, bugs, format } from "@neural-viz/engine";
import { useState } from "react";
import { Button } from "../kit/Button.tsx";
import { Lines } from "../plot/Lines.tsx";
import * as styles from "./Bugs.module.css";
import type { Planted } from "./View.tsx";

interface FindingsProps {
  of: BugBench;
  planted: Planted;
}

/** The loss with the mistake and without, and what the gradient check finds in each layer. */
export function Findings({ of, planted }: FindingsProps) {
  const { losses, healthy, layers, suspect, check } = of;
  const [guess, setGuess] = useState<number>();
  const ts = Float64Array.from(losses, (_, i) => planted.t + i);
  const end = losses.at(-1)!;
  const fell = end < losses[0]!;
  const nameOf = (layer: number): string => (layer === layers.length ? "the output layer" : `layer ${layer}`);
  const revealed = !planted.hidden || guess !== undefined;
  return (
    <div className={styles.findings}>
      <figure className={styles.lines}>
        <figcaption>
          With the mistake the loss {fell ? "still falls" : "does not fall"}: {format(losses[0]!)} →{" "}
          {format(end)}; without it → {format(healthy.at(-1)!)}
        </figcaption>
        <Lines
          label="Loss with the mistake and without"
          axis="log"
          t={planted.t}
          from={planted.t}
          lines={[
            { name: "mistake", ts, values: losses },
            { name: "without", ts, values: healthy },
          ]}
        />
      </figure>
      <div className={styles.check}>
        <table className={styles.table}>
          <caption>The gradient check, by layers: how many gradients differ</caption>
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">Weights</th>
              <th scope="col">Biases</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {layers.map(({ weights, biases }, i) => (
              // A layer's identity is its place.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={i}>
                <th scope="row">{i + 1 === layers.length ? "Output" : i + 1}</th>
                <td>
                  {weights.wrong} of {weights.of}
                </td>
                <td>
                  {biases.wrong} of {biases.of}
                </td>
                <td>{weights.wrong + biases.wrong > 0 ? "⚠ differs" : "✓ agrees"}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {planted.hidden && guess === undefined ? (
          <div className={styles.guess} role="group" aria-label="Where does the mistake begin?">
            <span>Where does the mistake begin?</span>
            {layers.map((_, i) => (
              // eslint-disable-next-line react/no-array-index-key
              <Button key={i} small onClick={() => setGuess(i + 1)}>
                {i + 1 === layers.length ? "Output" : `Layer ${i + 1}`}
              </Button>
            ))}
          </div>
        ) : null}
        {revealed && (
          <p className={styles.hint} role="status" aria-label="Finding">
            {guess !== undefined &&
              (guess === planted.bug.layer ? "Right. " : `No, it is in ${nameOf(planted.bug.layer)}. `)}
            {planted.hidden && `It was “${bugs[planted.bug.name].label}”: ${bugs[planted.bug.name].words} `}
            {suspect === undefined
              ? "Every gradient agrees at these parameters: this mistake needs another update to show."
              : `Blame flows from the loss back, so the last layer that differs began it: ${nameOf(suspect)}. The largest relative error is ${format(check.maxRelativeError)}.`}
          </p>
        )}
      </div>
    </div>
  );
}
