// One command line from its words to its answer. Throws AppErrors; main.ts prints them and sets the exit code.

import { carryOut, loadCommand, type Performed } from "../../actions/index.ts";
import { AppError, EXIT_CODES, type Tongue, tongueOf, tongueOfEnv } from "../../base/index.ts";
import { type Call, peekOption, readCall, splitCommand, splitName } from "./arguments.ts";
import type { Talk } from "./ask.ts";
import type { CliDesk, Opened, Where } from "./desk.ts";
import { say } from "./messages.ts";
import { paintFor, plainLine } from "./paint.ts";
import { loadPrinter, makePrinter, toJson } from "./print.ts";

/** The language to speak before a home is known: --lang, else the environment's. */
export function tongueFor(desk: Pick<CliDesk, "argv" | "env">): Tongue {
  const asked = peekOption(desk.argv, "--lang");
  return asked === null ? tongueOfEnv(desk.env) : tongueOf(asked);
}

/** @returns the exit code: 0, or 1 where the answer is "no". */
export async function runCli(desk: CliDesk): Promise<number> {
  const tongue = tongueFor(desk);
  const asked = peekOption(desk.argv, "--lang");
  if (asked !== null && !/^(?:zh|en)(?:[-_.].*)?$/i.test(asked))
    throw new AppError("usage", say(tongue).noSuchLanguage(asked), { hint: say(tongue).languagesAre });
  const { name, rest } = splitName(desk.argv);
  if (name === "__complete") {
    const { complete } = await import("./complete.ts");
    return complete(desk, desk.argv.slice(1), tongue);
  }
  if (name === "help") return printHelp(desk, splitCommand(rest).name, tongue);
  if (name === null && desk.argv.some((word) => word === "--version" || word === "-V")) {
    desk.out.write(`${desk.version}\n`);
    return 0;
  }
  if (name === null && desk.argv.some((word) => word === "--help" || word === "-h"))
    return printHelp(desk, null, tongue);
  const action = await loadCommand(splitCommand(desk.argv).name ?? "now", tongue);
  const call = readCall(desk.argv, action, tongue);
  if (call.options.version) {
    desk.out.write(`${desk.version}\n`);
    return 0;
  }
  if (call.options.help) return printHelp(desk, call.action.name, tongue);
  return runCall(desk, call, tongue);
}

async function runCall(desk: CliDesk, call: Call, tongue: Tongue): Promise<number> {
  if (call.action.name === "completion") {
    const { completionScript } = await import("./complete.ts");
    const shell = checkShell(call, tongue);
    desk.out.write(completionScript(shell));
    return 0;
  }
  const where = whereOf(call);
  if (call.action.name === "open") return openApp(desk, call, where, tongue);
  const opened = await openFor(desk, call, where, tongue);
  if (opened === null) return greet(desk, tongue);
  warnOfSettings(desk, opened);
  const speaking = call.options.lang === null ? (opened.world.config.language ?? tongue) : tongue;
  const { dryRun } = call.options;
  const options = { tongue: speaking, outside: opened.outside };
  const { ask } = desk;
  if (call.action.name === "draft" && call.input.edit === true)
    call.input = await editedDraft(desk, call, opened, speaking);
  if (ask !== undefined && !call.options.json && !call.options.dryRun && call.report === null) {
    const { askerOf } = await import("./ask.ts");
    const asker = await askerOf(call.action.name);
    if (asker !== null) {
      const { perform } = await import("../../actions/index.ts");
      await opened.prepare();
      const printer = makePrinter(desk, speaking);
      const print = await loadPrinter(printer, call.action.name);
      const show = (done: Performed): void => print(done, { dryRun: false, tongue: speaking });
      const talk: Talk = {
        tongue: speaking,
        printer,
        ask,
        perform: (action, input, how) => perform(opened.world, action, input, { ...options, ...how }),
        show,
      };
      const done = await asker(talk, call.input, call.action.name);
      if (done !== null) show(done);
      return done === null ? 0 : exitOf(done);
    }
  }
  const done = await carryOut(opened.world, call.action, call.input, {
    ...options,
    dryRun,
    fresh: call.report !== null,
  });
  if (call.report !== null) {
    const { formatReport } = await import("./print-report.ts");
    desk.out.write(formatReport(done, call.report, speaking));
  } else if (call.options.json) desk.out.write(`${JSON.stringify(toJson(done), null, 2)}\n`);
  else {
    const print = await loadPrinter(makePrinter(desk, speaking), done.action.name, dryRun);
    print(done, { dryRun, tongue: speaking });
  }
  return exitOf(done);
}

