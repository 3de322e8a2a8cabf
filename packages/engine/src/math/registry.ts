/** Looks up a name in a registry. Names that every object inherits, such as "toString", don't count. */
import { invalid } from "#text/invalid";
import { ExperimentError, quote } from "./errors.ts";

/** The entry with this name. @throws ExperimentError if the registry has none */
export function entryOf<Entry>(registry: Readonly<Record<string, Entry>>, name: string, kind: string): Entry {
  if (Object.hasOwn(registry, name)) return registry[name]!;
  throw new ExperimentError(invalid.unknownName({ kind, name: quote(name), names: Object.keys(registry) }));
}
