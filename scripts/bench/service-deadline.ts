import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import businessTime from "dayjs-business-time";
import { prepareServiceCalendar, slaLedger } from "goodwill/service";
import type { PreparedServiceCalendar, ServiceCalendar } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import {
  addDays,
  instant,
  instantFromEpochMilliseconds,
  period,
  plainDate,
  seededRandom,
  timeZone,
} from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

const split = [
  { from: "09:00", until: "12:00" },
  { from: "13:30", until: "18:00" },
];

/** Split shifts on weekdays, and each year's holidays: two weeks about, some of them on weekdays. */
function desk(zone: string, years: number): ServiceCalendar {
  const days = Array.from({ length: years }, (_, year) => 2024 + year).flatMap((year) =>
    ["01-01", "02-16", "04-05", "05-01", "06-19", "09-25", "10-01"].flatMap((text) =>
      [0, 1].map((days) => ({
        holiday: text,
        date: addDays(plainDate(`${String(year)}-${text}`), days),
        kind: "statutory" as const,
      })),
    ),
  );
  const coverage = period(plainDate("2024-01-01"), plainDate(`${String(2024 + years)}-01-01`));
  return {
    zone: timeZone(zone),
    hours: { 1: split, 2: split, 3: split, 4: split, 5: split },
    holidays: { days, makeUpWorkdays: [], coverage },
  };
}

interface Question {
  readonly start: Instant;
  readonly minutes: number;
}

/** Cases opened in the course of a year, due within up to five working days; on whole minutes. */
function questions(count: number): readonly Question[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => ({
    start: instantFromEpochMilliseconds(
      Date.UTC(2026, 0, 1) + Math.floor((random() * YEAR_MS) / MINUTE_MS) * MINUTE_MS,
    ),
    minutes: 1 + Math.floor(random() * 2250),
  }));
}

function dueOf(calendar: PreparedServiceCalendar, { start, minutes }: Question): string {
  const due = calendar.deadline(start, { minutes });
  if (!due.ok || due.value.kind !== "due") throw new Error("no deadline");
  return due.value.at;
}

/** The last deadline of all, as text, so that no answer is left unread. */
function lastDue(rows: readonly Question[], due: (question: Question) => string): string {
  let last = "";
  for (const row of rows) {
    const at = due(row);
    if (at > last) last = at;
  }
  return last;
}

/** The same by dayjs-business-time, which keeps one calendar for all and knows no zone: on the clock of UTC. */
function plainDeadline(calendar: ServiceCalendar): (question: Question) => string {
  dayjs.extend(utc);
  dayjs.extend(businessTime);
  const segments = split.map(({ from, until }) => ({ start: `${from}:00`, end: `${until}:00` }));
  dayjs.setBusinessTime({
    sunday: null,
    monday: segments,
    tuesday: segments,
    wednesday: segments,
    thursday: segments,
    friday: segments,
    saturday: null,
  });
  dayjs.setHolidays(calendar.holidays!.days.map(({ date }) => date));
  return ({ start, minutes }) => dayjs.utc(start).addBusinessMinutes(minutes).toISOString();
}

/** The benchmarks of deadlines by name; `short` shrinks those that take long. */
export function serviceDeadlineCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 20_000 : 500_000;
  const some = short ? 200 : 5000;
  const manyText = many.toLocaleString("en-US");
  const someText = some.toLocaleString("en-US");
  return {
    [`service: deadlines, ${manyText} in Shanghai, split shifts and holidays`]: () => {
      const rows = questions(many);
      const calendar = prepareServiceCalendar(desk("Asia/Shanghai", 5));
      return {
        run: () => lastDue(rows, (row) => dueOf(calendar, row)),
        items: many,
        unit: "deadlines",
        aim: "at least 500,000 a second",
      };
    },
    [`service: deadlines, ${someText} against dayjs-business-time`]: () => {
      const rows = questions(some);
      const plain = desk("UTC", 5);
      const calendar = prepareServiceCalendar(plain);
      const byPackage = plainDeadline(plain);
      const other = rows.find((row) => byPackage(row) !== dueOf(calendar, row));
      if (other !== undefined) throw new Error(`different answers for ${JSON.stringify(other)}`);
      return {
        run: () => lastDue(rows, (row) => dueOf(calendar, row)),
        baseline: () => lastDue(rows, byPackage),
        items: some,
        unit: "deadlines",
        aim: "at least 20 times as fast",
      };
    },
    "service: SLA ledger, one case over ten years with 240 pauses": () => {
      const calendar = desk("Asia/Shanghai", 11);
      const start = instant("2024-06-03T01:00:00Z");
      const stop = instant("2034-06-03T01:00:00Z");
      const pauses = Array.from({ length: 240 }, (_, i) => {
        const from = Date.parse(start) + (i * YEAR_MS) / 24;
        return {
          start: instantFromEpochMilliseconds(from),
          end: instantFromEpochMilliseconds(from + 100_000 * (i + 1)),
        };
      });
      return {
        run: () => slaLedger(start, { minutes: 2400 }, { calendar, pauses, stop }),
        items: 1,
        unit: "ledgers",
        aim: "under 5 ms",
      };
    },
  };
}
