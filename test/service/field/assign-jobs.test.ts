import type { FieldJob, FieldTechnician } from "goodwill/service";
import { assignJobs, SERVICE_SENTENCES } from "goodwill/service";
import { explain, seededRandom } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "./day.js";
import { allPlans, at, expectRulesKept, job, LINE, span, technician } from "./day.js";

const SKILLS = ["gas", "power"];
const PLACES = ["depot", "a", "b", "c", "d"];
/** Every plan of a day is tried, minute by minute: two dozen days each time are enough, and quick. */
const RUNS = { numRuns: 25 };

/** Small days: crowded, with windows, breaks, parts and ways that are longer there than back. */
function days({ mostJobs, mostTechnicians }: { mostJobs: number; mostTechnicians: number }) {
  const jobs = fc.array(
    fc.record({
      place: fc.constantFrom(...PLACES),
      opens: fc.integer({ min: 0, max: 90 }),
      lasts: fc.integer({ min: 5, max: 120 }),
      durationMinutes: fc.integer({ min: 0, max: 50 }),
      skills: fc.subarray(SKILLS),
      parts: fc.constantFrom({}, { valve: 1 }, { valve: 2 }, { cable: 1, valve: 1 }),
      priority: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: mostJobs },
  );
  const technicians = fc.array(
    fc.record({
      skills: fc.subarray(SKILLS),
      parts: fc.constantFrom({ valve: 2, cable: 1 }, { valve: 3 }),
      start: fc.constantFrom(...PLACES),
      end: fc.constantFrom(undefined, "depot", "c"),
      until: fc.integer({ min: 80, max: 160 }),
      pause: fc.constantFrom<readonly [number, number] | undefined>(
        undefined,
        [40, 60],
        [0, 15],
        [50, 51],
      ),
      isSplit: fc.boolean(),
      overtimeMinutes: fc.constantFrom(0, 20),
    }),
    { minLength: 1, maxLength: mostTechnicians },
  );
  const ways = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 25, maxLength: 25 });
  return fc.tuple(jobs, technicians, ways).map(([allJobs, all, minutes]): Day => ({
    jobs: allJobs.map(({ opens, lasts, ...one }, i) => ({
      id: `j${String(i)}`,
      window: span(opens, opens + lasts),
      ...one,
    })),
    technicians: all.map(({ until, pause, isSplit, end, ...one }, i) => ({
      id: `t${String(i)}`,
      working: isSplit ? [span(30, until), span(0, 25)] : [span(0, until)],
      ...(pause !== undefined && { breaks: [span(pause[0], pause[1])] }),
      ...(end !== undefined && { end }),
      ...one,
    })),
    travel: {
      places: PLACES,
      minutes: PLACES.map((_, from) =>
        PLACES.map((__, to) => (from === to ? 0 : minutes[from * 5 + to]!)),
      ),
    },
  }));
}

function planned({ jobs, technicians, travel }: Day, more: object = {}) {
  return assignJobs(jobs, { technicians, travel, ...more });
}

/** A town with many jobs; the same for the same seed. */
function town(jobs: number, technicians: number, seed: number): Day {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const spots = Array.from({ length: jobs + 1 }, () => [upTo(40), upTo(40)] as const);
  const places = spots.map((_, i) => `p${String(i)}`);
  return {
    jobs: Array.from({ length: jobs }, (_, i): FieldJob => {
      const opens = 120 * upTo(4);
      return {
        id: `j${String(i)}`,
        place: `p${String(i)}`,
        window: span(opens, opens + 120 * (1 + upTo(2))),
        durationMinutes: 20 + upTo(40),
        skills: random() < 0.6 ? [SKILLS[upTo(2)]!] : [],
        priority: 1 + upTo(3),
      };
    }),
    technicians: Array.from({ length: technicians }, (_, i): FieldTechnician => ({
      id: `t${String(i)}`,
      skills: i % 3 === 0 ? SKILLS : [SKILLS[i % 2]!],
      start: places[jobs]!,
      end: places[jobs]!,
      working: [span(0, 540)],
      breaks: [span(240, 270)],
    })),
    travel: {
      places,
      minutes: spots.map(([x, y]) =>
        spots.map(([u, v]) => Math.round(Math.hypot(x - u, y - v)) + (x === u && y === v ? 0 : 1)),
      ),
    },
  };
}

