import { messages } from "#text/playground";
import * as styles from "./Setup.module.css";

/** The note next to something that the address locks. */
export function LockedNote() {
  return <p className={styles.hint}>{messages.lockedOnThisPage}</p>;
}
