import { format } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { partsOf, penalizedOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/step";
import { updateAfter } from "../../store/inspector/units.ts";
import { reasonOf } from "./reason.ts";
import * as styles from "./Step.module.css";

/** Why the update changed the loss by another amount than its gradient predicts. */
export function Why({ t }: { t: number }) {
  const edited = useApp(({ experiment }) => updateAfter(experiment, t).edited.size > 0);
  const penalized = useApp(penalizedOf);
  const batched = useApp((state) => partsOf(state).perEpoch > 1);
  const answer = useAnswer<"along">(edited ? undefined : { kind: "along", t: t + 1 });
  if (answer?.ok !== true || answer.value.t !== t + 1) return undefined;
  const reason = reasonOf(answer.value);
  if (reason === undefined) return undefined;
  const { before, after } = answer.value;
  return (
    <p className={styles.caption}>
      {batched && `${messages.ofTheBatch(penalized, format(after - before))} `}
      {messages.why(reason, penalized)}
    </p>
  );
}
