import { COMPLAINT_PHASES, complaintFlow, replayComplaint } from "goodwill/service";
import type { ComplaintEvent, ComplaintFlowPeriod, ComplaintPhase } from "goodwill/service";
import { instant, plainDate, plainDateAt, timeZone } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ACKNOWLEDGE,
  after,
  ANSWER,
  CLOSE,
  DUPLICATE,
  events,
  RECEIVE,
  REOPEN,
  WITHDRAW,
} from "./story.js";
import type { Step } from "./story.js";

const ZONE = timeZone("Asia/Shanghai");
const DAY = 24 * 60;

function rowsOf(
  flow: readonly ComplaintFlowPeriod[],
  phase: ComplaintPhase,
): readonly (readonly [string, number, number, number, number])[] {
  return flow.map(({ start, phases }) => {
    const row = phases.find((one) => one.phase === phase)!;
    return [start, row.opening, row.entered, row.left, row.closing];
  });
}

// Monday 2026-03-02, 17:00 in Shanghai.
const TWO = [
  ...events("K-1", [
    [0, RECEIVE],
    [60, ACKNOWLEDGE],
    [8 * DAY, ANSWER],
    [9 * DAY, CLOSE],
  ]),
  ...events("K-2", [
    [DAY, RECEIVE],
    [2 * DAY, WITHDRAW],
  ]),
];

