/**
 * A quiz as QTI 1.2 in a content package, the ZIP that Canvas imports: a manifest, the assessment, and what Canvas wants
 * to know of the quiz. Each number is a numerical question.
 *
 * Canvas takes every condition that accepts a range for a right answer. So common mistakes are named in the feedback to all
 * wrong answers, with the number that each of them gives.
 */
import { quizText as text } from "#text/quiz";
import { fnv1a } from "../../math/fingerprint.ts";
import { ascii, zip } from "../zip.ts";
import { mistakesHtml, stepsHtml } from "./feedback.ts";
import { element, escaped } from "./markup.ts";
import type { Asked, Question } from "./question.ts";

const QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";
const PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";
const CANVAS = "http://canvas.instructure.com/xsd/cccv1p0";

/** The bytes of a package with the questions. The same questions give the same bytes. */
export function qtiPackage(questions: readonly Question[]): Uint8Array {
  const items = questions.flatMap((question) => question.asked.map((asked) => item(question, asked)));
  const name = `nv${fnv1a(ascii(asciiXml(items.join(""))))}`;
  const file = (path: string, xml: string) => ({
    name: path,
    contents: ascii(asciiXml(`${HEADER}${xml}\n`)),
  });
  return zip([
    file("imsmanifest.xml", manifest(name)),
    file(`${name}/${name}.xml`, assessment(name, items)),
    file(`${name}/assessment_meta.xml`, quizSettings(name, items.length)),
  ]);
}

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** XML with a reference in place of each character outside ASCII. */
const asciiXml = (xml: string): string =>
  xml.replaceAll(/[^\0-\u007F]/gu, (letter) => `&#${letter.codePointAt(0)};`);

function manifest(name: string): string {
  const settings = `${name}_settings`;
  const path = `${name}/assessment_meta.xml`;
  return element(
    "manifest",
    { identifier: `${name}_package`, xmlns: PACKAGE },
    element("metadata", {}, element("schema", {}, "IMS Content"), element("schemaversion", {}, "1.1.3")),
    element("organizations", {}),
    element(
      "resources",
      {},
      element(
        "resource",
        { identifier: name, type: "imsqti_xmlv1p2" },
        element("file", { href: `${name}/${name}.xml` }),
        element("dependency", { identifierref: settings }),
      ),
      element(
        "resource",
        {
          identifier: settings,
          type: "associatedcontent/imscc_xmlv1p1/learning-application-resource",
          href: path,
        },
        element("file", { href: path }),
      ),
    ),
  );
}

const quizSettings = (name: string, points: number): string =>
  element(
    "quiz",
    { identifier: name, xmlns: CANVAS },
    element("title", {}, text.category),
    element("description", {}),
    element("quiz_type", {}, "assignment"),
    element("points_possible", {}, String(points)),
  );

const assessment = (name: string, items: readonly string[]): string =>
  element(
    "questestinterop",
    { xmlns: QTI },
    element(
      "assessment",
      { ident: name, title: text.category },
      element("section", { ident: "root_section" }, ...items),
    ),
  );

function item(question: Question, asked: Asked): string {
  const title = text.title({ ...question, asked: asked.plain });
  const html = `${question.given}<p>${text.compute} ${asked.label} (${asked.what}).</p>`;
  const ident = `nv${fnv1a(ascii(asciiXml(title + html)))}`;
  return element(
    "item",
    { ident, title },
    element(
      "itemmetadata",
      {},
      element("qtimetadata", {}, field("question_type", "numerical_question"), field("points_possible", "1")),
    ),
    element(
      "presentation",
      {},
      material(html),
      element(
        "response_str",
        { ident: "response1", rcardinality: "Single" },
        element("render_fib", { fibtype: "Decimal" }, element("response_label", { ident: "answer1" })),
      ),
    ),
    element(
      "resprocessing",
      {},
      element(
        "outcomes",
        {},
        element("decvar", { maxvalue: 100, minvalue: 0, varname: "SCORE", vartype: "Decimal" }),
      ),
      condition("Yes", element("other", {}), feedbackTo("general_fb")),
      condition(
        "No",
        accepted(asked),
        element("setvar", { action: "Set", varname: "SCORE" }, "100"),
        feedbackTo("correct_fb"),
      ),
      condition("Yes", element("other", {}), feedbackTo("general_incorrect_fb")),
    ),
    feedback("general_fb", stepsHtml([asked])),
    feedback("correct_fb", `<p>${text.correct}</p>`),
    feedback("general_incorrect_fb", mistakesHtml(asked)),
  );
}

const field = (label: string, entry: string): string =>
  element("qtimetadatafield", {}, element("fieldlabel", {}, label), element("fieldentry", {}, entry));

const material = (html: string): string =>
  element("material", {}, element("mattext", { texttype: "text/html" }, escaped(html)));

const condition = (goOn: "Yes" | "No", when: string, ...then: readonly string[]): string =>
  element("respcondition", { continue: goOn }, element("conditionvar", {}, when), ...then);

/** The answer itself, or any number as far from it as is tolerated. */
function accepted({ value, tolerance }: Asked): string {
  const compared = (name: string, to: number): string =>
    element(name, { respident: "response1" }, decimal(to));
  return element(
    "or",
    {},
    compared("varequal", value),
    element("and", {}, compared("vargte", value - tolerance), compared("varlte", value + tolerance)),
  );
}

/** The digits of a limit: enough to hide the rounding of doubles. */
const LIMIT_DIGITS = 12;

const decimal = (value: number): string => String(Number(value.toPrecision(LIMIT_DIGITS)));

const feedbackTo = (ident: string): string =>
  element("displayfeedback", { feedbacktype: "Response", linkrefid: ident });

const feedback = (ident: string, html: string): string =>
  element("itemfeedback", { ident }, element("flow_mat", {}, material(html)));
