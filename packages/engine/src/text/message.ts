/** Texts as data: each has a key and the values it was made of, and is said in the language of the build. */

/** What is said: a key, as in "errors.unknownKey", its values, and the text itself. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The texts of one subject, each of which makes a message of its values. */
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
