import type { Network } from "@neural-viz/engine";
import { useMemo } from "react";
import type { Size } from "../../ui/kit/useSize.ts";
import { unitSymbol } from "../../ui/quantity/names.ts";
import { Drawing, type Pixel } from "./Drawing.tsx";
import { layerAfter, type Look } from "./fold.ts";
import { foldedBy } from "./folded.ts";
import { sharesOf } from "./place.ts";
import { between, type Place } from "./polygon.ts";
import { weightsOf } from "./score.ts";
import { type Box, boxOf, planeIn, projectionOf, type Space } from "./turn.ts";
import type { Fold } from "./useFold.ts";
import { useTurn } from "./useTurn.ts";
import { messages } from "#text/fold";
import * as styles from "./ThreeView.module.css";

const MARGIN = 26;

interface ThreeViewProps extends Size {
  fold: Fold;
  look: Extract<Look, { kind: "three" }>;
  /** 0 is the square, 1 is folded. */
  share: number;
  hovered: number | undefined;
}

/** The sheet with three neurons as axes, in a parallel projection that drags and arrow keys turn. */
export function ThreeView({ width, height, fold, look, share, hovered }: ThreeViewProps) {
  const { network, params, section, sheet, points, regions, chosen } = fold;
  const { turn, pad } = useTurn();
  const folded = useMemo(() => {
    const after = layerAfter(network, params, look.layer);
    return foldedBy((x): Space => {
      const { layer } = after(x);
      return [layer[look.axes[0]]!, layer[look.axes[1]]!, layer[look.axes[2]]!];
    }, section);
  }, [network, params, section, look]);
  const { box, middle, radius } = useMemo(() => {
    const corners = regions.length === 0 ? sheet.grid.flat(2) : regions.flatMap(({ polygon }) => polygon);
    const places = [...corners.map(folded.place), ...points.map(({ x }) => folded.point(x))];
    const around = boxOf(places);
    const center = [0, 1, 2].map((i) => (around.low[i]! + around.high[i]!) / 2) as unknown as Space;
    // However it is turned, the sheet and its axes stay in the picture.
    const away = [...places, ...endsOf(around).flat()].map((place) =>
      Math.hypot(...place.map((v, i) => v - center[i]!)),
    );
    return { box: around, middle: center, radius: away.reduce((most, v) => Math.max(most, v), 0) || 1 };
  }, [regions, sheet, points, folded]);
  const project = projectionOf(turn);
  const [middleRight, middleUp] = project(middle);
  const scale = (Math.min(width, height) / 2 - MARGIN) / radius;
  const pixel = (place: Space): Pixel => {
    const [right, up] = project(place);
    return [width / 2 + (right - middleRight) * scale, height / 2 - (up - middleUp) * scale];
  };
  const side = Math.min(width, height) - 2 * MARGIN;
  const flat = (at: Place): Pixel => {
    const [x, y] = sharesOf(section, at);
    return [(width - side) / 2 + x * side, (height + side) / 2 - y * side];
  };
  const mixed = (at: Place, place: Space): Pixel => {
    const [left, top] = between(flat(at), pixel(place), share);
    return [left!, top!];
  };
  const axes = share === 1;
  const plane = axes ? planeOf(network, params, look, box) : [];
  return (
    <div className={styles.three}>
      <svg
        className={styles.picture}
        data-axes={section.axes.length}
        style={fold.tints}
        width={width}
        height={height}
        role="img"
        aria-label={messages.threeOf(look.axes.map((unit) => unitSymbol(network, look.layer, unit).plain))}
      >
        {plane.length > 0 && (
          <path
            d={`M${plane
              .map((at) =>
                pixel(at)
                  .map((v) => v.toFixed(1))
                  .join(" "),
              )
              .join("L")}Z`}
            className={styles.plane}
          />
        )}
        {axes && (
          <Axes
            box={box}
            pixel={pixel}
            names={look.axes.map((unit) => unitSymbol(network, look.layer, unit).plain)}
          />
        )}
        <Drawing
          sheet={sheet}
          points={points}
          drawn={{
            place: (at) => mixed(at, folded.place(at)),
            point: (x, at) => mixed(at, folded.point(x)),
          }}
          layer={look.layer}
          selected={regions[fold.selected]?.polygon}
          lit={hovered === undefined ? undefined : regions[hovered]?.polygon}
          chosen={chosen}
          radius={points.length > 400 ? 2.4 : 3.2}
        />
      </svg>
      <button
        type="button"
        className={styles.pad}
        aria-label={messages.turn(turn.around, turn.above)}
        {...pad}
      />
    </div>
  );
}

/** Both ends of each axis, which goes through the origin. One that has no length gets one. */
function endsOf({ low, high }: Box): readonly (readonly [Space, Space])[] {
  return [0, 1, 2].map((i) => {
    const along = (value: number): Space => [i === 0 ? value : 0, i === 1 ? value : 0, i === 2 ? value : 0];
    return [along(low[i]!), along(high[i]! || 1)];
  });
}

/** From the origin along each axis to the largest activation. */
function Axes({ box, pixel, names }: { box: Box; pixel: (place: Space) => Pixel; names: readonly string[] }) {
  return endsOf(box).map((ends, i) => {
    const name = names[i]!;
    const [from, to] = [pixel(ends[0]), pixel(ends[1])];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    return (
      <g key={name}>
        <path d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} className={styles.axis} />
        <text
          x={to[0] + (14 * (to[0] - from[0])) / length}
          y={to[1] + (14 * (to[1] - from[1])) / length + 4}
          textAnchor="middle"
          className={styles.name}
        >
          {name}
        </text>
      </g>
    );
  });
}

/** Where the score is 0 among three neurons that are all of the last hidden layer; none otherwise. */
function planeOf(
  network: Network,
  params: Float64Array,
  { layer, axes, score }: ThreeViewProps["look"],
  box: Box,
): readonly Space[] {
  const { weights, bias } = weightsOf(network, params, score);
  if (layer !== network.layers.length - 1 || weights.length !== 3) return [];
  return planeIn(box, [weights[axes[0]]!, weights[axes[1]]!, weights[axes[2]]!], bias);
}