/** The input with the bullets as the person's editor left them; asked whether to write them, where one can be asked. */
async function editedDraft(
  desk: CliDesk,
  { action, input, options: { json, dryRun } }: Call,
  { world, outside }: Opened,
  tongue: Tongue,
): Promise<Record<string, unknown>> {
  const { editDraft } = await import("./edit-draft.ts");
  const { ask } = desk;
  const print = await loadPrinter(makePrinter(desk, tongue), action.name);
  const show = (done: Performed): void => print(done, { dryRun: false, tongue });
  return editDraft({
    input,
    tongue,
    editText: desk.editText,
    confirm:
      ask === undefined || json || dryRun
        ? undefined
        : async (done) => {
            show(done);
            return /^(?:y|yes|是|好|对|嗯)$/i.test((await ask(`${say(tongue).writeIt} [y/N] `)) ?? "");
          },
    carryOut: (asked) => carryOut(world, action, asked, { tongue, outside, dryRun: true }),
  });
}

/** The home, or null for a bare `nunc` where there is none: a greeting is no error. */
async function openFor(desk: CliDesk, call: Call, where: Where, tongue: Tongue): Promise<Opened | null> {
  if (isHomeless(call)) return desk.openNothing(where, tongue);
  try {
    return await desk.openHome(where, tongue);
  } catch (error) {
    const bare = splitName(desk.argv).name === null && where.home === null && where.page === null;
    if (bare && error instanceof AppError && error.code === "missing" && !call.options.json) return null;
    throw error;
  }
}

function isHomeless({ action, input }: Call): boolean {
  const { homeless = false, homelessWith } = action;
  return homeless || (homelessWith !== undefined && input[homelessWith] !== undefined);
}

/** Mistakes in nunc.yaml do not stop a command, but the person should know that a default is used. */
function warnOfSettings(desk: CliDesk, { diagnostics }: Opened): void {
  const paint = paintFor(desk.err, desk.env);
  for (const { line, column, message } of diagnostics) {
    desk.err.write(`${paint.warm(`nunc.yaml:${line}:${column}:`)} ${plainLine(message)}\n`);
  }
}

function greet(desk: CliDesk, tongue: Tongue): number {
  const texts = say(tongue);
  desk.out.write(`${texts.tagline}\n\n${texts.noHome}\n${texts.noHomeHint}\n`);
  return 0;
}

/** `page FILE` means `page --page FILE`. */
function whereOf(call: Call): Where {
  const { home, page } = call.options;
  const file = call.input.file;
  if (call.action.name !== "page" || typeof file !== "string") return { home, page };
  delete call.input.file;
  return { home, page: file };
}

function checkShell(call: Call, tongue: Tongue): "bash" | "zsh" | "fish" {
  const shells = ["bash", "zsh", "fish"] as const;
  const shell = shells.find((one) => one === call.input.shell);
  if (shell !== undefined) return shell;
  throw new AppError("usage", `nunc completion ${shells.join("|")}`, {
    hint: say(tongue).seeHelp("completion"),
  });
}

async function openApp(desk: CliDesk, call: Call, where: Where, tongue: Tongue): Promise<number> {
  const port = call.input.port === undefined ? null : Number(call.input.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new AppError("usage", say(tongue).badPort(String(call.input.port)));
  }
  // A page that was named must be there; a home without its page opens and says so.
  if (where.page !== null) {
    const { makeContext } = await import("../../actions/index.ts");
    makeContext((await desk.openHome(where, tongue)).world, { tongue }).reading.pages();
  }
  const served = await desk.serveHome(where, { port, tongue });
  if (call.options.json) desk.out.write(`${JSON.stringify({ url: served.url, port: served.port })}\n`);
  else desk.out.write(`${say(tongue).openAt(served.url)}\n`);
  if (call.input.noBrowser !== true && desk.hasDesktop()) await desk.openBrowser(served.url);
  if (desk.err.isTty) desk.err.write(`${paintFor(desk.err, desk.env).dim(say(tongue).endsWith)}\n`);
  return served.closed;
}

async function printHelp(desk: CliDesk, name: string | null, tongue: Tongue): Promise<number> {
  const { formatActionHelp, formatHelp } = await import("./help.ts");
  const paint = paintFor(desk.out, desk.env);
  desk.out.write(
    name === null
      ? formatHelp(tongue, paint)
      : formatActionHelp(await loadCommand(name, tongue), tongue, paint),
  );
  return 0;
}

/** Where the answer to a question is no, the exit code says it. */
function exitOf(done: Performed): number {
  if (done.action.name !== "doctor") return 0;
  const { findings } = done.data as { findings: { level: string }[] };
  return findings.some(({ level }) => level === "error" || level === "warning") ? EXIT_CODES.no : 0;
}
