import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { CloseIcon } from "./icons.tsx";
import { messages } from "#text/kit";
import * as styles from "./Sheet.module.css";

interface SheetProps {
  title: string;
  open: boolean;
  /** Escape, the button, or a press beside the sheet. */
  onClose: () => void;
  children: ReactNode;
}

/** A native dialog that comes up from the bottom and leaves the top of the page in sight. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open) dialog.current!.showModal();
    else dialog.current!.close();
  }, [open]);

  useEffect(() => {
    const element = dialog.current!;
    // The dialog is filled by its parts, so a press on itself is one on the veil.
    const press = (event: Event) => {
      if (event.target === element) element.close();
    };
    element.addEventListener("click", press);
    return () => element.removeEventListener("click", press);
  }, []);

  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button look="quiet" small icon aria-label={messages.close} onClick={onClose}>
          <CloseIcon />
        </Button>
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}
