// Elements of a picture, and the picture as a file: SVG 1.1 with all colours and fonts in it, no script, nothing from elsewhere.

import type { SvgNode } from "./chart.ts";

/** Numbers are kept to a hundredth of a pixel. */
export function node(
  tag: string,
  attributes: Record<string, string | number>,
  children: (SvgNode | string)[] = [],
): SvgNode {
  const rounded = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === "number" ? Math.round(value * 100) / 100 : value,
    ]),
  );
  return { tag, attributes: rounded, children };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for XML 1.0: marks escaped; control characters and lone surrogates, which XML cannot hold, are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // What XML 1.0 does not allow (section 2.2).
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
      .replace(/[&<>"']/g, (mark) => ESCAPES[mark]!)
  );
}

/** A standalone SVG file, with a newline at its end. */
export function printSvg(picture: SvgNode): string {
  return `${printNode(picture, 0)}\n`;
}

function printNode({ tag, attributes, children }: SvgNode, depth: number): string {
  const indent = "  ".repeat(depth);
  const head = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
  if (children.length === 0) return `${indent}<${tag}${head}/>`;
  // Blanks inside a text would be drawn.
  if (children.every((child) => typeof child === "string"))
    return `${indent}<${tag}${head}>${children.map((child) => escapeXml(child as string)).join("")}</${tag}>`;
  const lines = children.map((child) =>
    typeof child === "string" ? `${indent}  ${escapeXml(child)}` : printNode(child, depth + 1),
  );
  return `${indent}<${tag}${head}>\n${lines.join("\n")}\n${indent}</${tag}>`;
}
