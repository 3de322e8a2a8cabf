import { asId } from "@neural-viz/engine";
import { inspect } from "../../store/inspector/inspect.ts";
import { classes } from "../../ui/kit/classes.ts";
import * as styles from "./Graph.module.css";

interface NumberButtonProps {
  className?: string | undefined;
  part: (element: Element | null) => void;
}

/** A number that the painter writes, with its id. A press opens the inspector. */
export function NumberButton({ className, part }: NumberButtonProps) {
  return (
    // Its accessible name is the number, which the painter writes.
    // eslint-disable-next-line jsx-a11y/control-has-associated-label
    <button
      ref={part}
      type="button"
      tabIndex={-1}
      className={classes(styles.number, className)}
      onClick={({ currentTarget }) => inspect(asId(currentTarget.dataset["quantity"]!)!)}
    />
  );
}
