/**
 * How the maps add up: the running total of an output's z, or of an inspected neuron's, as a function over the inputs.
 * The first picture is b; each of the others adds one neuron or feature; the last is z itself.
 */
import { biasName, featuresOf, format, idOf, ids, plainOf, rowOf, weightName } from "@neural-viz/engine";
import { useId, useMemo, useState } from "react";
import { dataOf, networkOf, outputOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { inspect } from "../../store/inspector/inspect.ts";
import { switchOff } from "../../store/selection/ablation.ts";
import { pointOf } from "../../store/selection/point.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { useSize } from "../../ui/kit/useSize.ts";
import { spotOf } from "../../ui/plot/square.ts";
import { stepFor } from "../../ui/plot/terraces.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { unitSymbol } from "../../ui/quantity/names.ts";
import { CountFrame } from "./CountFrame.tsx";
import { CurveFrame } from "./CurveFrame.tsx";
import { placeOf, stripOf } from "./frames.ts";
import { PlaneFrame } from "./PlaneFrame.tsx";
import { Ruler } from "./Ruler.tsx";
import { Tag } from "./Tag.tsx";
import { messages } from "#text/strip";
import * as styles from "./Strip.module.css";

/** Cells along each side of a frame, or along a curve. */
const CELLS = 48;
const CURVE_CELLS = 120;
/** The sides of a frame, in pixels, and the room between two. */
const LEAST = 56;
const MOST = 116;
const GAP = 12;

export function Strip({ height }: { height: number }) {
  const { ref, size } = useSize<HTMLDivElement>();
  const [sorted, setSorted] = useState(false);
  const [opened, setOpened] = useState(false);
  const id = useId();
  const network = useApp(networkOf);
  const curve = useApp((state) => dataOf(state).inputs.length === 1);
  const inspected = useApp(({ inspectorHistory }) => inspectorHistory.at(-1));
  const output = useApp(outputOf);
  const off = useApp((state) => state.off);
  const plays = useApp(({ first }) => first?.moment === "found");
  const selection = useApp((state) => state.selection);
  const { params, picture, t } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
  const samples = useApp(dataOf);
  const x = useMemo(
    () => (selection.kind === "probe" ? selection.x : rowOf(samples.inputs, selection.index)),
    [selection, samples],
  );
  const point = pointOf({ selection });
  const place = useMemo(() => placeOf(network, inspected, output), [network, inspected, output]);
  const features = useMemo(() => featuresOf(network.features, x), [network, x]);
  const data = useMemo(
    () =>
      params.length === network.size
        ? stripOf(network, params, {
            picture,
            size: curve ? CURVE_CELLS : CELLS,
            place,
            features,
            sorted,
            opened,
          })
        : undefined,
    [network, params, picture, curve, place, features, sorted, opened],
  );
  if (data === undefined) return <div ref={ref} />;
  const { frames, constant, of, largest } = data;
  const layer = network.layers[place.l - 1]!;
  const hidden = place.l > 1;
  const isOutput = place.l === network.layers.length;
  const counted = isOutput && hidden && network.head.targets === "binary" && !curve;
  const columns = frames.length + (counted ? 1 : 0);
  const side =
    size === undefined
      ? LEAST
      : Math.max(LEAST, Math.min(MOST, height, Math.floor((size.width - GAP * (columns - 1)) / columns)));
  const step = stepFor(largest);
  const spot = spotOf(picture, x);
  const nameOf = (k: number) => unitSymbol(network, place.l - 1, k);
  const weight = (k: number) => ids.parameter.of(weightName(place.l, place.j + 1, k + 1), t);
  const bias = ids.parameter.of(biasName(place.l, place.j + 1), t);
  const isPlane = !curve;
  return (
    <section className={styles.strip} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>{messages.title}</h3>
        <span className={styles.hint}>
          {isOutput
            ? messages.ofOutput(layer.fanOut > 1 ? place.j + 1 : undefined, hidden)
            : messages.ofNeuron(place.j + 1, place.l)}
          {selection.kind === "sample" && messages.atPoint(selection.index + 1)}
          {off !== undefined && messages.allOn}
        </span>
        <span className={styles.tools}>
          {constant.length > 0 && constant.length < layer.fanIn && (
            <Button small look="quiet" aria-pressed={opened} onClick={() => setOpened(!opened)}>
              {messages.showConstant(constant.length)}
            </Button>
          )}
          {layer.fanIn > 2 && (
            <Button small look="quiet" aria-pressed={sorted} onClick={() => setSorted(!sorted)}>
              {messages.largestFirst}
            </Button>
          )}
          {counted && <strong className={styles.countTitle}>{messages.countInner}</strong>}
        </span>
      </header>
      <div ref={ref} className={styles.frames} data-measured={size !== undefined || undefined}>
        {frames.map(({ terms, total, value }, i) => {
          const last = i === frames.length - 1;
          const key = i === 0 ? "b" : terms.join(" ");
          const label = messages.frame(
            i === 0 ? ["b", ...terms.map((k) => nameOf(k).plain)] : terms.map((k) => nameOf(k).plain),
            format(value),
          );
          return (
            <figure
              key={key}
              className={styles.frame}
              data-plays={plays || undefined}
              style={{ width: side, ["--turn" as string]: i }}
            >
              {isPlane ? (
                <PlaneFrame
                  total={total}
                  size={of.size}
                  side={side}
                  step={step}
                  spot={spot}
                  last={last}
                  label={label}
                  lines={
                    i === 0 || !hidden
                      ? []
                      : terms.map((k) => ({
                          field: of.lines[k]!,
                          sign: Math.sign(params[layer.weight + place.j * layer.fanIn + k]!),
                        }))
                  }
                />
              ) : (
                <CurveFrame
                  before={i === 0 ? undefined : frames[i - 1]!.total}
                  total={total}
                  largest={largest}
                  side={side}
                  share={spot.x1}
                  value={value}
                  last={last}
                  label={label}
                />
              )}
              <figcaption className={styles.caption}>
                {i === 0 && (
                  <Quantity id={bias}>
                    <Tex tex="b" plain="b" />
                  </Quantity>
                )}
                {terms.map((k) =>
                  hidden ? (
                    <span key={k} className={styles.term}>
                      <Tag
                        number={k + 1}
                        hollow={i === 0 || constant.includes(k)}
                        off={off?.layer === place.l - 1 && off.unit === k + 1}
                        onPress={() => void switchOff({ layer: place.l - 1, unit: k + 1 })}
                      />
                      {i > 0 && side > 78 && (
                        <Quantity id={weight(k)}>
                          <Tex tex={`w_{${k + 1}} a_{${k + 1}}`} plain={plainOf(idOf(weight(k)))} />
                        </Quantity>
                      )}
                    </span>
                  ) : (
                    <Quantity key={k} id={weight(k)}>
                      + <Tex tex={`w_{${k + 1}} ${nameOf(k).tex}`} plain={nameOf(k).plain} />
                    </Quantity>
                  ),
                )}
              </figcaption>
              <p className={styles.value}>
                {last ? (
                  <Quantity id={ids.z.of(place.l, place.j + 1, point, t)}>{format(value)}</Quantity>
                ) : (
                  <button
                    type="button"
                    className={styles.part}
                    title={messages.partOf(symbolPlain(place))}
                    onClick={() => inspect(ids.z.of(place.l, place.j + 1, point, t))}
                  >
                    {format(value)}
                  </button>
                )}
              </p>
            </figure>
          );
        })}
        {counted && (
          <CountFrame
            of={of}
            params={params}
            network={network}
            side={side}
            constant={constant}
            turn={plays ? frames.length : undefined}
          />
        )}
      </div>
      {isPlane && <Ruler step={step} largest={largest} hidden={hidden} width={size?.width ?? 0} />}
    </section>
  );
}

const symbolPlain = ({ l, j }: { l: number; j: number }): string =>
  plainOf({ kind: "z", l, j: j + 1, point: { kind: "sample", s: 1 }, t: 0 });
