import type { ReactNode } from "react";
import * as styles from "./Notice.module.css";

interface NoticeProps {
  /** What kind of notice, in one word: "Stopped", "Note". */
  word: string;
  /** `alert` interrupts a screen reader, so it is only for what stops the work. The page's one status is elsewhere. */
  role?: "alert" | "note";
  /** Whether it is good news. */
  good?: boolean;
  /** Buttons with what to try. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Something isn't right, and what can be done about it. Ink, a bar and a word; no color. */
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
