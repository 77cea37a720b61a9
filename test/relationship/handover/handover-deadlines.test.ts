import { DEFAULT_HANDOVER_POLICY, handoverDeadlines } from "goodwill/relationship";
import { period, plainDate } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { CALENDAR } from "./story.js";

describe("CUS-9: the deadlines, computed in advance", () => {
  it("CUS-9: 2 to 3 business days before the last day, and 7 days after the meeting", () => {
    // Tuesday 31 March 2026: Friday 27 is two, Thursday 26 three business days before.
    expect(handoverDeadlines(plainDate("2026-03-31"), { calendar: CALENDAR })).toEqual({
      ok: true,
      value: {
        upload: "2026-03-17",
        file: "2026-03-25",
        meeting: { from: "2026-03-26", through: "2026-03-27" },
        groupMeeting: "2026-04-03",
        visitsByClass: { A: "2026-04-17", B: "2026-05-03" },
        otherVisits: "2026-06-02",
      },
    });
  });

  it("CUS-9: what follows a meeting is counted from the day it was held", () => {
    const deadlines = handoverDeadlines(plainDate("2026-03-31"), {
      calendar: CALENDAR,
      meetingOn: plainDate("2026-03-26"),
      groupMeetingOn: plainDate("2026-03-30"),
    });
    expect(deadlines.ok && deadlines.value.groupMeeting).toBe("2026-04-02");
    expect(deadlines.ok && deadlines.value.visitsByClass["A"]).toBe("2026-04-13");
  });

  it("CUS-9: counted in calendar days or in business days, by policy", () => {
    const policy = {
      ...DEFAULT_HANDOVER_POLICY,
      meeting: { earliestDaysBefore: 3, latestDaysBefore: 2, unit: "calendar" as const },
      groupMeeting: { withinDays: 7, unit: "business" as const },
    };
    const deadlines = handoverDeadlines(plainDate("2026-03-31"), { calendar: CALENDAR, policy });
    expect(deadlines.ok && deadlines.value.meeting).toEqual({
      from: "2026-03-28",
      through: "2026-03-29",
    });
    // From Sunday 29 March; Monday 6 April is closed.
    expect(deadlines.ok && deadlines.value.groupMeeting).toBe("2026-04-08");
  });

  it("CUS-9: beyond what the calendar knows nothing is guessed", () => {
    const coverage = period(plainDate("2026-03-26"), plainDate("2026-05-01"));
    const calendar = { ...CALENDAR, coverage };
    const deadlines = handoverDeadlines(plainDate("2026-03-31"), { calendar });
    expect(deadlines).toEqual({
      ok: false,
      error: { code: "calendar-unknown", date: "2026-03-25", coverage },
    });
  });

  it.each([
    [
      { upload: { daysBefore: -1, unit: "business" } },
      "upload.daysBefore must be a whole number of at least 0, got -1",
    ],
    [
      { meeting: { earliestDaysBefore: 1, latestDaysBefore: 2, unit: "business" } },
      "at least latestDaysBefore, got 1",
    ],
    [
      { visits: { daysByClass: { A: 1.5 }, otherDays: 60, unit: "calendar" } },
      "visits.daysByClass.A",
    ],
  ] as const)("policy %#: refused by name and value", (part, message) => {
    const policy = { ...DEFAULT_HANDOVER_POLICY, ...part };
    expect(() =>
      handoverDeadlines(plainDate("2026-03-31"), { calendar: CALENDAR, policy }),
    ).toThrow(message);
  });
});
