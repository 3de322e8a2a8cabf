import { useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { placeBeside, type Side } from "./placement.ts";
import * as styles from "./Popover.module.css";

interface PopoverProps {
  /** The button that opens it. */
  button: ButtonProps;
  side?: Side;
  children: ReactNode;
}

/**
 * A panel next to its button. The browser closes it on Escape or a press elsewhere and returns the focus. We position
 * it ourselves, because not every supported browser has anchor positioning yet.
 */
export function Popover({ button, side = "below", children }: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    if (!open) return;
    const put = () => placeBeside(panel.current!, anchor.current!, side);
    put();
    const resized = new ResizeObserver(put); // what is inside may unfold
    resized.observe(panel.current!);
    window.addEventListener("resize", put);
    window.addEventListener("scroll", put, { passive: true });
    return () => {
      resized.disconnect();
      window.removeEventListener("resize", put);
      window.removeEventListener("scroll", put);
    };
  }, [open, side]);

  return (
    <>
      <Button {...button} ref={anchor} popoverTarget={id} />
      <div
        id={id}
        ref={panel}
        popover="auto"
        className={styles.panel}
        data-open={open || undefined}
        onToggle={(event) => {
          // In React, "toggle" bubbles up from a <details> inside; only the panel's own event counts.
          if (event.target === event.currentTarget) setOpen(event.newState === "open");
        }}
      >
        {open && children}
      </div>
    </>
  );
}
