import {
  contactProfile,
  erlangA,
  forecastContacts,
  requiredAgentsByInterval,
  type StaffingPolicy,
} from "goodwill/service";
import {
  addDays,
  instantFromEpochMilliseconds,
  period,
  plainDate,
  seededRandom,
  timeZone,
} from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const MINUTES = 15;
const HANDLE_SECONDS = 180;
const FIRST = Date.UTC(2024, 0, 1);
const serviceLevel = { share: 0.8, thresholdSeconds: 20 };

/** Intervals from no load to the highest, in no order of load. */
function intervals(count: number, highestErlangs: number) {
  const random = seededRandom(23);
  return Array.from({ length: count }, (_, i) => ({
    start: instantFromEpochMilliseconds(FIRST + i * MINUTES * 60_000),
    minutes: MINUTES,
    contacts: (random() * highestErlangs * MINUTES * 60) / HANDLE_SECONDS,
  }));
}

/** Counted contacts with a weekly and a daily shape, a slow rise and noise. */
function history(days: number) {
  const random = seededRandom(29);
  const perDay = 1440 / MINUTES;
  return Array.from({ length: days * perDay }, (_, i) => {
    const day = Math.floor(i / perDay);
    const hour = ((i % perDay) * 24) / perDay;
    const shape = hour < 7 || hour > 21 ? 0.1 : 1 + Math.sin(((hour - 7) / 14) * Math.PI);
    const level = 25 * (day % 7 < 5 ? 1 : 0.5) * Math.exp(day / 2000);
    const start = instantFromEpochMilliseconds(FIRST + i * MINUTES * 60_000);
    return { start, contacts: Math.round(level * shape * (0.7 + 0.6 * random())) };
  });
}

/** The benchmarks of staffing and forecasts by name; `short` shrinks those that take long. */
export function serviceStaffingCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 1000 : 10_000;
  const text = many.toLocaleString("en-US");
  const staffing = (highestErlangs: number, policy: StaffingPolicy) => (): BenchmarkCase => {
    const rows = intervals(many, highestErlangs);
    const options = { handleSeconds: HANDLE_SECONDS, policy };
    return {
      run: () => requiredAgentsByInterval(rows, options),
      items: many,
      unit: "intervals",
      aim: "10,000 intervals under 200 ms",
    };
  };
  const impatient = { serviceLevel, patienceSeconds: 120 };
  const days = short ? 91 : 728;
  const counted = (days * 96).toLocaleString("en-US");
  const zone = timeZone("Europe/Berlin");
  return {
    [`service: requiredAgentsByInterval, ${text} intervals to 100 erlangs`]: staffing(100, {
      serviceLevel,
    }),
    [`service: requiredAgentsByInterval, ${text} intervals to 5,000 erlangs`]: staffing(5000, {
      serviceLevel,
    }),
    [`service: requiredAgentsByInterval, ${text} intervals to 100 erlangs, impatient`]: staffing(
      100,
      impatient,
    ),
    [`service: requiredAgentsByInterval, ${text} intervals to 5,000 erlangs, impatient`]: staffing(
      5000,
      impatient,
    ),
    ["erlangA, 5,000 erlangs"]: () => {
      const load = { contacts: 5000, minutes: 3, handleSeconds: HANDLE_SECONDS };
      const facts = { ...load, agents: 4900, thresholdSeconds: 20, patienceSeconds: 120 };
      return { run: () => erlangA(facts), items: 1, unit: "queues" };
    },
    [`service: forecastContacts, four weeks from ${counted} counted intervals`]: () => {
      const rows = history(days);
      const first = addDays(plainDate("2024-01-01"), days);
      const options = { zone, intervalMinutes: MINUTES, days: period(first, addDays(first, 28)) };
      return { run: () => forecastContacts(rows, options), items: rows.length, unit: "rows" };
    },
    [`service: contactProfile, ${counted} counted intervals`]: () => {
      const rows = history(days);
      const options = { zone, intervalMinutes: MINUTES };
      return { run: () => contactProfile(rows, options), items: rows.length, unit: "rows" };
    },
  };
}
