// `draft --edit`: the drafted bullets in the person's own editor, and what they made of them back. What is private stands below
// a line of scissors, to copy from; nothing below that line is read.

import type { DraftData, Performed } from "../../actions/index.ts";
import { AppError, type Tongue } from "../../base/index.ts";
import type { CliDesk } from "./desk.ts";

const SCISSORS = "------------------------ >8 ------------------------";

const TEXTS = {
  en: {
    below:
      "Nothing below this line is read. What stands here is private: copy above what you want to publish.",
    noEditor: "There is no editor to open.",
    noEditorHint: "Set $VISUAL or $EDITOR, or say the bullets with --bullets.",
    emptied: "The draft was emptied: nothing is written.",
  },
  zh: {
    below: "这一行以下都不读。下面是私密内容：要公开的请复制到上面。",
    noEditor: "没有可以打开的编辑器。",
    noEditorHint: "请设置 $VISUAL 或 $EDITOR，或用 --bullets 写明。",
    emptied: "草稿清空了，没有写。",
  },
} as const;

export interface EditDraft {
  input: Readonly<Record<string, unknown>>;
  tongue: Tongue;
  /** Opens an editor on a text; null where there is none. */
  editText: CliDesk["editText"];
  /** Whether to write what is shown now; undefined where nobody can be asked. */
  confirm: ((done: Performed) => Promise<boolean>) | undefined;
  carryOut(input: Readonly<Record<string, unknown>>): Promise<Performed>;
}

/**
 * The input with the bullets as they were edited.
 * @throws AppError usage without an editor, or where nothing is left
 */
export async function editDraft({
  input,
  tongue,
  editText,
  confirm,
  carryOut,
}: EditDraft): Promise<Record<string, unknown>> {
  const texts = TEXTS[tongue];
  const { edit: _, accept, ...asked } = input;
  const { data } = await carryOut(asked);
  const edited = (await editText?.(formatDraft(data as DraftData, texts.below), "draft.md")) ?? null;
  if (edited === null) throw new AppError("usage", texts.noEditor, { hint: texts.noEditorHint });
  const bullets = bulletsOf(edited, (data as DraftData).date);
  if (bullets.trim() === "") throw new AppError("usage", texts.emptied);
  const changed = { ...asked, bullets };
  if (accept !== undefined || confirm === undefined)
    return accept === undefined ? changed : { ...changed, accept };
  return (await confirm(await carryOut(changed))) ? { ...changed, accept: true } : changed;
}

function formatDraft({ bullets, date, privateFacts }: DraftData, below: string): string {
  const lines = bullets.map(({ text, depth }) => `${"  ".repeat(depth)}- ${text}`);
  const facts = privateFacts.map(({ kind, text }) => `${kind}: ${text}`);
  return [date, "", ...(lines.length === 0 ? ["- "] : lines), "", SCISSORS, below, "", ...facts, ""].join(
    "\n",
  );
}

/** The lines above the scissors, without that of the date. */
function bulletsOf(text: string, date: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const end = lines.findIndex((line) => line.includes(">8"));
  const above = end === -1 ? lines : lines.slice(0, end);
  const first = above.findIndex((line) => line.trim() !== "");
  const rest = above.filter((line, at) => !(at === first && line.trim() === date.trim()));
  return `${rest.filter((line) => !/^\s*[-*+]?\s*$/.test(line)).join("\n")}\n`;
}
