import { useState, type ReactNode } from "react";
import { ChevronRightIcon } from "./icons.tsx";
import * as styles from "./Disclosure.module.css";

interface DisclosureProps {
  /** What the button says: "More settings". */
  label: string;
  /** Whether it starts open. */
  open?: boolean;
  children: ReactNode;
}

/** Content that isn't always needed, below a button that opens it. It renders when it is first opened. */
export function Disclosure({ label, open = false, children }: DisclosureProps) {
  const [made, setMade] = useState(open);
  return (
    <details className={styles.details} open={open} onToggle={() => setMade(true)}>
      <summary className={styles.summary}>
        {label}
        <ChevronRightIcon />
      </summary>
      <div className={styles.inside}>{made && children}</div>
    </details>
  );
}
