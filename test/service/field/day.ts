import type { FieldJob, FieldPlan, FieldTechnician, FieldTravel } from "goodwill/service";
import type { Instant, Period } from "goodwill/shared";
import { addMilliseconds, instant, millisecondsBetween, period } from "goodwill/shared";
import { expect } from "vitest";

/** When the days of these tests begin. */
export const MORNING = instant("2026-02-13T08:00:00Z");

/** So many minutes after the morning. */
export function at(minutes: number): Instant {
  return addMilliseconds(MORNING, minutes * 60_000);
}

/** From minute to minute. */
export function span(from: number, until: number): Period<Instant> {
  return period(at(from), at(until));
}

/** How many minutes after the morning it is. */
export function minuteOf(moment: Instant): number {
  return millisecondsBetween(MORNING, moment) / 60_000;
}

/** A job of half an hour at place `a`, at any time of an eight-hour day. */
export function job(id: string, more: Partial<FieldJob> = {}): FieldJob {
  return { id, place: "a", window: span(0, 480), durationMinutes: 30, ...more };
}

/** Somebody who works eight hours from and to the depot. */
export function technician(id: string, more: Partial<FieldTechnician> = {}): FieldTechnician {
  return { id, skills: [], start: "depot", end: "depot", working: [span(0, 480)], ...more };
}

/** Places on a line, ten minutes from one to the next: the depot, a, b, c, d. */
export const LINE: FieldTravel = {
  places: ["depot", "a", "b", "c", "d"],
  minutes: [0, 1, 2, 3, 4].map((from) => [0, 1, 2, 3, 4].map((to) => 10 * Math.abs(from - to))),
};

/** What a plan is made of. */
export interface Day {
  readonly jobs: readonly FieldJob[];
  readonly technicians: readonly FieldTechnician[];
  readonly travel: FieldTravel;
}

/** The minutes in which a technician does nothing: breaks, and the time between working times. */
export function idleSpans({
  working,
  breaks = [],
}: FieldTechnician): readonly (readonly [number, number])[] {
  const ordered = working.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const gaps = ordered.slice(1).map(({ start }, i) => period(ordered[i]!.end, start));
  return [...gaps, ...breaks].map(({ start, end }) => [minuteOf(start), minuteOf(end)]);
}

/** Expects that the plan keeps every rule, by its figures alone. */
export function expectRulesKept({ jobs, technicians, travel }: Day, plan: FieldPlan): void {
  const way = (from: string, to: string): number =>
    from === to ? 0 : travel.minutes[travel.places.indexOf(from)]![travel.places.indexOf(to)]!;
  const served = plan.routes.flatMap(({ stops }) => stops.map((stop) => stop.job));
  const left = plan.unassigned.map((one) => one.job);
  expect([...served, ...left].toSorted()).toEqual(jobs.map(({ id }) => id).toSorted());
  let [travelled, priority] = [0, 0];
  for (const route of plan.routes) {
    const who = technicians.find(({ id }) => id === route.technician)!;
    const idle = idleSpans(who);
    let [now, place] = [minuteOf(route.leavesAt), who.start];
    expect(now).toBe(Math.min(...who.working.map(({ start }) => minuteOf(start))));
    const used = new Map<string, number>();
    const drive = (to: string, arrives: number): number => {
      // Every minute of the drive is a minute in which nothing else goes on.
      let minutes = 0;
      for (let m = now; m < arrives; m += 1) {
        if (!idle.some(([from, until]) => from <= m && m < until)) minutes += 1;
      }
      expect(minutes).toBe(way(place, to));
      return minutes;
    };
    let total = 0;
    for (const stop of route.stops) {
      const asked = jobs.find(({ id }) => id === stop.job)!;
      const [arrives, begins, ends] = [stop.arrivesAt, stop.beginsAt, stop.endsAt].map(
        minuteOf,
      ) as [number, number, number];
      total += drive(stop.place, arrives);
      expect(stop.place).toBe(asked.place);
      expect(begins).toBe(arrives + stop.waitMinutes);
      expect(stop.waitMinutes).toBeGreaterThanOrEqual(0);
      expect(ends).toBe(begins + asked.durationMinutes);
      expect(begins).toBeGreaterThanOrEqual(minuteOf(asked.window.start));
      expect(begins).toBeLessThan(minuteOf(asked.window.end));
      for (const [from, until] of idle) {
        expect(ends <= from || begins >= until).toBe(true);
      }
      for (const skill of asked.skills ?? []) expect(who.skills).toContain(skill);
      for (const [part, count] of Object.entries(asked.parts ?? {})) {
        used.set(part, (used.get(part) ?? 0) + count);
      }
      priority += asked.priority ?? 1;
      [now, place] = [ends, asked.place];
    }
    if (route.stops.length > 0 && who.end !== undefined) {
      total += drive(who.end, minuteOf(route.endsAt));
    } else expect(minuteOf(route.endsAt)).toBe(now);
    const closing = Math.max(...who.working.map(({ end }) => minuteOf(end)));
    expect(minuteOf(route.endsAt)).toBeLessThanOrEqual(closing + (who.overtimeMinutes ?? 0));
    expect(route.overtimeMinutes).toBe(Math.max(0, minuteOf(route.endsAt) - closing));
    for (const [part, count] of used) {
      expect(count).toBeLessThanOrEqual(who.parts?.[part] ?? 0);
    }
    expect(new Map(Object.entries(route.partsUsed))).toEqual(
      new Map([...used].filter(([, count]) => count > 0)),
    );
    expect(route.travelMinutes).toBe(total);
    travelled += total;
  }
  expect(plan.travelMinutes).toBe(travelled);
  expect(plan.servedPriority).toBe(priority);
}

