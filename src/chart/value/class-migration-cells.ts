import type { ClassMigration } from "./class-migration.js";
import { requireFigure, requireOnce } from "./required-figures.js";

/** Which way a customer went. @internal */
export type MigrationWay = "up" | "down" | "moved" | "same" | "gone" | "came";

/** Customers of one cell, with those of its row; the row of those who came has no class before. @internal */
export interface MigrationCell {
  readonly row: number;
  readonly column: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly count: number;
  /** All customers of the row. */
  readonly base: number;
  readonly way: MigrationWay;
}

/** How classes are drawn. @internal */
export interface ClassOrder {
  /** The classes, from the left and from the top. */
  readonly classes: readonly string[];
  /** Whether the first is the lowest or the best; only who moved is known where absent. */
  readonly order: "rising" | "falling" | undefined;
}

const TASK = "a class migration";

/** The cells with customers, row by row: those who went in a last column, those who came in a last row. @internal */
export function migrationCells(
  migration: ClassMigration,
  { classes, order }: ClassOrder,
): readonly MigrationCell[] {
  requireMigration(migration, classes);
  const balances = new Map(migration.balances.map((one) => [one.segment, one]));
  const place = new Map(classes.map((one, index) => [one, index]));
  const counts = classes.map(() => classes.map(() => 0));
  for (const { from, to, count } of migration.moves) {
    counts[place.get(from)!]![place.get(to)!]! += count;
  }
  const last = classes.length;
  const came = migration.balances.reduce((sum, one) => sum + one.came, 0);
  return [
    ...counts.flatMap((row, before) => {
      const from = classes[before]!;
      const { opening: base, went } = balances.get(from) ?? { opening: 0, went: 0 };
      const own = { row: before, from, base };
      return [
        ...row.map((count, after) => ({
          ...{ ...own, column: after, to: classes[after]!, count },
          way: wayOf(after - before, order),
        })),
        { ...own, column: last, to: undefined, count: went, way: "gone" as const },
      ];
    }),
    ...classes.map((to, column) => ({
      ...{ row: last, column, from: undefined, to, count: balances.get(to)?.came ?? 0 },
      ...{ base: came, way: "came" as const },
    })),
  ].filter(({ count }) => count > 0);
}

function wayOf(steps: number, order: ClassOrder["order"]): MigrationWay {
  if (steps === 0) return "same";
  if (order === undefined) return "moved";
  return steps > 0 === (order === "rising") ? "up" : "down";
}

function requireMigration(
  { segments, moves, balances }: ClassMigration,
  classes: readonly string[],
): void {
  requireOnce(classes, { task: TASK, what: "the class" });
  requireOnce(
    balances.map(({ segment }) => segment),
    { task: TASK, what: "the balance of" },
  );
  const named = [
    ...segments,
    ...moves.flatMap(({ from, to }) => [from, to]),
    ...balances.map(({ segment }) => segment),
  ];
  const stranger = named.find((one) => !classes.includes(one));
  if (stranger !== undefined) {
    throw new RangeError(`Cannot draw ${TASK}: the class "${stranger}" is not in the list`);
  }
  const whole = { task: TASK, least: 0, whole: true };
  const leaving = new Map<string, number>();
  moves.forEach(({ from, count }, index) => {
    requireFigure(count, { ...whole, name: `moves[${String(index)}].count` });
    leaving.set(from, (leaving.get(from) ?? 0) + count);
  });
  balances.forEach((one, index) => {
    const name = (field: string): string => `balances[${String(index)}].${field}`;
    requireFigure(one.went, { ...whole, name: name("went") });
    requireFigure(one.came, { ...whole, name: name("came") });
    const opening = (leaving.get(one.segment) ?? 0) + one.went;
    leaving.delete(one.segment);
    if (one.opening === opening) return;
    throw new RangeError(
      `Cannot draw ${TASK}: ${name("opening")} must be those who stayed, moved and went, ${String(opening)}, ` +
        `got ${String(one.opening)}`,
    );
  });
  for (const [from, count] of leaving) {
    if (count === 0) continue;
    throw new RangeError(`Cannot draw ${TASK}: the class "${from}" must have a balance, got none`);
  }
}
