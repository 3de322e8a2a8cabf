import {
  dataShape,
  cellFeatures,
  type FeatureName,
  features,
  featuresFor,
  MAX_FEATURES,
  pictureOf,
  rawFeatures,
} from "@neural-viz/engine";
import { useEffect, useRef } from "react";
import { networkOf } from "../../../store/derived.ts";
import { chooseNetwork } from "../../../store/setup/choose.ts";
import { useApp } from "../../../store/store.ts";
import { Tex } from "../../../ui/kit/Tex.tsx";
import { intervalOf, paintCurve } from "../../../ui/plot/curveFace.ts";
import { paintMap } from "../../../ui/plot/face.ts";
import { usePalette } from "../../../ui/plot/usePalette.ts";
import { messages } from "#text/setup";
import * as styles from "../Setup.module.css";

const SIZE = 24;

/** The network's inputs: the raw ones, and what can be made of them, each with its map, to switch on and off. */
export function Features() {
  const { dataset } = useApp((state) => state.experiment);
  const chosen = useApp((state) => networkOf(state).features);
  const { inputs } = dataShape(dataset);
  const all = featuresFor(inputs);
  const choose = (name: FeatureName, on: boolean): void => {
    const next = all.filter((one) => (one === name ? on : chosen.includes(one)));
    chooseNetwork({ features: String(next) === String(rawFeatures(inputs)) ? undefined : next });
  };
  return (
    <div className={styles.features}>
      {all.map((name) => {
        const on = chosen.includes(name);
        const { symbols, plain } = features[name];
        return (
          <label key={name} className={styles.feature} data-on={on || undefined}>
            <input
              type="checkbox"
              aria-label={messages.feature(plain)}
              checked={on}
              disabled={(on && chosen.length === 1) || (!on && chosen.length === MAX_FEATURES)}
              onChange={(event) => choose(name, event.target.checked)}
            />
            <FeatureMap name={name} />
            <Tex tex={symbols} plain={plain} />
          </label>
        );
      })}
      {chosen.length === 1 && <p className={styles.hint}>{messages.oneFeatureStays}</p>}
    </div>
  );
}

/** A feature over the inputs. */
function FeatureMap({ name }: { name: FeatureName }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { dataset } = useApp((state) => state.experiment);
  const palette = usePalette();
  useEffect(() => {
    const picture = pictureOf(dataset);
    const [map] = cellFeatures({ features: [name] }, picture, SIZE);
    if (picture.axes.length === 1) paintCurve(canvas.current!, map!, intervalOf(map!, 1), palette);
    else paintMap(canvas.current!, SIZE, map!, palette);
  }, [dataset, name, palette]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
