/**
 * Adds accents to a catalog and makes its texts a third longer, wherever they are: in strings, functions, elements or
 * messages.
 */

const letters = new Map(
  Object.entries({ a: "á", c: "ç", e: "é", i: "í", n: "ñ", o: "ó", s: "š", u: "ú", y: "ý", z: "ž" }).flatMap(
    ([plain, accent]) => [
      [plain, accent],
      [plain.toUpperCase(), accent.toUpperCase()],
    ],
  ),
);

/** How much longer a text becomes. */
const GROWTH = 0.35;

/** A name that is the same in every language. */
const NAME = "Neural-Viz";

/** Lengthens every word but adds none, so that lines break as in a language with longer words. */
export function stretched(text: string): string {
  if (text.includes(NAME)) return text.split(NAME).map(stretched).join(NAME);
  let owed = 0;
  return [...text]
    .map((letter) => {
      const accent = letters.get(letter) ?? letter;
      if (!/[a-z]/i.test(letter)) return accent;
      owed += GROWTH;
      if (owed < 1) return accent;
      owed -= 1;
      return accent + accent;
    })
    .join("");
}

/** The same catalog, or any part of it, with stretched texts. TeX and anything that isn't text stay the same. */
export function accented(value: unknown): unknown {
  if (typeof value === "string") return value.includes("\\") ? value : stretched(value);
  if (typeof value === "function")
    return (...given: unknown[]) => accented((value as (...all: unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(accented);
  if (typeof value !== "object" || value === null) return value;
  if ("$$typeof" in value) return sentenceOf(value as unknown as Element);
  if ("key" in value && "values" in value && "text" in value) return { ...value, text: accented(value.text) };
  if ("pieces" in value && "texts" in value) return { ...value, texts: accented(value.texts) };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, accented(part)]));
}

interface Element {
  readonly type: unknown;
  readonly props: { readonly children?: unknown };
}

/** A sentence is a fragment of texts and elements. The elements' own texts come from other catalogs. */
function sentenceOf(element: Element): Element {
  if (element.type !== Symbol.for("react.fragment")) return element;
  const { children } = element.props;
  const said = (child: unknown): unknown => (typeof child === "string" ? stretched(child) : child);
  return {
    ...element,
    props: { ...element.props, children: Array.isArray(children) ? children.map(said) : said(children) },
  };
}
