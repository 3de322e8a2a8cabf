import { BALANCED, FITTED, FLAT, format, type Reason, SILENT } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { count } from "../playground/words.ts";
import * as styles from "./Chain.module.css";
import type { ChainProps } from "./View.tsx";

/** Each factor that can be small, and the threshold under which it counts as such. */
const reasons: Readonly<Record<Reason, string>> = {
  fitted: `fitted: the answer is within ${FITTED} of the label, so ŷ − y is small`,
  off: "off: its ReLU is closed, so f′ is 0",
  saturated: `saturated: f′ is below ${FLAT * 100} % of its largest value`,
  silent: `silent: what comes through it is smaller than ${SILENT}`,
  balanced: `balanced: the blame that comes back cancels to below ${BALANCED * 100} % of its parts`,
};

/** Why is this gradient small? The factors that are, with counts, and whether the points cancel. */
export function WhySmall({ name, sample, t: shown }: ChainProps) {
  const found = useAnswer<"small">({ kind: "small", parameter: name, sample, t: shown });
  if (found === undefined || typeof found === "string") return null;
  const { t, gradient, typical, cancelled, samples, here } = found;
  return (
    <section aria-label="Why is this gradient small?" className={styles.section}>
      <h3>Why is this gradient small?</h3>
      <p>
        The mean is <Quantity id={`g${name}@${t}`}>{format(gradient)}</Quantity>; a point's gradient is{" "}
        {format(typical)} in size on average.{" "}
        {cancelled
          ? `The points cancel: they pull against each other, and less than ${BALANCED * 100} % of it is left.`
          : "The points do not cancel."}
      </p>
      {found.reasons.length === 0 ? (
        <p>None of its factors is small at any point.</p>
      ) : (
        <ul className={styles.reasons}>
          {found.reasons.map(({ reason, samples: of }) => (
            <li key={reason}>
              {count(of)} of {count(samples)} points {reasons[reason]}
              {here.includes(reason) && <strong> (point {sample} too)</strong>}.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
