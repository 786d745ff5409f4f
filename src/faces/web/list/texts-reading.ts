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
    en: "Nothing at the moment. Begin a book below by its menu, or with the key S.",
    zh: "现在没有在读的书。用下面某一本的菜单或 S 键开始读。",
  },
  emptyTitle: { en: "An empty shelf", zh: "书架还空着" },
  emptyLead: { en: "Write the title of a book that you want to read.", zh: "写下一本想读的书。" },
  onThePage: { en: "They are on the page already? Say where", zh: "页面上已经有了？告诉 nunc 在哪里" },
  progressOf: { en: (title: string) => `Progress of ${title}`, zh: (title) => `《${title}》的进度` },
  progressPlaceholder: { en: "Page or %", zh: "页数或 %" },
  shelf: { en: "the shelf", zh: "书架" },
});
