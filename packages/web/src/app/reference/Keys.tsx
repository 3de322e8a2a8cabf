import { messages } from "#text/reference";
import * as styles from "./Reference.module.css";

/** Every key, by where it works. */
export function Keys() {
  return (
    <div className={styles.keys}>
      {messages.keys.map(({ where, keys }) => (
        <div key={where}>
          <h3>{where}</h3>
          <dl>
            {keys.map(([key, act]) => (
              <div key={key}>
                <dt>
                  {key.split(" ").map((part) => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </dt>
                <dd>{act}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
