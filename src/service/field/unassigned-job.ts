import { beginAfter, driveFrom } from "./field-clock.js";
import type { UnassignedJob } from "./field-plan.js";
import type { FieldProblem, PlannedJob, PlannedTechnician } from "./field-problem.js";
import { hasParts, hasSkills } from "./field-problem.js";
import { routeTravel } from "./route-schedule.js";

/** Why nobody gets a job. @internal */
export function unassignedJob(problem: FieldProblem, number: number): UnassignedJob {
  const { technicians, jobs } = problem;
  const planned = jobs[number]!;
  const { job, priority } = planned;
  const because = (
    code: UnassignedJob["code"],
    params: UnassignedJob["reason"]["params"],
  ): UnassignedJob => ({
    job: job.id,
    priority,
    code,
    reason: { code, params: { job: job.id, ...params } },
  });
  const skilled = technicians.filter((one) => hasSkills(one, planned));
  if (skilled.length === 0) {
    const missing = (job.skills ?? []).filter(
      (skill) => !technicians.some(({ technician }) => technician.skills.includes(skill)),
    );
    const skills = missing.length > 0 ? missing : (job.skills ?? []);
    return because("field-no-skill", {
      skills: skills.join(", "),
      technicians: technicians.length,
    });
  }
  const equipped = skilled.filter((one) => hasParts(one, planned));
  if (equipped.length === 0) {
    const short =
      planned.parts.find(({ part, count }) => skilled.every((one) => one.carried[part]! < count)) ??
      planned.parts[0]!;
    const most = Math.max(...skilled.map((one) => one.carried[short.part]!));
    const part = problem.parts[short.part]!;
    return because("field-no-part", { part, needed: short.count, most });
  }
  const { start, end } = job.window;
  const working = equipped.filter((one) => isWithinWork(one, planned));
  if (working.length === 0) {
    const params = { from: start, until: end, technicians: equipped.length };
    return because("field-outside-working-time", params);
  }
  const alone = technicians.filter((_, who) => routeTravel(problem, who, [number]) >= 0);
  if (alone.length === 0) {
    const params = { place: job.place, from: start, until: end, technicians: working.length };
    return because("field-window-unreachable", params);
  }
  return because("field-full", { technicians: alone.length, priority });
}

/** Whether there is time for the job, if the technician were there already and need not go home. */
function isWithinWork(one: PlannedTechnician, job: PlannedJob): boolean {
  const begins = beginAfter(one, driveFrom(one, one.from, 0), job);
  return begins < job.closes && begins + job.lasts <= one.limit;
}
