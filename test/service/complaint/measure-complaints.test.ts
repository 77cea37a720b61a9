import { measureComplaints, prepareServiceCalendar } from "goodwill/service";
import type { ComplaintEvent, ComplaintMeasureOptions } from "goodwill/service";
import { instant, period, plainDate, timeZone, wilsonInterval } from "goodwill/shared";
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

const HEAR: Step = { kind: "hear-from-customer", text: "and?" };

/** Times to acknowledge 10, 20, 30, 40; to answer 10, 100, 30 (reopened), 50 (after a hand-off); to close 20, 200, 400. */
const STORIES: readonly ComplaintEvent[] = [
  ...events("K-1", [
    [0, RECEIVE],
    [10, ANSWER],
    [20, CLOSE],
  ]),
  ...events("K-2", [
    [0, RECEIVE],
    [20, ACKNOWLEDGE],
    [100, ANSWER],
    [200, CLOSE],
  ]),
  ...events("K-3", [
    [0, RECEIVE],
    [30, ANSWER],
    [40, CLOSE],
    [50, REOPEN],
    [300, ANSWER],
    [400, CLOSE],
  ]),
  ...events("K-4", [
    [0, RECEIVE],
    [40, ACKNOWLEDGE],
    [45, { kind: "hand-off", to: "an", why: "x" }],
    [50, ANSWER],
  ]),
  ...events("K-5", [[0, RECEIVE]]),
  ...events("K-6", [
    [0, RECEIVE],
    [15, WITHDRAW],
  ]),
  ...events("K-7", [
    [0, RECEIVE],
    [5, DUPLICATE],
  ]),
];

function measure(
  options: Partial<ComplaintMeasureOptions> = {},
  told = STORIES,
): ReturnType<typeof measureComplaints> {
  return measureComplaints(told, { asOf: after(1000), ...options });
}

