import { idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { follow, inspect } from "../../store/inspector/inspect.ts";
import { point } from "../../store/selection/choose.ts";
import { fromPresent } from "../../store/panels/fromPresent.ts";
import { useApp } from "../../store/store.ts";
import { classes } from "../kit/classes.ts";
import { messages } from "#text/quantity";
import * as styles from "./Quantity.module.css";

interface QuantityProps {
  id: QuantityId;
  /** The number as printed. */
  children: ReactNode;
  /** Whether a press goes one step deeper on the inspector's path instead of starting a new one. */
  deeper?: boolean;
  className?: string;
}

/** A number that opens the inspector. A dotted underline means that, and nothing else. */
export function Quantity({ id, children, deeper = false, className }: QuantityProps) {
  const lit = useApp(({ pointed }) => pointed === id);
  const hidden = useApp((state) => state.hidden.has(id));
  const asked = useApp((state) =>
    state.asking ? state.asked.includes(fromPresent(id, state.snapshot.t)) : undefined,
  );
  const locked = useApp(({ question }) => question !== undefined && !question.pick);
  return (
    <button
      type="button"
      className={classes(styles.quantity, className)}
      data-quantity={id}
      data-lit={lit || undefined}
      aria-pressed={asked}
      data-locked={locked || hidden || undefined}
      title={messages.askWhereFrom(plainOf(idOf(id)))}
      onClick={() => (deeper ? follow(id) : inspect(id))}
      onPointerEnter={() => point(id)}
      onPointerLeave={() => point(undefined)}
      onFocus={() => point(id)}
      onBlur={() => point(undefined)}
    >
      {hidden ? "?" : children}
    </button>
  );
}
