// Pictures as files: SVG as it is printed, PNG drawn from it at twice its size. Nothing leaves the browser; the file comes from
// a link that is pressed here.

import { printSvg, type SvgNode } from "../../../domain/index.ts";

const SCALE = 2;

/** @param name without its ending */
export function saveSvg(picture: SvgNode, name: string): void {
  saveFile(new Blob([printSvg(picture)], { type: "image/svg+xml" }), `${name}.svg`);
}

/** @throws where the browser cannot draw it */
export async function savePng(picture: SvgNode, name: string): Promise<void> {
  const image = new Image();
  // The policy of the page allows pictures from data, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(printSvg(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Number(picture.attributes.width) * SCALE;
  canvas.height = Number(picture.attributes.height) * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("no picture");
  saveFile(blob, `${name}.png`);
}

function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has been begun; its source may go a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
