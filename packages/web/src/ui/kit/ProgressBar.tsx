import * as styles from "./ProgressBar.module.css";

interface ProgressBarProps {
  /** Its accessible name: "Epochs". */
  label: string;
  value: number;
  max: number;
  /** What a screen reader says instead of a percentage: "218 of 10,000 epochs". */
  text?: string;
}

/** The progress of a run of known length. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  return <progress className={styles.bar} aria-label={label} aria-valuetext={text} value={value} max={max} />;
}
