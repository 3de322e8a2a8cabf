import { useId, type KeyboardEvent } from "react";
import { classes } from "./classes.ts";
import { MinusIcon, PlusIcon } from "./icons.tsx";
import { useNumberDraft } from "./useNumberDraft.ts";
import { messages } from "#text/kit";
import * as field from "./field.module.css";
import * as styles from "./NumberField.module.css";

interface NumberFieldProps {
  /** The exact accessible name of the field. */
  label: string;
  hideLabel?: boolean;
  value: number;
  min: number;
  max: number;
  /** The step of ↑, ↓ and the steppers. Page Up and Page Down take ten of them. */
  step?: number;
  /** Buttons − and + next to the field. */
  steppers?: boolean;
  /** Whether only whole numbers are allowed. */
  whole?: boolean;
  /** What is wrong with a number, if min and max aren't the whole rule; see useNumberDraft. */
  violation?: (value: number) => string | undefined;
  onChange: (value: number) => void;
  disabled?: boolean;
}

/** A number to type or to step. */
export function NumberField({
  label,
  hideLabel = false,
  value,
  min,
  max,
  step = 1,
  steppers = false,
  whole = true,
  violation,
  onChange,
  disabled = false,
}: NumberFieldProps) {
  const id = useId();
  const draft = useNumberDraft({ label, value, min, max, violation, whole, format: String, onChange });

  function add(amount: number) {
    const next = Math.min(max, Math.max(min, value + amount));
    draft.discard();
    if (next !== value) onChange(next);
  }

  function press(event: KeyboardEvent) {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      add(steps * step);
    }
    if (event.key === "Enter") {
      event.preventDefault(); // a button that gets the focus now would be pressed by the same Enter
      draft.commit();
    }
    if (event.key === "Escape") draft.discard();
  }

  return (
    <div className={styles.row}>
      <label htmlFor={id} className={classes(styles.label, hideLabel && "vh")}>
        {label}
      </label>
      <div className={styles.box}>
        {steppers && <Step name="less" disabled={disabled || value <= min} onPress={() => add(-step)} />}
        {/* Not type="number": that would hide text that isn't a number. */}
        <input
          id={id}
          type="text"
          role="spinbutton"
          inputMode={whole ? "numeric" : "decimal"}
          autoComplete="off"
          className={classes(field.field, styles.value)}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-invalid={draft.problem !== undefined}
          aria-describedby={draft.problem === undefined ? undefined : `${id}-problem`}
          disabled={disabled}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.commit}
          onKeyDown={press}
        />
        {steppers && <Step name="more" disabled={disabled || value >= max} onPress={() => add(step)} />}
      </div>
      {draft.problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={field.problem}>
          {draft.problem}
        </p>
      )}
    </div>
  );
}

/** For a pointer. The arrow keys work in the field, so this is no tab stop. */
function Step({
  name,
  disabled,
  onPress,
}: {
  name: "less" | "more";
  disabled: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.step}
      aria-label={messages[name]}
      disabled={disabled}
      onClick={onPress}
    >
      {name === "less" ? <MinusIcon /> : <PlusIcon />}
    </button>
  );
}
