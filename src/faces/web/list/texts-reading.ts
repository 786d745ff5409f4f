// Words of the Reading screen.

import { catalogue } from "../texts.ts";

export const readingTexts = catalogue({
  now: { en: "Reading now", zh: "正在读" },
  next: { en: "To read", zh: "想读" },
  finished: { en: "Finished", zh: "读完" },
  dropped: { en: "Put aside", zh: "放下" },
  books: { en: (n: number) => (n === 1 ? "1 book" : `${n} books`), zh: (n) => `${n} 本` },
  undated: { en: "No date", zh: "日期不详" },
  nothingNow: {
    en: "Nothing at the moment. Press S on a book below to begin it.",
    zh: "现在没有在读的书。选中下面的一本，按 S 开始读。",
  },
  emptyTitle: { en: "An empty shelf", zh: "书架还空着" },
  emptyLead: { en: "Write the title of a book that you want to read.", zh: "写下一本想读的书。" },
  progressOf: { en: (title: string) => `Progress of ${title}`, zh: (title) => `《${title}》的进度` },
  progressPlaceholder: { en: "Page or %", zh: "页数或 %" },
  shelf: { en: "the shelf", zh: "书架" },
});
