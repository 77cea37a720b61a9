import {
  importancePerformance,
  keyDrivers,
  type DriverRow,
  type ImportancePoint,
  type KeyDrivers,
} from "goodwill/experience";
import { driverChart, importancePerformanceChart } from "goodwill/chart";
import { chart, decimal, percent, pValue, table, text, type Block, type Page } from "./page.js";
import { numberAt, type Survey } from "./survey.js";

/** What moves overall satisfaction, and where importance and performance part. */
export function driversPage(survey: Survey): Page | undefined {
  const { mapping } = survey;
  const { drivers, labels } = mapping;
  if (drivers === undefined) return undefined;
  const columns = [drivers.outcome, ...drivers.columns];
  const rows: DriverRow[] = survey.rows.map((row) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = numberAt(row, column, mapping);
        return value === undefined ? [] : [[column, value] as const];
      }),
    ),
  );
  const found = keyDrivers(rows, { outcome: drivers.outcome, drivers: drivers.columns });
  const title = `What moves ${labels[drivers.outcome] ?? drivers.outcome.replaceAll("_", " ")}`;
  if (!found.ok) return { title, blocks: [text(`Not computed: ${JSON.stringify(found.error)}.`)] };
  return {
    title,
    blocks: [
      ...driverBlocks(found.value, labels),
      ...quadrantBlocks(found.value, { rows, survey }),
    ],
  };
}

function driverBlocks(found: KeyDrivers, labels: Readonly<Record<string, string>>): Block[] {
  return [
    text(
      `${found.method.toUpperCase()} split of R² = ${decimal(found.rSquared)} over ${String(found.n)} complete answers`,
      `(${String(found.dropped)} incomplete). A share is what a driver explains, averaged over all orders in which drivers can enter; it is not proof of a cause.`,
    ),
    table(
      ["driver", "share", "rank", "coefficient", "p"],
      found.drivers
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ driver, importanceShare, rank, coefficient, p }) => [
          labels[driver] ?? driver,
          percent(importanceShare),
          String(rank),
          decimal(coefficient),
          pValue(p),
        ]),
    ),
    chart((theme) => driverChart(found, { theme, labels })),
  ];
}

/** Stated importance where the survey asked for it, derived importance from the drivers, and mean performance. */
function quadrantBlocks(
  found: KeyDrivers,
  { rows, survey }: { readonly rows: readonly DriverRow[]; readonly survey: Survey },
): Block[] {
  const { labels, table: columns } = survey.mapping;
  const points = found.drivers.map(({ driver, importanceShare }): ImportancePoint => {
    const factor = Object.entries(columns.factors).find(
      ([, { experience }]) => experience === driver,
    )?.[0];
    const stated =
      factor === undefined
        ? undefined
        : meanOf(survey.ratings.flatMap((one) => one.factors[factor]?.importance ?? []));
    return {
      factor: labels[driver] ?? driver,
      ...(stated !== undefined && { stated }),
      derived: importanceShare,
      performance: meanOf(rows.flatMap((row) => row[driver] ?? [])) ?? 0,
    };
  });
  const result = importancePerformance(points, { centre: "data" });
  return [
    text("Importance and performance, crosshairs at the means:"),
    table(
      [
        "factor",
        "performance",
        "stated",
        "by what is said",
        "derived",
        "by what moves satisfaction",
      ],
      result.factors.map(({ factor, performance, stated, derived }) => [
        factor,
        decimal(performance),
        decimal(stated?.importance),
        stated?.quadrant ?? "-",
        percent(derived?.importance),
        derived?.quadrant ?? "-",
      ]),
    ),
    chart((theme) => importancePerformanceChart(result, { theme })),
  ];
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0
    ? undefined
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}
