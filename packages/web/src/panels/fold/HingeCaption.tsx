import { format, type Network } from "@neural-viz/engine";
import { Fragment } from "react";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { useLocked } from "../../store/hooks.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import { sumSymbol } from "../../ui/quantity/names.ts";
import { lengthOf, partsOf, signed } from "./equation.ts";
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
      {unit !== undefined && (
        <p className={styles.equation}>
          <Equation network={network} params={params} unit={unit} />
          {section.base.length > 1 && <span>{`|w| = ${format(lengthOf(network, params, unit))}`}</span>}
        </p>
      )}
      {/* Unseen it keeps its room, so that nothing moves when a hinge becomes active. */}
      <div className={unit === undefined ? undefined : styles.unseen}>
        {locked ? (
          <LockedNote />
        ) : (
          <p>{messages.howToDrag(canTurn(network, section), section.axes.length, later)}</p>
        )}
      </div>
    </div>
  );
}

/** The same as `equationOf`, with typeset symbols. */
function Equation({ network, params, unit }: { network: Network; params: Float64Array; unit: number }) {
  const { tex, plain } = sumSymbol(network, 1, unit - 1);
  const { terms, constant } = partsOf(network, params, unit);
  return (
    <span>
      <Tex tex={tex} plain={plain} /> ={" "}
      {terms.map(({ value, symbols, plain: name }, k) => (
        <Fragment key={name}>
          {signed(value, k === 0)}·<Tex tex={symbols} plain={name} />{" "}
        </Fragment>
      ))}
      {signed(constant, false)} = 0
    </span>
  );
}
