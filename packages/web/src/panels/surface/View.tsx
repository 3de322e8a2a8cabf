/**
 * The loss around the current parameters, in a plane of two directions: computed in every cell, with the path of the
 * run.
 */
import {
  cellCenter,
  type Directions,
  format,
  MAX_SEED,
  type Network,
  optimizerOf,
  parameterIndex,
  type Coordinates,
  type Result,
  type Trajectory,
} from "@neural-viz/engine";
import { useState } from "react";
import { changeSettings, settingOf } from "../../store/panels/settings.ts";
import { inspect } from "../../store/inspector/inspect.ts";
import { useAsked } from "../../store/answers.ts";
import { networkOf, penalizedOf } from "../../store/derived.ts";
import { useResting } from "../../store/hooks.ts";
import { store, useApp } from "../../store/store.ts";
import type { Answers, ValueOf } from "../../worker/protocol.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { useSize } from "../../ui/kit/useSize.ts";
import { Waiting } from "../../ui/kit/Waiting.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { Controls, type Cut, SIZES } from "./Controls.tsx";
import { Guess } from "./Guess.tsx";
import { type Cell, Picture, type Sliced } from "./Picture.tsx";
import { axisNames, gridPointId, samePlane, steepestTwo } from "./slice.ts";
import { messages } from "#text/surface";
import * as styles from "./Surface.module.css";
import { TrajectoryTable } from "./TrajectoryTable.tsx";

/** Updates of one descent. */
const UPDATES = 100;
const REACH = 3;
const SIZE = 61;

export function View() {
  const run = useApp((state) => state.run);
  return <SurfaceOfRun key={run} />;
}

/** The slice that was chosen; at first along the two steepest parameters. */
function useCut(network: Network): Cut {
  const [steepest] = useState(() => steepestTwo(network, store.getState().snapshot.gradient));
  const chosen = useApp(({ panel }) => panel?.settings);
  const isParameter = (name: string): boolean => parameterIndex(network, name) !== undefined;
  const across = settingOf(chosen?.["across"], steepest[0], isParameter);
  const up = settingOf(chosen?.["up"], steepest[1], isParameter);
  return {
    kind: settingOf<Cut["kind"]>(chosen?.["kind"], "parameters", (kind) => kind === "gradient"),
    names: across === up ? steepest : [across, up],
    seed: settingOf(chosen?.["seed"], 1, (seed) => Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED),
    reach: settingOf(chosen?.["reach"], REACH, (reach) => reach >= 0.01 && reach <= 100),
    size: settingOf(chosen?.["size"], SIZE, (size) => SIZES.includes(size as (typeof SIZES)[number])),
  };
}

function SurfaceOfRun() {
  const network = useApp(networkOf);
  const resting = useResting();
  const cut = useCut(network);
  const [chosen, setChosen] = useState<Cell & { readonly size: number }>();
  const [traced, setTraced] = useState<{
    readonly t: number;
    readonly directions: Directions;
    readonly from: Coordinates;
  }>();
  const directions: Directions =
    cut.kind === "parameters" ? { kind: cut.kind, names: cut.names } : { kind: cut.kind, seed: cut.seed };
  const plane = resting === undefined ? undefined : { t: resting.t, directions };

  const asked = useAsked<"surface">(plane && { kind: "surface", ...plane, reach: cut.reach, size: cut.size });
  const path = useAsked<"path">(plane && { kind: "path", ...plane });
  const tracing =
    plane !== undefined && traced !== undefined && samePlane(plane, traced) ? traced : undefined;
  const descent = useAsked<"descent">(tracing && { kind: "descent", ...tracing, updates: UPDATES });
  const waiting = [
    { label: messages.lossSurface, of: asked },
    { label: messages.path, of: path },
    { label: messages.descent, of: descent },
  ].map(({ label, of }) => (
    <Waiting
      key={label}
      label={label}
      progress={of.progress}
      canceled={of.canceled}
      onCancel={of.cancel}
      onAgain={of.again}
    />
  ));
  const controls = <Controls network={network} cut={cut} onChange={changeSettings} />;
  if (asked.answer?.ok !== true) {
    return (
      <div className={styles.body}>
        <div className={styles.about}>
          {controls}
          <p className={styles.caption}>{asked.answer?.why.text ?? messages.measuredAtRest}</p>
          {waiting}
        </div>
      </div>
    );
  }
  const surface = asked.answer.value;
  const middle = (surface.size - 1) / 2;
  const cell = chosen?.size === surface.size ? chosen : { row: middle, column: middle };
  const gridPoint = cellCenter(surface, cell.row, cell.column);
  const trace = (): void => setTraced({ t: surface.t, directions: surface.directions, from: gridPoint });
  const onPlane = <T extends object & Pick<Sliced, "t" | "directions">>(
    answer: Result<T> | undefined,
  ): T | undefined => (answer?.ok === true && samePlane(answer.value, surface) ? answer.value : undefined);
  const recorded = onPlane(path.answer);
  const downhill = traced !== undefined && samePlane(traced, surface) ? onPlane(descent.answer) : undefined;
  return (
    <div className={styles.body}>
      <div className={styles.about}>
        <Planes count={network.size} surface={surface} />
        {controls}
        {waiting}
        <Here
          surface={surface}
          gridPoint={gridPoint}
          loss={surface.losses[cell.row * surface.size + cell.column]!}
          onTrace={trace}
          onBack={() => {
            setChosen(undefined);
            setTraced(undefined);
          }}
        />
        <Guess of={surface} count={network.size} />
        {downhill !== undefined && <Descended descent={downhill} surface={surface} />}
        {recorded !== undefined && (
          <Recorded path={recorded} surface={surface} onReach={(reach) => changeSettings({ reach })} />
        )}
      </div>
      <Frame
        surface={surface}
        path={recorded}
        descent={downhill}
        cell={cell}
        onCell={({ row, column }) => setChosen({ row, column, size: surface.size })}
        onTrace={trace}
        onInspect={() => inspect(gridPointId(surface.directions, gridPoint, surface.t))}
      />
    </div>
  );
}

