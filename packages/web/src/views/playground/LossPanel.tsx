import { format } from "@neural-viz/engine";
import { type PointerEvent, useState } from "react";
import { seek } from "../../store/run/control.ts";
import { setLook } from "../../store/selection/choose.ts";
import { partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Segmented } from "../kit/Segmented.tsx";
import { pointerIn } from "../kit/pointer.ts";
import { reading } from "../inspector/reading.ts";
import { useSize } from "../kit/useSize.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { linearTicks, logTicks } from "../plot/ticks.ts";
import { type Column, columnsOf } from "../plot/envelope.ts";
import { LossTable } from "./LossTable.tsx";
import { words } from "../../words/playground.ts";
import * as styles from "./LossPanel.module.css";
import { count } from "../kit/text.ts";
import { unitOf } from "./words.ts";

const axes = [
  { value: "log", label: words.log },
  { value: "linear", label: words.linear },
] as const;

/** The loss now, and how it is drawn. */
export function LossHead() {
  const { loss, test, t } = useCalm(({ snapshot }) => snapshot);
  const axis = useApp(({ look }) => look.lossAxis);
  return (
    <>
      <LossTable />
      <Segmented
        label={words.lossAxis}
        value={axis}
        options={axes}
        onChange={(lossAxis) => setLook({ lossAxis })}
      />
      <span className={styles.values} data-tested={test !== undefined || undefined}>
        <strong className={styles.now}>
          <Quantity id={`L@${t}`}>{format(loss)}</Quantity>
        </strong>
        {test !== undefined && (
          <span className={styles.test}>
            {words.testAt(<Quantity id={`Ltest@${t}`}>{format(test.loss)}</Quantity>)}
          </span>
        )}
      </span>
    </>
  );
}

/** Is the network still learning? */
export function LossBody() {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.frame}>
      {size !== undefined && size.width > 60 && size.height > 40 && <Curve {...size} />}
    </div>
  );
}

/** The curve moves twenty times a second, in milliseconds. */
const REPAINT = 50;
const LEFT = 32;
const RIGHT = 6;
const TOP = 8;
const BOTTOM = 24;
/** The width of a digit, and the height that a number needs. */
const LETTER = 7;
const LINE = 14;