describe("measures of handling complaints", () => {
  test("SRV-1: a complaint is open, closed or withdrawn; a duplicate counts only as such", () => {
    const { received, open, closed, withdrawn, duplicates } = measure();
    expect([received, open, closed, withdrawn, duplicates]).toEqual([6, 2, 3, 1, 1]);
  });

  test("SRV-1: an answer acknowledges, too; times are those of what was done, the rest is pending", () => {
    const { toAcknowledge, toAnswer, toClose } = measure();
    // 10, 20, 30, 40: the median lies between, nine in ten at 37 (type 7).
    expect(toAcknowledge).toEqual({ count: 4, pending: 1, medianMinutes: 25, p90Minutes: 37 });
    expect(toAnswer).toMatchObject({ count: 4, pending: 1, medianMinutes: 40 });
    expect(toClose).toMatchObject({ count: 3, pending: 2, medianMinutes: 200 });
    const news: Step = { kind: "inform-customer", text: "we are on it" };
    const told = events("K-1", [
      [0, RECEIVE],
      [5, news],
      [9, ACKNOWLEDGE],
    ]);
    expect(measure({}, told).toAcknowledge.medianMinutes).toBe(5);
    expect(measure({}, events("K-1", [[0, RECEIVE]])).toAnswer).toEqual({ count: 0, pending: 1 });
  });

  test("SRV-1: settled in the first contact is answered within the hour, by one, once and for all", () => {
    const { firstContact } = measure();
    expect([firstContact.count, firstContact.n]).toEqual([1, 3]);
    expect(firstContact.interval).toEqual(wilsonInterval({ count: 1, n: 3 }));
    const firsts = (steps: readonly (readonly [number, Step])[], minutes?: number): number =>
      measure(minutes === undefined ? {} : { firstContactMinutes: minutes }, events("K-1", steps))
        .firstContact.count;
    expect(
      firsts([
        [0, RECEIVE],
        [60, ANSWER],
        [90, CLOSE],
      ]),
    ).toBe(1);
    expect(
      firsts([
        [0, RECEIVE],
        [61, ANSWER],
        [90, CLOSE],
      ]),
    ).toBe(0);
    expect(
      firsts(
        [
          [0, RECEIVE],
          [61, ANSWER],
          [90, CLOSE],
        ],
        61,
      ),
    ).toBe(1);
    expect(
      firsts([
        [0, RECEIVE],
        [5, HEAR],
        [10, ANSWER],
        [90, CLOSE],
      ]),
    ).toBe(0);
    expect(
      firsts([
        [0, RECEIVE],
        [10, ANSWER],
        [50, HEAR],
        [90, CLOSE],
      ]),
    ).toBe(0);
    expect(
      firsts([
        [0, RECEIVE],
        [10, ANSWER],
        [90, CLOSE],
        [95, HEAR],
      ]),
    ).toBe(1);
    const up: Step = { kind: "escalate", to: "li", level: 2, why: "x" };
    expect(
      firsts([
        [0, RECEIVE],
        [5, up],
        [10, ANSWER],
        [90, CLOSE],
      ]),
    ).toBe(0);
    expect(
      firsts([
        [0, RECEIVE],
        [10, ANSWER],
      ]),
    ).toBe(0);
  });

  test("SRV-1: an answer after a night is none of the first contact, though the service was closed", () => {
    const told = events("K-1", [
      [0, RECEIVE],
      [16 * 60, ANSWER],
      [16 * 60 + 5, CLOSE],
    ]);
    const { firstContact, toAnswer } = measure({ minutesBetween: () => 0 }, told);
    expect([firstContact.count, firstContact.n]).toEqual([0, 1]);
    expect(toAnswer.medianMinutes).toBe(0);
    const soon = measure({ minutesBetween: () => 600 }, STORIES).firstContact;
    expect(soon.count).toBe(1);
  });

  test("SRV-1: reopened is a share of those answered; one withdrawn and back was not answered badly", () => {
    const { reopened } = measure();
    expect([reopened.count, reopened.n, reopened.share]).toEqual([1, 4, 0.25]);
    const back = events("K-1", [
      [0, RECEIVE],
      [10, WITHDRAW],
      [20, REOPEN],
      [30, ANSWER],
    ]);
    expect(measure({}, back).reopened).toMatchObject({ count: 0, n: 1 });
    const before = events("K-1", [
      [0, RECEIVE],
      [10, ANSWER],
      [20, REOPEN],
    ]);
    expect(measure({}, before).reopened).toMatchObject({ count: 1, n: 1 });
  });

  test("SRV-4: within a deadline is that minute included; each counts once its deadline has passed", () => {
    const deadlines = { acknowledgeMinutes: 20, answerMinutes: 999, closeMinutes: 999 };
    const { acknowledgedInTime, answeredInTime, closedInTime } = measure({ deadlines });
    // K-5 has not been acknowledged and is late; K-6 was withdrawn before it could be.
    expect([acknowledgedInTime?.count, acknowledgedInTime?.n]).toEqual([2, 5]);
    expect([answeredInTime?.count, answeredInTime?.n]).toEqual([4, 5]);
    expect([closedInTime?.count, closedInTime?.n]).toEqual([3, 5]);
    expect(measure().acknowledgedInTime).toBeUndefined();
    const late = measure(
      { deadlines: { answerMinutes: 14 } },
      events("K-6", [
        [0, RECEIVE],
        [15, WITHDRAW],
      ]),
    );
    expect(late.answeredInTime).toMatchObject({ count: 0, n: 1 });
  });

  test("SRV-4: one done early counts no sooner than its slow sisters, so that the last days do not flatter", () => {
    const deadlines = { answerMinutes: 100 };
    const stream = Array.from({ length: 40 }, (_, i): readonly ComplaintEvent[] =>
      events(`K-${i}`, [
        [i * 10, RECEIVE],
        // Every other one is answered at once, the rest too late.
        [i * 10 + (i % 2 === 0 ? 1 : 150), ANSWER],
      ]),
    ).flat();
    const { answeredInTime } = measure({ deadlines, asOf: after(395) }, stream);
    // Of the 40, those received by minute 290 have had their 100 minutes.
    expect(answeredInTime).toMatchObject({ count: 15, n: 30, share: 0.5, pending: 10 });
    const one = events("K-1", [
      [0, RECEIVE],
      [1, ANSWER],
    ]);
    expect(measure({ deadlines, asOf: after(100) }, one).answeredInTime).toEqual({
      count: 0,
      n: 0,
      pending: 1,
    });
    expect(measure({ deadlines, asOf: after(101) }, one).answeredInTime).toMatchObject({
      count: 1,
      n: 1,
      pending: 0,
    });
  });

  test("SRV-4: minutes may be those a service works, the level the caller's, and later events are left out", () => {
    const half = measure({
      minutesBetween: (start, end) => (Date.parse(end) - Date.parse(start)) / 120_000,
    });
    expect(half.toAcknowledge.medianMinutes).toBe(12.5);
    expect(measure({ level: 0.9 }).reopened.interval?.level).toBe(0.9);
    expect(measure({ asOf: after(45) })).toMatchObject({
      received: 6,
      open: 3,
      closed: 2,
      withdrawn: 1,
    });
  });

  test("SRV-4: the minutes are those of a calendar, and a day it does not know is an error", () => {
    // Received on Monday at 9, answered the next morning at 9:30, closed at noon.
    const told = events("K-1", [
      [0, RECEIVE],
      [24.5 * 60, ANSWER],
      [27 * 60, CLOSE],
    ]);
    const desk = [{ from: "09:00", until: "17:00" }];
    const calendar = { zone: timeZone("UTC"), hours: { 1: desk, 2: desk } };
    const options = { deadlines: { answerMinutes: 510 }, asOf: after(48 * 60) };
    const worked = measure({ ...options, calendar }, told);
    expect([worked.toAnswer.medianMinutes, worked.toClose.medianMinutes]).toEqual([510, 660]);
    expect(worked.answeredInTime?.count).toBe(1);
    expect(measure(options, told).answeredInTime).toMatchObject({ count: 0, n: 1 });
    expect(measure({ ...options, calendar: prepareServiceCalendar(calendar) }, told)).toEqual(
      worked,
    );
    const coverage = period(plainDate("2026-01-01"), plainDate("2026-03-03"));
    const holidays = { days: [], makeUpWorkdays: [], coverage };
    expect(() => measure({ ...options, calendar: { ...calendar, holidays } }, told)).toThrow(
      "the calendar must know the holidays of every day counted, got 2026-03-03",
    );
    expect(() => measure({ calendar, minutesBetween: () => 1 }, told)).toThrow("got both");
  });

  test("SRV-1: nothing to measure is no share; what cannot be measured is an error", () => {
    expect(measure({}, [])).toMatchObject({
      received: 0,
      firstContact: { count: 0, n: 0 },
      toClose: { count: 0, pending: 0 },
    });
    expect(measure({}, []).firstContact.share).toBeUndefined();
    expect(() => measure({ deadlines: { closeMinutes: -1 } })).toThrow(/closeMinutes/);
    expect(() => measure({ level: 1 })).toThrow(RangeError);
    expect(() => measure({ asOf: "today" as never })).toThrow(/asOf/);
    expect(() => measure({}, [{ ...STORIES[1]!, at: instant("2026-01-01T00:00:00Z") }])).toThrow(
      RangeError,
    );
  });
});
