export type { CliDesk, Opened, Output, Where } from "./desk.ts";
export { exitCodeOf, printError } from "./error.ts";
export { say as sayCli } from "./messages.ts";
export { progressBar } from "./progress.ts";
export { runCli, tongueFor } from "./run.ts";
