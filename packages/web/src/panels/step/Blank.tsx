import { idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

interface BlankProps {
  id: QuantityId;
  /** Whether it is asked for now. */
  asked: boolean;
  onAsk: (id: QuantityId) => void;
}

/** A number that the learner still has to find. A press asks for it. */
export function Blank({ id, asked, onAsk }: BlankProps) {
  return (
    <button
      type="button"
      className={styles.blank}
      aria-pressed={asked}
      aria-label={messages.findName(plainOf(idOf(id)))}
      data-blank={id}
      onClick={() => onAsk(id)}
    >
      ?
    </button>
  );
}
