/** What there is to say of a run at rest: the most urgent that nothing else on the page says already. */
import { type Diagnosis as Finding, format, ids } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { useAnswer } from "../../store/answers.ts";
import { baselinesOfRun, dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { useLocked, useResting } from "../../store/hooks.ts";
import { defaultHidden } from "../../store/setup/adapt.ts";
import { chooseNetwork } from "../../store/setup/choose.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { count } from "../../ui/kit/text.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/diagnosis";
import { AlongUpdate } from "./AlongUpdate.tsx";
import * as styles from "./Controls.module.css";

/** A notice below the network says these, with what to try. */
const IN_NOTICES: ReadonlySet<Finding["kind"]> = new Set(["diverged", "dead", "stalled"]);

interface DiagnosisProps {
  /** What is said when there is no finding. */
  otherwise: ReactNode;
}

export function Diagnosis({ otherwise }: DiagnosisProps) {
  const rested = useResting();
  const answer = useAnswer<"diagnosis">(
    rested === undefined || rested.t === 0 ? undefined : { kind: "diagnosis", t: rested.t },
  );
  const current = answer !== undefined && answer.t === rested?.t ? answer.found : undefined;
  const found = current?.find(({ kind }) => !IN_NOTICES.has(kind) && kind !== "converged");
  // A stalled run on a line has its proof in the notice.
  const stalled = current?.some(({ kind }) => kind === "stalled") === true;
  if (found === undefined || (stalled && found.kind === "inseparable")) {
    return <BelowNoise otherwise={otherwise} />;
  }
  return <Said finding={found} />;
}

function Said({ finding }: { finding: Finding }) {
  const { perEpoch } = useApp(partsOf);
  switch (finding.kind) {
    case "inseparable":
      return <Inseparable proof={finding.proof} />;
    case "saturated":
      return messages.saturated(finding.units);
    case "overfitting":
      return messages.overfitting(
        whenOf(finding.since, perEpoch),
        <Quantity id={ids.Ltest.of(finding.since)}>{format(finding.lowest)}</Quantity>,
        format(finding.now),
      );
    case "rose":
    case "overshooting":
      return (
        <>
          {messages.rose(
            count(finding.t),
            <Quantity id={ids.dL.of(finding.t)}>{format(finding.rose)}</Quantity>,
            <Quantity id={ids.predicted.of(finding.t)}>{format(-finding.predicted)}</Quantity>,
            finding.kind === "overshooting",
          )}{" "}
          <span className={styles.why}>
            <Popover button={{ small: true, children: messages.seeWhy }}>
              <AlongUpdate t={finding.t} />
            </Popover>
          </span>
        </>
      );
    case "dead":
    case "diverged":
    case "stalled":
    case "converged":
      return undefined;
  }
}

/** No linear function of the inputs separates the classes, and why. */
function Inseparable({ proof }: { proof: readonly (readonly number[])[] }) {
  const inputs = useApp((state) => dataOf(state).inputs.length);
  const raw = useApp((state) => state.experiment.network.features === undefined);
  const { train } = useApp((state) => partsOf(state).split);
  const { hidden } = useApp((state) => state.experiment.network);
  const classes = useApp((state) => networkOf(state).head.targets);
  const fixed = useLocked("network");
  const numbers = proof.map((points) => points.map((place) => train[place]! + 1));
  const why =
    classes === "binary" && inputs === 2 && raw ? messages.proof(numbers[0]!, numbers[1]!) : undefined;
  return (
    <>
      {messages.inseparable(inputs === 2 && raw, why, hidden.length > 0)}{" "}
      {hidden.length === 0 && !fixed && (
        <Button small onClick={() => chooseNetwork({ hidden: defaultHidden })}>
          {messages.addAHiddenLayer}
        </Button>
      )}
    </>
  );
}

/** A training loss below the noise itself fits the noise. */
function BelowNoise({ otherwise }: DiagnosisProps) {
  const noise = useApp(
    ({ experiment }) => baselinesOfRun(experiment).find(({ kind }) => kind === "noise")?.loss,
  );
  const loss = useApp(({ snapshot }) => snapshot.loss);
  if (noise === undefined || !(loss < noise)) return otherwise;
  return messages.belowNoise(format(noise));
}
