// Words of recall: the session, the note beside the plan, the cards of an item.

import { catalogue } from "../texts.ts";

const plural = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

export const recallTexts = catalogue({
  recall: { en: "Recall", zh: "复习" },
  dueNote: {
    en: (due: number, fresh: number) =>
      `To recall: ${[due > 0 ? `${due} due` : "", fresh > 0 ? `${fresh} new` : ""].filter(Boolean).join(", ")}`,
    zh: (due, fresh) =>
      `要复习：${[due > 0 ? `到期 ${due}` : "", fresh > 0 ? `新 ${fresh}` : ""].filter(Boolean).join("，")}`,
  },
  takes: {
    en: (min: string, cases: number) =>
      cases === 0 ? `about ${min}, assumed` : `about ${min}, by your last ${plural(cases, "timed answer")}`,
    zh: (min, cases) => (cases === 0 ? `约 ${min}，假定` : `约 ${min}，按最近 ${cases} 次计时的回答`),
  },
  begin: { en: "Start", zh: "开始" },
  left: { en: (left: number) => `${left} left`, zh: (left) => `还剩 ${left}` },
  yourAnswer: { en: "Your answer", zh: "你的回答" },
  yourAnswerHint: { en: "Your answer, kept as text – or none", zh: "你的回答，以文字保留；不写也行" },
  show: { en: "Show the answer", zh: "看答案" },
  answer: { en: "Answer", zh: "答案" },
  howWell: { en: "How well was it known?", zh: "记得多牢？" },
  again: { en: "Again", zh: "重来" },
  hard: { en: "Hard", zh: "困难" },
  good: { en: "Good", zh: "良好" },
  easy: { en: "Easy", zh: "简单" },
  inDays: {
    en: (days: number) =>
      days === 0 ? "today" : days < 60 ? plural(days, "day") : `${Math.round(days / 30.4)} months`,
    zh: (days) => (days === 0 ? "今天" : days < 60 ? `${days} 天` : `${Math.round(days / 30.4)} 个月`),
  },
  takeBack: { en: "Take back", zh: "撤回" },
  notLast: {
    en: "Something else was changed since; undo takes that back first.",
    zh: "之后又改过别的，撤销会先撤那一处。",
  },
  nothingToTakeBack: { en: "Nothing of this session to take back", zh: "这一轮还没有可撤回的" },
  moved: {
    en: "The card was changed elsewhere; here it is as it stands now.",
    zh: "卡片在别处改过；现在显示的是改后的。",
  },
  doneTitle: { en: "Nothing is left for today", zh: "今天没有要复习的了" },
  doneCount: {
    en: (answers: number, known: number) => `${plural(answers, "answer")}, ${known} known`,
    zh: (answers, known) => `答了 ${answers} 次，记得 ${known} 次`,
  },
  ahead: { en: "Next days", zh: "之后几天" },
  aheadOn: {
    en: (date: string, count: number) => `${date}: ${count}`,
    zh: (date, count) => `${date}：${count}`,
  },
  items: { en: "By item", zh: "各条目" },
  item: { en: "Item", zh: "条目" },
  cards: { en: "Cards", zh: "卡片" },
  dueCount: { en: "Due", zh: "到期" },
  newCount: { en: "New", zh: "新" },
  known: { en: "Known today", zh: "今天记得" },
  rests: { en: "rests, dropped", zh: "已放弃，不问" },
  emptyTitle: { en: "No cards yet", zh: "还没有卡片" },
  emptyLead: {
    en: "A card is a question with its answer, below the heading Recall in the private file of an item. It is asked when you are about to forget it.",
    zh: "卡片是一个问题和它的答案，写在条目私人文件的“复习”标题下；快要忘记的时候会来问。",
  },
  emptyHow: { en: "Cards are written on the page of an item, or with", zh: "在条目页上写卡片，或用命令" },
  backToToday: { en: "Back to today", zh: "回到今天" },
  question: { en: "Question", zh: "问题" },
  questionHint: { en: "A question, or a text with ==gaps==", zh: "问题，或带 ==空== 的一句话" },
  answerHint: { en: "The answer; none for a text with gaps", zh: "答案；带空的文字不用写" },
  bothWays: { en: "Ask both ways", zh: "两个方向都问" },
  addCard: { en: "New card", zh: "新卡片" },
  edit: { en: "Edit", zh: "编辑" },
  editCard: { en: (question: string) => `Edit “${question}”`, zh: (question) => `编辑“${question}”` },
  remove: { en: "Remove", zh: "删除" },
  removeCard: { en: (question: string) => `Remove “${question}”`, zh: (question) => `删除“${question}”` },
  isNew: { en: "not asked yet", zh: "还没问过" },
  dueToday: { en: "due today", zh: "今天到期" },
  dueSince: { en: (date: string) => `due since ${date}`, zh: (date) => `${date} 起到期` },
  nextOn: { en: (date: string) => `next on ${date}`, zh: (date) => `下次 ${date}` },
  knownNow: { en: (percent: number) => `${percent}% known today`, zh: (percent) => `今天记得 ${percent}%` },
  reviews: {
    en: (reviews: number, lapses: number) =>
      `${plural(reviews, "answer")}${lapses === 0 ? "" : `, forgotten ${lapses === 1 ? "once" : `${lapses} times`}`}`,
    zh: (reviews, lapses) => `答过 ${reviews} 次${lapses === 0 ? "" : `，忘过 ${lapses} 次`}`,
  },
  askNow: { en: (due: number) => `Ask ${due} now`, zh: (due) => `现在问 ${due} 个` },
  noneOfItem: {
    en: "Nothing to recall of it yet. A card asks you when you are about to forget.",
    zh: "还没有要复习的。卡片会在你快忘的时候来问。",
  },
  mistakes: { en: "Not understood", zh: "没读懂的" },
});
