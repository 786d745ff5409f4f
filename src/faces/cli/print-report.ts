// A report in a terminal or a file: one of its tables as CSV, one of its charts as SVG. Loaded where it is asked for.

import type { Performed } from "../../actions/index.ts";
import { AppError, type Tongue } from "../../base/index.ts";
import { drawChart, formatCsv, printSvg } from "../../domain/index.ts";
import { say } from "./messages.ts";
import type { ReportWish } from "./report.ts";

/** Of a picture that stands alone, in pixels. */
const WIDTH = 880;

/** The answer in the form that was asked for. @throws AppError usage where this answer has it not */
export function formatReport(
  { action, report }: Performed,
  { form, name }: ReportWish,
  tongue: Tongue,
): string {
  const { tables, charts } = report?.() ?? { tables: [], charts: [] };
  const table = tables.find((one) => one.name === name);
  if (form === "csv" && table !== undefined) return formatCsv(table);
  const chart = charts.find((one) => one.name === name);
  if (form === "svg" && chart !== undefined)
    return printSvg(drawChart(chart, { width: WIDTH, theme: "light", isAlone: true }));
  const texts = say(tongue);
  const there = form === "csv" ? tables : charts;
  throw new AppError("usage", texts.noSuchReport(action.name, form, name ?? ""), {
    hint:
      there.length === 0
        ? texts.seeHelp(action.name)
        : texts.reportsAre(
            form,
            there.map((one) => one.name),
          ),
  });
}
