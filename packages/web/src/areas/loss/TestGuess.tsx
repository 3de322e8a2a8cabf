import { format, ids } from "@neural-viz/engine";
import { useState } from "react";
import { useThrottled } from "../../store/hooks.ts";
import { Expectation } from "../../ui/kit/Expectation.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/loss";
import * as styles from "./LossPanel.module.css";

/** Whether the test loss will be above the training loss: a guess before training, answered when training has stopped. */
export function TestGuess() {
  const { t, last, loss, test, stopped } = useThrottled(({ snapshot }) => snapshot);
  const [guess, setGuess] = useState<"yes" | "no">();
  if (test === undefined || (guess === undefined && last > 0)) return null;
  const above = test.loss > loss;
  return (
    <div className={styles.guess}>
      <Expectation
        question={messages.willTestBeAbove}
        options={[
          { value: "yes", label: messages.guesses.yes },
          { value: "no", label: messages.guesses.no },
        ]}
        guess={guess}
        onGuess={setGuess}
      >
        {guess !== undefined &&
          t > 0 &&
          stopped !== undefined &&
          messages.testEnded(
            above === (guess === "yes"),
            above,
            <Quantity id={ids.Ltest.of(t)}>{format(test.loss)}</Quantity>,
            <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>,
          )}
      </Expectation>
    </div>
  );
}
