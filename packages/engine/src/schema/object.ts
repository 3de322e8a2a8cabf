/** Schemas of objects. */
import { allowed, values } from "#text/values";
import { ExperimentError, short } from "../math/errors.ts";
import { fail, oneOf, type ReadBy, type Schema } from "./schema.ts";

/** A schema for each key. */
export type Shape = Readonly<Record<string, Schema<unknown>>>;

/** The type that a shape reads. A key whose schema may read undefined is optional. */
export type ReadOf<S extends Shape> = {
  readonly [K in keyof S as undefined extends ReadBy<S[K]> ? never : K]: ReadBy<S[K]>;
} & {
  readonly [K in keyof S as undefined extends ReadBy<S[K]> ? K : never]?: Exclude<ReadBy<S[K]>, undefined>;
};

/** The keys of an object with their unchecked values. */
export type Fields = Readonly<Record<string, unknown>>;

interface ObjectChoice {
  /** The name of the whole document in error messages. */
  readonly title?: string;
  /** What happens to keys that are not in the shape. */
  readonly others?: "refused" | "ignored";
}

/** An object with these keys. */
export function object<S extends Shape>(
  shape: S,
  { title, others = "refused" }: ObjectChoice = {},
): Schema<ReadOf<S>> {
  return (value, where) => {
    const given = fieldsOf(value, where, title);
    if (others === "refused") refuseOthers(given, where, Object.keys(shape), title);
    return readAll(shape, given, where);
  };
}

type Tagged<Tag extends string, Shapes extends Readonly<Record<string, Shape>>> = {
  [N in keyof Shapes & string]: { readonly [T in Tag]: N } & ReadOf<Shapes[N]>;
}[keyof Shapes & string];

/** An object with one of several shapes; the value of the key `tag` is the name of the shape. */
export function tagged<const Tag extends string, Shapes extends Readonly<Record<string, Shape>>>(
  tag: Tag,
  shapes: Shapes,
  choice?: Pick<ObjectChoice, "others">,
): Schema<Tagged<Tag, Shapes>> {
  const name = oneOf(Object.keys(shapes) as (keyof Shapes & string)[]);
  const variants = Object.entries(shapes).map(([key, shape]) => [key, { [tag]: name, ...shape }] as const);
  const choose = (given: Fields, where: string) => name(given[tag], keyPath(where, tag));
  return anyOf(Object.fromEntries(variants), choose, choice) as Schema<Tagged<Tag, Shapes>>;
}

/** An object with one of several shapes; `choose` picks the shape by looking at the object. */
export function anyOf<Shapes extends Readonly<Record<string, Shape>>>(
  shapes: Shapes,
  choose: (given: Fields, where: string) => keyof Shapes,
  choice: Pick<ObjectChoice, "others"> = {},
): Schema<{ [N in keyof Shapes]: ReadOf<Shapes[N]> }[keyof Shapes]> {
  const all = [...new Set(Object.values(shapes).flatMap((shape) => Object.keys(shape)))];
  return (value, where) => {
    const given = fieldsOf(value, where);
    if (choice.others !== "ignored") refuseOthers(given, where, all);
    return object(shapes[choose(given, where)] as Shapes[keyof Shapes], choice)(given, where);
  };
}

/** An object with any keys, whose values all have the same schema. */
export function record<T>(item: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return (value, where) =>
    Object.fromEntries(
      Object.entries(fieldsOf(value, where)).map(([key, one]) => [key, item(one, keyPath(where, key))]),
    );
}

/** The own keys of an object with their values. @throws ExperimentError if the value is not an object */
export function fieldsOf(value: unknown, where: string, title = values.theValue().text): Fields {
  return isObject(value) ? { ...value } : fail(where === "" ? title : where, value, allowed.object());
}

/** Whether a value is an object, but not a list and not null. */
export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The path to a key for error messages: "network" and "hidden" give "network.hidden". */
export function keyPath(where: string, key: string): string {
  return where === "" ? key : `${where}.${key}`;
}

function refuseOthers(
  given: Fields,
  where: string,
  keys: readonly string[],
  title = values.theValue().text,
): void {
  const other = Object.keys(given).find((key) => !keys.includes(key));
  if (other === undefined) return;
  throw new ExperimentError(
    values.unknownKey({ where: where === "" ? title : where, key: short(other), keys }),
  );
}

function readAll<S extends Shape>(shape: S, given: Fields, where: string): ReadOf<S> {
  const read = Object.entries(shape).map(
    ([key, schema]) =>
      [key, schema(Object.hasOwn(given, key) ? given[key] : undefined, keyPath(where, key))] as const,
  );
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as ReadOf<S>;
}
