/** Where our number comes from, line by line, and yours beside it. */
import { type Explanation, format, idOf, isCalculation, plainOf } from "@neural-viz/engine";
import { useReview } from "../../store/review/review.ts";
import type { Pair, UpdateReview } from "../../worker/review/protocol.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import { display } from "../../ui/quantity/display.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { pairText } from "./pairs.ts";
import { Symbol } from "./Symbol.tsx";

export function Working({ of }: { of: UpdateReview }) {
  const pair = useReview((state) => state.pair);
  const lines = useReview((state) => state.lines);
  if (pair === undefined || of.differences.length === 0) return null;
  const last = lines?.at(-1);
  return (
    <section className={styles.card} aria-label={messages.where} aria-busy={lines === undefined}>
      <h3>
        <Symbol id={pair.id} /> {messages.where}
      </h3>
      {lines === undefined && <p className={styles.hint}>{messages.computing}</p>}
      {lines?.length === 0 && (
        <p className={styles.hint}>
          {pair.stage === "parameters" ? messages.theSameAsBefore : messages.noFormula}
        </p>
      )}
      {lines?.slice(0, -1).map((line) => (
        <div key={line.id} className={styles.line}>
          <Symbols of={line} />
          <p className={styles.number}>{numbersOf(line)}</p>
        </div>
      ))}
      {last !== undefined && (
        <div className={styles.line}>
          <Symbols of={last} />
        </div>
      )}
      <Both pair={pair} of={last} />
    </section>
  );
}

const Symbols = ({ of }: { of: Explanation }) => (
  <div className={styles.formula}>
    <Tex tex={of.symbols} plain={plainOf(idOf(of.id))} />
  </div>
);

/** The line with its numbers put in. */
function numbersOf({ numbers, value }: Explanation): string {
  if (numbers === undefined || !isCalculation(numbers)) return `= ${format(value)}`;
  return numbers.tokens.map(({ text }) => display(text)).join("");
}

/** Ours and yours, and what tells them apart. */
function Both({ pair, of }: { pair: Pair; of: Explanation | undefined }) {
  const { stage, yours, ours } = pair;
  const [yourText, ourText] = pairText(yours, ours);
  const before = stage === "update" ? beforeOf(of) : undefined;
  const [yourStep, ourStep] = before === undefined ? [] : pairText(before - yours, before - ours);
  const ratio = yours / ours;
  return (
    <>
      <dl className={styles.both}>
        <dt>{messages.ours}</dt>
        <dd className={styles.number}>{of === undefined ? ourText : numbersOf(of)}</dd>
        <dt>{messages.yours}</dt>
        <dd className={styles.number} data-yours="">
          {before === undefined || yourStep === undefined ? (
            yourText
          ) : (
            <>
              {format(before)} − {signed(yourStep)} = <strong>{yourText}</strong>
            </>
          )}
        </dd>
      </dl>
      {yourStep !== undefined && ourStep !== undefined ? (
        <p className={styles.about}>{messages.yourStep(yourStep, ourStep)}</p>
      ) : (
        stage !== "parameters" &&
        Number.isFinite(ratio) && <p className={styles.about}>{messages.yourRatio(format(ratio))}</p>
      )}
    </>
  );
}

/** A number after a minus sign. */
const signed = (text: string): string => (text.startsWith("−") ? `(${text})` : text);

/** The parameter before the update, from its explanation. */
function beforeOf(of: Explanation | undefined): number | undefined {
  return of?.inputs.find(({ id }) => idOf(id).kind === "parameter")?.value;
}
