// A title as matching sees it: its words with their weights, its numbers by what they number, its books in 《》, its concepts
// in either language. Chinese, Japanese and Korean text is cut into character pairs, all other text into words.

import { CONCEPTS } from "./concepts.ts";

/** Words that say what one does with a thing, not which thing: they hardly count. */
const PHRASE_ZH =
  "深入学习|深入理解|深入了解|学习使用|学习|阅读|研究|了解|熟悉|掌握|复习|继续|完成|使用|深入|理解|实现|尝试|考虑|如何|怎样|怎么|进一步|详细|简单的?|一个|一些|相关的?|各种|以及|通过|进行|跟进|迭代|整理|练习|读完|看完|读|看|基础|入门|进阶|实战|教程|课程|指南|精通|原理|底层|极客时间|慕课|视频|专栏|训练营|公开课|专题|系列|关于|力扣|慕课网|学堂在线|网易云课堂|知乎|公众号|播客|考试|证书|认证";
const PHRASE_EN =
  "a|an|the|of|and|or|to|for|in|on|at|by|with|from|into|as|is|are|be|my|your|its|it|how|what|why|this|that|some|more|about|using|use|via|learn|learning|read|reading|study|studying|understand|understanding|finish|complete|continue|explore|try|practice|practise|review|watch|watching|build|write|writing|make|get|start|introduction|intro|guide|tutorial|course|courses|class|book|books|basics|basic|beginner|beginners|advanced|fundamentals|handbook|complete|edition|volume|vol|part|coursera|udemy|edx|udacity|youtube|mooc|leetcode|hackerrank|exercism|bilibili|github|podcast|oreilly|manning|mit|stanford|berkeley|cmu|harvard|episode|chapter|lecture|exam|certificate|certification";
const PHRASES_EN = new Set(PHRASE_EN.split("|"));
const PHRASES_ZH = new RegExp(PHRASE_ZH, "g");

/** Titles that say nothing without the item above them. */
const GENERIC =
  /^(?:官方)?(?:文档|教程|笔记|进度|练习|习题|复习|总结|视频|课程|书|书籍|源码|代码|基础|入门|进阶|初级|中级|高级|简单|困难|理论|实践|实战|其他|其它|资料|参考|参考资料|论文|博客|链接|重点|重点关注|目标|计划|项目|工具|概念|安装|配置|部署|测试|技术|生活|备注|说明|读后感|docs?|documentation|official docs?|official documentation|notes?|progress|exercises?|practice|review|summary|videos?|course|book|source|source code|basics?|intro|introduction|beginner|intermediate|advanced|theory|others?|misc|resources?|references?|papers?|blog|links?|goals?|plan|project|tools?|concepts?|install|installation|setup|tests?|testing|tutorials?|overview|conclusion|appendix|faq|week|day)$/;
/** A chapter, a year, a lone number: many items have these. */
const NUMBERED =
  /^(?:第?[\d一二三四五六七八九十百]+[章节讲课周天部篇回单元]?|(?:chapter|ch|lecture|lesson|unit|week|day|part|module|section|lab|step|stage|level) ?\d+|\d{1,4}(?:[-/.年]\d{1,2})?(?:[-/.月]\d{1,2})?[年月日]?)$/;

const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.'](?=[\p{L}\p{N}]))*(?:\+\+|#)?/gu;
const PARTICLES = /[的了及和与或在是把对从]/g;

/** The words of a title: how much each counts before it is known how common it is. */
const WORD_WEIGHT = 1.5;
const CODE_WEIGHT = 1.8;
const NUMBER_WEIGHT = 0.8;
const PAIR_WEIGHT = 0.8;
const PHRASE_WEIGHT = 0.12;

export interface TitleText {
  /** As it is compared: width, case, decoration folded. */
  plain: string;
  /** Without remarks in brackets, editions, author or subtitle: what names the thing. */
  main: string;
  /** Tokens of the whole title to their weights. */
  tokens: ReadonlyMap<string, number>;
  /** Tokens of `main` alone. */
  mainTokens: ReadonlyMap<string, number>;
  /** Titles in 《》 or 「」. */
  objects: string[];
  /** Numbers of volumes, parts, lectures: another one is another item. */
  volumes: ReadonlySet<string>;
  /** Numbers that are neither volumes nor editions nor quantities. */
  numbers: ReadonlySet<string>;
  /** Course codes and the like, such as `cs144`, `6.824`. */
  codes: ReadonlySet<string>;
  /** What it is about, by the table of terms. */
  concepts: ReadonlySet<string>;
  /** The words that no concept covers. */
  others: ReadonlyMap<string, number>;
  script: "cjk" | "latin" | "mixed" | "none";
  isGeneric: boolean;
}

const known = new Map<string, TitleText>();
const KNOWN_LIMIT = 20_000;

/** Reads a title once; the same text gives the same object. */
export function readTitle(title: string): TitleText {
  let text = known.get(title);
  if (text === undefined) {
    if (known.size >= KNOWN_LIMIT) known.clear();
    text = read(title);
    known.set(title, text);
  }
  return text;
}

