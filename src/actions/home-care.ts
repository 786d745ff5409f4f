// init, doctor, open, completion, welcome: what concerns the home and the program rather than the page.

import { AppError } from "../base/index.ts";
import type { Action } from "./action.ts";
import { say } from "./messages.ts";

export const init: Action = {
  name: "init",
  group: "home",
  writes: true,
  homeless: true,
  summary: { en: "Make a new home", zh: "新建数据目录" },
  params: [
    {
      name: "file",
      kind: "file",
      positional: true,
      help: {
        en: "the page (.md), where there is one already; or the folder of the home",
        zh: "已有的页面（.md）；或者数据目录的文件夹",
      },
    },
    {
      name: "folder",
      kind: "file",
      help: {
        en: "the folder of the home; else --home, NUNC_HOME, or ~/nunc",
        zh: "数据目录的文件夹；默认 --home、NUNC_HOME 或 ~/nunc",
      },
    },
    {
      name: "default",
      kind: "flag",
      help: {
        en: "make it the default home, in place of the one that is",
        zh: "把它设为默认的数据目录，代替原来的",
      },
    },
  ],
  examples: [
    {
      args: { en: "init", zh: "init" },
      says: { en: "a home with an empty page in it", zh: "新建数据目录和一个空页面" },
    },
    {
      args: { en: "init ~/blog/content/now/index.md", zh: "init ~/blog/content/now/index.md" },
      says: {
        en: "a home for the page of a blog; nothing private is written into the blog",
        zh: "给博客里的页面建一个数据目录，私人内容不会写进博客",
      },
    },
  ],
  run: (context, input) => {
    const make = context.outside.initHome;
    if (make === undefined) throw new AppError("usage", say(context.tongue).notHere("init"));
    if (context.dryRun)
      throw new AppError("usage", say(context.tongue).noDryRun("init"), {
        hint: say(context.tongue).initKeeps(),
      });
    const named = input.text("file");
    const isPage = named !== undefined && /\.(md|markdown|mdown|mdx|qmd|rmd|txt)$/i.test(named);
    const answer = make({
      folder: input.text("folder") ?? (isPage ? null : (named ?? null)),
      page: isPage ? named : null,
      tongue: context.tongue,
      today: context.today,
      makeDefault: input.flag("default") ?? false,
    });
    const texts = say(context.tongue);
    const { defaultHome } = answer;
    const other = defaultHome === null || answer.isDefault ? "" : texts.defaultStays(defaultHome);
    const gap = context.tongue === "zh" || other === "" ? "" : " ";
    return { data: answer, summary: `${texts.homeMade(answer.root)}${gap}${other}` };
  },
};

export const doctor: Action = {
  name: "doctor",
  group: "home",
  writes: false,
  summary: {
    en: "Say what is wrong with the home and how to mend it",
    zh: "检查数据目录有什么问题，以及怎么修",
  },
  homeless: true,
  params: [
    {
      name: "fix",
      kind: "flag",
      help: { en: "mend what can be mended without you", zh: "能自动修的就修好" },
    },
  ],
  examples: [
    {
      args: { en: "doctor", zh: "doctor" },
      says: { en: "exit code 1 where something is wrong", zh: "有问题时退出码为 1" },
    },
  ],
  run: (context, input) => {
    const findings =
      context.outside.doctor?.({
        fix: !context.dryRun && (input.flag("fix") ?? false),
        tongue: context.tongue,
      }) ?? [];
    const wrong = findings.filter(({ level }) => level === "error" || level === "warning").length;
    return { data: { findings }, summary: say(context.tongue).doctorSummary(wrong) };
  },
};

export const open: Action = {
  name: "open",
  group: "home",
  writes: false,
  summary: { en: "Open nunc in the browser", zh: "在浏览器里打开 nunc" },
  params: [
    {
      name: "port",
      kind: "number",
      help: { en: "a fixed port; else a free one", zh: "固定端口；默认用空闲端口" },
    },
    { name: "noBrowser", kind: "flag", help: { en: "only print the address", zh: "只打印地址" } },
  ],
  examples: [
    {
      args: { en: "open", zh: "open" },
      says: {
        en: "starts the server on this machine and opens the browser; Ctrl-C ends it",
        zh: "在本机启动服务并打开浏览器，Ctrl-C 结束",
      },
    },
    {
      args: { en: "open --page now.md", zh: "open --page now.md" },
      says: { en: "any page, without a home of your own", zh: "任何页面，不需要先建数据目录" },
    },
  ],
  // The command line starts the server itself: that is no reading or writing of the home.
  run: (context) => {
    throw new AppError("usage", say(context.tongue).notHere("open"));
  },
};

export const completion: Action = {
  name: "completion",
  group: "home",
  writes: false,
  homeless: true,
  summary: { en: "Print the completion script for a shell", zh: "打印 shell 补全脚本" },
  params: [
    {
      name: "shell",
      kind: "choice",
      choices: ["bash", "zsh", "fish"],
      required: true,
      positional: true,
      help: { en: "bash, zsh or fish", zh: "bash、zsh 或 fish" },
    },
  ],
  examples: [
    {
      args: {
        en: "completion bash > ~/.local/share/bash-completion/completions/nunc",
        zh: "completion bash > ~/.local/share/bash-completion/completions/nunc",
      },
      says: { en: "for bash", zh: "用于 bash" },
    },
    {
      args: { en: "completion zsh > ~/.zfunc/_nunc", zh: "completion zsh > ~/.zfunc/_nunc" },
      says: { en: "for zsh, where ~/.zfunc is in fpath", zh: "用于 zsh（~/.zfunc 要在 fpath 里）" },
    },
    {
      args: {
        en: "completion fish > ~/.config/fish/completions/nunc.fish",
        zh: "completion fish > ~/.config/fish/completions/nunc.fish",
      },
      says: { en: "for fish", zh: "用于 fish" },
    },
  ],
  run: (context) => {
    throw new AppError("usage", say(context.tongue).notHere("completion"));
  },
};

export const welcome: Action = {
  name: "welcome",
  group: "machine",
  writes: false,
  internal: true,
  summary: {
    en: "Remember that the person has seen how the page is understood",
    zh: "记住用户已看过页面的理解结果",
  },
  params: [],
  examples: [],
  run: (context) => {
    context.outside.welcome?.();
    return { data: {}, summary: "" };
  },
};
