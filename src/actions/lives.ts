// lives: what became of each item over the page's history, from git, or without it from the home's journal.

import { AppError, fold, type LocalDate } from "../base/index.ts";
import { type Life, type Lives, type LivesOverview, readOverview } from "../domain/index.ts";
import type { Action, Context, Input } from "./action.ts";
import { isKept, type KeptLives, keptPageLives, keptRepositoryLives } from "./lives-kept.ts";
import { mineLives, readPageLives, readRepositoryLives } from "./lives-read.ts";
import { reportLives } from "./lives-report.ts";
import { say } from "./messages.ts";
import { pageOn } from "./page-at.ts";
import { pageNamed } from "./page-named.ts";

/** As JSON. `places` only where it was asked for, `shallow` only where it is so. */
export interface LivesData {
  revisions: Lives["revisions"];
  items: Life[];
  places?: Lives["places"];
  /** Older revisions are cut off. */
  shallow?: true;
  source: KeptLives["source"];
  /** What the lives come to; not of one item. */
  overview?: LivesOverview;
}

/** For the printer: one item, or all of them. */
export interface LivesDetail {
  one: Life | null;
  /** Whether every item is to be listed, not what they come to. */
  all: boolean;
  today: LocalDate;
}

export const lives: Action = {
  name: "lives",
  group: "look",
  writes: false,
  homelessWith: "repo",
  summary: {
    en: "Show what became of each item over the years",
    zh: "显示每个条目这些年的轨迹",
  },
  params: [
    {
      name: "item",
      kind: "text",
      positional: true,
      rest: true,
      help: {
        en: "one item, also one that is gone: its title or a former one, a part of it, or its id",
        zh: "一个条目，已经不在的也可以：现在或以前的标题、标题的一部分，或它的 id",
      },
    },
    {
      name: "repo",
      kind: "file",
      help: {
        en: "a git repository, without a home; with --path",
        zh: "一个 git 仓库，不需要数据目录；与 --path 一起用",
      },
    },
    {
      name: "path",
      kind: "file",
      help: { en: "the page in the repository, relative to --repo", zh: "仓库里的页面，相对于 --repo" },
    },
    {
      name: "at",
      kind: "date",
      help: {
        en: "the page as it was on a day, with what became of it since",
        zh: "页面在某一天的样子，以及后来变成了什么",
      },
    },
    {
      name: "all",
      kind: "flag",
      help: { en: "every item on a line, not what they come to", zh: "每个条目一行，不看总览" },
    },
    {
      name: "places",
      kind: "flag",
      help: {
        en: "with --json: which item stands on which line in every revision",
        zh: "与 --json 一起：每个版本里每一行是哪个条目",
      },
    },
  ],
  examples: [
    {
      args: { en: "lives", zh: "lives" },
      says: {
        en: "the years in figures, how long things take, what never moved",
        zh: "这些年的数字、各类事情要多久、什么从没动过",
      },
    },
    {
      args: { en: "lives --all", zh: "lives --all" },
      says: { en: "all items, those that are gone included", zh: "所有条目，包括已经不在的" },
    },
    {
      args: { en: "lives Kubernetes", zh: "lives Kubernetes" },
      says: { en: "everything that happened to one", zh: "一个条目的全部经过" },
    },
    {
      args: { en: "lives --at 2022-03-01", zh: "lives --at 2022-03-01" },
      says: { en: "the page of that day, and what became of it", zh: "那天的页面，以及后来怎样了" },
    },
    {
      args: {
        en: "lives --repo blog --path content/now/index.md --json",
        zh: "lives --repo blog --path content/now/index.md --json",
      },
      says: { en: "of any repository, for programs", zh: "任何仓库的，供程序使用" },
    },
  ],
  more: {
    en: "Read from the git history of the page, with its former names and all branches; without git from the day the home's journal began. How items are told apart: docs/decisions/0005-lives.md.",
    zh: "读自页面的 git 历史，包括以前的文件名和所有分支；没有 git 时从数据目录的改动记录开始那天算起。条目怎样辨认：docs/decisions/0005-lives.md。",
  },
  reports: { tables: ["items", "years", "times"], charts: [] },
  run: (context, input) => {
    const day = input.date("at");
    if (day !== undefined) return pageOn(context, pageNamed(context, input.text("path")), day);
    const withPlaces = input.flag("places") === true;
    const { revisions, items, places, isShallow, source } = readAsked(context, input, withPlaces);
    const name = input.text("item");
    const one = name === undefined ? null : findLife(context, items, name);
    const overview = one === null ? readOverview(items, revisions, context.today) : undefined;
    const data: LivesData = {
      revisions,
      items: one === null ? items : [one],
      ...(places !== undefined && { places }),
      ...(isShallow && { shallow: true }),
      source,
      ...(overview !== undefined && { overview }),
    };
    const detail: LivesDetail = { one, all: input.flag("all") === true, today: context.today };
    const texts = say(context.tongue);
    return {
      data,
      summary: texts.livesSummary(items.length, revisions.length, isShallow),
      detail,
      report: () => reportLives(data.items, overview ?? readOverview([], [], context.today), context.tongue),
    };
  },
};

