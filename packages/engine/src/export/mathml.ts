/**
 * The TeX of the engine's symbols and formulas as MathML, which every browser shows without a script. It reads the part
 * of TeX that they use, and no more.
 */

/** Commands that stand for one character. */
const characters: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  delta: "δ",
  epsilon: "ε",
  eta: "η",
  lambda: "λ",
  mu: "μ",
  phi: "φ",
  pi: "π",
  sigma: "σ",
  ell: "ℓ",
  partial: "∂",
  Delta: "Δ",
  cdot: "·",
  leftarrow: "←",
  sum: "∑",
};

/** Characters that are operators rather than letters. */
const OPERATORS = new Set("·←∑+-=()[]|,/><∂Δ:");

/** Names of functions. */
const functions = new Set(["ln", "max", "tanh", "sin"]);

/** Accents over a letter. */
const accents: Readonly<Record<string, string>> = { hat: "^", bar: "¯" };

/** TeX as a MathML element that stands in a line. */
export function mathml(tex: string): string {
  const { row, rest } = readRow(tex);
  if (rest !== "") throw new RangeError(`${rest} can’t be read in ${tex}`);
  return `<math xmlns="http://www.w3.org/1998/Math/MathML">${row}</math>`;
}

/** A piece of TeX as MathML, and what comes after it. */
interface Read {
  readonly row: string;
  readonly rest: string;
}

const grouped = (parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : `<mrow>${parts.join("")}</mrow>`;

/** Reads up to the end, or up to a closing brace. */
function readRow(tex: string): Read {
  const parts: string[] = [];
  let rest = tex.trimStart();
  while (rest !== "" && !rest.startsWith("}")) {
    const atom = readScripted(rest);
    parts.push(atom.row);
    rest = atom.rest.trimStart();
  }
  return { row: grouped(parts), rest };
}

/** Reads an atom with what stands above and below it. */
function readScripted(tex: string): Read {
  const base = readAtom(tex);
  const scripts: Partial<Record<"^" | "_", string>> = {};
  let { rest } = base;
  for (let mark = /^\s*([_^])/.exec(rest); mark !== null; mark = /^\s*([_^])/.exec(rest)) {
    const script = readAtom(rest.slice(mark[0].length).trimStart());
    scripts[mark[1] as "^" | "_"] = script.row;
    rest = script.rest;
  }
  const { "^": above, _: below } = scripts;
  const row =
    above !== undefined && below !== undefined
      ? `<msubsup>${base.row}${below}${above}</msubsup>`
      : above !== undefined
        ? `<msup>${base.row}${above}</msup>`
        : below !== undefined
          ? `<msub>${base.row}${below}</msub>`
          : base.row;
  return { row, rest };
}

/** Reads a number, a character, a group in braces, or a command with its arguments. */
function readAtom(tex: string): Read {
  const [number] = /^\d+(?:\.\d+)?/.exec(tex) ?? [];
  if (number !== undefined) return { row: `<mn>${number}</mn>`, rest: tex.slice(number.length) };
  if (tex.startsWith("{")) {
    const { row, rest } = readRow(tex.slice(1));
    return { row, rest: rest.slice(1) };
  }
  const [whole, name] = /^\\([A-Za-z]+|.)/.exec(tex) ?? [];
  if (whole === undefined || name === undefined) return { row: character(tex[0]!), rest: tex.slice(1) };
  return readCommand(name, tex.slice(whole.length).trimStart());
}

function readCommand(name: string, after: string): Read {
  if (name === "," || name === "quad") return { row: '<mspace width="0.3em"/>', rest: after };
  if (name === "left" || name === "right") return readAtom(after.replace(/^\\lvert|^\\rvert/, "|"));
  if (name in characters) return { row: character(characters[name]!), rest: after };
  if (functions.has(name)) return { row: `<mo lspace="0.15em" rspace="0.1em">${name}</mo>`, rest: after };
  if (name === "text" || name === "mathrm" || name === "operatorname") {
    const [group = "", letters = ""] = /^\{([^{}]*)\}/.exec(after) ?? [];
    return { row: `<mi>${letters}</mi>`, rest: after.slice(group.length) };
  }
  const first = readAtom(after);
  if (name in accents) {
    return { row: `<mover>${first.row}<mo>${accents[name]!}</mo></mover>`, rest: first.rest };
  }
  if (name === "sqrt") return { row: `<msqrt>${first.row}</msqrt>`, rest: first.rest };
  if (name === "frac" || name === "tfrac") {
    const second = readAtom(first.rest.trimStart());
    return { row: `<mfrac>${first.row}${second.row}</mfrac>`, rest: second.rest };
  }
  throw new RangeError(`\\${name} isn’t known`);
}

function character(letter: string): string {
  const shown = letter === "-" ? "−" : letter === "<" ? "&lt;" : letter === ">" ? "&gt;" : letter;
  if (letter === "'") return "<mo>′</mo>";
  const stays = "()[]|".includes(letter) ? ' stretchy="false"' : "";
  return OPERATORS.has(letter) ? `<mo${stays}>${shown}</mo>` : `<mi>${shown}</mi>`;
}
