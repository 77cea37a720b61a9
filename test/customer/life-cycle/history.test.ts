import fc from "fast-check";
import {
  lifecycleHistory,
  lifecycleStage,
  relationshipRung,
  type LifecycleFacts,
} from "goodwill/customer";
import { addMilliseconds, instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { ZONES } from "../../shared/time/dates.js";
import { anyFacts, anyMoment, at, bought, felt, left, LIN, met, returned } from "./facts.js";

const UTC = timeZone("UTC");

describe("CUS-7: the changes over time", () => {
  it("CUS-7: a story, with every change at the moment it happens", () => {
    const facts: LifecycleFacts = {
      interactions: [met("I-1", "2026-01-10")],
      purchases: [bought("P-1", "2026-01-20"), returned("R-1", "2026-02-03", { of: "P-1" })],
      signals: [felt("S-1", "2026-01-25")],
      terminations: [left("T-1", "2026-06-01", { lastDay: plainDate("2026-06-15") })],
    };
    const { opening, transitions, closing } = lifecycleHistory(LIN, facts, {
      from: instant("2026-01-01T00:00:00Z"),
      to: instant("2027-01-01T00:00:00Z"),
      zone: timeZone("Asia/Shanghai"),
    });
    expect(opening).toEqual({ stage: "initial", rung: "potential", exit: "none" });
    expect(
      transitions.map(({ at: when, after }) => [when, after.stage, after.rung, after.exit]),
    ).toEqual([
      ["2026-01-10T12:00:00.000Z", "purchase", "qualified-prospect", "none"],
      ["2026-01-20T12:00:00.000Z", "use", "user", "none"],
      ["2026-01-25T12:00:00.000Z", "use", "satisfied", "none"],
      ["2026-02-03T12:00:00.000Z", "purchase", "qualified-prospect", "none"],
      // Day 31 and day 91 after the purchase of 20 January begin, in Shanghai.
      ["2026-02-19T16:00:00.000Z", "purchase", "qualified-prospect", "threatening"],
      ["2026-04-20T16:00:00.000Z", "purchase", "potential", "seen"],
      // The last day of the notice, 15 June, is over.
      ["2026-06-15T16:00:00.000Z", "purchase", "lost", "seen"],
    ]);
    expect(transitions.at(-1)?.reasons[0]?.code).toBe("left-by-word");
    expect(closing).toEqual({ stage: "purchase", rung: "lost", exit: "seen" });
  });

  const span = fc
    .tuple(anyMoment, anyMoment)
    .map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));

  it("CUS-7: at every moment the history agrees with the stage and the rung of that moment", () => {
    fc.assert(
      fc.property(
        anyFacts,
        span,
        fc.constantFrom(...ZONES),
        fc.array(anyMoment, { maxLength: 5 }),
        (facts, { from, to }, zone, moments) => {
          const { opening, transitions, closing } = lifecycleHistory(LIN, facts, {
            from,
            to,
            zone,
          });
          const stateAt = (when: string) =>
            transitions.findLast((one) => one.at <= when)?.after ?? opening;
          expect(stateAt(to)).toEqual(closing);
          const around = transitions.flatMap((one) => [one.at, addMilliseconds(one.at, -1)]);
          for (const asOf of [from, to, ...around, ...moments]) {
            if (asOf < from || asOf > to) continue;
            const { stage, exit } = lifecycleStage(LIN, facts, { asOf, zone });
            const { rung } = relationshipRung(LIN, facts, { asOf, zone });
            expect({ asOf, stage, rung, exit: exit.state }).toEqual({ asOf, ...stateAt(asOf) });
          }
          for (const { at: when, before, after } of transitions) {
            expect(after).not.toEqual(before);
            expect(when > from && when <= to).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("CUS-7: histories that follow one another join", () => {
    fc.assert(
      fc.property(anyFacts, span, anyMoment, (facts, { from, to }, cut) => {
        fc.pre(from <= cut && cut <= to);
        const whole = lifecycleHistory(LIN, facts, { from, to, zone: UTC });
        const first = lifecycleHistory(LIN, facts, { from, to: cut, zone: UTC });
        const second = lifecycleHistory(LIN, facts, { from: cut, to, zone: UTC });
        expect(second.opening).toEqual(first.closing);
        expect([...first.transitions, ...second.transitions]).toEqual(whole.transitions);
      }),
    );
  });

  it("CUS-7: a minute that a clock goes back over does not pass a limit twice", () => {
    // In St John's on 7 November 2010 the clock went from 00:01 back to 23:01 of 6 November.
    const interactions = [met("I-1", "2010-08-08T12:00:00Z")];
    const zone = timeZone("America/St_Johns");
    const from = instant("2010-08-09T00:00:00Z");
    const { transitions } = lifecycleHistory(
      LIN,
      { interactions },
      { from, to: instant("2011-01-01T00:00:00Z"), zone },
    );
    expect(transitions.map(({ at: when, after }) => [when, after.rung])).toEqual([
      ["2010-09-08T02:30:00.000Z", "qualified-prospect"],
      ["2010-11-07T02:30:00.000Z", "potential"],
    ]);
    for (const minutes of [0, 1, 30, 59, 60, 61]) {
      const asOf = addMilliseconds(instant("2010-11-07T02:30:00Z"), minutes * 60_000);
      expect(relationshipRung(LIN, { interactions }, { asOf, zone }).rung).toBe("potential");
    }
  });

  it("a span that runs backwards is refused", () => {
    const options = { from: at("2026-02-01"), to: at("2026-01-01"), zone: UTC };
    expect(() => lifecycleHistory(LIN, {}, options)).toThrow("ends before it begins");
  });

  it("a customer with thousands of facts is followed in one sweep", () => {
    const purchases = Array.from({ length: 4000 }, (_, index) =>
      bought(`P-${index}`, addMilliseconds(instant("2000-01-01T00:00:00Z"), index * 86_400_000)),
    );
    const { transitions, closing } = lifecycleHistory(
      LIN,
      { purchases },
      { from: instant("1999-01-01T00:00:00Z"), to: instant("2030-01-01T00:00:00Z"), zone: UTC },
    );
    expect(transitions.length).toBeLessThan(10);
    expect(closing.rung).toBe("lost");
  });
});
