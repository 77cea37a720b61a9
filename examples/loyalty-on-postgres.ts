/**
 * A points ledger in PostgreSQL: events are appended, never changed, and no points are spent twice, however many
 * writers there are.
 *
 * Each writer reads a member's events, decides, and appends. The primary key is the member and the sequence of the
 * event: of two writers who decided on the same ledger one is first; the other is refused by the database, reads again
 * and decides again. A command sent twice is recognised by its key.
 *
 * `npx tsx examples/loyalty-on-postgres.ts` runs it in PGlite, PostgreSQL within the process; with `DATABASE_URL` it
 * runs on a server of yours, in a schema of its own that is dropped at the end.
 */
import { pathToFileURL } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import {
  auditLedger,
  decideLoyalty,
  loyaltyProgramme,
  loyaltyView,
  replayLoyalty,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type LoyaltyRefusal,
} from "goodwill/loyalty";
import { instant, ok, timeZone, type Result } from "goodwill/shared";
import pg from "pg";

/** What is needed of a database: a query with parameters, each call a transaction of its own. */
export interface Database {
  readonly query: (sql: string, parameters?: unknown[]) => Promise<{ rows: unknown[] }>;
  readonly close: () => Promise<void>;
  /** How often another writer was faster. */
  conflicts: number;
}

const programme = loyaltyProgramme({
  id: "beans",
  version: 1,
  zone: timeZone("Europe/London"),
  currency: "GBP",
  kinds: [{ id: "beans", purpose: "redeemable" }],
  earning: [],
  rewards: [{ id: "coffee", form: "product", cost: 10 }],
  redemption: { kinds: ["beans"], reservationMinutes: 30 },
});

export async function createStore(database: Database): Promise<void> {
  await database.query(`
    create table if not exists loyalty_events (
      member text not null,
      sequence bigint not null,
      event jsonb not null,
      primary key (member, sequence)
    )`);
}

export async function readEvents(database: Database, member: string): Promise<LoyaltyEvent[]> {
  const { rows } = await database.query(
    "select event from loyalty_events where member = $1 order by sequence",
    [member],
  );
  return (rows as { event: LoyaltyEvent }[]).map(({ event }) => event);
}

/** Decides on the ledger as it is and appends what happened; again, where another writer was faster. */
export async function execute(
  database: Database,
  command: LoyaltyCommand,
): Promise<Result<readonly LoyaltyEvent[], LoyaltyRefusal>> {
  // Whoever is refused was overtaken by a writer who went on: it ends, for one of them always does.
  for (;;) {
    const events = await readEvents(database, command.member);
    const decided = decideLoyalty(replayLoyalty(events), command, {
      // A host passes its clock here; an example is told the time.
      now: command.occurredAt,
      programme,
      ids: (index) => `${command.key}#${String(index)}`,
    });
    if (!decided.ok || decided.value.length === 0) return decided;
    if (await append(database, decided.value)) return ok(decided.value);
    database.conflicts += 1;
  }
}

const UNIQUE_VIOLATION = "23505";

/** All events of a decision or none, in one statement; false where the ledger has moved on. */
async function append(database: Database, events: readonly LoyaltyEvent[]): Promise<boolean> {
  try {
    await database.query(
      `insert into loyalty_events (member, sequence, event)
       select event->>'member', (event->>'sequence')::bigint, event
       from jsonb_array_elements($1::jsonb) as event`,
      [JSON.stringify(events)],
    );
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

/** PostgreSQL within the process, or the server of `DATABASE_URL`. */
export async function openDatabase(url: string | undefined): Promise<Database> {
  if (url === undefined) {
    const database = await PGlite.create();
    return {
      query: (sql, parameters) => database.query(sql, parameters),
      close: () => database.close(),
      conflicts: 0,
    };
  }
  const schema = `goodwill_${String(process.pid)}`;
  const options = `-c search_path=${schema}`;
  const pool = new pg.Pool({ connectionString: url, max: WRITERS, options });
  await pool.query(`create schema ${schema}`);
  return {
    query: (sql, parameters) => pool.query(sql, parameters),
    close: async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
    conflicts: 0,
  };
}

const WRITERS = 16;
const at = instant("2026-03-02T09:00:00Z");
const ann = { member: "ann", occurredAt: at };

/** What sixteen writers did to a ledger of 100 beans. */
export interface Race {
  readonly taken: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly active: number;
  readonly redeemed: number;
  readonly findings: number;
  readonly conflicts: number;
}

/** Sixteen writers at once want two coffees each of a ledger that pays for ten, and send every command twice. */
export async function race(database: Database): Promise<Race> {
  await createStore(database);
  await execute(database, { ...ann, kind: "enrol", key: "enrol" });
  const points = { kind: "beans", amount: 100 };
  await execute(database, { ...ann, kind: "grant-points", key: "welcome", points, why: "welcome" });
  const answers = await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) => twoCoffees(database, writer)),
  );
  const events = await readEvents(database, "ann");
  const refused: Record<string, number> = {};
  for (const answer of answers.flat()) {
    if (!answer.ok) refused[answer.error.code] = (refused[answer.error.code] ?? 0) + 1;
  }
  const view = loyaltyView(replayLoyalty(events), { asOf: at, programme });
  return {
    taken: events.filter(({ kind }) => kind === "points-redeemed").length,
    refused,
    active: view.active,
    redeemed: view.wallets["beans"]!.redeemed,
    findings: auditLedger(events).length,
    conflicts: database.conflicts,
  };
}

async function twoCoffees(
  database: Database,
  writer: number,
): Promise<Result<readonly LoyaltyEvent[], LoyaltyRefusal>[]> {
  const answers = [];
  for (const cup of [1, 2]) {
    const key = `writer-${String(writer)}-cup-${String(cup)}`;
    const command: LoyaltyCommand = {
      ...ann,
      kind: "redeem",
      key,
      redemption: key,
      request: { use: "reward", reward: "coffee" },
    };
    // As a webhook that is delivered twice, at the same time.
    answers.push(...(await Promise.all([execute(database, command), execute(database, command)])));
  }
  return answers;
}

export async function main(): Promise<string> {
  const database = await openDatabase(process.env["DATABASE_URL"]);
  try {
    const { taken, refused, active, redeemed, findings, conflicts } = await race(database);
    return [
      `${String(WRITERS)} writers, ${String(4 * WRITERS)} commands: ${String(taken)} coffees taken, ${String(redeemed)} beans spent, ${String(active)} left.`,
      `${String(conflicts)} times another writer was faster.`,
      `Refused: ${Object.entries(refused)
        .map(([code, count]) => `${code} ${String(count)}`)
        .join(", ")}. The audit of the ledger finds ${String(findings)} faults.`,
    ].join("\n");
  } finally {
    await database.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await main());
}
