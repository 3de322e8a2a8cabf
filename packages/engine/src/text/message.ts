/** Texts as data: each has a key and the values it was made of, and is said in the language of the build. */

/** The texts of one subject: functions of the values that each needs. */
type Texts = Readonly<Record<string, (values: never) => string>>;

/** What is said: a key, as in "errors.unknownKey", its values, and the text itself. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The texts of one subject, each of which makes a message of its values. */
export type Catalog<T extends Texts> = {
  readonly [K in keyof T]: (...values: Parameters<T[K]>) => Message;
};

/** A catalog of texts: `errors.missing({ name: "seed" })` is a message. */
export function catalog<T extends Texts>(subject: string, texts: T): Catalog<T> {
  const made = Object.entries<(values: never) => string>(texts).map(([name, text]) => [
    name,
    (values = {}): Message => ({ key: `${subject}.${name}`, values, text: text(values as never) }),
  ]);
  return Object.fromEntries(made) as Catalog<T>;
}