/** Reads the history in turns of about a second each, for a face that shows how far it is; `lives` is quick once all is done. */
export const livesMine: Action = {
  name: "lives-mine",
  group: "look",
  writes: false,
  internal: true,
  summary: { en: "Read on in the page's history", zh: "继续读页面的历史" },
  params: [
    {
      name: "path",
      kind: "file",
      help: { en: "which page, where there are several", zh: "有几页时，哪一页" },
    },
  ],
  examples: [],
  run: (context, input) => {
    const file = pageNamed(context, input.text("path"));
    const mined = isKept(context, file) ? { done: 1, total: 1 } : mineLives(context, file);
    return { data: mined, summary: `${mined.done}/${mined.total}` };
  },
};

type Asked = KeptLives & { places?: Lives["places"] };

/** Places are read from the whole history each time; all else is remembered. */
function readAsked(context: Context, input: Input, withPlaces: boolean): Asked {
  const repo = input.text("repo");
  const path = input.text("path");
  if (repo !== undefined) {
    if (path === undefined) throw new AppError("usage", say(context.tongue).missingParam("lives", "path"));
    if (!withPlaces) return keptRepositoryLives(context, repo, path);
    const { lives, ...reading } = readRepositoryLives(context, repo, path);
    return { ...reading, revisions: lives.revisions, items: lives.items, places: lives.places };
  }
  const file = pageNamed(context, path);
  if (!withPlaces) return keptPageLives(context, file);
  const { lives, ...reading } = readPageLives(context, file);
  return { ...reading, revisions: lives.revisions, items: lives.items, places: lives.places };
}

/** By id, by a title that it has or had, then by a part of one. @throws AppError missing or usage */
function findLife(context: Context, items: readonly Life[], name: string): Life {
  const wanted = fold(name);
  const titlesOf = (life: Life): string[] => life.titles.map(({ title }) => fold(title));
  const ways: ((life: Life) => boolean)[] = [
    ({ id }) => id === name,
    ({ title, end }) => fold(title) === wanted && end === null,
    ({ title }) => fold(title) === wanted,
    (life) => titlesOf(life).includes(wanted),
    (life) => titlesOf(life).some((title) => title.startsWith(wanted)),
    (life) => titlesOf(life).some((title) => title.includes(wanted)),
  ];
  const texts = say(context.tongue);
  for (const fits of ways) {
    const found = items.filter(fits);
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      const candidates = found.map(({ id, title, cameAt, end }) => ({ id, title, cameAt, end }));
      throw new AppError("usage", texts.ambiguous(name, found.length), {
        hint: texts.livesAmbiguousHint(candidates.slice(0, 5).map(({ id, title }) => `${id} (${title})`)),
        data: { candidates },
      });
    }
  }
  throw new AppError("missing", texts.noLife(name), { hint: texts.noLifeHint() });
}
