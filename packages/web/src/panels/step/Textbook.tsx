import { elementary, firstLargest, format, type Id, ids, type QuantityId, rowOf } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { dataOf, networkOf } from "../../store/derived.ts";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { display } from "../../ui/quantity/display.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

interface TextbookProps {
  id: Extract<Id, { kind: "ell" }>;
  /** The same loss as training computes it. */
  children: ReactNode;
  /** Whether the learner still has to find the result. */
  hideResult: boolean;
}

/**
 * Cross-entropy as textbooks write it, with the terms that the label makes zero crossed out, and then as training
 * computes it. Squared errors are computed as textbooks write them.
 */
export function Textbook({ id, children, hideResult }: TextbookProps) {
  const { kind, targets } = useApp(dataOf);
  const { head } = useApp(networkOf);
  const { point, t } = id;
  if (head.loss !== "crossEntropy" || point.kind !== "sample") return children;
  const row = rowOf(targets, point.s - 1);
  const several = kind === "classes";
  const own = several ? firstLargest(row) + 1 : undefined;
  const p = ids.p.of(point, t, own);
  return (
    <>
      <div className={styles.formula}>
        {own === undefined ? (
          <Tex tex={ofOne(row[0]!)} plain="ℓ = −[y ln ŷ + (1 − y) ln(1 − ŷ)]" linked />
        ) : (
          <Tex tex={ofSeveral(own, row.length)} plain={messages.crossEntropyOfClasses} linked />
        )}
        <WithLabel key={p} y={row[0]!} own={own} p={p} loss={ids.ell.of(point, t)} hideResult={hideResult} />
      </div>
      <p className={styles.hint}>{messages.fromZ}</p>
      {children}
      <Disclosure label={messages.whyFromZ}>
        <p className={styles.hint}>{several ? messages.softmaxOverflows : messages.becauseItOverflows}</p>
      </Disclosure>
    </>
  );
}

const dead = (term: string): string => `\\htmlData{dead=1}{${term}}`;

/** Binary cross-entropy; one of its two terms is zero. */
function ofOne(y: number): string {
  const [one, zero] = ["y \\ln \\hat y", "(1 - y) \\ln(1 - \\hat y)"];
  const terms = y === 1 ? [one, dead(zero)] : [dead(one), zero];
  return `\\ell = -\\left[\\, ${terms.join(" + ")} \\,\\right]`;
}

/** Cross-entropy over several classes; the term of the label's own class is left. */
function ofSeveral(own: number, classes: number): string {
  const terms = Array.from({ length: classes }, (_, c) => {
    const term = `y_{${c + 1}} \\ln p_{${c + 1}}`;
    return c + 1 === own ? term : dead(term);
  });
  return `\\ell = -\\left[\\, ${terms.join(" + ")} \\,\\right]`;
}

interface WithLabelProps {
  y: number;
  /** The output of the label's class, from 1; undefined with a single output. */
  own: number | undefined;
  p: QuantityId;
  loss: QuantityId;
  hideResult: boolean;
}

/** The term that is left, with its numbers. */
function WithLabel({ y, own, p, loss, hideResult }: WithLabelProps) {
  const values = useAnswer<"values">({ kind: "values", ids: [p, loss] });
  if (values?.length !== 2) return undefined;
  const [probability, result] = [values[0]!, format(values[1]!)];
  const inverted = own === undefined && y !== 1;
  const number = <Quantity id={p}>{display(digitsFor(probability, inverted, result))}</Quantity>;
  const found = hideResult ? "?" : <Quantity id={loss}>{result}</Quantity>;
  return (
    <span className={styles.hint}>
      {own === undefined
        ? messages.withLabel(y, inverted ? "(1 − " : " ", number, inverted ? ")" : "", found)
        : messages.withClass(own - 1, number, found)}
    </span>
  );
}

/** The probability with as many digits as −ln of it, or of 1 minus it, needs to give the loss as printed. */
function digitsFor(probability: number, inverted: boolean, loss: string): string {
  for (let digits = 4; digits < 17; digits++) {
    const rounded = Number(probability.toPrecision(digits));
    if (format(-elementary.ln(inverted ? 1 - rounded : rounded)) === loss) return String(rounded);
  }
  return String(probability);
}
