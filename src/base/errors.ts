// The closed set of ways in which something can go wrong, and the two shapes it takes.
// Pure rooms return Diagnostics; everything else throws one AppError, which only main.ts,
// http and mcp catch. A message is a sentence that names the thing and the place.

export type ErrorCode = "no" | "usage" | "missing" | "conflict" | "invalid" | "blocked" | "internal";

/** Exit code of the process for each kind of error. */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  no: 1,
  usage: 2,
  missing: 3,
  conflict: 4,
  invalid: 5,
  blocked: 6,
  internal: 70,
};

/** HTTP status for each kind of error. */
export const HTTP_STATUSES: Readonly<Record<ErrorCode, number>> = {
  no: 200,
  usage: 400,
  missing: 404,
  conflict: 409,
  invalid: 422,
  blocked: 503,
  internal: 500,
};

/** Place of an error in a text: 1-based line, 1-based column in UTF-16 units. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

export interface AppErrorDetails {
  /** What the person can do about it: one sentence. */
  hint?: string;
  at?: Place;
  cause?: unknown;
  /** Machine-readable extras for `--json` and HTTP, such as the candidates of an ambiguous name. */
  data?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly at: Place | undefined;
  readonly data: unknown;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.hint = details.hint;
    this.at = details.at;
    this.data = details.data;
  }
}

/** Something in a text that could not be understood. 1-based line and column (UTF-16 units). */
export interface Diagnostic {
  line: number;
  column: number;
  /** Stable kebab-case code, such as `date-invalid`. */
  code: string;
  message: string;
  hint: string | null;
}

/** Invariant: a place prints as `file:line:column`, leaving out what is unknown. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(":");
}
