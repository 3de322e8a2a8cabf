import { DEFAULT_EPSILON, format } from "@neural-viz/engine";
import { isPlaying } from "../../store/run/phase.ts";
import { openPanel } from "../../store/panels/open.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { messages } from "#text/badge";
import * as styles from "./Badge.module.css";
import { useGradientCheck } from "./useGradientCheck.ts";
import { countOf, shortOf, summaryOf } from "./verdict.ts";

/** Whether backprop is correct, always visible: checked whenever training rests. A press opens the gradient check. */
export function Badge({ short = false }: { short?: boolean }) {
  const run = useApp((state) => state.run);
  return <BadgeOfRun key={run} short={short} />;
}

function BadgeOfRun({ short }: { short: boolean }) {
  const { answer: found } = useGradientCheck(DEFAULT_EPSILON);
  const t = useApp(({ snapshot }) => (snapshot.t === found?.t ? snapshot.t : undefined));
  const playing = useApp(isPlaying);
  const open = useApp(({ panel }) => panel?.name === "gradientCheck");
  const when = useWhen();
  const waiting = playing ? messages.checkedAtRest : messages.checking;
  const stale = found !== undefined && t === undefined;
  const said = found === undefined ? waiting : `${summaryOf(found)}${stale ? ` (${when(found.t)})` : ""}`;
  const good =
    found !== undefined &&
    countOf(found, "agrees") > 0 &&
    countOf(found, "differs") + countOf(found, "overflow") === 0;
  const error = found !== undefined && good && !stale ? found.maxRelativeError : undefined;
  return (
    <>
      {/* While the panel is open, the region of that name is the panel. */}
      <div role={open ? undefined : "region"} aria-label={open ? undefined : messages.gradientCheck}>
        <Button
          look="quiet"
          small
          className={styles.badge}
          data-short={short || undefined}
          data-stale={stale || undefined}
          data-good={good || undefined}
          title={short && found !== undefined ? said : messages.whatIsChecked}
          onClick={() => openPanel("gradientCheck")}
        >
          {short ? (
            <>
              <span className={styles.symbols} aria-hidden="true">
                {found === undefined ? "∇ …" : shortOf(found)}
              </span>
              <span className={styles.words} aria-hidden="true">
                {found === undefined ? "∇ …" : shortOf(found, messages.gradients)}
              </span>
              <span className="vh">{said}</span>
            </>
          ) : (
            said
          )}
        </Button>
      </div>
      {!short && error !== undefined && Number.isFinite(error) && (
        <p className={styles.against}>{messages.withFiniteDifferences(format(error))}</p>
      )}
    </>
  );
}
