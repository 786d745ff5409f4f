// Names of what keys and palette can do on the Review screen; apart, since they are needed before the screen is.

import { catalogue } from "../texts.ts";

export const reviewCommandTexts = catalogue({
  reviewBefore: { en: "The stretch before", zh: "上一段" },
  reviewAfter: { en: "The stretch after", zh: "下一段" },
  reviewAnswer: { en: "Answer the questions", zh: "回答问题" },
  reviewDraft: { en: "Draft the log entry", zh: "起草记录" },
  reviewOf: { en: (kind: string) => `Review: ${kind}`, zh: (kind) => `回顾：${kind}` },
  kindDay: { en: "day", zh: "天" },
  kindWeek: { en: "week", zh: "周" },
  kindMonth: { en: "month", zh: "月" },
  kindQuarter: { en: "quarter", zh: "季度" },
  kindYear: { en: "year", zh: "年" },
});
