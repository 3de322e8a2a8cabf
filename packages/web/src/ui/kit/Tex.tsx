import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useKatex } from "./katex.ts";

interface TexProps {
  /** The formula in TeX. */
  tex: string;
  /** The same in plain characters, shown until KaTeX has loaded. */
  plain: ReactNode;
  /** Whether its symbols may carry data: allows \\htmlData and nothing else. */
  linked?: boolean;
}

/** A formula set by KaTeX, with MathML for screen readers. */
export function Tex({ tex, plain, linked = false }: TexProps) {
  const katex = useKatex();
  const ref = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    if (katex === undefined) return;
    katex.render(tex, ref.current!, {
      output: "htmlAndMathml",
      throwOnError: false,
      errorColor: "currentColor",
      trust: ({ command }) => linked && command === "\\htmlData",
      strict: false,
    });
  }, [katex, tex, linked]);

  // Two keys, because KaTeX fills the second span itself and React must not touch its content.
  return katex === undefined ? <span key="plain">{plain}</span> : <span key="tex" ref={ref} />;
}
