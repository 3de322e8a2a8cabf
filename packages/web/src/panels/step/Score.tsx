import type { Explanation, Score as ScoreOf } from "@neural-viz/engine";
import { CalculatorMark } from "../../ui/quantity/CalculatorMark.tsx";
import { display } from "../../ui/quantity/display.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/step";
import * as styles from "./Score.module.css";

interface ScoreProps {
  of: Explanation;
  score: ScoreOf;
  /** The symbol in plain characters. */
  plain: string;
  /** Whether the learner still has to find the result. */
  hideResult: boolean;
}

const signs = { "+": "+", "-": "−", "*": "·" };

/**
 * A formula as columns, one per term, with its symbol above its number and the running total below. Lines break only
 * between columns, so that it is clear which number replaces which symbol.
 */
export function Score({ of, score, plain, hideResult }: ScoreProps) {
  const { sign, terms } = score;
  const result = hideResult ? "?" : display(of.numbers!.tokens.at(-1)!.text);
  return (
    <div className={styles.score} data-line={of.id} role="group" aria-label={messages.stepByStep(plain)}>
      <div className={styles.column}>
        <span className={styles.symbol}>
          <Tex tex={of.symbol} plain={plain} />
        </span>
        <span className={styles.value}>{hideResult ? "?" : <Quantity id={of.id}>{result}</Quantity>}</span>
        {terms.length > 1 && (
          <span className={styles.label}>{sign === "*" ? messages.productSoFar : messages.totalSoFar}</span>
        )}
      </div>
      {terms.map(({ symbol, tokens, total }, i) => (
        // Terms have no id but their index.
        // eslint-disable-next-line react/no-array-index-key
        <div key={i} className={styles.column}>
          <span className={styles.symbol}>
            <i className={styles.sign}>{i === 0 ? "=" : signs[sign]}</i>
            <Tex tex={symbol} plain="" />
          </span>
          <span className={styles.value}>
            <i className={styles.sign}>{i === 0 ? "=" : signs[sign]}</i>
            <span>
              {tokens.map(({ text, id }, n) =>
                id === undefined ? (
                  // eslint-disable-next-line react/no-array-index-key
                  <span key={n}>{display(text)}</span>
                ) : (
                  // eslint-disable-next-line react/no-array-index-key
                  <Quantity key={n} id={id}>
                    {display(text)}
                  </Quantity>
                ),
              )}
            </span>
          </span>
          <span className={styles.total}>
            <i className={styles.sign} />
            {i === terms.length - 1 ? (
              <>
                {result} {!hideResult && <CalculatorMark of={of} className={styles.ok} />}
              </>
            ) : (
              display(total)
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
