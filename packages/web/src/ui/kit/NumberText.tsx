import * as styles from "./NumberText.module.css";

interface NumberTextProps {
  /** The formatted number. The engine has the only formatter. */
  children: string;
  /** Reserves room for this many digits, so that the text after a live number doesn't move. */
  width: number;
}

/** A live number in tabular figures that never moves what is next to it. */
export function NumberText({ children, width }: NumberTextProps) {
  return (
    <span className={styles.number} style={{ minWidth: `${width}ch` }}>
      {children}
    </span>
  );
}
