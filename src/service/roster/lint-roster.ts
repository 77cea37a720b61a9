import { requireRosterAgent } from "./require-roster.js";
import { requireShiftPatterns } from "./require-shift-patterns.js";
import type { RosterAgent } from "./roster-agent.js";
import type { RosterFinding } from "./roster-finding.js";
import type { RosterRules } from "./roster-rules.js";
import { DEFAULT_ROSTER_RULES } from "./roster-rules.js";
import type { ShiftPattern } from "./shift-pattern.js";

/** What patterns are held against. */
export interface LintRosterOptions {
  /** The agents there are. */
  readonly agents: readonly RosterAgent[];
  /** What every roster keeps to; `DEFAULT_ROSTER_RULES` when absent. */
  readonly rules?: RosterRules;
}

/**
 * Which of these shifts can nobody work, and which agents can never be used as they are described?
 *
 * Errors are patterns that never start, that no agent has the skills and languages for, or that are longer than the
 * weeks of all who have; and agents who fit no pattern, such as one with no skill. Warnings are hours by contract that
 * cannot be reached or that exceed the rules, and wishes for patterns there are not.
 *
 * @param patterns - The patterns.
 * @param options - The agents, and the rules.
 * @returns The findings: patterns first, in their order, then agents; none where all has its use.
 * @throws RangeError when patterns or agents are not valid at all, as for {@link planShifts} and {@link assignShifts}.
 * @example
 * ```ts
 * import { lintRoster } from "goodwill/service";
 *
 * const patterns = [{ id: "tax", minutes: 480, starts: ["08:00"], skills: ["tax"] }];
 * lintRoster(patterns, { agents: [{ id: "ann", skills: [] }] }).map(({ code }) => code);
 * // => ["roster-pattern-fits-nobody", "roster-agent-fits-nothing"]
 * ```
 */
export function lintRoster(
  patterns: readonly ShiftPattern[],
  { agents, rules = DEFAULT_ROSTER_RULES }: LintRosterOptions,
): readonly RosterFinding[] {
  requireShiftPatterns("check a roster", patterns);
  agents.forEach((agent, i) => {
    requireRosterAgent("check a roster", { agent, at: `agents[${i}]` });
  });
  return [
    ...patterns.flatMap((pattern, i) =>
      patternFindings(pattern, { where: `patterns[${i}]`, agents, rules }),
    ),
    ...agents.flatMap((agent, i) =>
      agentFindings(agent, { where: `agents[${i}]`, patterns, rules }),
    ),
  ];
}

function paidOf({ minutes, breaks = [] }: ShiftPattern): number {
  return breaks.reduce((paid, one) => paid - (one.isPaid ? 0 : one.minutes), minutes);
}

function isFitFor({ skills = [], languages = [] }: RosterAgent, pattern: ShiftPattern): boolean {
  return (
    (pattern.skills ?? []).every((skill) => skills.includes(skill)) &&
    (pattern.languages ?? []).every((language) => languages.includes(language))
  );
}

function patternFindings(
  pattern: ShiftPattern,
  {
    where,
    agents,
    rules,
  }: {
    readonly where: string;
    readonly agents: readonly RosterAgent[];
    readonly rules: RosterRules;
  },
): readonly RosterFinding[] {
  const findings: RosterFinding[] = [];
  const params = { pattern: pattern.id };
  if (Object.values(pattern.starts).flat().length === 0) {
    findings.push({ code: "roster-pattern-never-starts", severity: "error", where, params });
  }
  const fit = agents.filter((agent) => isFitFor(agent, pattern));
  const weeks = fit.map(({ contract = {} }) => contract.maxMinutes ?? rules.mostMinutesAWeek);
  const most = weeks.reduce((longest, minutes) => Math.max(longest, minutes), 0);
  const minutes = paidOf(pattern);
  if (fit.length === 0) {
    findings.push({ code: "roster-pattern-fits-nobody", severity: "error", where, params });
  } else if (minutes > most) {
    const code = "roster-pattern-longer-than-weeks";
    findings.push({ code, severity: "error", where, params: { ...params, minutes, most } });
  }
  return findings;
}

function agentFindings(
  agent: RosterAgent,
  {
    where,
    patterns,
    rules,
  }: {
    readonly where: string;
    readonly patterns: readonly ShiftPattern[];
    readonly rules: RosterRules;
  },
): readonly RosterFinding[] {
  const { id, contract: { minMinutes = 0, maxMinutes = 0 } = {}, wishes = [] } = agent;
  const findings: RosterFinding[] = [];
  const fit = patterns.filter((pattern) => isFitFor(agent, pattern));
  const longest = fit.reduce((most, pattern) => Math.max(most, paidOf(pattern)), 0);
  // Of seven days this many at most can be worked where so many may follow each other.
  const days = 7 - Math.floor(7 / (rules.mostDaysInARow + 1));
  const most = days * rules.mostShiftsADay * longest;
  if (fit.length === 0) {
    findings.push({
      code: "roster-agent-fits-nothing",
      severity: "error",
      where,
      params: { agent: id },
    });
  } else if (minMinutes > most) {
    const params = { agent: id, least: minMinutes, most };
    findings.push({ code: "roster-agent-hours-out-of-reach", severity: "warning", where, params });
  }
  if (maxMinutes > rules.mostMinutesAWeek) {
    const params = { agent: id, contract: maxMinutes, most: rules.mostMinutesAWeek };
    findings.push({ code: "roster-agent-hours-above-rules", severity: "warning", where, params });
  }
  for (const { pattern } of wishes) {
    if (pattern === undefined || patterns.some((one) => one.id === pattern)) continue;
    const params = { agent: id, pattern };
    findings.push({ code: "roster-wish-pattern-unknown", severity: "warning", where, params });
  }
  return findings;
}
