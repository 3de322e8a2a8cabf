import { type Id, ids } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { dataOf } from "../../store/derived.ts";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { display } from "../../ui/quantity/display.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

/** The loss as textbooks write it, with the term that the label makes zero crossed out. */
export function Textbook({ id }: { id: Extract<Id, { kind: "p" | "ell" | "conf" }> }) {
  const samples = useApp(dataOf);
  const { point, t } = id;
  const s = point.kind === "sample" ? point.s : 1;
  const y = samples.targets[0]![s - 1] ?? 0;
  const p = ids.p.of(s, t);
  const answer = useAnswer<"explain">({ kind: "explain", ids: [p] })?.[0];
  const [living, dead] =
    y === 1
      ? [`y \\ln \\hat y`, `(1 - y) \\ln(1 - \\hat y)`]
      : [`(1 - y) \\ln(1 - \\hat y)`, `y \\ln \\hat y`];
  const [first, second] =
    y === 1 ? [living, `\\htmlData{dead=1}{${dead}}`] : [`\\htmlData{dead=1}{${dead}}`, living];
  return (
    <>
      <div className={styles.formula}>
        <Tex
          tex={`\\ell = -\\left[\\, ${first} + ${second} \\,\\right]`}
          plain="ℓ = −[y ln ŷ + (1 − y) ln(1 − ŷ)]"
          linked
        />
        {answer?.ok === true && (
          <span className={styles.hint}>
            {messages.withLabel(
              y,
              y === 1 ? " " : "(1 − ",
              <Quantity id={p}>{display(String(Number(answer.value.value.toPrecision(6))))}</Quantity>,
              y === 1 ? "" : ")",
            )}
          </span>
        )}
      </div>
      <Disclosure label={messages.whyFromZ}>
        <p className={styles.hint}>{messages.becauseItOverflows}</p>
      </Disclosure>
    </>
  );
}
