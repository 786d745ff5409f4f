// Two buttons below a picture: save it as SVG, as PNG. What is saved stands alone: with its title, in the theme of the screen.

import type { ChartTheme, SvgNode } from "../../../domain/index.ts";
import { problemOf } from "../api.ts";
import { fail } from "../state.ts";
import { catalogue, useTexts } from "../texts.ts";
import { savePng, saveSvg } from "./save-picture.ts";
import { useTheme } from "./use-theme.ts";

const texts = catalogue({
  saveAs: {
    en: (what: string, form: string) => `Save as ${form}: ${what}`,
    zh: (what, form) => `保存为 ${form}：${what}`,
  },
});

export function SaveButtons({
  what,
  name,
  draw,
}: {
  /** The picture in words. */
  what: string;
  /** Of the file, without its ending. */
  name: string;
  draw: (theme: ChartTheme) => SvgNode;
}) {
  const t = useTexts(texts);
  const theme = useTheme();
  const save = async (form: "SVG" | "PNG"): Promise<void> => {
    try {
      if (form === "SVG") saveSvg(draw(theme), name);
      else await savePng(draw(theme), name);
    } catch (error) {
      fail(problemOf(error), () => void save(form));
    }
  };
  return (
    <span className="save-buttons">
      {(["SVG", "PNG"] as const).map((form) => (
        <button
          key={form}
          type="button"
          className="button is-plain"
          aria-label={t.saveAs(what, form)}
          title={t.saveAs(what, form)}
          onClick={() => void save(form)}
        >
          {form}
        </button>
      ))}
    </span>
  );
}
