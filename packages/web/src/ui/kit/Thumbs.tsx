import { useId, type ReactNode } from "react";
import type { Choice } from "./choice.ts";
import { Tooltip } from "./Tooltip.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import * as styles from "./Thumbs.module.css";

interface ThumbsProps<V extends string> {
  /** The accessible name of the group. */
  label: string;
  /** Undefined if none is chosen. */
  value: V | undefined;
  /** `picture` fills a square. The label is its accessible name, shown on hover and focus and, if chosen, below. */
  options: readonly (Choice<V> & { readonly picture: ReactNode })[];
  onChange: (value: V) => void;
  /** Shown to the right of the chosen name: "200 points · 2 classes". */
  note?: ReactNode;
}

/** A choice among pictures: native radio buttons, four in a row. */
export function Thumbs<V extends string>({ label, value, options, onChange, note }: ThumbsProps<V>) {
  const name = useId();
  return (
    <div className={styles.thumbs}>
      <div role="radiogroup" aria-label={label} className={styles.grid}>
        {options.map((option) => (
          <Tooltip key={option.value} text={option.label}>
            <label className={styles.thumb}>
              <input
                type="radio"
                name={name}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
              />
              <VisuallyHidden>{option.label}</VisuallyHidden>
              <span aria-hidden="true" className={styles.picture}>
                {option.picture}
              </span>
            </label>
          </Tooltip>
        ))}
      </div>
      <p className={styles.chosen}>
        {options.find((option) => option.value === value)?.label} <span className={styles.note}>{note}</span>
      </p>
    </div>
  );
}