describe("small days", () => {
  test("SRV-8: the plan is the best of all there are, found by trying each", () => {
    fc.assert(
      fc.property(days({ mostJobs: 4, mostTechnicians: 2 }), (day) => {
        const plan = planned(day);
        expectRulesKept(day, plan);
        expect(plan.optimality.exact).toBe(true);
        const plans = allPlans(day);
        const most = Math.max(...plans.map(({ priority }) => priority));
        const best = plans.filter(({ priority }) => priority === most);
        expect(plan.servedPriority).toBe(most);
        expect(plan.travelMinutes).toBe(Math.min(...best.map(({ travel }) => travel)));
      }),
      RUNS,
    );
  });

  test("SRV-8: where the search is not exact all rules hold and the bounds are true", () => {
    fc.assert(
      fc.property(days({ mostJobs: 4, mostTechnicians: 2 }), (day) => {
        const plan = planned(day, { exactSteps: 0, searchRounds: 20 });
        expectRulesKept(day, plan);
        const plans = allPlans(day);
        const { exact, servedPriorityAtMost, travelMinutesAtLeast } = plan.optimality;
        const most = Math.max(...plans.map(({ priority }) => priority));
        expect(servedPriorityAtMost).toBeGreaterThanOrEqual(most);
        const asGood = plans.filter(({ priority }) => priority >= plan.servedPriority);
        const least = Math.min(...asGood.map(({ travel }) => travel));
        expect(travelMinutesAtLeast).toBeLessThanOrEqual(least);
        if (exact) expect([plan.servedPriority, plan.travelMinutes]).toEqual([most, least]);
      }),
      RUNS,
    );
  });

  test("SRV-8: twelve jobs at any time of the day, for three technicians, are exact within the default steps", () => {
    const { jobs, ...rest } = town(12, 3, 4);
    const wide = { jobs: jobs.map((one) => ({ ...one, window: span(0, 540) })), ...rest };
    const plan = planned(wide);
    expect(plan.optimality.exact).toBe(true);
    expectRulesKept(wide, plan);
    const searched = planned(wide, { exactSteps: 1000, searchRounds: 20 });
    expect(searched.servedPriority).toBeLessThanOrEqual(plan.servedPriority);
    expect(searched.optimality.servedPriorityAtMost).toBeGreaterThanOrEqual(plan.servedPriority);
    expectRulesKept(wide, searched);
  });

  test("SRV-8: a minute less of driving is worth any overtime that is allowed", () => {
    const jobs = [
      job("long", { place: "d", durationMinutes: 390 }),
      job("short", { place: "d", durationMinutes: 60 }),
    ];
    const overtime = (minutes: number) =>
      planned({
        jobs,
        technicians: [technician("ann", { overtimeMinutes: minutes }), technician("bo")],
        travel: LINE,
      });
    const figures = ({ routes, travelMinutes }: ReturnType<typeof overtime>) => [
      routes[0]!.overtimeMinutes,
      travelMinutes,
    ];
    expect(figures(overtime(60))).toEqual([50, 80]);
    expect(figures(overtime(49))).toEqual([0, 160]);
  });

  test("SRV-8: one technician more never lowers what is served", () => {
    fc.assert(
      fc.property(days({ mostJobs: 6, mostTechnicians: 3 }), (day) => {
        const fewer = { ...day, technicians: day.technicians.slice(1) };
        const [all, less] = [planned(day), planned(fewer)];
        expect([all.optimality.exact, less.optimality.exact]).toEqual([true, true]);
        expect(all.servedPriority).toBeGreaterThanOrEqual(less.servedPriority);
      }),
      RUNS,
    );
  });

  test("SRV-8: the order of jobs and technicians does not matter", () => {
    fc.assert(
      fc.property(days({ mostJobs: 5, mostTechnicians: 3 }), (day) => {
        const turned = {
          ...day,
          jobs: day.jobs.toReversed(),
          technicians: day.technicians.toReversed(),
        };
        expect(planned(turned)).toEqual(planned(day));
        expect(planned(turned, { exactSteps: 0, searchRounds: 20 })).toEqual(
          planned(day, { exactSteps: 0, searchRounds: 20 }),
        );
      }),
      RUNS,
    );
  });
});

describe("large days", () => {
  test("SRV-8: thirty jobs keep all rules, within true bounds, the same for every order", () => {
    const day = town(30, 4, 3);
    const plan = planned(day, { searchRounds: 30 });
    expectRulesKept(day, plan);
    const { exact, servedPriorityAtMost, travelMinutesAtLeast } = plan.optimality;
    expect(exact).toBe(false);
    expect(servedPriorityAtMost).toBeGreaterThanOrEqual(plan.servedPriority);
    expect(travelMinutesAtLeast).toBeGreaterThan(0);
    expect(travelMinutesAtLeast).toBeLessThanOrEqual(plan.travelMinutes);
    const turned = { ...day, jobs: day.jobs.toReversed() };
    expect(planned(turned, { searchRounds: 30 })).toEqual(plan);
  });

  test("SRV-8: the search without proof misses little of what the exact one finds", () => {
    let [served, possible] = [0, 0];
    for (let seed = 1; seed <= 4; seed += 1) {
      const day = town(9, 2, seed);
      const [found, best] = [planned(day, { exactSteps: 0, searchRounds: 60 }), planned(day)];
      expect(best.optimality.exact).toBe(true);
      expect(found.servedPriority).toBeLessThanOrEqual(best.servedPriority);
      expect(found.optimality.servedPriorityAtMost).toBeGreaterThanOrEqual(best.servedPriority);
      if (found.servedPriority === best.servedPriority) {
        expect(found.optimality.travelMinutesAtLeast).toBeLessThanOrEqual(best.travelMinutes);
      }
      served += found.servedPriority;
      possible += best.servedPriority;
    }
    expect(served / possible).toBeGreaterThanOrEqual(0.98);
  });
});

