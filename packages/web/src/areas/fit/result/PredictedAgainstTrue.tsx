import { format, ids, inOwnUnit, unitsOf } from "@neural-viz/engine";
import { dataOf, outputOf, partsOf } from "../../../store/derived.ts";
import { useThrottled } from "../../../store/hooks.ts";
import { useApp } from "../../../store/store.ts";
import { roundNumbers } from "../../../ui/plot/levels.ts";
import { scaleOf } from "../../../ui/plot/scale.ts";
import { Quantity } from "../../../ui/quantity/Quantity.tsx";
import { messages } from "#text/result";
import * as styles from "./Result.module.css";

const SIDE = 260;
const [LEFT, BOTTOM, MARGIN] = [40, 34, 8];

/** Each point's prediction over its target: on the diagonal they are equal. With RMSE and R². */
export function PredictedAgainstTrue() {
  const samples = useApp(dataOf);
  const output = useApp(outputOf);
  const { outputs, fit, t } = useThrottled(({ snapshot }) => snapshot);
  const { split } = useApp(partsOf);
  const { dataset } = useApp(({ experiment }) => experiment);
  const map = unitsOf(dataset).targets?.[output];
  const own = (value: number): number => (map === undefined ? value : inOwnUnit(map, value));
  const targets = samples.targets[output]!.map(own);
  const predictions = outputs[output]!.map(own);
  const values = [...targets, ...predictions].filter(Number.isFinite);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleOf("linear", [low, high], [LEFT, SIDE - MARGIN]);
  const y = scaleOf("linear", [low, high], [SIDE - BOTTOM, MARGIN]);
  const heldOut = new Set(split.test);
  const dots = (held: boolean): string =>
    [...targets]
      .map((target, s) =>
        heldOut.has(s) === held && Number.isFinite(predictions[s])
          ? `M${(x(target) - 2.5).toFixed(1)} ${y(predictions[s]!).toFixed(1)}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z`
          : "",
      )
      .join("");
  const ticks = roundNumbers(low, high, 4);
  const tick = (value: number): string => String(Number(value.toPrecision(3))).replace("-", "−");
  return (
    <figure className={styles.plot}>
      <figcaption>{messages.predictedAgainstTrue}</figcaption>
      <svg
        width={SIDE}
        height={SIDE}
        role="img"
        aria-label={messages.plotOf(samples.count, format(fit?.rmse ?? 0))}
      >
        <path
          className={styles.axis}
          d={`M${LEFT} ${MARGIN}V${SIDE - BOTTOM}H${SIDE - MARGIN}M${x(low)} ${y(low)}L${x(high)} ${y(high)}`}
        />
        {ticks.map((value) => (
          <g key={value}>
            <text x={x(value)} y={SIDE - BOTTOM + 14} textAnchor="middle">
              {tick(value)}
            </text>
            <text x={LEFT - 5} y={y(value) + 4} textAnchor="end">
              {tick(value)}
            </text>
          </g>
        ))}
        <text x={(LEFT + SIDE) / 2} y={SIDE - 4} textAnchor="middle">
          {messages.actual}
        </text>
        <text transform={`translate(11 ${(SIDE - BOTTOM) / 2}) rotate(-90)`} textAnchor="middle">
          {messages.predicted}
        </text>
        <path className={styles.dots} d={dots(false)} />
        <path className={styles.heldOut} d={dots(true)} />
      </svg>
      <dl className={styles.scores}>
        <dt>{messages.rmse}</dt>
        <dd>
          <Quantity id={ids.rmse.of(t)}>{format(fit?.rmse ?? 0)}</Quantity>
        </dd>
        {fit?.testRmse !== undefined && (
          <>
            <dt>{messages.testRmse}</dt>
            <dd>{format(fit.testRmse)}</dd>
          </>
        )}
        {fit?.ownRmse !== undefined && (
          <>
            <dt>{messages.ownRmse}</dt>
            <dd>{format(fit.ownRmse[output]!)}</dd>
          </>
        )}
        <dt>
          R<sup>2</sup>
        </dt>
        <dd>
          {fit?.r2 === undefined ? (
            messages.noVariance
          ) : (
            <Quantity id={ids.r2.of(t)}>{format(fit.r2)}</Quantity>
          )}
        </dd>
      </dl>
    </figure>
  );
}
