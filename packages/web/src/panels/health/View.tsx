/** How well gradients reach the layers, and which neurons can still learn; every threshold is stated. */
import {
  EXPLODING,
  SATURATED_SLOPE,
  format,
  ids,
  type LayerHealth,
  SATURATED_SHARE,
  VANISHING,
} from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { LayerLines } from "../../ui/quantity/LayerLines.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { capital, count } from "../../ui/kit/text.ts";
import { messages } from "#text/health";
import * as styles from "./Health.module.css";

export function View() {
  const run = useApp((state) => state.run);
  return <HealthOfRun key={run} />;
}

function HealthOfRun() {
  const asked = useThrottled(({ snapshot }) => snapshot.t);
  const found = useAnswer<"health">({ kind: "health", t: asked });
  const when = useWhen();
  if (found === undefined) return null;
  const { t, layers } = found;
  return (
    <div className={styles.body}>
      <div className={styles.layers}>
        <p className={styles.summary}>
          {capital(when(t))}: {summaryOf(layers)}
        </p>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="vh">{messages.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.layer}</th>
                <th scope="col">{messages.gradient}</th>
                <th scope="col">{messages.ratio}</th>
                <th scope="col">{messages.verdict}</th>
                <th scope="col">{messages.neurons}</th>
              </tr>
            </thead>
            <tbody>
              {layers.map((layer) => (
                <tr key={layer.layer}>
                  <th scope="row">{layer.layer === layers.length ? messages.output : layer.layer}</th>
                  <td>
                    <Quantity id={ids.norm.of("grms", layer.layer, t)}>{format(layer.size)}</Quantity>
                  </td>
                  <td>{format(layer.ratio)}</td>
                  <td data-verdict={verdictOf(layer)}>{verdicts[verdictOf(layer)]}</td>
                  <td>{neuronsOf(layer)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.hint}>
          {messages.thresholds(VANISHING, count(EXPLODING), SATURATED_SHARE * 100, SATURATED_SLOPE * 100)}
        </p>
      </div>
      <figure className={styles.lines}>
        <figcaption>{messages.sizeOfGradientRms}</figcaption>
        <LayerLines of="grms" label={messages.sizeOfGradient} axis="log" />
      </figure>
    </div>
  );
}

type Verdict = LayerHealth["verdict"] | "zero";

/** A gradient of exactly 0, as behind a layer of dead ReLUs, is blocked: it didn't vanish little by little. */
const verdictOf = (layer: LayerHealth): Verdict => (layer.size === 0 ? "zero" : layer.verdict);

const verdicts: Readonly<Record<Verdict, string>> = {
  zero: messages.zero,
  vanishing: messages.vanishing,
  exploding: messages.exploding,
  even: messages.even,
};

const stateOf = ({ units }: LayerHealth, state: string): number[] =>
  units.flatMap((unit, j) => (unit.state === state ? [j + 1] : []));

function neuronsOf(layer: LayerHealth): string {
  if (layer.units.length === 0) return "–";
  const named = (["dead", "saturated"] as const).flatMap((state) => {
    const units = stateOf(layer, state);
    return units.length === 0 ? [] : [`${units.length} ${messages.states[state]} (${units.join(", ")})`];
  });
  return named.length === 0
    ? messages.allAlive(layer.units.length)
    : messages.statesOf(named.join(", "), layer.units.length);
}

/** The health of the whole network in one sentence. */
function summaryOf(layers: readonly LayerHealth[]): string {
  const of = (verdict: Verdict): number[] =>
    layers.flatMap((layer) => (verdictOf(layer) === verdict ? [layer.layer] : []));
  const stuck = layers.reduce(
    (sum, layer) => sum + stateOf(layer, "dead").length + stateOf(layer, "saturated").length,
    0,
  );
  const found = [
    ...(of("zero").length > 0 ? [messages.zeroIn(messages.layers(of("zero")))] : []),
    ...(of("vanishing").length > 0 ? [messages.vanishIn(messages.layers(of("vanishing")))] : []),
    ...(of("exploding").length > 0 ? [messages.explodeIn(messages.layers(of("exploding")))] : []),
    ...(stuck > 0 ? [messages.stuck(stuck)] : []),
  ];
  return found.length === 0 ? messages.healthy : `${found.join("; ")}.`;
}