describe("the flow of complaints", () => {
  test("SRV-1: by day, nothing missing between: opening and what came in, less what left", () => {
    const flow = complaintFlow(TWO, { zone: ZONE, per: "day" });
    expect(flow).toHaveLength(10);
    expect(rowsOf(flow, "received").slice(0, 4)).toEqual([
      ["2026-03-02", 0, 1, 1, 0],
      ["2026-03-03", 0, 1, 0, 1],
      ["2026-03-04", 1, 0, 1, 0],
      ["2026-03-05", 0, 0, 0, 0],
    ]);
    expect(flow.map(({ open }) => open)).toEqual([1, 2, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(flow.map(({ received }) => received)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(flow[0]?.phases.map(({ phase }) => phase)).toEqual(COMPLAINT_PHASES);
  });

  test("SRV-1: by week from Monday and by month, the day being that of the zone", () => {
    const weeks = complaintFlow(TWO, { zone: ZONE, per: "week" });
    expect(rowsOf(weeks, "acknowledged")).toEqual([
      ["2026-03-02", 0, 1, 0, 1],
      ["2026-03-09", 1, 0, 1, 0],
    ]);
    const late = events("K-3", [[0, RECEIVE]]).map((event) => ({
      ...event,
      at: instant("2026-03-31T16:00:00Z"),
    }));
    expect(complaintFlow(late, { zone: ZONE, per: "month" })[0]).toMatchObject({
      start: "2026-04-01",
      end: "2026-05-01",
    });
    expect(complaintFlow(late, { zone: timeZone("Europe/London"), per: "month" })[0]?.start).toBe(
      "2026-03-01",
    );
  });

  test("SRV-1: by quarter, a quarter is what its months are together", () => {
    const through = plainDate("2026-04-01");
    const told = [
      ...TWO,
      ...events("K-3", [
        [40 * DAY, RECEIVE],
        [41 * DAY, CLOSE],
      ]),
    ];
    const quarters = complaintFlow(told, { zone: ZONE, per: "quarter", through });
    expect(quarters.map(({ start, end }) => [start, end])).toEqual([
      ["2026-01-01", "2026-04-01"],
      ["2026-04-01", "2026-07-01"],
    ]);
    const from = plainDate("2026-01-01");
    const months = complaintFlow(told, { zone: ZONE, per: "month", from, through });
    expect(quarters.map(({ received, open }) => [received, open])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(months.map(({ received }) => received)).toEqual([0, 0, 2, 1]);
    expect(rowsOf(quarters, "closed")).toEqual([
      ["2026-01-01", 0, 1, 0, 1],
      ["2026-04-01", 1, 1, 0, 2],
    ]);
  });

  test("SRV-1: what lies before the first day stands in its opening, what comes after the last is left out", () => {
    const flow = complaintFlow(TWO, {
      zone: ZONE,
      per: "day",
      from: plainDate("2026-03-04"),
      through: plainDate("2026-03-04"),
    });
    expect(flow).toHaveLength(1);
    expect(rowsOf(flow, "acknowledged")).toEqual([["2026-03-04", 1, 0, 0, 1]]);
    expect(rowsOf(flow, "withdrawn")).toEqual([["2026-03-04", 0, 1, 0, 1]]);
    expect(flow[0]?.open).toBe(1);
    expect(complaintFlow([], { zone: ZONE, per: "day" })).toEqual([]);
    expect(() =>
      complaintFlow([], {
        zone: ZONE,
        per: "day",
        from: plainDate("2026-03-04"),
        through: plainDate("2026-03-03"),
      }),
    ).toThrow(RangeError);
  });

  test("SRV-1: a day named is answered for, also where nothing happened on it or after it", () => {
    const later = { zone: ZONE, per: "month", from: plainDate("2026-05-04") } as const;
    const [may, ...more] = complaintFlow(TWO.slice(0, 2), later);
    expect([may?.start, may?.open, may?.received, more]).toEqual(["2026-05-01", 1, 0, []]);
    const earlier = { zone: ZONE, per: "month", through: plainDate("2026-01-31") } as const;
    expect(complaintFlow(TWO, earlier).map(({ start, open }) => [start, open])).toEqual([
      ["2026-01-01", 0],
    ]);
    expect(complaintFlow([], later)).toHaveLength(1);
  });

  test("SRV-1: an event told twice counts once, also among many; the complaints may be mixed", () => {
    const notes = Array.from({ length: 40 }, (_, i): [number, Step] => [
      120 + i,
      { kind: "note", text: "x" },
    ]);
    const long = events("K-9", [
      [0, RECEIVE],
      [60, ANSWER],
      ...notes,
      [9000, CLOSE],
      [9060, REOPEN],
      [9120, ANSWER],
    ]);
    const options = { zone: ZONE, per: "week" } as const;
    const once = complaintFlow([...TWO, ...long], options);
    expect(complaintFlow([...long, ...long, ...TWO], options)).toEqual(once);
    const mixed = [...TWO, ...long].sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(complaintFlow(mixed, options)).toEqual(once);
  });

  test("SRV-1: events out of order, or of a complaint never received, are errors", () => {
    const [first, second] = events("K-1", [
      [0, RECEIVE],
      [60, ACKNOWLEDGE],
    ]);
    const options = { zone: ZONE, per: "day" } as const;
    expect(() => complaintFlow([second!], options)).toThrow(/begins with "receive"/);
    expect(() => complaintFlow([first!, { ...second!, at: after(-1) }], options)).toThrow(
      /order of time/,
    );
  });

  test("SRV-1: in every period and phase opening + in - out = closing, and the end is where each complaint stands", () => {
    const step = fc.constantFrom(ACKNOWLEDGE, ANSWER, CLOSE, REOPEN, WITHDRAW, DUPLICATE);
    const lives = fc.array(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 * DAY }), step), { maxLength: 6 }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(lives, fc.constantFrom("day", "week", "month", "quarter"), (all, per) => {
        const told = all.map((steps, place): readonly ComplaintEvent[] => {
          let minutes = 0;
          return events(`K-${place}`, [
            [0, RECEIVE],
            ...steps.map(([later, one]): [number, Step] => [(minutes += later), one]),
          ]);
        });
        const flow = complaintFlow(told.flat(), { zone: ZONE, per });
        const standing = new Map<string, number>();
        const broken = flow.flatMap(({ phases }) =>
          phases.filter(({ phase, opening, entered, left, closing }) => {
            const before = standing.get(phase) ?? 0;
            standing.set(phase, closing);
            return opening !== before || opening + entered - left !== closing || closing < 0;
          }),
        );
        expect(broken).toEqual([]);
        const ends = told.map((one) => replayComplaint(one).phase);
        expect(COMPLAINT_PHASES.map((phase) => standing.get(phase) ?? 0)).toEqual(
          COMPLAINT_PHASES.map((phase) => ends.filter((one) => one === phase).length),
        );
        const days = new Set(told.flat().map(({ at }) => plainDateAt(at, ZONE)));
        expect(days.size === 0).toBe(flow.length === 0);
      }),
    );
  });
});
