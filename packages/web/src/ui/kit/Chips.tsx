import { useId } from "react";
import type { Choice } from "./choice.ts";
import * as styles from "./Chips.module.css";

interface ChipsProps<V extends string> {
  /** The accessible name of the group; not shown. */
  label: string;
  value: V;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
}

/** A choice among words that may need several rows: native radio buttons. */
export function Chips<V extends string>({ label, value, options, onChange }: ChipsProps<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.chips}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
