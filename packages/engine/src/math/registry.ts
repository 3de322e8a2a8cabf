/** Looking a name up in a registry: only what the registry itself holds counts, nothing that every object inherits. */
import { values } from "#text/values";
import { ExperimentError, quote } from "./errors.ts";

/** The entry of a name. @throws ExperimentError with one sentence when the registry has none of that name. */
export function entryOf<Entry>(registry: Readonly<Record<string, Entry>>, name: string, kind: string): Entry {
  if (Object.hasOwn(registry, name)) return registry[name]!;
  throw new ExperimentError(values.unknownName({ kind, name: quote(name), names: Object.keys(registry) }));
}
