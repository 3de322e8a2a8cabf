import { messages } from "#text/strip";
import * as styles from "./Strip.module.css";

interface TagProps {
  number: number;
  /** Nearly constant neurons have hollow tags. */
  hollow?: boolean;
  /** Whether the neuron is switched off. */
  off: boolean;
  onPress: () => void;
}

/** A neuron's number. A press switches it off, and on again. */
export function Tag({ number, hollow = false, off, onPress }: TagProps) {
  return (
    <button
      type="button"
      className={styles.tag}
      data-hollow={hollow || undefined}
      aria-pressed={off}
      aria-label={messages.switchOff(number)}
      title={off ? messages.switchOn(number) : messages.switchOff(number)}
      onClick={onPress}
    >
      {number}
    </button>
  );
}
