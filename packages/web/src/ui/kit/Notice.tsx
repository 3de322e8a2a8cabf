import type { ReactNode } from "react";
import * as styles from "./Notice.module.css";

interface NoticeProps {
  /** What kind of notice, in a word: "Stopped", "Note". */
  word: string;
  /** `alert` interrupts a screen reader: only for what stops the work. The page has one status, and this is not it. */
  role?: "alert" | "note";
  /** Whether it is good news. */
  good?: boolean;
  /** Buttons: what to try. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Something is not as it should be, and what can be done. Ink, a bar and a word; no colour. */
export function Notice({ word, role, good = false, actions, children }: NoticeProps) {
  return (
    <div role={role} className={styles.notice}>
      <p>
        <strong>
          <span aria-hidden="true">{good ? "✓ " : "⚠ "}</span>
          {word}.
        </strong>{" "}
        {children}
      </p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
