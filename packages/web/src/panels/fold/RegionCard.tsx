import { activationOf, featuresOf, format, ids, mostRegions, trace } from "@neural-viz/engine";
import { Fragment, memo, type ReactNode, useMemo } from "react";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { pointOf } from "../../store/selection/point.ts";
import { useApp } from "../../store/store.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { ActiveNetwork } from "./ActiveNetwork.tsx";
import { Paths } from "./Paths.tsx";
import { type Fold, useCounts } from "./useFold.ts";
import { messages } from "#text/fold";
import * as styles from "./RegionCard.module.css";

interface RegionCardProps {
  fold: Fold;
  /** The output whose z it is about, from 0. */
  output: number;
}

/** The region of the selected point: which neurons are on there, and the one affine map that the network is there. */
export const RegionCard = memo(({ fold, output }: RegionCardProps) => {
  const counts = useCounts(fold);
  const { regions, selected, points, network, params, section, chosen } = fold;
  const hidden = network.layers.slice(0, -1);
  const region = regions[selected];
  const trained = points.filter(({ heldOut }) => !heldOut).length;
  const [only] = hidden;
  const { a } = useMemo(
    () => trace(network, params, featuresOf(network.features, chosen.x)),
    [network, params, chosen],
  );
  return (
    <section className={styles.card} aria-label={messages.region}>
      <div className={styles.which}>
        <h3>{region === undefined ? messages.outside : messages.regionOf(selected + 1, regions.length)}</h3>
        {region !== undefined && (
          <p>
            {section.base.length > section.axes.length
              ? messages.pointsAlike(counts[selected]!, trained)
              : messages.pointsIn(counts[selected]!, trained)}
          </p>
        )}
        {region !== undefined && (
          <>
            <div className={styles.within}>
              <ActiveNetwork network={network} params={params} active={region.active} />
            </div>
            {region.active.map((layer, l) => (
              // A layer has no id but its index.
              // eslint-disable-next-line react/no-array-index-key
              <span key={l} className="vh">
                {messages.onIn(
                  l + 1,
                  layer.flatMap((on, j) => (on ? [j + 1] : [])),
                )}
              </span>
            ))}
          </>
        )}
        {hidden.length === 1 && only!.activation !== "identity" && (
          <p>
            {messages.atMost(regions.length, mostRegions(only!.fanOut, section.axes.length), only!.fanOut)}
          </p>
        )}
      </div>
      <div className={styles.equation}>
        <Equation network={network} output={output} />
        {region !== undefined && hidden.length > 0 && (
          <Paths network={network} params={params} a={a} inputs={section.base.length} output={output} />
        )}
      </div>
      <div className={styles.product}>
        <p className={styles.factors}>
          <Tex tex={productTex(network.layers.length)} plain="w" />
        </p>
        {hidden.length > 0 && <p>{messages.keeps(slopesOff(network))}</p>}
      </div>
    </section>
  );
});

/** The slopes of neurons that are off, each once; none where no neuron is ever off. */
function slopesOff({ layers }: Fold["network"]): string[] {
  const slopes = layers
    .slice(0, -1)
    .filter(({ activation }) => activation !== "identity")
    .map((layer) => format(activationOf(layer).slope(0)));
  return [...new Set(slopes)];
}

/** The collapsed weights as a product of matrices. */
function productTex(layers: number): string {
  const factors = Array.from({ length: layers }, (_, i) => {
    const l = layers - i;
    return l === 1 ? "W^{(1)}" : `W^{(${l})} D^{(${l - 1})}`;
  });
  return `w = ${factors.join(" ")}`;
}

/** z = b + w₁x₁ + w₂x₂ …, each symbol above its number. */
function Equation({ network, output }: { network: Fold["network"]; output: number }) {
  const selection = useApp((state) => state.selection);
  const inputs = useApp(({ snapshot }) => snapshot.picture.domain.length);
  const t = useThrottled(({ snapshot }) => snapshot.t, MANY_NUMBERS);
  const point = pointOf({ selection });
  const l = network.layers.length;
  const j = output + 1;
  const numbers = Array.from({ length: inputs }, (_, k) => k + 1);
  const lines = foundOf(
    useAnswer<"explain">(
      {
        kind: "explain",
        ids: [
          ids.z.of(l, j, point, t),
          ids.affb.of(l, j, point, t),
          ...numbers.flatMap((k) => [ids.aff.of(l, j, k, point, t), ids.x.of(k, point)]),
        ],
      },
      MANY_NUMBERS,
    ),
  );
  if (lines.length !== 2 + 2 * inputs) return null;
  const [z, b, ...terms] = lines;
  const term = (symbol: string, line: (typeof lines)[number], total?: string): ReactNode => (
    <span className={styles.term}>
      <Tex tex={symbol} plain={symbol} />
      <Quantity id={line.id}>{format(line.value)}</Quantity>
      <span className={styles.total}>{total}</span>
    </span>
  );
  const totals = numbers.reduce(
    (so, _, k) => [...so, so.at(-1)! + terms[2 * k]!.value * terms[2 * k + 1]!.value],
    [b!.value],
  );
  const sum = totals.at(-1)!;
  const several = network.layers.at(-1)!.fanOut > 1;
  const of = (k: number): string => (inputs === 1 ? "" : `_${k}`);
  return (
    <>
      <p className={styles.terms}>
        {term(several ? `z_{${j}}` : "z", z!)}
        <span className={styles.sign}>=</span>
        {term("b", b!, format(totals[0]!))}
        {numbers.map((k, i) => (
          <Fragment key={k}>
            <span className={styles.sign}>+</span>
            {term(`w${of(k)}`, terms[2 * i]!)}
            <span className={styles.sign}>·</span>
            {term(`x${of(k)}`, terms[2 * i + 1]!, format(totals[i + 1]!))}
          </Fragment>
        ))}
      </p>
      <p>{sum === z!.value ? messages.sameBits : messages.rounding(format(Math.abs(sum - z!.value)))}</p>
    </>
  );
}
