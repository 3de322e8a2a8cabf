/** The loss around the present parameters, on a plane of two directions: measured in every cell, with the run's path on it. */
import { cellPlace, type Directions, format, optimizerOf, type Place, type Trail } from "@neural-viz/engine";
import { useState } from "react";
import { inspect } from "../../store/actions.ts";
import { useAsked } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { useResting } from "../../store/hooks.ts";
import { store, useApp } from "../../store/store.ts";
import type { Answers } from "../../worker/protocol.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { Button } from "../kit/Button.tsx";
import { useSize } from "../kit/useSize.ts";
import { Waiting } from "../kit/Waiting.tsx";
import { useWhen } from "../playground/useWhen.ts";
import { Controls, type Cut } from "./Controls.tsx";
import { type Cell, Picture, type Sliced } from "./Picture.tsx";
import { axisNames, placeId, samePlane, steepestTwo } from "./slice.ts";
import * as styles from "./Surface.module.css";
import { TrailTable } from "./TrailTable.tsx";

/** Updates of one descent. */
const UPDATES = 100;
const REACH = 3;
const SIZE = 61;

export function View() {
  const run = useApp((state) => state.run);
  return <SurfaceOfRun key={run} />;
}

function SurfaceOfRun() {
  const network = useApp(networkOf);
  const resting = useResting();
  const [cut, setCut] = useState<Cut>(() => ({
    kind: "parameters",
    names: steepestTwo(network, store.getState().snapshot.gradient),
    seed: 1,
    reach: REACH,
    size: SIZE,
  }));
  const [chosen, setChosen] = useState<Cell & { readonly size: number }>();
  const [traced, setTraced] = useState<{
    readonly t: number;
    readonly directions: Directions;
    readonly from: Place;
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
    { label: "Loss surface", of: asked },
    { label: "Path", of: path },
    { label: "Descent", of: descent },
  ].map(({ label, of }) => (
    <Waiting
      key={label}
      label={label}
      progress={of.progress}
      cancelled={of.cancelled}
      onCancel={of.cancel}
      onAgain={of.again}
    />
  ));
  const surface = asked.answer;
  const controls = (
    <Controls
      network={network}
      cut={cut}
      onChange={(patch) => setCut((before) => ({ ...before, ...patch }))}
    />
  );
  if (surface === undefined || typeof surface === "string") {
    return (
      <div className={styles.body}>
        <div className={styles.about}>
          {controls}
          <p className={styles.words}>{surface ?? "The surface is measured where training pauses."}</p>
          {waiting}
        </div>
      </div>
    );
  }
  const middle = (surface.size - 1) / 2;
  const cell = chosen?.size === surface.size ? chosen : { row: middle, column: middle };
  const place = cellPlace(surface, cell.row, cell.column);
  const trace = (): void => setTraced({ t: surface.t, directions: surface.directions, from: place });
  const onPlane = <T extends object & Pick<Sliced, "t" | "directions">>(
    answer: T | string | undefined,
  ): T | undefined => (typeof answer === "object" && samePlane(answer, surface) ? answer : undefined);
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
          place={place}
          loss={surface.losses[cell.row * surface.size + cell.column]!}
          onTrace={trace}
          onBack={() => {
            setChosen(undefined);
            setTraced(undefined);
          }}
        />
        {downhill !== undefined && <Descended descent={downhill} surface={surface} />}
        {recorded !== undefined && (
          <Recorded
            path={recorded}
            surface={surface}
            onReach={(reach) => setCut((before) => ({ ...before, reach }))}
          />
        )}
      </div>
      <Frame
        surface={surface}
        path={recorded}
        descent={downhill}
        cell={cell}
        onCell={({ row, column }) => setChosen({ row, column, size: surface.size })}
        onTrace={trace}
        onInspect={() => inspect(placeId(surface.directions, place, surface.t))}
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
  place: Place;
  loss: number;
  onTrace: () => void;
  onBack: () => void;
}

/** The loss at the place that is looked at, and what can be done from there. */
function Here({ surface: { t, directions }, place, loss, onTrace, onBack }: HereProps) {
  const [across, up] = directions.kind === "parameters" ? axisNames(directions) : ["uphill", "random"];
  return (
    <div className={styles.here}>
      <p className={styles.loss} aria-live="polite">
        L = <Quantity id={placeId(directions, place, t)}>{format(loss)}</Quantity>{" "}
        <span>
          at {across} = {format(place[0])}, {up} = {format(place[1])}
        </span>
      </p>
      <div className={styles.buttons}>
        <Button small onClick={onTrace}>
          Trace descent from here
        </Button>
        <Button small look="quiet" onClick={onBack}>
          Present place
        </Button>
      </div>
    </div>
  );
}

/** The one thing never to forget: how little of the space is seen. */
function Planes({ count: all, surface: { t, directions } }: { count: number; surface: Sliced }) {
  const when = useWhen();
  const others =
    directions.kind === "parameters"
      ? `the other ${all - 2} parameters keep their values of ${when(t)}.`
      : `uphill along the gradient of ${when(t)}, and one direction drawn at random.`;
  return (
    <p className={styles.words}>
      <strong>2 of {all} directions:</strong> {others}
    </p>
  );
}

const farthest = ({ distance }: Trail): number => distance.reduce((most, d) => Math.max(most, d), 0);

interface RecordedProps {
  path: Trail;
  surface: Sliced;
  onReach: (reach: number) => void;
}

/** How far the recorded path is from the plane, and a range that shows all of it. */
function Recorded({ path, surface: { centre, directions, t }, onReach }: RecordedProps) {
  const { ts, x, y } = path;
  const when = useWhen();
  if (ts.length < 2) return <p className={styles.words}>The path begins with the first epoch.</p>;
  const widest = ts.reduce(
    (most, _, i) => Math.max(most, Math.abs(x[i]! - centre[0]), Math.abs(y[i]! - centre[1])),
    0,
  );
  const [across, up] = axisNames(directions);
  return (
    <p className={styles.words}>
      Line in ink: the run, from the start to {when(ts.at(-1)!)}, in all its directions; seen from this plane,
      which it meets at {when(t)}. Fainter is farther away: up to {format(farthest(path))}.{" "}
      <Button
        small
        look="quiet"
        disabled={!(widest > 0 && widest < 90)}
        onClick={() => onReach(Math.max(0.01, Number((widest * 1.1).toPrecision(2))))}
      >
        Show all of it
      </Button>
      <TrailTable trail={path} name="Path" unit="Epoch" across={across} up={up} />
    </p>
  );
}

/** What came of the descent. */
function Descended({ descent, surface }: { descent: Exclude<Answers["descent"], string>; surface: Sliced }) {
  const { ts, loss, distance, optimizer } = descent;
  const updates = ts.length - 1;
  if (updates < 0) return <p className={styles.words}>The loss is no finite number here: no descent.</p>;
  const [across, up] = axisNames(surface.directions);
  return (
    <p className={styles.words}>
      <span className={styles.descentKey}>Magenta:</span> {updates} updates by{" "}
      {optimizerOf(optimizer.name).label}, η = {format(optimizer.learningRate)}, from an empty memory: loss{" "}
      {format(loss[0]!)} → {format(loss.at(-1)!)}. It moves all parameters and leaves this plane:{" "}
      {format(distance.at(-1)!)} away at its end
      {updates < UPDATES && ", where the loss stops being a finite number"}.
      <TrailTable trail={descent} name="Descent" unit="Update" across={across} up={up} />
    </p>
  );
}