/**
 * Priority and drives of every plan there is, found by trying each order of each share of the jobs, minute by minute.
 */
export function allPlans({
  jobs,
  technicians,
  travel,
}: Day): readonly { priority: number; travel: number }[] {
  const found: { priority: number; travel: number }[] = [];
  const routes: number[][] = technicians.map(() => []);
  const visit = (next: number): void => {
    if (next === jobs.length) {
      let [priority, total] = [0, 0];
      for (const [who, route] of routes.entries()) {
        const driven = drivenBy(
          technicians[who]!,
          route.map((i) => jobs[i]!),
          travel,
        );
        if (driven === undefined) return;
        total += driven;
        for (const i of route) priority += jobs[i]!.priority ?? 1;
      }
      found.push({ priority, travel: total });
      return;
    }
    visit(next + 1);
    for (const route of routes) {
      for (let place = 0; place <= route.length; place += 1) {
        route.splice(place, 0, next);
        visit(next + 1);
        route.splice(place, 1);
      }
    }
  };
  visit(0);
  return found;
}

/** What a technician drives for jobs in this order; undefined where a rule would be broken. */
function drivenBy(
  who: FieldTechnician,
  jobs: readonly FieldJob[],
  travel: FieldTravel,
): number | undefined {
  if (jobs.length === 0) return 0;
  const idle = idleSpans(who);
  const isIdle = (m: number): boolean => idle.some(([from, until]) => from <= m && m < until);
  const limit =
    Math.max(...who.working.map(({ end }) => minuteOf(end))) + (who.overtimeMinutes ?? 0);
  let now = Math.min(...who.working.map(({ start }) => minuteOf(start)));
  let place = who.start;
  let total = 0;
  const used = new Map<string, number>();
  const drive = (to: string): void => {
    const minutes =
      place === to ? 0 : travel.minutes[travel.places.indexOf(place)]![travel.places.indexOf(to)]!;
    for (let left = minutes; left > 0; now += 1) if (!isIdle(now)) left -= 1;
    total += minutes;
    place = to;
  };
  for (const asked of jobs) {
    drive(asked.place);
    now = Math.max(now, minuteOf(asked.window.start));
    const isCut = (): boolean =>
      idle.some(([from, until]) => now < until && now + asked.durationMinutes > from);
    while (isCut()) now += 1;
    if (now >= minuteOf(asked.window.end)) return undefined;
    now += asked.durationMinutes;
    if (!(asked.skills ?? []).every((skill) => who.skills.includes(skill))) return undefined;
    for (const [part, count] of Object.entries(asked.parts ?? {})) {
      used.set(part, (used.get(part) ?? 0) + count);
      if (used.get(part)! > (who.parts?.[part] ?? 0)) return undefined;
    }
  }
  if (now > limit) return undefined;
  if (who.end !== undefined) drive(who.end);
  return now > limit ? undefined : total;
}
