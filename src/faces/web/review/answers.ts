// The questions of a review as they stand in its Markdown: a numbered heading, the fact as a quote, a line that asks for the
// answer, and below it the answer up to the next heading. Read and written without touching any other line. Pure.

/** An answer that was typed and is not kept yet. */
export interface Said {
  question: string;
  because: string | null;
  answer: string;
}

export interface Asked {
  question: string;
  because: string | null;
  answer: string;
  /** Lines behind the one that asks, up to the next heading. */
  from: number;
  to: number;
}

const QUESTION = /^#{2,6}[ \t]+\d+[.．、][ \t]*(.+?)[ \t]*$/;
const HEADING = /^#{1,6}[ \t]/;
const ANSWER = /^(Answer:|答[：:])[ \t]*(.*)$/;

export function readAsked(markdown: string): Asked[] {
  const lines = markdown.split("\n");
  const asked: Asked[] = [];
  for (const [at, line] of lines.entries()) {
    const question = QUESTION.exec(line)?.[1];
    if (question === undefined) continue;
    const next = lines.findIndex((other, index) => index > at && HEADING.test(other));
    const end = next < 0 ? lines.length : next;
    const ask = lines.findIndex((other, index) => index > at && index < end && ANSWER.test(other));
    if (ask < 0) continue;
    const because = lines.slice(at, ask).find((other) => other.startsWith(">"));
    const said = [ANSWER.exec(lines[ask]!)![2]!, ...lines.slice(ask + 1, end)].join("\n").trim();
    asked.push({
      question,
      because: because?.replace(/^>\s*/, "") ?? null,
      answer: said,
      from: ask,
      to: end,
    });
  }
  return asked;
}

/** The text with another answer to its question number `index`. */
export function writeAnswer(markdown: string, index: number, answer: string): string {
  const asked = readAsked(markdown)[index];
  if (asked === undefined) return markdown;
  const lines = markdown.split("\n");
  const said = answer.trim();
  // A heading inside an answer would end it.
  const safe = said.replace(/^(?=#{1,6}[ \t])/gm, "\\");
  const word = ANSWER.exec(lines[asked.from]!)![1]!;
  const isLast = asked.to === lines.length;
  const written = said === "" ? [word] : [word, "", ...safe.split("\n")];
  return [...lines.slice(0, asked.from), ...written, "", ...lines.slice(asked.to)]
    .join("\n")
    .replace(/\n+$/, isLast ? "\n" : "$&");
}

/** The text with these answers. A question that is no longer asked, since the figures have changed, is put at its end. */
export function applyAnswers(markdown: string, said: readonly Said[]): string {
  let text = markdown;
  for (const { question, because, answer } of said) {
    const index = readAsked(text).findIndex((asked) => asked.question === question);
    if (index >= 0) text = writeAnswer(text, index, answer);
    else if (answer.trim() !== "") {
      const asked = readAsked(text);
      const word = /^答/m.test(text) ? "答：" : "Answer:";
      const fact = because === null ? "" : `\n> ${because}\n`;
      text = `${text.trimEnd()}\n\n### ${asked.length + 1}. ${question}\n${fact}\n${word}\n`;
      text = writeAnswer(text, asked.length, answer);
    }
  }
  return text;
}

/** What was kept of them as text; nothing where that is no list of answers. */
export function parseSaid(text: string): Said[] {
  try {
    const read: unknown = JSON.parse(text || "[]");
    return Array.isArray(read) ? (read as Said[]) : [];
  } catch {
    return [];
  }
}
