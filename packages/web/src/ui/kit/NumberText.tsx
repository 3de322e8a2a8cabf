import * as styles from "./NumberText.module.css";

interface NumberTextProps {
  /** Already formatted: there is one formatter, and it is not here. */
  children: string;
  /** Room for this many digits, so that what stands beside a live number keeps its place. */
  width: number;
}

/** A live number in tabular figures that never moves its neighbours. */
export function NumberText({ children, width }: NumberTextProps) {
  return (
    <span className={styles.number} style={{ minWidth: `${width}ch` }}>
      {children}
    </span>
  );
}
