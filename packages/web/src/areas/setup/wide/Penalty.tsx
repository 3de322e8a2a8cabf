import { MAX_PENALTY, noRegularization, type RegularizerName } from "@neural-viz/engine";
import { choosePenalty } from "../../../store/setup/choose.ts";
import { useApp } from "../../../store/store.ts";
import { NumberField } from "../../../ui/kit/NumberField.tsx";
import { Tex } from "../../../ui/kit/Tex.tsx";
import { messages } from "#text/setup";
import * as styles from "../Setup.module.css";

/** The penalty on the weights: L1 and L2. */
export function Penalty() {
  const penalty = useApp(({ experiment }) => experiment.regularization ?? noRegularization);
  const field = (name: RegularizerName, label: string) => (
    <NumberField
      label={label}
      value={penalty[name]}
      min={0}
      max={MAX_PENALTY}
      step={0.001}
      whole={false}
      onChange={(factor) => choosePenalty({ ...penalty, [name]: factor })}
    />
  );
  return (
    <>
      {field("l1", "L1")}
      {field("l2", "L2")}
      <p className={styles.rule}>
        <Tex tex="J = L + \lambda_1 \sum |W| + \tfrac{\lambda_2}{2} \sum W^2" plain="" />
      </p>
      <p className={styles.hint}>{messages.whatThePenaltyIs}</p>
    </>
  );
}
