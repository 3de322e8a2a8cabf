import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { CloseIcon } from "./icons.tsx";
import { messages } from "#text/kit";
import * as styles from "./Sheet.module.css";

interface SheetProps {
  title: string;
  open: boolean;
  /** Called on Escape, on the button, or on a press next to the sheet. */
  onClose: () => void;
  children: ReactNode;
}

/** A native dialog that slides up from the bottom and leaves the top of the page visible. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open) dialog.current!.showModal();
    else dialog.current!.close();
  }, [open]);

  useEffect(() => {
    const element = dialog.current!;
    // The content fills the dialog, so a press on the dialog itself is on the backdrop.
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
