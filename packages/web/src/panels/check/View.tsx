/**
 * Backprop compared with finite differences, for every weight and bias: the table, one parameter's calculation, and
 * its error by ε.
 */
import {
  AGREEING,
  DEFAULT_EPSILON,
  format,
  ids,
  type ParameterName,
  stemOf,
  TRUSTED,
} from "@neural-viz/engine";
import { useEffect, useState } from "react";
import { useSetting } from "../../store/panels/settings.ts";
import { showChecked } from "../../store/panels/open.ts";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import type { Answers } from "../../worker/protocol.ts";
import { Derivation } from "../../ui/quantity/Derivation.tsx";
import { Slider } from "../../ui/kit/Slider.tsx";
import { Waiting } from "../../ui/kit/Waiting.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { capital } from "../../ui/kit/text.ts";
import { CheckTable } from "./CheckTable.tsx";
import { messages } from "#text/check";
import * as styles from "./Check.module.css";
import { ErrorCurve } from "./ErrorCurve.tsx";
import { SizeGuess } from "./SizeGuess.tsx";
import { useGradientCheck } from "../../areas/badge/useGradientCheck.ts";
import { countOf, steepest, summaryOf, verdicts } from "../../areas/badge/verdict.ts";

export function View() {
  const run = useApp((state) => state.run);
  return <CheckOfRun key={run} />;
}

function CheckOfRun() {
  const [epsilon, setEpsilon] = useSetting<number>(
    "epsilon",
    DEFAULT_EPSILON,
    (value) => value > 0 && value <= 1,
  );
  const [chosen, setChosen] = useState<ParameterName>();
  const { answer: found, progress, canceled, cancel, again } = useGradientCheck(epsilon);
  const waiting = (
    <Waiting
      label={messages.gradientCheck}
      progress={progress}
      canceled={canceled}
      onCancel={cancel}
      onAgain={again}
    />
  );
  useEffect(() => {
    showChecked(found && { t: found.t, verdicts: found.parameters.map(({ verdict }) => verdict) });
    return () => showChecked(undefined);
  }, [found]);
  const when = useWhen();
  if (found === undefined) {
    return (
      <div className={styles.empty}>
        <p>{messages.checkedAtRest}</p>
        {waiting}
      </div>
    );
  }
  const parameter = chosen ?? steepest(found).id;
  return (
    <div className={styles.body}>
      <div className={styles.top}>
        <p className={styles.summary}>
          {capital(when(found.t))}: {summaryOf(found)}
          {countOf(found, "agrees") + countOf(found, "differs") > 0 &&
            messages.largestError(format(found.maxRelativeError))}
          .
        </p>
        {waiting}
        <Slider
          inline
          label={messages.stepSize}
          value={epsilon}
          min={1e-12}
          max={0.1}
          scale="log"
          format={(value) => value.toExponential()}
          onChange={setEpsilon}
        />
      </div>
      <SizeGuess found={found} epsilon={epsilon} onEpsilon={setEpsilon} />
      <CheckTable found={found} chosen={parameter} onChoose={setChosen} />
      <Chosen found={found} parameter={parameter} onEpsilon={setEpsilon} />
    </div>
  );
}

interface ChosenProps {
  found: Answers["check"];
  parameter: ParameterName;
  onEpsilon: (epsilon: number) => void;
}

/** One parameter: both losses with numbers put in, the two results, and how the error depends on ε. */
function Chosen({ found: { t, epsilon, parameters }, parameter, onEpsilon }: ChosenProps) {
  const checked = parameters.find(({ id }) => id === parameter);
  const lines = useAnswer<"explain">({
    kind: "explain",
    ids: [ids.check.of("fd", parameter, epsilon, t), ids.check.of("relerr", parameter, epsilon, t)],
  });
  const curve = useAnswer<"errors">({ kind: "errors", parameter, t });
  if (checked === undefined) return null;
  const { label, why } = verdicts[checked.verdict];
  return (
    <div className={styles.chosen}>
      {foundOf(lines).map((line) => (
        <Derivation key={stemOf(line.id)} of={line} className={styles.line} />
      ))}
      <p className={styles.hint}>{messages.why(<strong>{label}.</strong>, why, format(AGREEING), TRUSTED)}</p>
      {curve?.ok === true && <ErrorCurve curve={curve.value} epsilon={epsilon} onEpsilon={onEpsilon} />}
    </div>
  );
}
