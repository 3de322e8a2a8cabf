import { type BugBench, type BugName, bugs, format, type PlantedBug } from "@neural-viz/engine";
import { useState } from "react";
import { Button } from "../../ui/kit/Button.tsx";
import { Lines } from "../../ui/plot/Lines.tsx";
import { messages } from "#text/bugs";
import { missedBecause } from "./missed.ts";
import * as styles from "./Bugs.module.css";

/** A bug at work: the epoch it began at, for how many epochs, and whether the learner has to find it. */
export interface Planted {
  readonly bug: PlantedBug;
  readonly t: number;
  readonly epochs: number;
  readonly hidden: boolean;
  /** Whether the gradient check was expected to find it, and the settings that this guess is about. */
  readonly guess: Guess | undefined;
  readonly question: string;
}

export type Guess = "yes" | "no";

interface FindingsProps {
  of: BugBench;
  planted: Planted;
}

/** The loss with the bug and without, and what the gradient check finds in each layer. */
export function Findings({ of, planted }: FindingsProps) {
  const { losses, healthy, layers, suspect, check } = of;
  const [guess, setGuess] = useState<number>();
  const ts = Float64Array.from(losses, (_, i) => planted.t + i);
  const end = losses.at(-1)!;
  const fell = end < losses[0]!;
  const nameOf = (layer: number): string =>
    layer === layers.length ? messages.theOutputLayer : messages.layer(layer);
  const revealed = !planted.hidden || guess !== undefined;
  return (
    <div className={styles.findings}>
      <figure className={styles.lines}>
        <figcaption>
          {messages.losses(
            fell ? messages.stillFalls : messages.doesNotFall,
            format(losses[0]!),
            format(end),
            format(healthy[0]!),
            format(healthy.at(-1)!),
          )}
        </figcaption>
        <Lines
          label={messages.lossWithAndWithout}
          axis="log"
          t={planted.t}
          from={planted.t}
          lines={[
            { name: messages.withBug, ts, values: losses },
            { name: messages.without, ts, values: healthy },
          ]}
        />
      </figure>
      <div className={styles.check}>
        <table className={styles.table}>
          <caption>{messages.differByLayer}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.layerHeading}</th>
              <th scope="col">{messages.weights}</th>
              <th scope="col">{messages.biases}</th>
              <th scope="col">{messages.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {layers.map(({ weights, biases }, i) => (
              // Layers have no id but their index.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={i}>
                <th scope="row">{i + 1 === layers.length ? messages.output : i + 1}</th>
                <td>{messages.of(weights.wrong, weights.of)}</td>
                <td>{messages.of(biases.wrong, biases.of)}</td>
                <td>{weights.wrong + biases.wrong > 0 ? messages.differs : messages.agrees}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {planted.hidden && guess === undefined ? (
          <div className={styles.guess} role="group" aria-label={messages.whereDoesItBegin}>
            <span>{messages.whereDoesItBegin}</span>
            {layers.map((_, i) => (
              // eslint-disable-next-line react/no-array-index-key
              <Button key={i} small onClick={() => setGuess(i + 1)}>
                {i + 1 === layers.length ? messages.output : messages.layerButton(i + 1)}
              </Button>
            ))}
          </div>
        ) : null}
        {revealed && (
          <p className={styles.hint} role="status" aria-label={messages.finding}>
            {guess !== undefined &&
              (guess === planted.bug.layer ? messages.correct : messages.noItIsIn(nameOf(planted.bug.layer)))}
            {planted.hidden &&
              messages.itWas(bugs[planted.bug.name].label, bugs[planted.bug.name].description.text)}
            {suspect === undefined
              ? reasonFor(planted.bug.name, of)
              : messages.beginsInLayer(nameOf(suspect), format(check.maxRelativeError))}
          </p>
        )}
      </div>
    </div>
  );
}

/** Whether the gradient check was expected to find the bug and did, and why or why not. */
export function Verdict({ of, planted }: FindingsProps) {
  const { check, suspect } = of;
  const found = suspect !== undefined;
  const right = found === (planted.guess === "yes");
  if (!found) return messages.missed(right, planted.hidden ? "" : reasonFor(planted.bug.name, of));
  const wrong = check.parameters.filter(({ verdict }) => verdict === "differs").length;
  return messages.found(right, wrong, check.parameters.length, format(check.maxRelativeError));
}

const reasonFor = (name: BugName, { check }: BugBench): string =>
  messages.because[missedBecause(name, check.parameters)];
