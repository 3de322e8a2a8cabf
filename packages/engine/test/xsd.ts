/** Documents checked against the schemas in `schemas/`. */
import { readdirSync, readFileSync } from "node:fs";
import { memoryPages, validateXML } from "xmllint-wasm";

const folder = new URL("schemas/", import.meta.url);
const schemas = readdirSync(folder).map((fileName) => ({
  fileName,
  contents: readFileSync(new URL(fileName, folder), "utf8"),
}));

/** What is wrong with each document by a schema; nothing for those that are valid. */
export async function schemaErrors(schemaName: string, ...documents: readonly string[]): Promise<string[][]> {
  const schema = schemas.find(({ fileName }) => fileName === schemaName);
  if (schema === undefined) throw new Error(`No schema ${schemaName}`);
  const { valid, errors, rawOutput } = await validateXML({
    xml: documents.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
    schema,
    preload: schemas.filter((other) => other !== schema),
    maxMemoryPages: 256 * memoryPages.MiB,
  });
  const located = errors.filter(({ loc }) => loc !== null);
  if (!valid && located.length === 0) throw new Error(rawOutput);
  return documents.map((_, i) =>
    located.filter(({ loc }) => loc?.fileName === `${i}.xml`).map(({ message }) => message),
  );
}
