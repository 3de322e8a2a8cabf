/** Documents with a version number, and their upgrade from older versions. */
import { allowed } from "#text/values";
import { type Fields, isObject, keyPath } from "./object.ts";
import { type Schema, whole } from "./schema.ts";

/** Turns a document of one version into the same document of the next version. */
export type Migration = (older: Fields) => Fields;

interface Versions {
  /** The first migration leads from version 1 to version 2, the next from 2 to 3, and so on up to the current version. */
  readonly migrations: readonly Migration[];
  /** Whether a document without a version counts as version 1. */
  readonly missingVersion: "first" | "refused";
}

/** A document of the current version or an older one. @throws ExperimentError for a newer version */
export function versioned<T>(read: Schema<T>, { migrations, missingVersion }: Versions): Schema<T> {
  const current = migrations.length + 1;
  const version = whole(
    1,
    current,
    current === 1 ? allowed.only({ value: 1 }) : allowed.whole({ from: 1, to: current }),
  );
  return (value, where) => {
    // The schema itself refuses a value that is not an object or lacks a required version.
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
