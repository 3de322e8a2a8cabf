import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import * as styles from "./Button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** At most one `primary` button on the screen: what to do next. */
  look?: "primary" | "plain" | "quiet";
  small?: boolean;
  /** Square, for a single icon. Give it an `aria-label`. */
  icon?: boolean;
}

export function Button({ look = "plain", small = false, icon = false, className, ...rest }: ButtonProps) {
  const looks = classes(styles.button, styles[look], small && styles.small, icon && styles.icon, className);
  return <button type="button" {...rest} className={looks} />;
}
