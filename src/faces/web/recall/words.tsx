// The Markdown of a card, as it looks.

import { useMemo } from "react";
import { renderBlocks } from "../screens/preview.ts";

export function Words({ text }: { text: string }) {
  const html = useMemo(() => renderBlocks(text), [text]);
  return (
    <div
      className="preview-body"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-it with html off, see preview.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