describe("times", () => {
  test("SRV-8: a drive stops for a break, a job goes before or after it, the day ends within overtime", () => {
    const who = technician("t", { breaks: [span(15, 45)], working: [span(0, 100)] });
    const plan = assignJobs([job("j", { place: "b", durationMinutes: 30 })], {
      technicians: [who],
      travel: LINE,
    });
    expect(plan.routes[0]).toEqual({
      technician: "t",
      stops: [
        {
          job: "j",
          place: "b",
          travelMinutes: 20,
          arrivesAt: at(50),
          waitMinutes: 0,
          beginsAt: at(50),
          endsAt: at(80),
        },
      ],
      leavesAt: at(0),
      endsAt: at(100),
      travelMinutes: 40,
      workMinutes: 30,
      waitMinutes: 0,
      overtimeMinutes: 0,
      partsUsed: {},
    });
    const longer = [job("j", { place: "b", durationMinutes: 31 })];
    const options = { technicians: [who], travel: LINE };
    expect(assignJobs(longer, options).unassigned).toHaveLength(1);
    const late = { ...options, technicians: [{ ...who, overtimeMinutes: 1 }] };
    expect(assignJobs(longer, late).routes[0]?.overtimeMinutes).toBe(1);
    const { id, skills, start, working, breaks } = who;
    const open = { id, skills, start, working, breaks: breaks! };
    expect(assignJobs(longer, { ...options, technicians: [open] }).unassigned).toEqual([]);
  });

  test("SRV-8: a window is half-open: the work may begin until its end, not at it", () => {
    const begin = (until: number) =>
      assignJobs([job("j", { window: span(0, until) })], {
        technicians: [technician("t")],
        travel: LINE,
      }).unassigned.map(({ code }) => code);
    expect([begin(10), begin(11)]).toEqual([["field-window-unreachable"], []]);
  });

  test("SRV-8: the later way is taken where it is shorter and nothing hurries", () => {
    const jobs = [
      job("x", { place: "b", durationMinutes: 10 }),
      job("y", { place: "a", durationMinutes: 10, window: span(60, 480) }),
      job("z", { place: "c", durationMinutes: 10, window: span(90, 480) }),
    ];
    const plan = assignJobs(jobs, { technicians: [technician("t")], travel: LINE });
    expect(plan.routes[0]?.stops.map((stop) => stop.job)).toEqual(["y", "x", "z"]);
    expect(plan.travelMinutes).toBe(60);
  });

  test("SRV-8: priority goes before travel", () => {
    const jobs = [
      job("far", { place: "d", window: span(0, 50), priority: 3 }),
      job("near", { place: "a", window: span(0, 20), priority: 1 }),
      job("near2", { place: "a", window: span(0, 20), priority: 1 }),
    ];
    const technicians = [technician("t", { working: [span(0, 110)] })];
    const plan = assignJobs(jobs, { technicians, travel: LINE });
    expect(plan.routes[0]?.stops.map((stop) => stop.job)).toEqual(["far"]);
    expect(plan.unassigned.map(({ code }) => code)).toEqual(["field-full", "field-full"]);
  });

  test("SRV-8: parts are taken from one van", () => {
    const jobs = ["j1", "j2", "j3"].map((id) => job(id, { parts: { valve: 1 } }));
    const technicians = [
      technician("t1", { parts: { valve: 1 } }),
      technician("t2", { parts: { valve: 1 }, start: "a", end: "a" }),
    ];
    const plan = assignJobs(jobs, { technicians, travel: LINE });
    expect(plan.routes.map((route) => route.partsUsed)).toEqual([{ valve: 1 }, { valve: 1 }]);
    expect(plan.unassigned.map(({ code }) => code)).toEqual(["field-full"]);
  });
});

