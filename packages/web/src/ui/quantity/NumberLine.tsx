import { type Explanation, isCalculation } from "@neural-viz/engine";
import { messages } from "#text/quantity";
import { CalculatorMark } from "./CalculatorMark.tsx";
import * as styles from "./Line.module.css";
import { display } from "./display.ts";
import { Quantity } from "./Quantity.tsx";

/** With this many digits the operands nearly cancel, and the page says why they are so long. */
const MANY = 8;

interface NumberLineProps {
  of: Explanation;
  line: NonNullable<Explanation["numbers"]>;
  /** Whether the learner still has to find the result. */
  hideResult?: boolean;
}

/**
 * The formula with numbers put in: typed into a calculator, it gives the printed result. If there's nothing to
 * calculate, only the result.
 */
export function NumberLine({ of, line, hideResult = false }: NumberLineProps) {
  if (!isCalculation(line)) {
    return <p className={styles.numbers}>= {hideResult ? "?" : display(line.tokens.at(-1)!.text)}</p>;
  }
  return (
    <>
      <p className={styles.numbers} data-line={of.id}>
        {line.tokens.map(({ text, id }, i) => {
          const last = i === line.tokens.length - 1;
          return id === undefined ? (
            // Tokens have no id but their index.
            // eslint-disable-next-line react/no-array-index-key
            <span key={i} className={last ? styles.result : undefined}>
              {last && hideResult ? "?" : display(text)}
              {last && !hideResult && (
                <>
                  {" "}
                  <CalculatorMark of={of} className={styles.ok} />
                </>
              )}
            </span>
          ) : (
            // eslint-disable-next-line react/no-array-index-key
            <Quantity key={i} id={id} deeper>
              {display(text)}
            </Quantity>
          );
        })}
      </p>
      {line.others !== undefined && (
        <p className={styles.hint}>{messages.onlyTheLargest(line.others.terms, line.others.numbers)}</p>
      )}
      {line.digits > MANY && <p className={styles.hint}>{messages.moreDigits(line.digits)}</p>}
    </>
  );
}
