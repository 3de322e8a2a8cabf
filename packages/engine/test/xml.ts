/** A small parser that accepts only well-formed XML: one root, nested elements, quoted attributes, known references. */

/** An element with its attributes, the elements in it, and the text in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`A bare & in ${text.slice(0, 80)}`);
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string, name: string) =>
    code === undefined ? named[name]! : String.fromCodePoint(Number(code)),
  );
}

/** The root of a document. @throws Error if it isn't well-formed */
export function parseXml(document: string): Element {
  let at = 0;
  const rest = () => document.slice(at);

  function skip(pattern: RegExp): string[] | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(document);
    if (match === null) return undefined;
    at += match[0].length;
    return [...match];
  }

  function element(): Element {
    const [, name = "", written = "", closed] =
      skip(/<([A-Za-z][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y) ?? fail("a tag");
    const pairs = [...written.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
      ([, key, value]) => [key!, decoded(value!)] as const,
    );
    const attributes = Object.fromEntries(pairs);
    if (pairs.length !== Object.keys(attributes).length) fail("each attribute once");
    if (closed === "/") return { name, attributes, children: [], text: "" };
    const children: Element[] = [];
    let text = "";
    for (;;) {
      text += decoded(skip(/[^<]*/y)![0]!);
      const end = skip(/<\/([A-Za-z][\w.-]*)>/y);
      if (end !== undefined) {
        if (end[1] !== name) fail(`</${name}>`);
        return { name, attributes, children, text };
      }
      children.push(element());
    }
  }

  function fail(what: string): never {
    throw new Error(`Expected ${what} at ${rest().slice(0, 80)}`);
  }

  skip(/<\?xml version="1\.0" encoding="UTF-8"\?>/y);
  skip(/\s*/y);
  const root = element();
  skip(/\s*/y);
  if (at !== document.length) fail("the end");
  return root;
}

/** The names of the elements in an element, in order. */
export const namesIn = ({ children }: Element): string[] => children.map(({ name }) => name);

/** The elements of a name in an element, at any depth. */
export const all = (root: Element, name: string): Element[] =>
  root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The one element of a name in an element, at any depth. */
export function only(root: Element, name: string): Element {
  const [first, ...more] = all(root, name);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} elements ${name}`);
  return first;
}
