/** The styles of worksheets: on a screen each sheet is a page of its width; on paper it begins a page, and boxes are never cut. */
import { type PaperName, papers } from "./options.ts";

/** The styles of a document. `feet` are the texts at the foot of each sheet's pages. */
export function stylesOf(paper: PaperName, feet: readonly Foot[]): string {
  const { size, width } = papers[paper];
  const pages = feet.map(
    ({ left, middle, right }, i) =>
      `@page s${i + 1}{counter-increment:s${i + 1};@bottom-left{content:${cssText(left)}}@bottom-center{content:${cssText(middle)}}@bottom-right{content:${cssText(`${right} `)} counter(s${i + 1})}}\n#s${i + 1}{page:s${i + 1}}`,
  );
  return `@page{size:${size};margin:12mm 16mm 16mm;@bottom-left{${FOOT}}@bottom-center{${FOOT}}@bottom-right{${FOOT}}}
${pages.join("\n")}
.sheet{width:${width}mm}
${BASE}`;
}

/** The text at the foot of a page. */
export interface Foot {
  readonly left: string;
  readonly middle: string;
  /** The number of the page within its sheet follows it. */
  readonly right: string;
}

/** A string in CSS inside a style element: quotes and anything that could end it are escaped. */
const cssText = (text: string): string =>
  `"${text.replaceAll(/["\\<>\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`;

const FOOT =
  "font-size:8.5pt;font-family:var(--sans,sans-serif);color:#474e57;vertical-align:top;padding-top:3mm";