/** Most titles of a history are only compared as they are: what takes time is read when it is first asked for. */
function read(title: string): TitleText {
  const folded = title.normalize("NFKC").toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  const plain = plainOf(folded);
  const cut = once(() => takeNumbers(folded));
  const mainText = once(() => mainOf(folded));
  const main = once(() => plainOf(mainText()) || plain);
  const tokens = once(() => tokensOf(cut().rest));
  const mainTokens = once(() => tokensOf(takeNumbers(mainText()).rest));
  const objects = once(() =>
    [...folded.matchAll(/《([^》]+)》|「([^」]+)」|『([^』]+)』/g)].map((match) =>
      plainOf(mainOf((match[1] ?? match[2] ?? match[3])!)),
    ),
  );
  const codes = once(() => new Set([...tokens().keys()].filter(isCode)));
  const terms = once(() => conceptsOf(folded));
  const script = once(() => scriptOf(folded));
  return {
    plain,
    get main() {
      return main();
    },
    get tokens() {
      return tokens();
    },
    get mainTokens() {
      return mainTokens();
    },
    get objects() {
      return objects();
    },
    get volumes() {
      return cut().volumes;
    },
    get numbers() {
      return cut().numbers;
    },
    get codes() {
      return codes();
    },
    get concepts() {
      return terms().concepts;
    },
    get others() {
      return terms().others;
    },
    get script() {
      return script();
    },
    isGeneric: GENERIC.test(plain) || NUMBERED.test(plain),
  };
}

