/** Schemas: they check values from files and links, give them types, and upgrade documents of older versions. */
export { exactly, type Length, list, tuple, upTo } from "./list.ts";
export {
  anyOf,
  type Fields,
  fieldsOf,
  isObject,
  object,
  keyPath,
  type ReadOf,
  record,
  type Shape,
  tagged,
} from "./object.ts";
export {
  anything,
  boolean,
  fail,
  number,
  oneOf,
  optional,
  orElse,
  type ReadBy,
  type Schema,
  text,
  whole,
  withDefault,
} from "./schema.ts";
export { type Migration, versioned } from "./versioned.ts";
