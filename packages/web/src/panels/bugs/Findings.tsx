import {
  type BugBench,
  format,
  type Message,
  parameterPlain,
  type PlantedBug,
  type UpdateBench,
  type UpdateBug,
  type UpdateCheck,
} from "@neural-viz/engine";
import { useState } from "react";
import { Button } from "../../ui/kit/Button.tsx";
import { Lines } from "../../ui/plot/Lines.tsx";
import { messages } from "#text/bugs";
import { missedBecause } from "./missed.ts";
import * as styles from "./Bugs.module.css";

/** A bug at work: the epoch it began at, for how many epochs, and whether the learner has to find it. */
export interface Planted {
  readonly bug: PlantedBackprop | UpdateBug;
  readonly t: number;
  readonly epochs: number;
  readonly hidden: boolean;
  /** Whether the gradient check was expected to find it, and the settings that this guess is about. */
  readonly guess: Guess | undefined;
  readonly question: string;
}

/** A bug in backprop, in a layer. */
interface PlantedBackprop extends PlantedBug {
  readonly label: string;
  readonly description: Message;
}

export type Guess = "yes" | "no";

interface FindingsProps {
  of: BugBench | UpdateBench;
  planted: Planted;
}

/** The loss with the bug and without, and what the gradient check finds in each layer. */
export function Findings({ of, planted }: FindingsProps) {
  const { losses, healthy, layers } = of;
  const [guess, setGuess] = useState<number | "update">();
  const ts = Float64Array.from(losses, (_, i) => planted.t + i);
  const end = losses.at(-1)!;
  const fell = end < losses[0]!;
  const nameOf = (layer: number): string =>
    layer === layers.length ? messages.theOutputLayer : messages.layer(layer);
  const where = "layer" in planted.bug ? planted.bug.layer : "update";
  const whereName = where === "update" ? messages.inUpdate : nameOf(where);
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
        {"update" in of && revealed && <UpdateTable of={of.update} />}
        {planted.hidden && guess === undefined ? (
          <div className={styles.guess} role="group" aria-label={messages.whereDoesItBegin}>
            <span>{messages.whereDoesItBegin}</span>
            {layers.map((_, i) => (
              // eslint-disable-next-line react/no-array-index-key
              <Button key={i} small onClick={() => setGuess(i + 1)}>
                {i + 1 === layers.length ? messages.output : messages.layerButton(i + 1)}
              </Button>
            ))}
            <Button small onClick={() => setGuess("update")}>
              {messages.theUpdate}
            </Button>
          </div>
        ) : null}
        {revealed && (
          <p className={styles.hint} role="status" aria-label={messages.finding}>
            {guess !== undefined && (guess === where ? messages.correct : messages.noItIsIn(whereName))}
            {planted.hidden && messages.itWas(planted.bug.label, planted.bug.description.text)}
            {conclusion(of, planted, nameOf)}
          </p>
        )}
      </div>
    </div>
  );
}

/** What the tables say. */
function conclusion(of: BugBench | UpdateBench, planted: Planted, nameOf: (layer: number) => string): string {
  if ("update" in of) return missedUpdate(of);
  const { suspect, check } = of;
  return suspect === undefined
    ? reasonFor(planted, of)
    : messages.beginsInLayer(nameOf(suspect), format(check.maxRelativeError));
}

/** What the update check finds, which does each update again by the rule. */
function UpdateTable({ of: { first, wrong, of } }: { of: UpdateCheck }) {
  return (
    <table className={styles.table}>
      <caption>{messages.updateCheck}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.firstWrong}</th>
          <th scope="col">{messages.parameters}</th>
          <th scope="col">{messages.verdict}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{first === undefined ? "–" : messages.updateNumber(first)}</th>
          <td>{messages.of(wrong, of)}</td>
          <td>{first === undefined ? messages.agrees : messages.differs}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Whether the gradient check was expected to find the bug and did, and why or why not. */
export function Verdict({ of, planted }: FindingsProps) {
  const { check } = of;
  const found = "suspect" in of && of.suspect !== undefined;
  const right = found === (planted.guess === "yes");
  if (!found) {
    const why = "update" in of ? missedUpdate(of) : reasonFor(planted, of);
    return messages.missed(right, planted.hidden ? "" : why);
  }
  const wrong = check.parameters.filter(({ verdict }) => verdict === "differs").length;
  return messages.found(right, wrong, check.parameters.length, format(check.maxRelativeError));
}

const reasonFor = ({ bug }: Planted, { check }: BugBench): string =>
  messages.because[missedBecause(bug.name, check.parameters)];

/** Why the gradient check misses a mistake in the update, and what the update check says. */
function missedUpdate({ check, update: { first, wrong, of, worst } }: UpdateBench): string {
  if (first === undefined || worst === undefined) return messages.because.updateAgrees;
  const name = parameterPlain(check.parameters[worst.index]!.id);
  return messages.updateIsWrong(first, wrong, of, name, format(worst.yours), format(worst.ours));
}
