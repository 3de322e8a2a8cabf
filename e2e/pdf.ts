/** Reads a tagged PDF: the text of each page with its positions, and the elements it belongs to. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text, in points from the upper left corner of its page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  readonly size: number;
  /** The roles of the elements around it, the outer ones first; none for text without a tag, as formulas are. */
  readonly roles: readonly string[];
  /** The innermost element with a role of its own, by its number on the page. */
  readonly element: number | undefined;
}

/** A page with its text in the order in which it's painted. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** What this needs of a PDF's structure; elements without a role of their own are passed over. */
interface StructureNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

type Place = Pick<Piece, "roles" | "element">;

/** Where each piece of content stands in the structure. */
function placesOf(root: StructureNode): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let elements = 0;
  const visit = ({ role, id, children = [] }: StructureNode, around: Place): void => {
    if (id !== undefined) places.set(id, around);
    const isNamed = role !== undefined && role !== "NonStruct";
    const place = isNamed ? { roles: [...around.roles, role], element: elements++ } : around;
    for (const child of children) visit(child, place);
  };
  visit(root, { roles: [], element: undefined });
  return places;
}

const NOWHERE: Place = { roles: [], element: undefined };

/** The pages of a PDF. */
export async function readPdf(pdf: Buffer): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const places = placesOf(await page.getStructTree());
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const open: (string | undefined)[] = [];
    const pieces: Piece[] = [];
    for (const item of items) {
      if (!("str" in item)) {
        if (item.type === "endMarkedContent") open.pop();
        else open.push(item.id);
      } else if (item.str.trim() !== "") {
        const [, , , , left, bottom] = item.transform as readonly number[];
        const place = places.get(open.findLast((id) => id !== undefined) ?? "") ?? NOWHERE;
        pieces.push({
          text: item.str,
          left: left!,
          right: left! + item.width,
          baseline: height - bottom!,
          size: item.height,
          ...place,
        });
      }
    }
    pages.push({ width, height, pieces });
  }
  await task.destroy();
  return pages;
}
