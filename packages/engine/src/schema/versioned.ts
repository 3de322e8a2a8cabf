/** Documents that outlive the version of the program that wrote them. */
import { allowed } from "#text/values";
import { type Fields, isObject, keyPath } from "./object.ts";
import { type Schema, whole } from "./schema.ts";

/** From a document of one version to the same one as the next version writes it. */
export type Migration = (older: Fields) => Fields;

interface Versions {
  /** The first leads from version 1 to version 2, the next from 2 to 3; what all of them lead to is what is read. */
  readonly migrations: readonly Migration[];
  /** Whether a document without a version is one of version 1. */
  readonly missingVersion: "first" | "refused";
}

/** A document of this version or an older one; a version from the future is one sentence. */
export function versioned<T>(read: Schema<T>, { migrations, missingVersion }: Versions): Schema<T> {
  const current = migrations.length + 1;
  const version = whole(
    1,
    current,
    current === 1 ? allowed.only({ value: 1 }) : allowed.whole({ from: 1, to: current }),
  );
  return (value, where) => {
    // What is no document, or has no version where it must, is the schema's to refuse.
    if (!isObject(value) || (value["version"] === undefined && missingVersion === "refused"))
      return read(value, where);
    const { version: stated = 1 } = value;
    const from = version(stated, keyPath(where, "version"));
    const older = migrations.slice(from - 1);
    if (older.length === 0) return read(value, where);
    return read(
      { ...older.reduce((document, migrate) => migrate(document), value), version: current },
      where,
    );
  };
}
