// The error with which something is refused, for tests.

import { AppError } from "../src/base/index.ts";

/** The error that `work` throws. @throws what is no AppError; an Error where nothing was thrown. */
export function refused(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
