import { useId } from "react";
import type { Choice } from "./choice.ts";
import * as styles from "./Segmented.module.css";

interface SegmentedProps<V extends string> {
  /** The accessible name of the group; not shown. */
  label: string;
  value: V;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
}

/** A choice among a few words: native radio buttons in a row. */
export function Segmented<V extends string>({ label, value, options, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
