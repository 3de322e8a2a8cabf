/** The schemas that quizzes are checked against: each refuses files that break its format. */
import { expect, test } from "vitest";
import { moodleXml } from "../src/export/quiz/moodle.ts";
import { qtiPackage } from "../src/export/quiz/qti.ts";
import { awkward, htmlDocument, single, typed } from "./quizFiles.ts";
import { unzipped } from "./unzip.ts";
import { schemaErrors } from "./xsd.ts";

const first = single([awkward]).slice(0, 1);
const moodle = typed(moodleXml(first));
const [manifest, qti] = [...unzipped(qtiPackage(first)).values()] as [string, string];
const html = htmlDocument([
  '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><msub><mi>b</mi><mn>1</mn></msub></mfrac></math></p>',
  "<table><tr><td>1</td></tr></table>",
]);
/** Ways to break a document: what is wrong then, and what to replace by what. */
const broken: Record<string, [document: string, ...ways: [string, RegExp, string][]]> = {
  "moodle.xsd": [
    moodle,
    ["a name after the question", /(<name>.*?<\/name>)(<questiontext.*?<\/questiontext>)/s, "$2$1"],
    ["no fraction", / fraction="0"/, ""],
    ["no tolerance", /<tolerance>.*?<\/tolerance>/, ""],
    ["a comma in a number", /<text>1\.5</, "<text>1,5<"],
    ["a negative tolerance", /<tolerance>/, "<tolerance>-"],
    ["an unknown format", /format="html"/, 'format="xhtml"'],
    ["the parts of another kind of question", / (xsi:)?type="numerical"/g, ' $1type="cloze"'],
  ],
  "qti-1.2.xsd": [
    qti,
    ["an item without an identifier", /<item ident=".*?"/, "<item"],
    ["outcomes after a condition", /(<outcomes.*?<\/outcomes>)(<respcondition.*?<\/respcondition>)/s, "$2$1"],
    ["feedback before the score", /(<setvar.*?<\/setvar>)(<displayfeedback.*?<\/displayfeedback>)/, "$2$1"],
    ["a response to nothing", /<varequal respident="response1"/, '<varequal respident="response2"'],
    ["feedback that isn’t there", /<itemfeedback ident="correct_fb".*?<\/itemfeedback>/s, ""],
    ["a comparison with no response", /<vargte respident="response1"/, "<vargte"],
    ["an unknown kind of number", /fibtype="Decimal"/, 'fibtype="Float"'],
    ["an unknown action", /action="Set"/, 'action="set"'],
  ],
  "imscp-1.1.xsd": [
    manifest,
    [
      "resources before organizations",
      /(<organizations.*?<\/organizations>)(<resources.*<\/resources>)/s,
      "$2$1",
    ],
    ["no organizations", /<organizations.*?<\/organizations>/, ""],
    ["a resource without a type", / type="imsqti_xmlv1p2"/, ""],
    ["a dependency on nothing", /identifierref="/, 'identifierref="un'],
  ],
  "question-html.xsd": [
    html,
    ["a fraction of one part", /<mfrac><mi>a<\/mi>/, "<mfrac>"],
    ["an index without a base", /<mi>b<\/mi>/, ""],
    ["an element that MathML Core doesn’t have", /<mn>1<\/mn>/, "<mfenced/>"],
    ["a paragraph in a paragraph", /<p>/, "<p><p></p>"],
    ["a cell outside a row", /<tr>|<\/tr>/g, ""],
    ["an element without an end", /<\/mn>/, ""],
  ],
};
test.each(Object.entries(broken))(
  "%s refuses what breaks the format",
  async (schema, [document, ...ways]) => {
    const changed = ways.map(([, pattern, replacement]) => document.replace(pattern, replacement));
    const [sound, ...errors] = await schemaErrors(schema, document, ...changed);
    expect(sound).toEqual([]);
    const named = (is: (way: number) => boolean) => ways.flatMap(([what], i) => (is(i) ? [what] : []));
    expect(named((i) => changed[i] === document)).toEqual([]);
    expect(named((i) => errors[i]!.length === 0)).toEqual([]);
  },
);
