import { useId } from "react";
import type { Choice } from "./choice.ts";
import { classes } from "./classes.ts";
import { ChevronDownIcon } from "./icons.tsx";
import * as styles from "./Select.module.css";

interface SelectProps<V extends string> {
  label: string;
  /** The label is only for screen readers, because the options say what is chosen ("Color: gradient"). */
  hideLabel?: boolean;
  /** Label and menu in one row. */
  inline?: boolean;
  value: V;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
  disabled?: boolean;
}

/** A native list of choices. */
export function Select<V extends string>({
  label,
  hideLabel = false,
  inline = false,
  value,
  options,
  onChange,
  disabled,
}: SelectProps<V>) {
  const id = useId();
  return (
    <div className={classes(styles.row, inline && styles.inline)}>
      <label htmlFor={id} className={classes(styles.label, hideLabel && "vh")}>
        {label}
      </label>
      <div className={styles.box}>
        <select
          id={id}
          className={styles.select}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDownIcon />
      </div>
    </div>
  );
}
