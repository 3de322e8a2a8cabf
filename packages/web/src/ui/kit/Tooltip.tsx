import { cloneElement, useEffect, useId, useRef, useState, type ReactElement } from "react";
import { placeBeside } from "./placement.ts";
import * as styles from "./Tooltip.module.css";

interface TooltipProps {
  text: string;
  /** One element. The text becomes its description. */
  children: ReactElement<{ "aria-describedby"?: string }>;
}

/**
 * A hint on hover, on focus and under a resting finger; Escape closes it. The pointer may move onto it, so that a
 * magnifier can read it.
 */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (!shown) return;
    const hint = tip.current!;
    hint.showPopover();
    placeBeside(hint, around.current!.firstElementChild!, "above");
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape") setShown(false);
    };
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("keydown", escape);
      if (hint.isConnected) hint.hidePopover();
    };
  }, [shown]);

  return (
    <span
      ref={around}
      className={styles.around}
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
      onFocus={(event) => setShown(event.target.matches(":focus-visible"))}
      onBlur={() => setShown(false)}
    >
      {cloneElement(children, { "aria-describedby": id })}
      <span ref={tip} id={id} role="tooltip" popover="manual" className={styles.tip}>
        {text}
      </span>
    </span>
  );
}
