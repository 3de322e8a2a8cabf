import { format, ids, indicesOf, type Network, pathsOf, type QuantityId } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { MANY_NUMBERS } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { unitSymbol } from "../../ui/quantity/names.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/chain";
import * as styles from "./Chain.module.css";
import type { ChainProps } from "./props.ts";

/** How many paths to list. The others are added up. */
const LISTED = 8;

/** The neurons of a path as numbers, and the output where it ends. Of several outputs, that's its last neuron. */
export function pathWords(network: Network, units: readonly number[]): string {
  const last = network.layers.length;
  const several = network.layers.at(-1)!.fanOut > 1;
  const output = unitSymbol(network, last, several ? units.at(-1)! - 1 : 0).plain;
  return [...(several ? units.slice(0, -1) : units), output].join(" → ");
}

/** All paths from a parameter to the loss, largest first, and their sum next to the gradient that training used. */
export function Paths({ name, sample, t }: ChainProps) {
  const network = useApp(networkOf);
  const [, j] = indicesOf(name);
  const paths = pathsOf(network, name);
  const products = paths.map((through) => ids.path.of(name, through, sample, t));
  const gradient = ids.gradient.of(name, t, sample);
  const values = useAnswer<"values">({ kind: "values", ids: [...products, gradient] }, MANY_NUMBERS);
  if (values?.length !== products.length + 1) return null;
  const used = values.at(-1)!;
  return (
    <PathTable
      paths={paths.map((through, i) => ({
        words: pathWords(network, [j, ...through]),
        id: products[i],
        value: values[i]!,
      }))}
      known={{ label: messages.asTrainingUsedIt, id: gradient, value: used }}
    />
  );
}

interface Path {
  /** The neurons it goes through. */
  readonly words: string;
  readonly value: number;
  /** The quantity that the value is, if it is one. */
  readonly id?: QuantityId | undefined;
}

interface PathTableProps {
  paths: readonly Path[];
  /** The same sum, as it was computed in another way. */
  known: { readonly label: string; readonly value: number; readonly id?: QuantityId };
}

/** Paths, largest first, and their sum next to the same sum computed in another way. */
export function PathTable({ paths, known }: PathTableProps) {
  const sorted = paths.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  const others = sorted.slice(LISTED).reduce((sum, { value }) => sum + value, 0);
  return (
    <section aria-label={messages.pathsToTheLoss} className={styles.section}>
      <h3>{paths.length === 1 ? messages.onePathToTheLoss : messages.severalPaths(paths.length)}</h3>
      <table className={styles.table}>
        <caption className="vh">{messages.pathsLargestFirst}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.throughNeurons}</th>
            <th scope="col">{messages.productOfItsFactors}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, LISTED).map(({ words, id, value }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>
                <Value id={id} value={value} />
              </td>
            </tr>
          ))}
          {sorted.length > LISTED && (
            <tr>
              <th scope="row">{messages.theOthers(sorted.length - LISTED)}</th>
              <td>{messages.addUpTo(format(others))}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{messages.total}</th>
            <td>{format(total)}</td>
          </tr>
          <tr>
            <th scope="row">{known.label}</th>
            <td>
              <Value {...known} />
            </td>
          </tr>
        </tfoot>
      </table>
      {total !== known.value && (
        <p className={styles.hint}>{messages.differBy(format(Math.abs(total - known.value)))}</p>
      )}
    </section>
  );
}

function Value({ id, value }: Pick<Path, "id" | "value">) {
  return id === undefined ? format(value) : <Quantity id={id}>{format(value)}</Quantity>;
}
