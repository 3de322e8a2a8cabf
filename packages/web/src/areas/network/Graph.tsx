/**
 * The network as a picture: neurons, weights as edges, biases as stubs.
 *
 * React renders what doesn't move. A painter outside of React updates what changes during training, at most ten times
 * per second. For the keyboard the graph is one grid: arrow keys move between layers and neurons, Enter explains a
 * neuron, E opens its weights, Escape closes them.
 */
import { type Network, parameterIndex } from "@neural-viz/engine";
import { Fragment, type KeyboardEvent, useCallback, useMemo, useState } from "react";
import { inspect } from "../../store/inspector/inspect.ts";
import { usePaint } from "../../store/hooks.ts";
import { store, useApp } from "../../store/store.ts";
import { later } from "../../ui/kit/later.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import type { Edge, Geometry, Node, Stub } from "./geometry.ts";
import { messages } from "#text/network";
import * as styles from "./Graph.module.css";
import { biasSymbol, unitSymbol } from "../../ui/quantity/names.ts";
import { stepFocus } from "../../store/inspector/focus.ts";
import { createPainter, paintedOf, type Parts, EDGE_LABELS } from "./paint.ts";
import { parameterIdAt, type Pointed, pointedOf, unitId } from "./pointed.ts";
import { NumberButton } from "./NumberButton.tsx";
import { nearTo } from "./walk.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";

interface GraphProps {
  network: Network;
  geometry: Geometry;
}

const Reading = later(async () => (await import("./Reading.tsx")).Reading);
const Verdicts = later(async () => (await import("./Verdicts.tsx")).Verdicts);
/** Only networks for classes have it. */
const NeuronTags = later(async () => (await import("./NeuronTags.tsx")).NeuronTags);
const Travel = later(async () => (await import("./Travel.tsx")).Travel);
const ClassRows = later(async () => (await import("./ClassRows.tsx")).ClassRows);

/** Casings show which of two crossing edges is on top. In a dense network they would hide too much. */
const MAX_CASINGS = 60;

/** On smaller neurons a number would hide too much. */
const SMALLEST_TAGGED = 26;

