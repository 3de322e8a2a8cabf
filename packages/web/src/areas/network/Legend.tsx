import { useApp } from "../../store/store.ts";
import { messages } from "#text/network";
import * as styles from "./Graph.module.css";
import { WIDEST } from "./stroke.ts";
import { later } from "../../ui/kit/later.tsx";

const VerdictLegend = later(async () => (await import("./Verdicts.tsx")).VerdictLegend);

/** How to read the lines, with the numbers of their scales. */
export function Legend() {
  const color = useApp(({ look }) => look.color);
  return (
    <ul className={styles.legend}>
      <li>
        {messages.thickness(
          <svg width="40" height="8" aria-hidden="true">
            <path d="M0 3.5L40 1v6L0 4.5z" />
          </svg>,
          WIDEST,
        )}
      </li>
      <li>
        {messages.dashes(
          <svg width="30" height="8" aria-hidden="true">
            <path d="M0 4h30" className={styles.dashes} />
          </svg>,
        )}
      </li>
      {color === "weight" ? (
        <>
          <li>{messages.bluePositiveOrangeNegative}</li>
          <li>{messages.numbersAreWeights}</li>
        </>
      ) : (
        <li>
          {messages.ramp(
            <span>
              10<sup>−6</sup>
            </span>,
            <span className={styles.ramp} />,
          )}
        </li>
      )}
      {color === "both" && <li>{messages.numbersAreGradients}</li>}
      <VerdictLegend />
    </ul>
  );
}
