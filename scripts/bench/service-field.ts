import type { FieldJob, FieldTechnician } from "goodwill/service";
import { assignJobs, travelByDistance } from "goodwill/service";
import { instantFromEpochMilliseconds, seededRandom } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const SKILLS = ["gas", "power", "water"];
const MIDNIGHT = Date.UTC(2026, 1, 13);

/** A city of some 40 by 45 km with its jobs in windows of two or four hours. */
function city(jobCount: number, technicianCount: number) {
  const random = seededRandom(5);
  const hour = (hours: number) => instantFromEpochMilliseconds(MIDNIGHT + hours * 3_600_000);
  const places = Array.from({ length: jobCount + 1 }, (_, i) => ({
    id: i === jobCount ? "depot" : `place-${String(i)}`,
    latitude: 31 + random() * 0.4,
    longitude: 121.2 + random() * 0.4,
  }));
  const jobs: FieldJob[] = Array.from({ length: jobCount }, (_, i) => {
    const opens = 8 + 2 * Math.floor(random() * 4);
    return {
      id: `job-${String(i)}`,
      place: `place-${String(i)}`,
      window: { start: hour(opens), end: hour(opens + (random() < 0.5 ? 2 : 4)) },
      durationMinutes: 20 + Math.floor(random() * 30),
      skills: random() < 0.6 ? [SKILLS[Math.floor(random() * 3)]!] : [],
      parts: random() < 0.3 ? { valve: 1 } : {},
      priority: 1 + Math.floor(random() * 3),
    };
  });
  const technicians: FieldTechnician[] = Array.from({ length: technicianCount }, (_, i) => ({
    id: `technician-${String(i)}`,
    skills: SKILLS.filter((_skill, place) => (i + place) % 3 !== 0),
    parts: { valve: 5 },
    start: "depot",
    end: "depot",
    working: [{ start: hour(8), end: hour(17) }],
    breaks: [{ start: hour(12), end: hour(12.5) }],
    overtimeMinutes: 30,
  }));
  const travel = travelByDistance(places, { kilometresHourly: 35, detourFactor: 1.3 });
  return { jobs, technicians, travel };
}

/** The benchmarks of field service by name; `short` shrinks those that take long. */
export function serviceFieldCases(short: boolean): Record<string, () => BenchmarkCase> {
  const rounds = short ? 5 : undefined;
  const cases = [
    [10, 3],
    [100, 10],
  ] as const;
  return Object.fromEntries(
    cases.map(([jobCount, technicianCount]) => [
      `assignJobs, ${String(jobCount)} jobs and ${String(technicianCount)} technicians`,
      (): BenchmarkCase => {
        const { jobs, technicians, travel } = city(jobCount, technicianCount);
        const options = {
          technicians,
          travel,
          ...(rounds !== undefined && { searchRounds: rounds }),
        };
        return { run: () => assignJobs(jobs, options), items: jobCount, unit: "jobs" };
      },
    ]),
  );
}
