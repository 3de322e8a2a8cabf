import { format, type Network } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { focusOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import type { AppState } from "../../store/store.ts";
import type { Geometry } from "./geometry.ts";
import * as styles from "./Graph.module.css";
import type { Pointed } from "./pointed.ts";
import { biasSymbol, sumName, unitSymbol, valueText, weightSymbol } from "../../ui/quantity/names.ts";

interface ReadingProps {
  network: Network;
  geometry: Geometry;
  pointed: Pointed;
}

/** The exact values of what is pointed at, next to it. */
export function Reading({ network, geometry, pointed }: ReadingProps) {
  const rows = useThrottled((state) => rowsOf(state, network, geometry, pointed));
  const [x, y] = positionOf(geometry, pointed);
  const leftwards = x > geometry.width * 0.6;
  const upwards = y > geometry.height * 0.7;
  return (
    <table
      className={styles.reading}
      aria-live="polite"
      style={{
        left: x,
        top: y,
        translate: `${leftwards ? "calc(-100% - 16px)" : "16px"} ${upwards ? "calc(-100% - 8px)" : "8px"}`,
      }}
    >
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = readonly [name: string, value: ReactNode];

function rowsOf(state: AppState, network: Network, { edges, stubs }: Geometry, pointed: Pointed): Row[] {
  const { params, gradient } = state.snapshot;
  if (pointed.kind === "weight") {
    const { index } = pointed;
    const edge = edges.find((candidate) => candidate.index === index);
    const stub = stubs.find((candidate) => candidate.index === index);
    const { plain } =
      edge === undefined
        ? biasSymbol(stub?.to.layer ?? 1, stub?.to.unit ?? 0)
        : weightSymbol(edge.to.layer, edge.to.unit, edge.from.unit);
    return [
      [plain, format(params[index]!)],
      [`∂L/∂${plain}`, format(gradient[index]!)],
    ];
  }
  const { layer, unit } = pointed;
  const focus = focusOf(state);
  const name = unitSymbol(network, layer, unit).plain;
  if (layer === 0) return [[name, format(focus.features[unit]!)]];
  const a = focus.trace.a[layer - 1]![unit]!;
  const bias = network.layers[layer - 1]!.bias + unit;
  const b = biasSymbol(layer, unit).plain;
  return [
    [name, valueText(network, layer, a)],
    [sumName(network, layer, unit), format(focus.trace.z[layer - 1]![unit]!)],
    [b, format(params[bias]!)],
    [`∂L/∂${b}`, format(gradient[bias]!)],
  ];
}

function positionOf({ edges, stubs, columns }: Geometry, pointed: Pointed): readonly [number, number] {
  if (pointed.kind === "unit") {
    const { x, y, width } = columns[pointed.layer]![pointed.unit]!;
    return [x + width / 2, y];
  }
  const edge = edges.find(({ index }) => index === pointed.index);
  if (edge !== undefined) return edge.at(0.5);
  const to = stubs.find(({ index }) => index === pointed.index)?.to ?? columns[0]![0]!;
  return [to.x, to.y - to.height / 2];
}
