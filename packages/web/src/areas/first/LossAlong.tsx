/** The loss as the steepest parameter changes, with its slope: a picture that is given the parameter. */
import type { ComponentType } from "react";
import { parameterId } from "@neural-viz/engine";
import { networkOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import * as styles from "./First.module.css";
import { steepestOf } from "./steepest.ts";

interface LossAlongProps {
  picture: ComponentType<{ parameter: string; t: number }>;
  /** In the flow of the page, with a height of its own. */
  inline?: boolean;
}

export function LossAlong({ picture: Picture, inline = false }: LossAlongProps) {
  const { snapshot, experiment } = useThrottled((state) => ({
    snapshot: state.snapshot,
    experiment: state.experiment,
  }));
  const network = networkOf({ experiment });
  const parameter = parameterId(network, steepestOf(snapshot.gradient));
  return (
    <div className={styles.along} data-inline={inline || undefined}>
      <Picture parameter={parameter} t={snapshot.t} />
    </div>
  );
}
