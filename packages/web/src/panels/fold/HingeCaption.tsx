import { format } from "@neural-viz/engine";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { useLocked } from "../../store/hooks.ts";
import { equationOf, lengthOf } from "./equation.ts";
import { canTurn } from "./lines.ts";
import type { Fold } from "./useFold.ts";
import { messages } from "#text/fold";
import * as styles from "./Hinges.module.css";

interface HingeCaptionProps {
  fold: Fold;
  /** The neuron of layer 1 whose hinge is active, from 1. */
  unit: number | undefined;
  /** Whether hinges of later layers are drawn. */
  later: boolean;
}

/** The equation of the active hinge or, without one, what can be done with hinges. */
export function HingeCaption({ fold: { network, params, section, lines }, unit, later }: HingeCaptionProps) {
  const locked = useLocked("network", "weights");
  if (lines.length === 0) return <div />;
  return (
    <div className={styles.caption}>
      {unit !== undefined ? (
        <p className={styles.equation}>
          <span>{equationOf(network, params, unit)}</span>
          {section.base.length > 1 && <span>{`|w| = ${format(lengthOf(network, params, unit))}`}</span>}
        </p>
      ) : locked ? (
        <LockedNote />
      ) : (
        <p>{messages.howToDrag(canTurn(network, section), section.axes.length, later)}</p>
      )}
    </div>
  );
}