export function Graph({ network, geometry, tagged }: GraphProps & { tagged: boolean }) {
  const { width, height, columns, edges, stubs, detail } = geometry;
  const outputs = columns.at(-1)!;
  // Beside the outputs of a narrow network, a class has room, but not a number: that stands below.
  const isBelow = network.head.targets === "values" && outputs.length === 1 && width < 520;
  const palette = usePalette();
  const [parts] = useState<Parts>(() => new Map());
  const [pointed, setPointed] = useState<Pointed>();
  const [current, setCurrent] = useState({ layer: 1, unit: 0 });
  const [opened, setOpened] = useState(false);
  const painter = useMemo(
    () => createPainter(network, geometry, palette, parts),
    [network, geometry, palette, parts],
  );
  usePaint(painter, paintedOf);

  const part = useCallback(
    (name: string) => (element: Element | null) => {
      if (element === null) parts.delete(name);
      else parts.set(name, element);
    },
    [parts],
  );
  const focus = (name: string): void => {
    const element = parts.get(name);
    if (element instanceof HTMLElement) element.focus();
  };

  const walk = (event: KeyboardEvent, node: Node): void => {
    if (event.key === "e" || event.key === "E") {
      event.preventDefault();
      setOpened(true);
      requestAnimationFrame(() => focus(`weight ${firstWeight(node, geometry)}`));
      return;
    }
    if (event.key === "Escape") {
      setPointed(undefined);
      return;
    }
    const next = nearTo(columns, node, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    focus(`node ${next.layer} ${next.unit}`);
  };

  const inspectUnit = (layer: number, unit: number): void =>
    inspect(unitId(network, store.getState(), layer, unit));
  const inspectWeight = (index: number): void => inspect(parameterIdAt(network, store.getState(), index));
  const asking = useApp((state) => state.hidden.size > 0);
  const inspected = useApp((state) => state.pointed ?? state.inspectorHistory.at(-1) ?? stepFocus(state));
  const selected = useMemo(() => pointedOf(network, inspected), [network, inspected]);

  const here = columns[current.layer]?.[current.unit] ?? columns[0]![0]!;
  const looked = pointed ?? selected;
  const travel = useApp((state) => state.travel);
  const lit =
    looked !== undefined
      ? litBy(looked, geometry)
      : travel && new Set(travel.along.map((name) => parameterIndex(network, name)));
  const isSelected = (line: Edge | Stub): boolean =>
    selected?.kind === "weight" && selected.index === line.index;
  return (
    <div
      className={styles.graph}
      style={{ width, height }}
      data-detail={detail}
      onPointerLeave={() => setPointed(undefined)}
    >
      <svg width={width} height={height} className={styles.lines} aria-hidden="true">
        {[...stubs, ...edges].map((line) => (
          <g
            key={line.index}
            data-dim={(lit !== undefined && !lit.has(line.index)) || undefined}
            data-selected={isSelected(line) || undefined}
          >
            {edges.length <= MAX_CASINGS && "from" in line && (
              <path ref={part(`casing ${line.index}`)} d={line.path} className={styles.casing} />
            )}
            <path ref={part(`line ${line.index}`)} d={line.path} className={styles.line} />
            {!("from" in line) && <path d={`M${line.to.x - 5} ${line.top}h10`} className={styles.cap} />}
          </g>
        ))}
        <Verdicts geometry={geometry} />
        <g className={styles.touch}>
          {[...stubs, ...edges].map((line) => (
            <path
              key={line.index}
              d={line.path}
              onPointerEnter={() => setPointed({ kind: "weight", index: line.index })}
              onPointerDown={() => setPointed({ kind: "weight", index: line.index })}
              onClick={() => inspectWeight(line.index)}
            />
          ))}
        </g>
        {outputs.map(({ unit, x, y, width: side }) => (
          <Fragment key={unit}>
            <path
              ref={part(`target-line ${unit}`)}
              className={styles.toTarget}
              d={`M${x + side / 2 + 4} ${y}H${geometry.side.target - 14}`}
            />
            <path ref={part(`target ${unit}`)} transform={`translate(${geometry.side.target} ${y})`} />
          </Fragment>
        ))}
      </svg>
      <div
        role="grid"
        aria-label={messages.network(columns.map(({ length }) => length).join(", "))}
        className={styles.grid}
      >
        {columns.map((nodes, layer) => (
          // Layers have no id but their index.
          // eslint-disable-next-line react/no-array-index-key
          <div role="row" key={layer}>
            {nodes.map((node) => (
              <Neuron
                key={node.unit}
                network={network}
                geometry={geometry}
                node={node}
                part={part}
                current={node === here}
                dim={looked !== undefined && !touches(looked, node, geometry)}
                selected={
                  selected?.kind === "unit" && selected.layer === layer && selected.unit === node.unit
                }
                onPress={() => inspectUnit(layer, node.unit)}
                onKeyDown={(event) => walk(event, node)}
                onPoint={(on) => {
                  setPointed(on ? { kind: "unit", layer, unit: node.unit } : undefined);
                  if (on) setCurrent({ layer, unit: node.unit });
                }}
                onLeave={() => setOpened(false)}
              />
            ))}
            {opened && layer === here.layer && (
              <Weights
                network={network}
                node={here}
                geometry={geometry}
                part={part}
                onPoint={(index) => setPointed({ kind: "weight", index })}
                onPress={inspectWeight}
                onClose={() => {
                  setOpened(false);
                  focus(`node ${here.layer} ${here.unit}`);
                }}
              />
            )}
          </div>
        ))}
      </div>
      {columns.flat().map((node) => (
        <Numbers
          key={`${node.layer} ${node.unit}`}
          network={network}
          geometry={geometry}
          node={node}
          part={part}
        />
      ))}
      {(edges.length <= MAX_CASINGS || detail === "dense" || detail === "compact") &&
        Array.from({ length: EDGE_LABELS }, (_, i) => (
          // Edge labels have no id but their rank by size.
          // eslint-disable-next-line react/no-array-index-key
          <NumberButton key={i} className={styles.edgeLabel} part={part(`edgeLabel ${i}`)} />
        ))}
      <span className={styles.loss} style={lossPosition(geometry)}>
        <span ref={part("loss-symbol")} /> <NumberButton part={part("loss")} />
      </span>
      {outputs.map(({ unit, y, height: side }) => (
        <span
          key={unit}
          ref={part(`label ${unit}`)}
          className={styles.label}
          data-below={isBelow || undefined}
          style={
            isBelow
              ? { left: width, top: y + side / 2 + (detail === "none" ? 4 : 26) }
              : { left: geometry.side.target, top: y + (outputs.length > 1 ? 8 : 14) }
          }
          aria-hidden="true"
        />
      ))}
      {tagged && columns.length > 2 && columns[1]![0]!.height >= SMALLEST_TAGGED && (
        <NeuronTags geometry={geometry} />
      )}
      {geometry.side.kind !== "target" && <ClassRows network={network} geometry={geometry} />}
      {travel && <Travel network={network} geometry={geometry} travel={travel} />}
      {pointed !== undefined && !asking && (
        <Reading network={network} geometry={geometry} pointed={pointed} />
      )}
    </div>
  );
}

/** Next to the only output, or below all of them. */
function lossPosition({ columns, side }: Geometry): { left: number; top: number } {
  const outputs = columns.at(-1)!;
  const { x, y, width } = outputs[0]!;
  const right = x + width / 2;
  return outputs.length === 1 ? { left: right + 6, top: y - 28 } : { left: right + 22, top: side.loss - 12 };
}

/** The first parameter that E opens at a neuron: its bias, or for an input its first outgoing weight. */
function firstWeight(node: Node, { edges, stubs }: Geometry): number {
  return (stubs.find(({ to }) => to === node) ?? edges.find(({ from }) => from === node))!.index;
}

/** The weights that belong to what is pointed at. A neuron has its incoming ones. */
function litBy(pointed: Pointed, { edges, stubs }: Geometry): ReadonlySet<number> {
  if (pointed.kind === "weight") return new Set([pointed.index]);
  const same = (node: Node): boolean => node.layer === pointed.layer && node.unit === pointed.unit;
  const lines: (Edge | Stub)[] = [...edges, ...stubs];
  const outwards =
    pointed.layer === 0 ||
    (pointed.isErrorSignal === true && lines.some((line) => "from" in line && same(line.from)));
  return new Set(
    lines
      .filter((line) => (outwards ? "from" in line && same(line.from) : same(line.to)))
      .map(({ index }) => index),
  );
}

function touches(pointed: Pointed, node: Node, geometry: Geometry): boolean {
  if (pointed.kind === "unit" && pointed.layer === node.layer && pointed.unit === node.unit) return true;
  const lit = litBy(pointed, geometry);
  return [...geometry.edges, ...geometry.stubs].some(
    (line) => lit.has(line.index) && (line.to === node || ("from" in line && line.from === node)),
  );
}

interface NeuronProps extends GraphProps {
  node: Node;
  part: (name: string) => (element: Element | null) => void;
  current: boolean;
  dim: boolean;
  selected: boolean;
  onPress: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPoint: (on: boolean) => void;
  onLeave: () => void;
}

function Neuron({
  network,
  node,
  part,
  current,
  dim,
  selected,
  onPress,
  onKeyDown,
  onPoint,
  onLeave,
}: NeuronProps) {
  const { layer, unit, x, y, width, height } = node;
  const id = `${layer} ${unit}`;
  const output = layer === network.layers.length;
  return (
    <div role="gridcell">
      <button
        ref={part(`node ${id}`)}
        type="button"
        className={styles.node}
        style={{ left: x - width / 2, top: y - height / 2, width, height }}
        tabIndex={current ? 0 : -1}
        data-dim={dim || undefined}
        data-selected={selected || undefined}
        onClick={onPress}
        onKeyDown={onKeyDown}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={() => {
          onPoint(true);
          onLeave();
        }}
        onBlur={() => onPoint(false)}
      >
        <canvas ref={part(`face ${id}`)} />
        {output && (
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path ref={part(`contour ${unit}`)} vectorEffect="non-scaling-stroke" />
          </svg>
        )}
        <i ref={part(`point ${id}`)} />
        <b ref={part(`inside ${id}`)} />
      </button>
    </div>
  );
}

interface NumbersProps extends GraphProps {
  node: Node;
  part: (name: string) => (element: Element | null) => void;
}

/**
 * The numbers next to a neuron that can be pressed: its output and its bias. The keyboard reaches them through the
 * neuron and its weights.
 */
function Numbers({ network, geometry, node, part }: NumbersProps) {
  const { layer, unit, x, y, height } = node;
  const { detail, symbols, side } = geometry;
  const id = `${layer} ${unit}`;
  const dense = detail === "dense";
  const packed = dense || detail === "compact";
  const rowed = dense && layer === network.layers.length && side.kind !== "target";
  return (
    <>
      {detail !== "none" && !rowed && (
        <span className={styles.value} style={{ left: x, top: dense ? y - 8 : y + height / 2 + 3 }}>
          {symbols && <Tex {...unitSymbol(network, layer, unit)} />}
          <NumberButton part={part(`value ${id}`)} />
        </span>
      )}
      {(detail === "full" || packed) && layer > 0 && (
        <span
          className={styles.bias}
          data-named={(packed && (unit === 0 || !dense)) || undefined}
          style={{ left: x, top: y - height / 2 - (packed ? 17 : 36) }}
        >
          {symbols && <Tex {...biasSymbol(layer, unit)} />}
          <NumberButton part={part(`bias ${id}`)} />
        </span>
      )}
    </>
  );
}

interface WeightsProps extends GraphProps {
  node: Node;
  part: (name: string) => (element: Element | null) => void;
  onPoint: (index: number) => void;
  onPress: (index: number) => void;
  onClose: () => void;
}

/** A neuron's incoming weights (an input's outgoing ones) as buttons on their edges. */
function Weights({ network, node, geometry, part, onPoint, onPress, onClose }: WeightsProps) {
  const stub = geometry.stubs.find(({ to }) => to === node);
  const lines = [
    ...(stub === undefined
      ? []
      : [{ index: stub.index, at: [node.x, node.y - node.height / 2 - 6] as const }]),
    ...geometry.edges
      .filter(({ from, to }) => (node.layer === 0 ? from === node : to === node))
      .map(({ index, at }) => ({ index, at: at(0.5) })),
  ];
  const step = (event: KeyboardEvent<HTMLElement>, i: number): void => {
    const moves: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
    const move = moves[event.key];
    if (event.key === "Escape" || event.key === "e" || event.key === "E") onClose();
    else if (move !== undefined) {
      const next = lines[(i + move + lines.length) % lines.length]!;
      const name = `[data-weight="${next.index}"]`;
      event.currentTarget.closest("[role=row]")?.querySelector<HTMLElement>(name)?.focus();
    } else return;
    event.preventDefault();
  };
  return lines.map(({ index, at: [x, y] }, i) => (
    <div role="gridcell" key={index}>
      <button
        ref={part(`weight ${index}`)}
        type="button"
        className={styles.weight}
        style={{ left: x, top: y }}
        tabIndex={-1}
        data-weight={index}
        aria-label={weightName(network, geometry, index)}
        onFocus={() => onPoint(index)}
        onClick={() => onPress(index)}
        onKeyDown={(event) => step(event, i)}
      />
    </div>
  ));
}

function weightName(network: Network, { edges }: Geometry, index: number): string {
  const edge = edges.find((candidate) => candidate.index === index);
  if (edge === undefined) return messages.bias;
  return messages.weightBetween(
    unitSymbol(network, edge.from.layer, edge.from.unit).plain,
    unitSymbol(network, edge.to.layer, edge.to.unit).plain,
  );
}
