import { fingerprint } from "@neural-viz/engine";
import { goTo } from "../../store/visit/goTo.ts";
import { openPanel } from "../../store/panels/open.ts";
import { useThrottled } from "../../store/hooks.ts";
import { playground } from "../../store/visit/route.ts";
import { messages } from "#text/reference";
import { Badge } from "../../areas/badge/Badge.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import * as styles from "./Reference.module.css";

/** Why you can trust the numbers, and how to repeat every check. */
export function Honesty() {
  const { params, t } = useThrottled(({ snapshot }) => snapshot);
  const when = useWhen();
  return (
    <dl className={styles.proofs}>
      {messages.proofs.map(({ claim, how, repeat }) => (
        <div key={claim}>
          <dt>{claim}</dt>
          <dd>
            <p>{how}</p>
            {repeat !== undefined && (
              <pre>
                <code>{repeat}</code>
              </pre>
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>{messages.now}</dt>
        <dd>
          <p>{messages.bits(when(t), fingerprint(params))}</p>
          <Badge />
          <Button
            small
            onClick={() => {
              openPanel("gradientCheck");
              goTo(playground);
            }}
          >
            {messages.everyGradient}
          </Button>
        </dd>
      </div>
    </dl>
  );
}
