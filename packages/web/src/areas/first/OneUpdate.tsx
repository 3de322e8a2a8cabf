/** How far each parameter moves in the next update, as arrows. */
import { ids, parameterId, plainOf } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { useSize } from "../../ui/kit/useSize.ts";
import { messages } from "#text/first";
import * as styles from "./First.module.css";
import { steepestOf } from "./steepest.ts";

const HEIGHT = 116;
const MIDDLE = 54;
/** Only here is there room for every name. */
const WIDE = 560;

export function OneUpdate() {
  const network = useApp(networkOf);
  const { gradient, t, optimizer } = useThrottled(({ snapshot }) => snapshot);
  const names = Array.from({ length: network.size }, (_, i) => parameterId(network, i));
  const moves = useAnswer<"values">({
    kind: "values",
    ids: names.map((name) => ids.difference.of(name, t + 1)),
  });
  const { ref, size } = useSize<HTMLDivElement>();
  const steepest = steepestOf(gradient);
  const ready = moves !== undefined && moves.length === network.size && moves.every(Number.isFinite);
  const largest = ready ? moves.reduce((most, move) => Math.max(most, Math.abs(move)), 0) || 1 : 1;
  return (
    <section className={styles.update} aria-label={messages.oneUpdate}>
      <h3>
        {messages.oneUpdate} <span>{messages.howFar(String(optimizer.learningRate))}</span>
      </h3>
      <div ref={ref} className={styles.arrows}>
        {ready && size !== undefined && (
          <svg width={size.width} height={HEIGHT} role="img" aria-label={messages.moves(network.size)}>
            <path className={styles.level} d={`M0 ${MIDDLE}H${size.width}`} />
            {names.map((name, i) => {
              const x = ((i + 0.5) / names.length) * size.width;
              const length = (46 * moves[i]!) / largest;
              const head = Math.min(6, Math.abs(length)) * Math.sign(length);
              return (
                <g key={name} data-steepest={i === steepest || undefined}>
                  <path d={`M${x} ${MIDDLE}v${-length + head}`} className={styles.shaft} />
                  <path d={`M${x - 5} ${MIDDLE - length + head}h10l-5 ${-head}z`} className={styles.tip} />
                  {(size.width >= WIDE || i === steepest) && (
                    <>
                      <text x={x} y={HEIGHT - 18} textAnchor={size.width < WIDE ? "end" : "middle"}>
                        {plainOf({ kind: "parameter", name, t })}
                      </text>
                      <text x={x} y={HEIGHT - 3} textAnchor={size.width < WIDE ? "end" : "middle"}>
                        {moves[i]!.toFixed(4).replace("-", "−")}
                      </text>
                    </>
                  )}
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </section>
  );
}
