import { epochMilliseconds, plainDateAt, timeZone } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import {
  AGENTS,
  madeUpCounts,
  main,
  rosterTable,
  RULES,
  WEEK,
  weeklyRoster,
} from "../../examples/recipes/service-weekly-roster.js";

const ZONE = timeZone("Asia/Shanghai");
const counts = madeUpCounts(11);
const planned = weeklyRoster(counts, { days: WEEK, rules: RULES, agents: AGENTS });

describe("the recipe of a weekly roster", () => {
  test("SRV-6: every half hour has the people it needs, those who are away included", () => {
    const given = planned.roster.agents.flatMap(({ shifts }) => shifts.map(({ shift }) => shift));
    const atWork = (from: number, until: number): number =>
      given.filter(({ start, minutes, breaks }) => {
        const begin = epochMilliseconds(start);
        const isAway = breaks.some((one) => {
          const pause = epochMilliseconds(one.start);
          return pause < until && from < pause + one.minutes * 60_000;
        });
        return begin <= from && until <= begin + minutes * 60_000 && !isAway;
      }).length;
    const people = planned.required.map(({ start, minutes }) => {
      const from = epochMilliseconds(start);
      return atWork(from, from + minutes * 60_000);
    });
    expect(planned.required).toHaveLength(6 * 18);
    planned.required.forEach(({ scheduledAgents, agents }, i) => {
      expect(scheduledAgents).toBe(Math.ceil(agents / 0.9));
      expect(people[i]).toBeGreaterThanOrEqual(scheduledAgents);
    });
    const over = people.reduce(
      (sum, one, i) => sum + one - planned.required[i]!.scheduledAgents,
      0,
    );
    expect(over * 30).toBe(planned.plan.overMinutes);
  });

  test("nobody has two shifts a day, too few hours, or a second Saturday in a row", () => {
    expect(planned.roster.unfilled).toEqual([]);
    expect(planned.roster.contracts).toEqual([]);
    for (const { agent, shifts } of planned.roster.agents) {
      const dates = shifts.map(({ shift }) => plainDateAt(shift.start, ZONE));
      expect(new Set(dates).size).toBe(dates.length);
      const had = AGENTS.find(({ id }) => id === agent)?.unpopularBefore;
      if (had === 1) expect(dates).not.toContain("2026-05-30");
    }
  });

  test("the table has a row a person and the hours of the week", () => {
    const lines = rosterTable(planned, WEEK).split("\n");
    expect(lines).toHaveLength(1 + AGENTS.length);
    expect(lines[0]).toMatch(/^ +05-25 +05-26 .* 05-30 +hours$/);
    expect(lines[1]).toBe(
      "ann   09:00-18:00 09:00-18:00 09:00-18:00 09:00-18:00 09:00-18:00 -           42.5",
    );
  });

  test("too few people: what stays empty is said with the rule that stops it", () => {
    const lines = main(AGENTS.slice(0, 12)).split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "The forecast missed 14 percent of the calls of the last weeks.",
      "At most 13 at work at once; 78 places on 26 shifts.",
      "93 agent-hours too many, 0 missing.",
    ]);
    const empty = lines.filter((line) => line.startsWith("Empty: "));
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.join(" ")).toContain("would work more than their week allows.");
  });

  test("without history there is no plan, and the reason is named", () => {
    const options = { days: WEEK, rules: RULES, agents: AGENTS };
    expect(() => weeklyRoster(counts.slice(-300), options)).toThrow("forecast-history-too-short");
  });
});
