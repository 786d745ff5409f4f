// What the command line is given by main.ts: words, environment, streams, and the ways to the outside.

import type { Outside } from "../../actions/index.ts";
import type { Diagnostic, Tongue } from "../../base/index.ts";
import type { World } from "../../domain/index.ts";

export interface Output {
  write(text: string): void;
  isTty: boolean;
  /** Undefined where it is no terminal. */
  columns: number | undefined;
}

/** `--home` and `--page` as typed. */
export interface Where {
  home: string | null;
  page: string | null;
}

export interface Opened {
  world: World;
  /** The same with its settings as they are now: nunc.yaml may change while a server runs. */
  reread(): World;
  /** Loads all that actions may ask for, for a caller that cannot wait when they do. */
  prepare(): Promise<void>;
  outside: Outside;
  /** What nunc.yaml says that could not be understood. */
  diagnostics: Diagnostic[];
}

export interface CliDesk {
  /** Words behind `nunc`. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  version: string;
  /** Absolute. */
  cwd: string;
  out: Output;
  err: Output;
  /** @throws AppError missing where there is no home and no page. */
  openHome(where: Where, tongue: Tongue): Promise<Opened>;
  /** For actions that need no home yet, such as `init`. */
  openNothing(where: Where, tongue: Tongue): Promise<Opened>;
  /** Starts the server; `closed` resolves when it was told to end, with the exit code. */
  serveHome(
    where: Where,
    options: { port: number | null; tongue: Tongue },
  ): Promise<{ url: string; port: number; closed: Promise<number> }>;
  openBrowser(url: string): Promise<void>;
  /** Whether there is a desktop on which a browser can open. */
  hasDesktop(): boolean;
  /**
   * Asks in the terminal: writes the question and waits for a line. Null where the person ended the input instead.
   * Undefined where input or output is no terminal: then nothing may be asked.
   */
  ask?: (question: string) => Promise<string | null>;
  /** The text as the person left it in $VISUAL or $EDITOR, under a name like that; null where there is no editor. */
  editText?(text: string, name: string): Promise<string | null>;
  /** A line of a file for an error message, without its line end; null where it cannot be read. */
  readLine(file: string, line: number): string | null;
}
