/** Points of one's own: drawn by hand on the left, read from a table on the right. */
import { Drawing } from "./Drawing.tsx";
import * as styles from "./Own.module.css";
import { Reading } from "./Reading.tsx";

export function View() {
  return (
    <div className={styles.body}>
      <Drawing />
      <Reading />
    </div>
  );
}
