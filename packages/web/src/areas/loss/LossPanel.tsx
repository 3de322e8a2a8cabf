import { format, ids } from "@neural-viz/engine";
import { seek } from "../../store/run/control.ts";
import { setLook } from "../../store/selection/choose.ts";
import { baselinesOfRun, networkOf, partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { later } from "../../ui/kit/later.tsx";
import { count } from "../../ui/kit/text.ts";
import type { Size } from "../../ui/kit/useSize.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { reading } from "../../ui/quantity/reading.ts";
import { AxisBelow, AxisLeft, BELOW, nameBelow } from "../../ui/plot/Axis.tsx";
import { areaWithin } from "../../ui/plot/area.ts";
import { type Column, columnsOf } from "../../ui/plot/envelope.ts";
import { Frame } from "../../ui/plot/Frame.tsx";
import { level, lineThrough, type Point, upright } from "../../ui/plot/line.ts";
import { clamped, scaleOf } from "../../ui/plot/scale.ts";
import { wholeStops } from "../../ui/plot/stops.ts";
import { useReading } from "../../ui/plot/useReading.ts";
import { LossTable } from "./LossTable.tsx";
import { messages } from "#text/loss";
import * as styles from "./LossPanel.module.css";
import { unitOf } from "../../ui/quantity/status.ts";

/** Only runs with held-out points have it. */
const TestGuess = later(async () => (await import("./TestGuess.tsx")).TestGuess);

const axes = [
  { value: "log", label: messages.log },
  { value: "linear", label: messages.linear },
] as const;

/** The current loss, and how it is drawn. */
export function LossHead() {
  const { loss, test, t } = useThrottled(({ snapshot }) => snapshot);
  const axis = useApp(({ look }) => look.lossAxis);
  return (
    <>
      <LossTable />
      <Segmented
        label={messages.lossAxis}
        value={axis}
        options={axes}
        onChange={(lossAxis) => setLook({ lossAxis })}
      />
      <span className={styles.values} data-tested={test !== undefined || undefined}>
        <strong className={styles.now}>
          <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>
        </strong>
        {test !== undefined && (
          <span className={styles.test}>
            {messages.testAt(<Quantity id={ids.Ltest.of(t)}>{format(test.loss)}</Quantity>)}
          </span>
        )}
      </span>
    </>
  );
}

/** Is the network still learning? */
export function LossBody() {
  const split = useApp(({ experiment }) => experiment.split !== undefined);
  const run = useApp((state) => state.run);
  return (
    <div className={styles.body}>
      {split && <TestGuess key={run} />}
      <div className={styles.room}>
        <Frame className={styles.frame}>{(size) => <Curve size={size} />}</Frame>
      </div>
    </div>
  );
}

/** How often the curve is redrawn, in milliseconds. */
const REPAINT = 50;
const MARGINS = { left: 32, right: 6, top: 8, bottom: 22 };
/** The height of a number. */
const LINE = 14;

function Curve({ size }: { size: Size }) {
  const { history, test } = useApp((state) => state.record);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const records = useApp((state) => state.records);
  const snapshot = useThrottled((state) => state.snapshot, REPAINT);
  const axis = useApp(({ look }) => look.lossAxis);
  const baselines = useApp(({ experiment }) => baselinesOfRun(experiment)).filter(({ loss }) => loss > 0);
  const logarithmic = useApp((state) => networkOf(state).head.loss === "crossEntropy");
  const { t, branches, branch } = snapshot;
  const end = snapshot.last;
  const last = Math.max(...branches.map((other) => other.last), end === 0 ? 300 : 1);
  const area = areaWithin(size, MARGINS);
  const room = area.right - area.left;
  const drawn = (of: typeof history): readonly Column[] =>
    columnsOf(of, Math.max(2, (room * (of.length - 1)) / last)).filter(({ high }) => Number.isFinite(high));
  const columns = drawn(history);
  const tested = drawn(test);
  const ghosts = branches
    .filter(({ id }) => id !== branch)
    .map(({ id, name }) => ({ name, columns: drawn(records.get(id)!.history) }));

  const scaled = [...columns, ...tested, ...ghosts.flatMap((ghost) => ghost.columns)];
  const shownLosses = baselines.map(({ loss }) => loss);
  const most = scaled.reduce((max, { high }) => Math.max(max, high), 1.4 * Math.max(...shownLosses, 0));
  const least = scaled.reduce(
    (min, { low }) => (low > 0 ? Math.min(min, low) : min),
    0.58 * Math.min(...shownLosses, most),
  );
  const x = scaleOf("linear", [0, last], [area.left, area.right]);
  const y = clamped(
    scaleOf(axis, axis === "log" ? [least * 10 ** -0.12, most * 10 ** 0.08] : [0, most * 1.04], [
      area.bottom,
      area.top,
    ]),
  );
  const { major, minor } = y.ticks(
    axis === "log" ? (area.bottom - area.top) / LINE : Math.max(2, size.height / 48),
  );
  const epochs = x.ticks(Math.max(2, size.width / 90)).major.filter(Number.isInteger);
  const pathOf = (of: readonly Column[]): string =>
    lineThrough(
      of.flatMap(({ epoch, low, high }): Point[] =>
        (low === high ? [low] : [high, low]).map((loss) => [x(epoch), y(loss)]),
      ),
    );
  const now = history.at(t) ?? snapshot.loss;
  const readingOf = (epoch: number): string => {
    const held = test.at(epoch);
    const loss = reading(history.at(epoch));
    return held === undefined ? loss : messages.readingWithTest(loss, format(held));
  };
  const { at, reader } = useReading({
    x,
    stops: wholeStops(end),
    start: t,
    onChoose: (epoch) => epoch !== t && seek(epoch),
  });
  const read = at === undefined ? undefined : history.at(at);
  return (
    <svg
      {...size}
      {...reader}
      className={styles.plot}
      aria-label={
        at === undefined
          ? messages.lossOver(end, unit, format(now), count(t))
          : messages.lossAt(unit, at, readingOf(at))
      }
    >
      <AxisLeft ticks={major} scale={y} area={area} text={tick} grid />
      {minor.map((loss) => (
        <path key={loss} className={styles.axis} d={`M${area.left} ${Math.round(y(loss))}h-3`} />
      ))}
      <path className={styles.axis} d={upright(area.left, area) + level(area.bottom, area)} />
      <AxisBelow ticks={epochs} scale={x} area={area} text={count} />
      <text
        className={styles.faint}
        x={nameBelow(epochs, x, area)}
        y={area.bottom + BELOW}
        textAnchor="middle"
      >
        {messages.units[unit]}
      </text>
      {baselines.map((baseline, i) => (
        <g key={baseline.kind}>
          <path className={styles.coin} d={level(y(baseline.loss), area)} />
          <text
            className={styles.halo}
            x={i === 0 ? area.right : area.left + 4}
            y={y(baseline.loss) + (y(baseline.loss) > area.bottom - 20 ? -6 : 16)}
            textAnchor={i === 0 ? "end" : "start"}
          >
            {messages.baseline(baseline, format(baseline.loss), logarithmic, size.width < 300)}
          </text>
        </g>
      ))}
      {end === 0 && size.width >= 300 && baselines.length < 2 && (
        <foreignObject
          x={area.left + 12}
          y={area.bottom - 48}
          width={area.right - area.left - 12}
          height={40}
          className={styles.first}
        >
          <p>{baselines[0] && messages.oneValueSoFar(baselines[0])}</p>
        </foreignObject>
      )}
      {ghosts.map((ghost) => (
        <g key={ghost.name}>
          <path className={styles.ghost} d={pathOf(ghost.columns)} />
          <text
            className={styles.halo}
            x={x(ghost.columns.at(-1)!.epoch) - 4}
            y={y(ghost.columns.at(-1)!.low) - 6}
            textAnchor="end"
          >
            {ghost.name}
          </text>
        </g>
      ))}
      {tested.length > 1 && (
        <>
          <path className={styles.tested} d={pathOf(tested)} />
          <text
            className={styles.halo}
            x={x(tested[Math.floor(tested.length / 3)]!.epoch)}
            y={y(tested[Math.floor(tested.length / 3)]!.high) - 6}
            textAnchor="middle"
          >
            {messages.test}
          </text>
        </>
      )}
      {columns.length > 1 && t < end && <path className={styles.ghost} d={pathOf(columns)} />}
      {columns.length > 1 && t > 0 && (
        <>
          <clipPath id="loss-past">
            <rect x="0" y="0" width={x(t)} height={size.height} />
          </clipPath>
          <path className={styles.curve} d={pathOf(columns)} clipPath="url(#loss-past)" />
        </>
      )}
      {Number.isFinite(now) && <circle className={styles.dot} cx={x(t)} cy={y(now)} r="4.5" />}
      {at !== undefined && read !== undefined && Number.isFinite(read) && (
        <g pointerEvents="none">
          <path className={styles.cursor} d={upright(x(at), area)} />
          <circle className={styles.dot} cx={x(at)} cy={y(read)} r="3.5" />
          <text
            className={styles.value}
            x={x(at) + (x(at) > size.width / 2 ? -8 : 8)}
            y={Math.max(area.top + 12, y(read) - 8)}
            textAnchor={x(at) > size.width / 2 ? "end" : "start"}
          >
            {messages.unitAt(unit, count(at), readingOf(at))}
          </text>
        </g>
      )}
    </svg>
  );
}

function tick(loss: number): string {
  return loss === 0 || (loss >= 1e-3 && loss < 1e4) ? String(loss) : format(loss).replace(/^1\.00×/, "");
}
