/**
 * Part of the page as a self-contained picture: an SVG with the same shapes, numbers and colors and no external
 * resources. Canvases (fields, maps) become embedded images; text stays text.
 */
import { messages } from "#text/share";

const XML = "http://www.w3.org/2000/svg";

/** The style properties that are written into each shape. */
const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "opacity",
  "paint-order",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
] as const;

/** The picture of an element, in the page's own pixels. */
export function pictureOf(root: HTMLElement, title: string, description: string): SVGSVGElement {
  const box = root.getBoundingClientRect();
  const origin = { left: box.left, top: box.top, scale: box.width / root.offsetWidth || 1 };
  const { width, height } = boxInPicture(box, origin);
  const picture = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}` }) as SVGSVGElement;
  const heading = [shape("title", {}), shape("desc", {})];
  heading[0]!.textContent = title;
  heading[1]!.textContent = description;
  const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  picture.append(...heading, shape("rect", { width, height, fill: paper }));
  copy(root, picture, origin);
  return picture;
}

/** The text of a picture as a file. */
export function textOf(picture: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** The picture in pixels, at twice the page's resolution. */
export async function pixelsOf(picture: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([textOf(picture)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * picture.width.baseVal.value;
    canvas.height = 2 * picture.height.baseVal.value;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error(messages.noPicture)) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The corner of the picture on the screen, and the page's zoom there. */
interface Origin {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** Converts a box on the screen to coordinates of the picture. */
function boxInPicture(
  box: DOMRect,
  { left, top, scale }: Origin,
): Record<"x" | "y" | "width" | "height", number> {
  return {
    x: (box.left - left) / scale,
    y: (box.top - top) / scale,
    width: box.width / scale,
    height: box.height / scale,
  };
}

function copy(node: Element, into: Element, origin: Origin): void {
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  // Text for screen readers alone is one pixel wide.
  const unseen =
    style.display === "none" || style.visibility === "hidden" || (box.width <= 1 && box.height <= 1);
  if (unseen && !(node instanceof SVGElement)) return;
  if (node instanceof SVGSVGElement) {
    into.append(copyShapes(node, origin));
    return;
  }
  const group = style.opacity === "1" ? into : shape("g", { opacity: style.opacity });
  if (group !== into) into.append(group);
  const bounds = boxInPicture(box, origin);
  if (node instanceof HTMLCanvasElement) {
    group.append(
      shape("image", {
        ...bounds,
        href: node.toDataURL(),
        preserveAspectRatio: "none",
        "image-rendering": style.imageRendering,
      }),
    );
    return;
  }
  frame(style, bounds, group);
  for (const child of node.childNodes) {
    if (child instanceof Element) copy(child, group, origin);
    else if (child instanceof Text) letters(child, style, group, origin);
  }
}

/** A drawing with its styles written into every shape. */
function copyShapes(node: SVGElement, origin?: Origin): SVGElement {
  const twin = node.cloneNode(false) as SVGElement;
  for (const name of ["class", "style", "tabindex", "role"]) twin.removeAttribute(name);
  if (origin !== undefined) {
    for (const [name, value] of Object.entries(boxInPicture(node.getBoundingClientRect(), origin))) {
      twin.setAttribute(name, String(value));
    }
    twin.setAttribute("overflow", getComputedStyle(node).overflow);
  }
  const style = getComputedStyle(node);
  if (style.display === "none" || style.visibility === "hidden") twin.setAttribute("display", "none");
  for (const name of looks) {
    const value = style.getPropertyValue(name);
    if (value !== "") twin.setAttribute(name, value);
  }
  for (const child of node.childNodes) {
    if (child instanceof SVGElement) twin.append(copyShapes(child));
    else if (child instanceof Text) twin.append(child.cloneNode());
  }
  return twin;
}

/** The background and the border of a box. */
function frame(
  style: CSSStyleDeclaration,
  bounds: Record<"x" | "y" | "width" | "height", number>,
  into: Element,
): void {
  const width = Number.parseFloat(style.borderTopWidth);
  const bordered = width > 0 && style.borderTopStyle !== "none" && style.borderLeftStyle !== "none";
  const clear = style.backgroundColor === "rgba(0, 0, 0, 0)" || style.backgroundColor === "transparent";
  if (clear && !bordered) return;
  into.append(
    shape("rect", {
      ...bounds,
      rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
      fill: clear ? "none" : style.backgroundColor,
      ...(bordered ? { stroke: style.borderTopColor, "stroke-width": width } : {}),
    }),
  );
}

/** The text of a node, line by line in the same positions. */
function letters(text: Text, style: CSSStyleDeclaration, into: Element, origin: Origin): void {
  const lines: { box: DOMRect; right: number; chars: string }[] = [];
  const range = document.createRange();
  for (let i = 0; i < text.data.length; i++) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const box = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.box.top - box.top) < box.height / 2) {
      line.chars += text.data[i]!;
      if (text.data[i]!.trim() !== "") line.right = box.right;
    } else if (box.width > 0) lines.push({ box, right: box.right, chars: text.data[i]! });
  }
  const size = Number.parseFloat(style.fontSize);
  for (const { box, right, chars } of lines) {
    if (chars.trim() === "") continue;
    const { x, y, height } = boxInPicture(box, origin);
    const line = shape("text", {
      x,
      y: y + height / 2 + 0.35 * size,
      fill: style.color,
      "font-family": style.fontFamily,
      "font-size": style.fontSize,
      "font-style": style.fontStyle,
      "font-weight": style.fontWeight,
      // Without the page's fonts, other fonts take the same width.
      textLength: (right - box.left) / origin.scale,
      lengthAdjust: "spacingAndGlyphs",
    });
    line.textContent = chars.trimEnd();
    into.append(line);
  }
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(XML, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
