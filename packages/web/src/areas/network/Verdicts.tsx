import type { GradientVerdict } from "@neural-viz/engine";
import { useApp } from "../../store/store.ts";
import type { Geometry } from "./geometry.ts";
import { messages } from "#text/network";
import * as styles from "./Graph.module.css";

/** A mark for each verdict. They differ in shape, not only in color. */
const signs: Readonly<Record<GradientVerdict, { readonly path: string; readonly name: string }>> = {
  agrees: { path: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", name: messages.agrees },
  saturated: { path: "M-3 -3h6v6h-6z", name: messages.flat },
  overflow: { path: "M-4 -4L4 4M-4 4L4 -4", name: messages.notFinite },
  kink: { path: "M0 -4.5L4.5 0L0 4.5L-4.5 0z", name: messages.kink },
  differs: { path: "M0 -7L7 5H-7z", name: messages.differs },
};

/** With more weights than this the marks are smaller. */
const FEW = 60;

/** The verdict of the gradient check on every weight and bias. */
export function Verdicts({ geometry }: { geometry: Geometry }) {
  const checked = useApp((state) => state.checked);
  const t = useApp(({ snapshot }) => snapshot.t);
  const { edges, stubs } = geometry;
  if (checked?.t !== t || checked.verdicts.length !== edges.length + stubs.length) return null;
  const marks = [
    ...edges.map(({ index, at }) => ({ index, at: at(0.42) })),
    ...stubs.map(({ index, to, top }) => ({ index, at: [to.x, top] as const })),
  ];
  const scale = edges.length > FEW ? 0.6 : 1;
  return marks.map(({ index, at: [x, y] }) => (
    <path
      key={index}
      className={styles.verdict}
      data-verdict={checked.verdicts[index]}
      d={signs[checked.verdicts[index]!].path}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})`}
    />
  ));
}

/** What the marks mean, while they are shown. */
export function VerdictLegend() {
  const checked = useApp((state) => state.checked);
  if (checked === undefined) return null;
  const found = new Set(checked.verdicts);
  return (
    <li>
      {messages.gradientCheck(
        (Object.keys(signs) as GradientVerdict[])
          .filter((verdict) => found.has(verdict))
          .map((verdict) => (
            <span key={verdict}>
              <svg width="16" height="14" viewBox="-8 -8 16 16" aria-hidden="true">
                <path className={styles.verdict} data-verdict={verdict} d={signs[verdict].path} />
              </svg>
              {signs[verdict].name}{" "}
            </span>
          )),
      )}
    </li>
  );
}
