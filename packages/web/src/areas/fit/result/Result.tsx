import { networkOf } from "../../../store/derived.ts";
import { useApp } from "../../../store/store.ts";
import { ResultIcon } from "../../../ui/kit/icons.tsx";
import { Popover } from "../../../ui/kit/Popover.tsx";
import { messages } from "#text/result";
import { ConfusionMatrix } from "./ConfusionMatrix.tsx";
import { PredictedAgainstTrue } from "./PredictedAgainstTrue.tsx";
import * as styles from "./Result.module.css";

/** How well the network does, in more than one number: a confusion matrix, or predictions against targets. */
export function Result() {
  const classifies = useApp((state) => networkOf(state).head.classifies);
  return (
    <Popover
      button={{
        look: "quiet",
        small: true,
        icon: true,
        "aria-label": classifies ? messages.confusionMatrix : messages.predictedAgainstTrue,
        children: <ResultIcon />,
      }}
    >
      <div className={styles.body}>{classifies ? <ConfusionMatrix /> : <PredictedAgainstTrue />}</div>
    </Popover>
  );
}
