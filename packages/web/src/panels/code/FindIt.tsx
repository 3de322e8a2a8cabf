/** "Let me find it": where does the first wrong update go wrong? Asked before anything is named. */
import { type Difference, format, layerOf, type Stage } from "@neural-viz/engine";
import { useState } from "react";
import { useReview } from "../../store/review/review.ts";
import type { Part, Review } from "../../worker/review/protocol.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Expectation } from "../../ui/kit/Expectation.tsx";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { pairText } from "./pairs.ts";
import { partName } from "./parts.ts";
import { Symbol } from "./Symbol.tsx";

interface FindItProps {
  of: Review;
  /** Shows what is wrong. */
  onShow: () => void;
}

export function FindIt({ of: { comparison, layers }, onShow }: FindItProps) {
  const update = useReview((state) => state.update);
  const [stage, setStage] = useState<Stage>();
  const [layer, setLayer] = useState<string>();
  const { first } = comparison;
  if (first === undefined || update === undefined || update.t !== first.t) return null;
  const compared = update.parts.filter(({ furthest }) => furthest !== undefined);
  const stages = [...new Set(compared.map((part) => part.stage))];
  const wrong = [...new Set(comparison.besideFirst.map(layerOf))];
  const asksLayer =
    layers > 1 && (first.stage === "gradient" || (first.stage !== "loss" && wrong.length === 1));
  const found = stage !== undefined && (!asksLayer || layer !== undefined);
  return (
    <section className={styles.find} aria-label={messages.letMeFind}>
      <h3>{messages.letMeFind}</h3>
      <p>
        {messages.isWrong(first.t + 1)} {messages.oneOfEach}
      </p>
      <Evidence parts={compared} />
      <Expectation
        question={messages.whichStage}
        options={stages.map((value) => ({ value, label: messages.stage[value] }))}
        guess={stage}
        onGuess={(guess) => setStage(guess ?? stage)}
        final
      >
        {stage !== undefined && (
          <>
            {stage === first.stage ? messages.right : messages.notQuite} {messages.startsIn(first.stage)}
          </>
        )}
      </Expectation>
      {stage !== undefined && asksLayer && (
        <Expectation
          question={messages.whichLayer}
          options={Array.from({ length: layers }, (_, l) => ({
            value: String(l + 1),
            label: messages.layerChoice(l + 1, layers),
          }))}
          guess={layer}
          onGuess={(guess) => setLayer(guess ?? layer)}
          final
        >
          {layer !== undefined && <LayerAnswer guess={Number(layer)} {...{ first, layers, wrong }} />}
        </Expectation>
      )}
      <div className={styles.row}>
        <Button small look={found ? "primary" : "plain"} onClick={onShow}>
          {messages.showMe}
        </Button>
      </div>
    </section>
  );
}

interface LayerAnswerProps {
  guess: number;
  first: Difference;
  layers: number;
  /** The layers with wrong numbers. */
  wrong: readonly number[];
}

function LayerAnswer({ guess, first, layers, wrong }: LayerAnswerProps) {
  const right = layerOf(first);
  return (
    <>
      {guess === right ? messages.right : messages.notQuite}{" "}
      {messages.startsInLayer(messages.layerChoice(right, layers), wrong.length > 1)}
    </>
  );
}

/** One number of each stage and layer, yours beside ours, without a verdict. */
function Evidence({ parts }: { parts: readonly Part[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{messages.number}</th>
          <th scope="col">{messages.yours}</th>
          <th scope="col">{messages.ours}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => {
          const { id, yours, ours } = part.furthest!;
          // What agrees may still differ in its last digits, by rounding.
          const [yourText, ourText] = part.differ > 0 ? pairText(yours, ours) : [format(yours), format(ours)];
          return (
            <tr key={partName(part)}>
              <th scope="row">
                {partName(part)} <Symbol id={id} />
              </th>
              <td className={styles.number}>{yourText}</td>
              <td className={styles.number}>{ourText}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