function once<T>(work: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** Letters and digits with single blanks; signs, emphasis, emoji, quotes are dropped. */
function plainOf(folded: string): string {
  return folded
    .replace(/['"]/g, "")
    .replace(/(?<=\p{N})\.(?=\p{N})/gu, "\u0001")
    .replace(/[^\p{L}\p{N}\p{M}+#\u0001]+/gu, " ")
    .replace(/\u0001/g, ".")
    .replace(/(?<![a-z])[+#]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<=[\u3040-\u9fff\uac00-\ud7af]) | (?=[\u3040-\u9fff\uac00-\ud7af])/g, "")
    .trim();
}

/** What stands before a remark: brackets are dropped, and all behind a dash, a colon, `by`. */
function mainOf(folded: string): string {
  const bare = folded.replace(/^[^\p{L}\p{N}《「『(（[]+/u, "");
  const objects = /^(?:《[^》]+》)/.exec(bare)?.[0];
  const open = objects === undefined ? bare : objects.slice(1, -1);
  const main = open
    .replace(/\s*[([（【][^)\]）】]*[)\]）】]?/g, " ")
    .split(
      /\s[-–—|]+\s|[–—]+|(?<=[\u3040-\u9fff])-(?=[\u3040-\u9fff])|\s*[:：]|\s+by\s+|\s*[,，](?=\s*(?:\d|第))/,
    )[0]!
    .replace(EDITION, " ")
    .replace(/\s+/g, " ")
    .trim();
  return main === "" ? folded : main;
}

const EDITION =
  /第\s*[\d一二三四五六七八九十]+\s*版|原书第.版|\b\d+(?:st|nd|rd|th)\s+ed(?:ition|\.)?|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|revised|updated|international|global|anniversary)\s+ed(?:ition|\.)?|\bed(?:ition|\.)?\s*\d+|\b\d+\s*\/\s*e\b|\b\d+e\b|(?:中文|英文|日文|原|修订|典藏|纪念|精装|珍藏|影印|全译|中译|双语|图文|最新|电子|纸质)版|\b(?:hardcover|paperback|kindle|audiobook|ebook|abridged|unabridged|translated)\b|\bv\d+(?:\.\d+)*|\b\d{1,2}\.\d{1,2}(?:\.\d+)+\b/g;
const DIGITS: Readonly<Record<string, string>> = {
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  十: "10",
  上: "1",
  中: "2",
  下: "3",
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  x: "10",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
};
const VOLUMES: readonly RegExp[] = [
  /第\s*([\d]+|[一二三四五六七八九十]+)\s*[卷册部集季章讲课期辑篇节回周天单阶学层级]元?段?期?/g,
  /(?:卷|册|部|集|季)\s*([\d]+|[一二三四五六七八九十])(?![\d\p{L}])/gu,
  /\b(?:volume|vol|part|book|season|episode|chapter|lecture|lesson|unit|week|day|module|level|stage|lab|step|no|issue|phase|series)s?\.?\s*#?(\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/g,
  /[(（[]\s*([上中下]|\d{1,2}|[一二三四五六七八九十]|[ivx]+)\s*[)）\]]/g,
  /([上中下])[卷册部篇](?!\p{L})/gu,
  /\s([ivx]{1,4})(?=\s*(?:$|[:：,，(（》-]))/g,
  /(?<=[\p{Script=Han}》]\s*|\S\s+)(\d{1,2})(?=\s*(?:$|[:：》]))/gu,
  /#(\d{1,3})\b/g,
];
/** A number of something: another quantity is not another item. */
const QUANTITY =
  /(?!(?:19|20)\d\d\s*年)(?<!\d)\d+(?:[.,]\d+)*\s*(?:%|\+|[hkm]\b|hours?\b|hrs?\b|min(?:ute)?s?\b|days?\b|weeks?\b|months?\b|years?\b|times?\b|x\b|pages?\b|words?\b|km\b|kg\b|lines?\b|loc\b|problems?\b|个|次|页|行|小时|分钟|天|周|月|年|题|遍|本|篇|字|词|公里|种|条|件|点|元|岁|位|步|道|多|余)/g;

/** Takes volumes, editions and quantities out of a title; what numbers are left name something. */
function takeNumbers(folded: string): { rest: string; volumes: Set<string>; numbers: Set<string> } {
  let rest = folded.replace(EDITION, " ");
  const volumes = new Set<string>();
  for (const expression of VOLUMES)
    rest = rest.replace(expression, (_, number: string) => {
      volumes.add(DIGITS[number] ?? number.replace(/^0+(?=\d)/, ""));
      return " ";
    });
  const counted = rest.replace(QUANTITY, " ");
  const numbers = new Set(counted.match(/(?<![\p{L}\p{N}.])\d+(?:[.-]\d+)*(?![\p{L}\p{N}])/gu) ?? []);
  return { rest, volumes, numbers };
}

/** Letters and digits together, or a dotted number: `cs144`, `6.824`. */
function isCode(word: string): boolean {
  return /^(?=.*\d)(?=.*[a-z])[a-z0-9]{3,10}$/.test(word) || /^\d+\.[a-z]?\d{2,}[a-z]?$/.test(word);
}

/** Words and character pairs of a text to their weights. */
export function tokensOf(folded: string): Map<string, number> {
  const tokens = new Map<string, number>();
  const rest = folded.replace(CJK_RUN, (run) => {
    const parts = run
      .replace(PHRASES_ZH, (phrase) => {
        tokens.set(`~${phrase}`, PHRASE_WEIGHT);
        return " ";
      })
      .replace(PARTICLES, " ");
    for (const part of parts.split(" ")) {
      if (part.length === 1) tokens.set(part, PAIR_WEIGHT / 2);
      for (let at = 0; at + 1 < part.length; at++) tokens.set(part.slice(at, at + 2), PAIR_WEIGHT);
    }
    return " ";
  });
  for (const match of rest.matchAll(WORD)) {
    const word = stemOf(match[0]);
    if (PHRASES_EN.has(match[0])) tokens.set(word, PHRASE_WEIGHT);
    else if (isCode(word)) tokens.set(word, CODE_WEIGHT);
    else if (/^\d/.test(word)) tokens.set(word, NUMBER_WEIGHT);
    else tokens.set(word, word.length === 1 ? WORD_WEIGHT / 3 : WORD_WEIGHT);
  }
  return tokens;
}

function stemOf(word: string): string {
  const bare = word.replace(/'s$/, "").replace(/'/g, "");
  return bare.length > 3 && /[^s]s$/.test(bare) ? bare.slice(0, -1) : bare;
}

function scriptOf(folded: string): TitleText["script"] {
  const cjk = [...folded].filter((character) => CJK.test(character)).length;
  const words = folded.replace(CJK_RUN, " ").match(/\p{L}{2,}/gu)?.length ?? 0;
  if (cjk === 0 && words === 0) return "none";
  const share = cjk / 2 / (cjk / 2 + words);
  return share >= 0.75 ? "cjk" : share <= 0.15 ? "latin" : "mixed";
}

/** The terms and one expression that finds them; made when the first title in two scripts is met. */
const conceptTable = once(() => {
  const nameOf = new Map(
    CONCEPTS.flatMap(([name, ...terms]) => terms.map((term) => [term.toLowerCase(), name!] as const)),
  );
  const terms = [...nameOf.keys()].sort((a, b) => b.length - a.length);
  // Terms are letters and blanks only.
  const parts = terms.map((term) => (CJK.test(term) ? term : `(?<![a-z])${term}(?:s|es)?(?![a-z])`));
  return { nameOf, search: new RegExp(parts.join("|"), "g") };
});

function conceptsOf(folded: string): { concepts: Set<string>; others: Map<string, number> } {
  const concepts = new Set<string>();
  const { nameOf, search } = conceptTable();
  const rest = folded.replace(/-/g, " ").replace(search, (term) => {
    const known = [term, term.replace(/s$/, ""), term.replace(/es$/, "")].find((each) => nameOf.has(each));
    if (known !== undefined) concepts.add(nameOf.get(known)!);
    return " ";
  });
  return { concepts, others: tokensOf(takeNumbers(rest).rest) };
}

/** A link target as it is compared: without scheme, `www.`, fragment, tracking and slash at the end. */
export function plainUrl(url: string): string {
  let target = url.trim().replace(/^<|>$/g, "");
  try {
    target = decodeURI(target);
  } catch {
    // A stray percent sign: as written.
  }
  return target
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^(?:www|m|mobile)\./i, "")
    .replace(/#.*$/, "")
    .replace(/[?&](?:utm_\w+|ref|from|source|spm)=[^&]*/gi, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}
