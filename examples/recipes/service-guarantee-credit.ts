/**
 * Delivered too late? The customer is credited without asking, once, and told why.
 *
 * - The clock of a delivery runs in the hours of the warehouse: nights, weekends and holidays do not count.
 * - What is decided is stored under a key of guarantee and delivery, also where nothing is owed: a job that runs twice
 *   credits nothing twice, and what a cap took away does not come back when the year is over.
 * - A delivery still under way is left for a later run: its lateness may grow.
 * - Caps count what the customer was credited in the year before; a day beyond the known holidays is told, not guessed.
 *
 * `npx tsx examples/recipes/service-guarantee-credit.ts` prints what two nightly runs do.
 */
import { pathToFileURL } from "node:url";
import { customerId, type CustomerId } from "goodwill/customer";
import {
  guaranteeRemedy,
  prepareServiceCalendar,
  SERVICE_SENTENCES,
  slaLedger,
  type PreparedServiceCalendar,
  type ServiceGuarantee,
} from "goodwill/service";
import {
  addMilliseconds,
  explain,
  instant,
  money,
  period,
  plainDate,
  sumMoney,
  timeZone,
  type Instant,
  type Money,
} from "goodwill/shared";

/** An order on its way, or delivered. */
export interface Delivery {
  readonly id: string;
  readonly customer: CustomerId;
  readonly ordered: Instant;
  /** Absent while it is under way. */
  readonly delivered?: Instant;
  readonly price: Money;
}

/** What was decided, as it is stored; the key is unique, in a database by a unique index. */
export interface StoredClaim {
  readonly key: string;
  readonly customer: CustomerId;
  readonly at: Instant;
  /** What is credited; 0 where nothing is owed. */
  readonly amount: Money;
  readonly why: readonly string[];
}

/** What is promised, in whose hours. */
export interface CreditRules {
  readonly guarantee: ServiceGuarantee;
  readonly minutes: number;
  readonly calendar: PreparedServiceCalendar;
}

const YEAR_MS = 365 * 86_400_000;

/** One nightly run: the claims to add to those stored, and a line for each delivery looked at. */
export function creditRun(
  deliveries: readonly Delivery[],
  options: {
    readonly rules: CreditRules;
    readonly stored: readonly StoredClaim[];
    readonly asOf: Instant;
  },
): { readonly claims: readonly StoredClaim[]; readonly log: readonly string[] } {
  const { rules, asOf } = options;
  const { guarantee, minutes, calendar } = rules;
  const claims: StoredClaim[] = [];
  const log: string[] = [];
  const keys = new Set(options.stored.map(({ key }) => key));
  const since = addMilliseconds(asOf, -YEAR_MS);
  for (const { id, customer, ordered, delivered, price } of deliveries) {
    const key = `${guarantee.id}/${id}`;
    if (keys.has(key)) continue;
    if (delivered === undefined || delivered > asOf) {
      log.push(`${id}: under way.`);
      continue;
    }
    const ledger = slaLedger(ordered, { minutes }, { calendar, stop: delivered });
    if (!ledger.ok) {
      log.push(`${id}: the holidays of ${ledger.error.date} are not known.`);
      continue;
    }
    const before = [...options.stored, ...claims].filter(
      (one) => one.customer === customer && one.at > since,
    );
    const grantedInPeriod = sumMoney(
      before.map(({ amount }) => amount),
      price.currency,
    );
    const claim = guaranteeRemedy(ledger.value, { guarantee, price, grantedInPeriod });
    const why = claim.reasons.map((reason) => explain(reason, SERVICE_SENTENCES));
    const [credit] = claim.remedies.filter(({ kind }) => kind === "credit");
    const amount = credit?.kind === "credit" ? credit.amount : money(0, price.currency);
    keys.add(key);
    claims.push({ key, customer, at: asOf, amount, why });
    log.push(`${id}: ${why.join(" ")}`);
  }
  return { claims, log };
}

const SHANGHAI = timeZone("Asia/Shanghai");
const DAY = [{ from: "09:00", until: "18:00" }];
const cny = (yuan: number): Money => money(yuan * 100, "CNY");

/** Two days of nine hours; late by half an hour and more CNY 20, by a day and more CNY 50; CNY 60 a year at most. */
export const RULES: CreditRules = {
  guarantee: {
    id: "two-days",
    graceMinutes: 30,
    measuredIn: "business",
    steps: [
      { laterThanMinutes: 30, remedies: [{ kind: "credit", amount: cny(20) }] },
      { laterThanMinutes: 540, remedies: [{ kind: "credit", amount: cny(50) }] },
    ],
    caps: { perPeriod: cny(60) },
  },
  minutes: 2 * 540,
  calendar: prepareServiceCalendar({
    zone: SHANGHAI,
    hours: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
    holidays: {
      days: Array.from({ length: 9 }, (_, i) => ({
        ...{ holiday: "spring-festival", date: plainDate(`2026-02-${String(15 + i)}`) },
        kind: "statutory" as const,
      })),
      makeUpWorkdays: [plainDate("2026-02-14"), plainDate("2026-02-28")],
      coverage: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
    },
  }),
};

const at = (time: string): Instant => instant(`${time}:00+08:00`);
const lin = customerId("lin");
const wu = customerId("wu");

export const DELIVERIES: readonly Delivery[] = [
  // Friday to the Saturday that is worked, and the Tuesday after the holidays.
  {
    ...{ id: "D-1", customer: lin, price: cny(480) },
    ...{ ordered: at("2026-02-13T12:00"), delivered: at("2026-02-24T11:45") },
  },
  {
    ...{ id: "D-2", customer: wu, price: cny(90) },
    ...{ ordered: at("2026-02-13T12:00"), delivered: at("2026-02-24T12:20") },
  },
  {
    ...{ id: "D-3", customer: lin, price: cny(90) },
    ...{ ordered: at("2026-02-13T12:00"), delivered: at("2026-02-24T12:31") },
  },
  {
    ...{ id: "D-4", customer: lin, price: cny(200) },
    ...{ ordered: at("2026-02-12T12:00"), delivered: at("2026-02-25T14:00") },
  },
  { ...{ id: "D-5", customer: wu, price: cny(200) }, ordered: at("2026-02-24T12:00") },
  {
    ...{ id: "D-6", customer: wu, price: cny(200) },
    ...{ ordered: at("2025-12-31T12:00"), delivered: at("2026-01-05T12:00") },
  },
];

/** Runs twice over the same deliveries, and prints both. */
export function main(): string {
  const stored: StoredClaim[] = [];
  const lines: string[] = [];
  for (const night of ["2026-02-25T23:00", "2026-02-26T23:00"]) {
    const { claims, log } = creditRun(DELIVERIES, { rules: RULES, stored, asOf: at(night) });
    stored.push(...claims);
    lines.push(`${night}: ${String(claims.length)} decided`, ...log.map((line) => `  ${line}`));
  }
  for (const { key, customer, amount } of stored) {
    if (amount.amount === 0) continue;
    lines.push(`${key}: ${customer} is credited CNY ${String(amount.amount / 100)}.`);
  }
  return lines.join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