describe("jobs nobody gets", () => {
  const staff = [
    technician("gas", { skills: ["gas"], parts: { valve: 1 }, working: [span(0, 120)] }),
    technician("none", { skills: [], parts: { valve: 9 } }),
  ];

  test.each<[string, Partial<FieldJob>, object]>([
    ["field-no-skill", { skills: ["gas", "lift"] }, { skills: "lift", technicians: 2 }],
    [
      "field-no-part",
      { skills: ["gas"], parts: { valve: 2 } },
      { part: "valve", needed: 2, most: 1 },
    ],
    ["field-outside-working-time", { skills: ["gas"], window: span(120, 480) }, { technicians: 1 }],
    ["field-outside-working-time", { durationMinutes: 481 }, { technicians: 2 }],
    [
      "field-window-unreachable",
      { place: "d", window: span(0, 40) },
      { place: "d", technicians: 2 },
    ],
    ["field-window-unreachable", { place: "d", durationMinutes: 401 }, { place: "d" }],
    ["field-full", { skills: ["gas"], window: span(10, 11) }, { technicians: 1, priority: 1 }],
  ])("SRV-8: %s is said of %j", (code, more, params) => {
    const first = job("first", { skills: ["gas"], window: span(10, 11), priority: 5 });
    const { unassigned } = assignJobs([first, job("j", more)], {
      technicians: staff,
      travel: LINE,
    });
    expect(unassigned).toMatchObject([{ job: "j", code, reason: { code, params } }]);
    expect(explain(unassigned[0]!.reason, SERVICE_SENTENCES)).toContain("Job j");
  });

  test("SRV-8: a technician without skills is a finding and gets what needs none", () => {
    const { findings, routes } = assignJobs([job("j")], { technicians: staff, travel: LINE });
    expect(findings).toEqual([
      {
        code: "field-technician-without-skill",
        technician: "none",
        params: { technician: "none" },
      },
    ]);
    expect(routes.map(({ stops }) => stops.length)).toEqual([1, 0]);
  });

  test("SRV-8: no jobs and no technicians are no error", () => {
    expect(assignJobs([], { technicians: [], travel: LINE }).routes).toEqual([]);
    const { unassigned, optimality } = assignJobs([job("j")], { technicians: [], travel: LINE });
    expect([unassigned.length, optimality.exact, optimality.priorityGapShare]).toEqual([
      1,
      true,
      0,
    ]);
  });
});

describe("bad input", () => {
  const square = {
    places: ["depot", "a"],
    minutes: [
      [0, 1],
      [1, 0],
    ],
  };
  test.each<[string, Partial<FieldJob>, Partial<FieldTechnician>, object, string]>([
    ["a negative duration", { durationMinutes: -1 }, {}, {}, "durationMinutes of job j"],
    [
      "a window turned round",
      { window: { start: at(9), end: at(8) } },
      {},
      {},
      "the window of job j",
    ],
    ["an empty window", { window: { start: at(9), end: at(9) } }, {}, {}, "the window of job j"],
    ["an unknown place", { place: "moon" }, {}, {}, "the place of job j"],
    ["an unknown start", {}, { start: "moon" }, {}, "technician t"],
    ["an unknown end", {}, { end: "moon" }, {}, "technician t"],
    ["no working time", {}, { working: [] }, {}, "working time"],
    ["overlapping working times", {}, { working: [span(0, 9), span(8, 20)] }, {}, "overlap"],
    ["a break turned round", {}, { breaks: [{ start: at(9), end: at(8) }] }, {}, "break"],
    ["negative overtime", {}, { overtimeMinutes: -1 }, {}, "overtimeMinutes"],
    ["half a part", { parts: { valve: 0.5 } }, {}, {}, "parts of job j"],
    ["no priority", { priority: 0 }, {}, {}, "priority"],
    ["a matrix that is not square", {}, {}, { travel: { ...square, minutes: [[0, 1]] } }, "square"],
    ["a ragged matrix", {}, {}, { travel: { ...square, minutes: [[0, 1], [1]] } }, "square"],
    [
      "a negative way",
      {},
      {},
      {
        travel: {
          ...square,
          minutes: [
            [0, -1],
            [1, 0],
          ],
        },
      },
      "from depot to a",
    ],
    [
      "a way without figure",
      {},
      {},
      {
        travel: {
          ...square,
          minutes: [
            [0, NaN],
            [1, 0],
          ],
        },
      },
      "from depot",
    ],
    ["a place twice", {}, {}, { travel: { ...square, places: ["a", "a"] } }, "once"],
  ])("SRV-8: %s is refused", (_, moreJob, moreTechnician, options, says) => {
    const act = () =>
      assignJobs([job("j", moreJob)], {
        technicians: [technician("t", moreTechnician)],
        travel: LINE,
        ...options,
      });
    expect(act).toThrow(RangeError);
    expect(act).toThrow(says);
  });

  test("SRV-8: a job or technician given twice is refused", () => {
    const options = { technicians: [technician("t")], travel: LINE };
    expect(() => assignJobs([job("j"), job("j")], options)).toThrow("each job must stand once");
    const twice = { ...options, technicians: [technician("t"), technician("t")] };
    expect(() => assignJobs([], twice)).toThrow("each technician must stand once");
  });
});