const BASE = `:root{--ink:#16191d;--ink-2:#474e57;--line:#d3d8de;--edge:#7b8490;--fill:#f3f5f8;--sans:Inter,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-variant-ligatures:none}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:13px/1.45 var(--sans);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet{margin:0 auto;break-after:page}
.sheet:last-child{break-after:auto}
header{display:grid;grid-template-columns:1fr auto;column-gap:24px;align-items:end;padding-bottom:8px;border-bottom:1.5px solid var(--ink)}
h1{font:400 25px/1.2 KaTeX_Main,serif;margin:0}
header p{margin:2px 0 0;color:var(--ink-2)}
.id{font-variant-ligatures:none;text-align:right;color:var(--ink-2);white-space:nowrap}
.name{white-space:nowrap;padding-bottom:2px}
.name u{display:inline-block;width:170px;border-bottom:1px solid var(--ink);text-decoration:none;margin-left:6px}
.katex{font-size:1.06em;line-height:1.2}
h2{font:600 14px/1.3 var(--sans);margin:0 0 5px;break-after:avoid}
h2 b{display:inline-block;width:19px;height:19px;margin-right:5px;border-radius:5px;background:var(--ink);color:#fff;font-size:12px;line-height:19px;text-align:center}
h2>span{margin-left:5px;font:400 14px/1.3 KaTeX_Main,serif;color:var(--ink-2)}
h3{font:600 13px/1.3 var(--sans);margin:0 0 3px;break-after:avoid}
p{margin:0 0 3px}
.top{display:flex;gap:18px;align-items:flex-start;padding:8px 0 6px;break-inside:avoid}
.top.wide{display:block}
.top .given{flex:1;min-width:0}
.top.wide .given{columns:2;column-gap:24px;margin-top:8px}
.given p{break-inside:avoid}
.list>span{display:inline-block;margin-right:9px;white-space:nowrap}
.list.wide{columns:3;column-gap:20px}
.list.wide>span{display:block;break-inside:avoid}
.block{padding:4px 0 6px;break-inside:avoid}
.long{break-inside:auto}
.matrices>span{display:inline-block;margin:0 20px 8px 0;vertical-align:middle;break-inside:avoid}
.whole{white-space:nowrap}
.list>span{font-family:KaTeX_Main,serif}
.matrices .katex{font-size:.95em}
table{border-collapse:collapse;font:13.5px/1.5 KaTeX_Main,serif}
td,th{padding:1px 14px 1px 0;text-align:right;font-weight:400;border-bottom:.5px solid var(--line)}
.net{position:relative;flex:none}
.net svg{position:absolute;inset:0}
.net>span{position:absolute;transform:translate(-50%,-50%);white-space:nowrap;font:14px/1 KaTeX_Main,serif}
.net .target{transform:translate(0,-50%)}
.net .target .katex,.net .bias .katex,.net .sym .katex{font-size:14px}
.net .v u{display:block;width:34px;border-bottom:1px solid var(--edge);transform:translateY(9px)}
.net .w,.net .bias{font-size:13px}
.plain>.v{font-size:12px}
.plain>.v u{width:22px;transform:translateY(6px)}
.plain>.index{font:8px/1 var(--sans);color:var(--ink-2)}
.e{fill:none;stroke:var(--edge);stroke-width:1.4}
.thin{stroke-width:.5}
.b{stroke:var(--edge);stroke-width:1.2}
.t{stroke:var(--edge);stroke-width:1.2;stroke-dasharray:2 3}
.l{fill:#fff}
.n{fill:#fff;stroke:var(--edge);stroke-width:1.4}
.stage{border-top:1px solid var(--line);padding:5px 0 4px}
.together{break-inside:avoid}
.rule{break-after:avoid;margin-bottom:6px}
h2+.g{break-after:avoid}
.g{display:grid;column-gap:16px;margin-top:2px}
.c2{grid-template-columns:repeat(2,minmax(0,1fr))}
.c3{grid-template-columns:repeat(3,minmax(0,1fr))}
.c4{grid-template-columns:repeat(4,minmax(0,1fr))}
.pair{row-gap:3px;grid-template-columns:minmax(0,1.8fr) minmax(0,1fr)}
.q{display:flex;flex-wrap:wrap;align-items:center;column-gap:4px;min-height:30px;break-inside:avoid}
.g:not(.pair) .q{align-content:flex-start}
.q .f{min-width:0}
.q .r{margin-left:auto;padding:1px 0;white-space:nowrap}
.q .s{font:14px/1.5 KaTeX_Main,serif;white-space:nowrap}
.pair .q .s{flex:1 1 60%}
.q .s.small{white-space:normal;flex-basis:100%;order:3;font-size:12px;line-height:1.25;color:var(--ink-2);padding-bottom:3px}
.q .s u{display:inline-block;min-width:42px;padding:0 3px;border-bottom:1px solid var(--edge);line-height:1.35;text-align:center;text-decoration:none;vertical-align:baseline;height:1.35em}
.box{display:inline-block;height:25px;border:1.3px solid var(--ink);border-radius:5px;font:13.5px/22px KaTeX_Main,serif;text-align:center;vertical-align:middle;margin-left:2px}
.full{background:var(--fill)}
.tight{font-size:11.5px}
.o{display:flex;align-items:center;gap:10px;min-height:32px;break-inside:avoid}
.o b{flex:none;width:24px;height:22px;border:1px solid var(--edge);border-radius:5px;text-align:center;line-height:20px}
.steps{display:grid;grid-template-columns:repeat(auto-fill,62px);gap:8px 5px;margin:4px 0 8px}
.step{display:flex;align-items:center;justify-content:end;gap:3px;white-space:nowrap}
.step i{font-style:normal;color:var(--ink-2)}
.step .box{width:40px}
.wrong{break-inside:avoid}
.ask{font-size:15px}
.room{height:95mm;background:radial-gradient(circle,#c3c9d1 .6px,transparent .9px) 0 0/5mm 5mm}
sup{font-size:.66em;line-height:0}
@media screen{body{background:#e9ecf0}.sheet{margin:8mm auto;padding:12mm;background:#fff;box-shadow:0 1px 4px #0003;box-sizing:content-box}}`;
