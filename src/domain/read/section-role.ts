// Which role a heading's own words give. In both languages the head of a phrase stands last (学习日志, "Reading list"),
// in English before a preposition ("Books about music").

import {
  NEUTRAL_TAILS,
  NOT_RANKED,
  NOT_ROLES,
  NOW_WORDS,
  OTHER_HEADS,
  RANKED,
  ROLE_WORDS,
  SENTENCE_OPENERS,
  WEAK_LEARNING_WORDS,
} from "./vocabulary.ts";
import { bareText, findWords, foldText, hasWord, withoutNumbering } from "./words.ts";

/**
 * `strong`: decides whatever stands above. `weak`: only where nothing above decides.
 * `learning-log`: a log where dated entries stand below, else learning. `now`: a log where dated entries stand below, else nothing.
 */
export interface NamedRole {
  role: "learning" | "reading" | "log" | "other" | "learning-log" | "now";
  strength: "strong" | "weak";
  /** A weak word that does not overrule the page's title either: a topic such as writing or cooking. */
  lasting?: boolean;
  word: string;
}

const PREPOSITION =
  /\s(?:about|of|for|on|in|with|from|by|at|during|since|around|through|besides|beyond)\s|\s*[—–|:：;,，(（【]\s*|\s-\s|\s*(?:\band\b|&|与|和|、|及|\/|\+)\s*/;

/** The role that the words of a heading or of the page's title give; null where they give none. */
export function readRole(title: string): NamedRole | null {
  const folded = blankTopics(foldText(withoutNumbering(title)));
  if (SENTENCE_OPENERS.test(bareText(folded))) return null;
  const heads = folded.split(PREPOSITION).filter((part) => bareText(part) !== "");
  for (const part of [heads[0] ?? "", folded]) {
    const role = readPhrase(part);
    if (role !== null) return role;
  }
  return null;
}

function blankTopics(text: string): string {
  if (!LIST_ROLES.some((role) => hasWord(text, ROLE_WORDS[role]))) return text;
  return NOT_ROLES.reduce((rest, topic) => rest.replace(topic, (match) => "·".repeat(match.length)), text);
}

const LIST_ROLES = ["learning", "reading", "log"] as const;

function readPhrase(phrase: string): NamedRole | null {
  const now = nowWord(phrase);
  if (now !== null) return { role: "now", strength: "weak", word: now };
  const other = otherHead(phrase);
  const places = LIST_ROLES.flatMap((role) =>
    findWords(phrase, ROLE_WORDS[role]).map((place) => ({ role, place })),
  );
  const last = places.toSorted((a, b) => a.place.end - b.place.end || a.place.start - b.place.start).at(-1);
  if (other !== null && (last === undefined || other.start >= last.place.end - other.word.length)) {
    return {
      role: "other",
      strength: other.strong ? "strong" : "weak",
      lasting: other.topic,
      word: other.word,
    };
  }
  if (last === undefined) {
    const weak = findWords(phrase, WEAK_LEARNING_WORDS)[0];
    return weak === undefined ? null : { role: "learning", strength: "weak", word: weak.word };
  }
  const hasReading = places.some(({ role }) => role === "reading");
  const hasLearning = places.some(({ role }) => role === "learning");
  if (last.role !== "log") return { role: last.role, strength: "strong", word: last.place.word };
  // A reading log is a list of books; a learning log is a log where it has dates.
  if (hasReading) return { role: "reading", strength: "strong", word: last.place.word };
  if (hasLearning) return { role: "learning-log", strength: "strong", word: last.place.word };
  return { role: "log", strength: "strong", word: last.place.word };
}

/** The head of a phrase: its last word, neutral words behind it aside. */
function otherHead(phrase: string): { word: string; strong: boolean; topic: boolean; start: number } | null {
  let rest = bareText(phrase);
  for (let round = 0; round < 3; round++) {
    for (const [kind, words] of Object.entries(OTHER_HEADS)) {
      const place = findWords(rest, words).find(({ end }) => end === rest.length);
      if (place !== undefined)
        return {
          word: place.word,
          strong: kind === "media" || kind === "strong",
          topic: kind === "topic",
          start: phrase.indexOf(rest) + place.start,
        };
    }
    const tail = findWords(rest, NEUTRAL_TAILS).find(({ end }) => end === rest.length);
    if (tail === undefined || tail.start === 0) return null;
    rest = bareText(rest.slice(0, tail.start));
  }
  return null;
}

const NOW_AROUND =
  /^(?:the |my |what |i'm |i am |doing |working |up to |我|的|我的|正在|在|做|什么|页|页面|都|干些|page|\/|\s|'s|[·.!…—–-])*$/;

/** `Now`, `此时此刻的我`, "What I'm doing now": nothing but now words and filling. */
function nowWord(phrase: string): string | null {
  const places = findWords(phrase, NOW_WORDS);
  const place = places[0];
  if (place === undefined) return null;
  const around = [...phrase]
    .filter((_, index) => !places.some(({ start, end }) => index >= start && index < end))
    .join("");
  return NOW_AROUND.test(around.trim()) ? place.word : null;
}

/** Whether a title is `now` and nothing else of weight ("Now", "Now — July 2026", "此刻"). */
export function isNowTitle(title: string): boolean {
  const folded = foldText(withoutNumbering(title));
  return [folded, folded.split(PREPOSITION)[0] ?? ""].some((part) => nowWord(bareText(part)) !== null);
}

/** A label that names another kind (music, films) takes its list out. */
export function readOtherKind(label: string): string | null {
  const folded = foldText(label).replace(/[（(][^）)]*[）)]/g, "");
  const places = findWords(folded, OTHER_HEADS.media);
  if (places.length === 0) return null;
  if (hasWord(folded, ROLE_WORDS.learning) || hasWord(folded, ROLE_WORDS.reading)) return null;
  const short = bareText(folded);
  const head = otherHead(folded);
  if (head !== null && !head.strong) return null;
  const starts = places[0]!.start <= folded.indexOf(short);
  return head !== null || (starts && short.length <= 24) ? places[0]!.word : null;
}

/** Whether a text says that order is priority. */
export function saysRanked(text: string): string | null {
  const folded = foldText(text);
  if (!/优先|重要|priority|important|preference|importance/.test(folded) || NOT_RANKED.test(folded))
    return null;
  for (const pattern of RANKED) {
    const match = pattern.exec(folded);
    if (match !== null) return match[0];
  }
  return null;
}