function Frame(props: Omit<Parameters<typeof Picture>[0], "width" | "height">) {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.frame}>
      {size !== undefined && <Picture {...props} width={size.width} height={size.height} />}
    </div>
  );
}

interface HereProps {
  surface: Sliced;
  gridPoint: Coordinates;
  loss: number;
  onTrace: () => void;
  onBack: () => void;
}

/** The loss at the selected point, and what can be done from there. */
function Here({ surface: { t, directions }, gridPoint, loss, onTrace, onBack }: HereProps) {
  const penalized = useApp(penalizedOf);
  const [across, up] = directions.kind === "parameters" ? axisNames(directions) : messages.axes;
  return (
    <div className={styles.here}>
      <p className={styles.loss} aria-live="polite">
        {penalized ? "J" : "L"} ={" "}
        <Quantity id={gridPointId(directions, gridPoint, t)}>{format(loss)}</Quantity>{" "}
        <span>{messages.at(across, format(gridPoint[0]), up, format(gridPoint[1]))}</span>
      </p>
      <div className={styles.buttons}>
        <Button small onClick={onTrace}>
          {messages.traceDescentFromHere}
        </Button>
        <Button small look="quiet" onClick={onBack}>
          {messages.currentParameters}
        </Button>
      </div>
    </div>
  );
}

/** A reminder of how little of the parameter space is visible. */
function Planes({ count: all, surface: { t, directions } }: { count: number; surface: Sliced }) {
  const when = useWhen();
  const others =
    directions.kind === "parameters"
      ? messages.othersUnchanged(all - 2, when(t))
      : messages.uphillAndRandom(when(t));
  return (
    <p className={styles.caption}>
      <strong>{messages.directionsOf(all)}</strong> {others}
    </p>
  );
}

const farthest = ({ distance }: Trajectory): number => distance.reduce((most, d) => Math.max(most, d), 0);

interface RecordedProps {
  path: Trajectory;
  surface: Sliced;
  onReach: (reach: number) => void;
}

/** How far the recorded path is from the plane, and a range that shows all of it. */
function Recorded({ path, surface: { center, directions, t }, onReach }: RecordedProps) {
  const { ts, x, y } = path;
  const when = useWhen();
  if (ts.length < 2) return <p className={styles.caption}>{messages.pathBegins}</p>;
  const widest = ts.reduce(
    (most, _, i) => Math.max(most, Math.abs(x[i]! - center[0]), Math.abs(y[i]! - center[1])),
    0,
  );
  const [across, up] = axisNames(directions);
  return (
    <p className={styles.caption}>
      {messages.pathOf(when(ts.at(-1)!), when(t), format(farthest(path)))}{" "}
      <Button
        small
        look="quiet"
        disabled={!(widest > 0 && widest < 90)}
        onClick={() => onReach(Math.max(0.01, Number((widest * 1.1).toPrecision(2))))}
      >
        {messages.showAllOfIt}
      </Button>
      <TrajectoryTable trajectory={path} kind="path" across={across} up={up} />
    </p>
  );
}

/** Where the descent led. */
function Descended({ descent, surface }: { descent: ValueOf<Answers["descent"]>; surface: Sliced }) {
  const { ts, loss, distance, optimizer } = descent;
  const penalized = useApp(penalizedOf);
  const updates = ts.length - 1;
  if (updates < 0) return <p className={styles.caption}>{messages.noDescent}</p>;
  const [across, up] = axisNames(surface.directions);
  return (
    <p className={styles.caption}>
      <span className={styles.descentKey}>{messages.magenta}</span>{" "}
      {messages.descended({
        updates,
        optimizer: optimizerOf(optimizer.name).label,
        rate: format(optimizer.learningRate),
        from: format(loss[0]!),
        to: format(loss.at(-1)!),
        away: format(distance.at(-1)!),
        stopped: updates < UPDATES,
        penalized,
      })}
      <TrajectoryTable trajectory={descent} kind="descent" across={across} up={up} />
    </p>
  );
}
