/** How well gradients reach the layers, and which neurons can still learn; every threshold is stated. */
import { EXPLODING, FLAT, format, type LayerHealth, MOSTLY, VANISHING } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { useCalm } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { LayerLines } from "../plot/LayerLines.tsx";
import { useWhen } from "../playground/useWhen.ts";
import { capital } from "../playground/words.ts";
import * as styles from "./Health.module.css";

export function View() {
  const run = useApp((state) => state.run);
  return <HealthOfRun key={run} />;
}

function HealthOfRun() {
  const asked = useCalm(({ snapshot }) => snapshot.t);
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
            <caption className="vh">Every layer's gradient and neurons</caption>
            <thead>
              <tr>
                <th scope="col">Layer</th>
                <th scope="col">Gradient</th>
                <th scope="col">÷ output's</th>
                <th scope="col">Verdict</th>
                <th scope="col">Neurons</th>
              </tr>
            </thead>
            <tbody>
              {layers.map((layer) => (
                <tr key={layer.layer}>
                  <th scope="row">{layer.layer === layers.length ? "Output" : layer.layer}</th>
                  <td>
                    <Quantity id={`grms.${layer.layer}@${t}`}>{format(layer.size)}</Quantity>
                  </td>
                  <td>{format(layer.ratio)}</td>
                  <td data-verdict={layer.verdict}>{verdicts[layer.verdict]}</td>
                  <td>{neuronsOf(layer)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.hint}>
          Vanishing: a layer's gradient (the root of the mean of its squares) is below {VANISHING} of the
          output layer's; exploding: above {EXPLODING} times. Dead: a ReLU that puts out 0 for every point.
          Saturated: for at least {MOSTLY * 100} % of the points f′ is below {FLAT * 100} % of its largest
          value.
        </p>
      </div>
      <figure className={styles.lines}>
        <figcaption>Size of each layer's gradient, root mean square</figcaption>
        <LayerLines of="grms" label="Size of each layer's gradient" axis="log" />
      </figure>
    </div>
  );
}

const verdicts: Readonly<Record<LayerHealth["verdict"], string>> = {
  vanishing: "⚠ vanishing",
  exploding: "⚠ exploding",
  even: "✓ even",
};

const stateOf = ({ units }: LayerHealth, state: string): number[] =>
  units.flatMap((unit, j) => (unit.state === state ? [j + 1] : []));

function neuronsOf(layer: LayerHealth): string {
  if (layer.units.length === 0) return "–";
  const named = (["dead", "saturated"] as const).flatMap((state) => {
    const units = stateOf(layer, state);
    return units.length === 0 ? [] : [`${units.length} ${state} (${units.join(", ")})`];
  });
  return named.length === 0
    ? `all ${layer.units.length} alive`
    : `${named.join(", ")} of ${layer.units.length}`;
}

/** The state of the whole network in one sentence. */
function summaryOf(layers: readonly LayerHealth[]): string {
  const of = (verdict: LayerHealth["verdict"]): number[] =>
    layers.flatMap((layer) => (layer.verdict === verdict ? [layer.layer] : []));
  const where = (numbers: readonly number[]): string =>
    `layer${numbers.length === 1 ? "" : "s"} ${numbers.join(", ")}`;
  const stuck = layers.reduce(
    (sum, layer) => sum + stateOf(layer, "dead").length + stateOf(layer, "saturated").length,
    0,
  );
  const found = [
    ...(of("vanishing").length > 0 ? [`gradients vanish in ${where(of("vanishing"))}`] : []),
    ...(of("exploding").length > 0 ? [`gradients explode in ${where(of("exploding"))}`] : []),
    ...(stuck > 0 ? [`${stuck} ${stuck === 1 ? "neuron" : "neurons"} can hardly learn`] : []),
  ];
  return found.length === 0
    ? "gradients reach every layer, and every neuron can learn."
    : `${found.join("; ")}.`;
}
