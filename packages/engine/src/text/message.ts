/** Texts as data: each message has a key, its values, and the text itself in the language of the build. */

/** A message: a key such as "values.unknownKey", its values, and the text itself. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The texts of one subject: each key is a function from values to a message. */
export type Messages<T extends Readonly<Record<string, (values: never) => string>>> = {
  readonly [K in keyof T]: (...values: Parameters<T[K]>) => Message;
};

/** A catalog of texts: `errors.missing({ name: "seed" })` is a message. */
/* @__NO_SIDE_EFFECTS__ */
export function catalog<T extends Readonly<Record<string, (values: never) => string>>>(
  subject: string,
  texts: T,
): Messages<T> {
  const made = Object.entries<(values: never) => string>(texts).map(([name, text]) => [
    name,
    (values = {}): Message => ({ key: `${subject}.${name}`, values, text: text(values as never) }),
  ]);
  return Object.fromEntries(made) as Messages<T>;
}
