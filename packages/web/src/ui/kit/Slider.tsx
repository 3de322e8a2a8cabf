import { useId, type CSSProperties, type ReactNode } from "react";
import { sliderScale, type SliderRange } from "./sliderScale.ts";
import { useNumberDraft } from "./useNumberDraft.ts";
import { classes } from "./classes.ts";
import { messages } from "#text/kit";
import * as field from "./field.module.css";
import * as look from "./range.module.css";
import * as styles from "./Slider.module.css";

interface SliderProps extends SliderRange {
  /** The exact accessible name of the slider. The field next to it is called `${label} value`. */
  label: string;
  hideLabel?: boolean;
  /** Its letter in a formula, shown after the label. Not part of the name. */
  symbol?: ReactNode;
  value: number;
  onChange: (value: number) => void;
  /** Formats the value for the field and for screen readers. */
  format?: (value: number) => string;
  disabled?: boolean;
  /**
   * What a typed number must be ("a number above 0"), or undefined if it is allowed. The field may go beyond the
   * track.
   */
  violation?: (value: number) => string | undefined;
  /** Label, slider and field in one row, for short labels. */
  inline?: boolean;
}

/** A number to drag, or to type if dragging is too coarse: any number from min to max, not only the steps. */
export function Slider({
  label,
  hideLabel = false,
  symbol,
  value,
  onChange,
  format = String,
  disabled,
  inline = false,
  violation,
  ...range
}: SliderProps) {
  const id = useId();
  const scale = sliderScale(range);
  const draft = useNumberDraft({ label, value, min: range.min, max: range.max, format, violation, onChange });
  const position = scale.positionOf(value);
  const filled: CSSProperties & { "--share": number } = {
    "--share": (position - scale.first) / (scale.last - scale.first),
  };

  return (
    <div className={classes(styles.slider, inline && styles.inline)}>
      <span className={styles.label}>
        <label htmlFor={id} className={hideLabel ? "vh" : undefined}>
          {label}
        </label>{" "}
        {symbol}
      </span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={classes(field.field, styles.value)}
        aria-label={messages.valueOf(label)}
        aria-invalid={draft.problem !== undefined}
        aria-describedby={draft.problem === undefined ? undefined : `${id}-problem`}
        disabled={disabled}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") draft.commit();
          if (event.key === "Escape") draft.discard();
        }}
      />
      <input
        id={id}
        type="range"
        className={classes(look.range, styles.range)}
        style={filled}
        min={scale.first}
        max={scale.last}
        step={scale.step}
        value={position}
        aria-valuetext={format(value)}
        disabled={disabled}
        onChange={(event) => {
          draft.discard();
          onChange(scale.valueAt(event.target.valueAsNumber));
        }}
      />
      {draft.problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={field.problem}>
          {draft.problem}
        </p>
      )}
    </div>
  );
}