function Curve({ width, height }: { width: number; height: number }) {
  const { history, test } = useApp((state) => state.course);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const courses = useApp((state) => state.courses);
  const snapshot = useCalm((state) => state.snapshot, REPAINT);
  const axis = useApp(({ look }) => look.lossAxis);
  const [cursor, setCursor] = useState<number>();
  const { t, branches, branch } = snapshot;
  const end = snapshot.last;
  const last = Math.max(...branches.map((other) => other.last), end === 0 ? 300 : 1);
  const room = width - LEFT - RIGHT;
  const drawn = (of: typeof history): readonly Column[] =>
    columnsOf(of, Math.max(2, (room * (of.length - 1)) / last)).filter(({ high }) => Number.isFinite(high));
  const columns = drawn(history);
  const tested = drawn(test);
  const ghosts = branches
    .filter(({ id }) => id !== branch)
    .map(({ id, name }) => ({ name, columns: drawn(courses.get(id)!.history) }));

  const scaled = [...columns, ...tested, ...ghosts.flatMap((ghost) => ghost.columns)];
  const most = scaled.reduce((max, { high }) => Math.max(max, high), 1);
  const least = scaled.reduce((min, { low }) => (low > 0 ? Math.min(min, low) : min), 0.4);
  const x = (epoch: number): number => LEFT + (epoch / last) * (width - LEFT - RIGHT);
  const floor = axis === "log" ? Math.log10(least) - 0.12 : 0;
  const ceiling = axis === "log" ? Math.log10(most) + 0.08 : most * 1.04;
  const place = (loss: number): number => (axis === "log" ? Math.log10(loss) : loss);
  const y = (loss: number): number =>
    TOP + Math.min(1, Math.max(0, (ceiling - place(loss)) / (ceiling - floor))) * (height - TOP - BOTTOM);

  const { major, minor } =
    axis === "log"
      ? logTicks(10 ** floor, 10 ** ceiling, (height - TOP - BOTTOM) / LINE)
      : { major: linearTicks(ceiling, Math.max(2, height / 48)), minor: [] };
  const epochs = linearTicks(last, Math.max(2, width / 90)).filter(Number.isInteger);
  const pathOf = (of: readonly Column[]): string =>
    of
      .map(({ epoch, low, high }) =>
        low === high
          ? `${x(epoch).toFixed(1)} ${y(low).toFixed(1)}`
          : `${x(epoch).toFixed(1)} ${y(high).toFixed(1)}L${x(epoch).toFixed(1)} ${y(low).toFixed(1)}`,
      )
      .join("L");
  const now = history.at(t) ?? snapshot.loss;
  const readingOf = (epoch: number): string => {
    const held = test.at(epoch);
    const loss = reading(history.at(epoch));
    return held === undefined ? loss : words.readingWithTest(loss, format(held));
  };
  const coin = y(Math.LN2);
  const at = cursor === undefined ? undefined : Math.min(end, Math.max(0, cursor));

  const follow = (event: PointerEvent<SVGSVGElement>): void => {
    const pressed = pointerIn(event.currentTarget, event).x;
    setCursor(Math.round(((pressed - LEFT) / (width - LEFT - RIGHT)) * last));
  };
  return (
    <svg
      width={width}
      height={height}
      className={styles.plot}
      role="img"
      tabIndex={0}
      aria-label={
        at === undefined
          ? words.lossOver(count(end), unit, format(now), count(t))
          : words.lossAt(unit, at, readingOf(at))
      }
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setCursor(undefined)}
      onClick={() => at !== undefined && at !== t && seek(at)}
      onBlur={() => setCursor(undefined)}
      onKeyDown={(event) => {
        const jump = Math.max(1, Math.round(end / 50));
        const moves: Record<string, number> = {
          ArrowLeft: -(event.shiftKey ? 1 : jump),
          ArrowRight: event.shiftKey ? 1 : jump,
          Home: -Infinity,
          End: Infinity,
        };
        const move = moves[event.key];
        if (event.key === "Enter" && at !== undefined) seek(at);
        if (move === undefined) return;
        event.preventDefault();
        setCursor(Math.max(0, Math.min(end, (at ?? t) + move)));
      }}
    >
      {major.map((loss) => (
        <g key={loss}>
          <path className={styles.grid} d={`M${LEFT} ${Math.round(y(loss))}H${width - RIGHT}`} />
          <text x={LEFT - 6} y={y(loss) + 4} textAnchor="end">
            {tick(loss)}
          </text>
        </g>
      ))}
      {minor.map((loss) => (
        <path key={loss} className={styles.axis} d={`M${LEFT} ${Math.round(y(loss))}h-3`} />
      ))}
      <path className={styles.axis} d={`M${LEFT} ${TOP}V${height - BOTTOM}H${width - RIGHT}`} />
      {epochs.map((epoch, i) => (
        <text
          key={epoch}
          x={x(epoch)}
          y={height - BOTTOM + 18}
          textAnchor={i === 0 ? "start" : endsAtEdge(x(epoch), width) ? "end" : "middle"}
        >
          {count(epoch)}
        </text>
      ))}
      <text
        className={styles.faint}
        x={epochName(epochs, x, width)}
        y={height - BOTTOM + 18}
        textAnchor="middle"
      >
        {words.units[unit]}
      </text>
      <path className={styles.coin} d={`M${LEFT} ${coin}H${width - RIGHT}`} />
      <text
        className={styles.halo}
        x={width - RIGHT}
        y={coin + (coin > height - BOTTOM - 24 ? -6 : 16)}
        textAnchor="end"
      >
        {width < 300 ? words.ln2 : words.ln2IsACoinFlip}
      </text>
      {end === 0 && width >= 300 && (
        <text className={styles.halo} x={LEFT + 12} y={height - BOTTOM - 16}>
          {words.oneValueSoFar}
        </text>
      )}
      {ghosts.map((ghost) => (
        <g key={ghost.name}>
          <path className={styles.ghost} d={`M${pathOf(ghost.columns)}`} />
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
          <path className={styles.tested} d={`M${pathOf(tested)}`} />
          <text
            className={styles.halo}
            x={x(tested[Math.floor(tested.length / 3)]!.epoch)}
            y={y(tested[Math.floor(tested.length / 3)]!.high) - 6}
            textAnchor="middle"
          >
            {words.test}
          </text>
        </>
      )}
      {columns.length > 1 && t < end && <path className={styles.ghost} d={`M${pathOf(columns)}`} />}
      {columns.length > 1 && t > 0 && (
        <>
          <clipPath id="loss-past">
            <rect x="0" y="0" width={x(t)} height={height} />
          </clipPath>
          <path className={styles.curve} d={`M${pathOf(columns)}`} clipPath="url(#loss-past)" />
        </>
      )}
      {Number.isFinite(now) && <circle className={styles.dot} cx={x(t)} cy={y(now)} r="4.5" />}
      {at !== undefined && Number.isFinite(history.at(at)) && (
        <g pointerEvents="none">
          <path className={styles.cursor} d={`M${x(at)} ${TOP}V${height - BOTTOM}`} />
          <circle className={styles.dot} cx={x(at)} cy={y(history.at(at)!)} r="3.5" />
          <text
            className={styles.value}
            x={x(at) + (x(at) > width / 2 ? -8 : 8)}
            y={Math.max(TOP + 12, y(history.at(at)!) - 8)}
            textAnchor={x(at) > width / 2 ? "end" : "start"}
          >
            {words.unitAt(unit, count(at), readingOf(at))}
          </text>
        </g>
      )}
    </svg>
  );
}

/** Between the last two epochs that are written, where no number stands. */
function epochName(epochs: readonly number[], x: (epoch: number) => number, width: number): number {
  const [a = 0, b = 0] = epochs.slice(-2);
  const room = (epoch: number): number => LETTER * count(epoch).length;
  const left = x(a) + room(a) / 2;
  const right = x(b) - (endsAtEdge(x(b), width) ? room(b) : room(b) / 2);
  return (left + right) / 2;
}

/** A number there would stick out: it ends at its tick. */
const endsAtEdge = (x: number, width: number): boolean => x > width - 20;

function tick(loss: number): string {
  return loss === 0 || (loss >= 1e-3 && loss < 1e4) ? String(loss) : format(loss).replace(/^1\.00×/, "");
}
