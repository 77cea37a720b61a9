import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayContact } from "../../../src/customer/consent/may-contact.js";
import type { CareAction } from "../../../src/care/plan/care-action.js";
import type { PlanCareOptions } from "../../../src/care/plan/care-plan-options.js";
import type { CareRelationship } from "../../../src/care/plan/care-relationship.js";
import { planCare } from "../../../src/care/plan/plan-care.js";
import type { CareRule } from "../../../src/care/policy/care-rule.js";
import { isQuietAt } from "../../../src/care/timing/quiet-check.js";
import { prepareOccasions } from "../../../src/relationship/occasion/occasion-dates.js";
import { addDays, daysBetween, dayOfWeek } from "../../../src/shared/time/date-arithmetic.js";
import { instant } from "../../../src/shared/time/instant.js";
import { period } from "../../../src/shared/time/period.js";
import { plainDate, type PlainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";
import { CHANNELS, cny, feast, policyOf, reachable, rule } from "./people.js";

const ZONES = ["Asia/Shanghai", "America/New_York", "Europe/London", "Pacific/Apia"] as const;

const relationship = fc
  .record({
    valueClass: fc.constantFrom("A", "B", undefined),
    channels: fc.subarray([...CHANNELS]),
    zone: fc.constantFrom(...ZONES),
    owner: fc.constantFrom("ann", "bob", undefined),
    complaint: fc.boolean(),
    pastDay: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  })
  .map(({ valueClass, channels, zone, owner, complaint, pastDay }) => ({
    customer: reachable("C", { channels, timeZone: timeZone(zone) }),
    ...(valueClass && { valueClass }),
    ...(owner && { owner }),
    ...(complaint && { openComplaints: [{ id: "cp", at: instant("2026-05-01T00:00:00Z") }] }),
    ...(pastDay !== undefined && {
      pastCare: [
        {
          at: instant(`2026-06-${String(pastDay).padStart(2, "0")}T10:00:00Z`),
          kind: "gift" as const,
          channel: "post" as const,
          cost: cny(40),
        },
      ],
    }),
  }));

const relationships = fc.array(relationship, { minLength: 1, maxLength: 4 }).map((rows) =>
  rows.map((row, place): CareRelationship => {
    const id = `C-${String(place)}` as CareRelationship["customer"]["id"];
    return { ...row, customer: { ...row.customer, id } };
  }),
);

const rules = fc
  .array(
    fc.record({
      kind: fc.constantFrom("message", "gift", "visit", "call"),
      channels: fc.subarray([...CHANNELS], { minLength: 1 }),
      cost: fc.integer({ min: 0, max: 60 }).map(cny),
      effect: fc.integer({ min: 0, max: 9 }),
      classes: fc.constantFrom("any" as const, ["A"], ["A", "B"]),
      leadDays: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((one, place): CareRule => rule(`r${String(place)}`, one)));

const limits = fc.record({
  contacts: fc.record({
    perDay: fc.integer({ min: 0, max: 2 }),
    perWeek: fc.integer({ min: 0, max: 3 }),
    perMonth: fc.integer({ min: 0, max: 4 }),
  }),
  gifts: fc.record({
    perOccasion: fc.integer({ min: 0, max: 60 }).map(cny),
    perYear: fc.integer({ min: 0, max: 150 }).map(cny),
  }),
  spacingDays: fc.integer({ min: 0, max: 4 }),
});

const days = fc.uniqueArray(fc.integer({ min: 8, max: 28 }), { minLength: 1, maxLength: 4 });

const questions = fc
  .record({
    people: relationships,
    rules,
    limits,
    days,
    quiet: fc.tuple(
      fc.constantFrom("06:00", "09:00", "21:00"),
      fc.constantFrom("08:00", "09:00", "11:00"),
    ),
    plan: fc.integer({ min: 0, max: 200 }),
    perCustomer: fc.integer({ min: 0, max: 100 }),
    perWeek: fc.integer({ min: 0, max: 2 }),
  })
  .map((one) => ({
    people: one.people,
    options: {
      plan: "p",
      asOf: instant("2026-06-05T12:00:00Z"),
      period: period(plainDate("2026-06-01"), plainDate("2026-07-01")),
      occasions: one.days.map((day, place) =>
        feast(`f${String(place)}`, `06-${String(day).padStart(2, "0")}`, {
          mood: place % 2 === 0 ? "cheerful" : "plain",
          lastsDays: place * 4,
        }),
      ),
      policy: policyOf(one.rules, {
        otherwise: one.limits,
        quietHours: { from: one.quiet[0], until: one.quiet[1] },
      }),
      budget: { plan: cny(one.plan), perCustomer: cny(one.perCustomer) },
      capacities: [{ owner: "any", kind: "visit", perWeek: one.perWeek }],
    } satisfies PlanCareOptions,
  }));

describe("CARE-6: under any input", () => {
  test("CARE-6: no action without consent, in quiet hours, before the plan or after its time", () => {
    fc.assert(
      fc.property(questions, ({ people, options }) => {
        const { actions } = planCare(people, options);
        for (const action of actions) {
          const { customer } = people.find((one) => one.customer.id === action.customer)!;
          const { purpose, channel, at, notAfter } = action;
          expect(
            mayContact(customer, { purpose, channel, asOf: at, knownAt: options.asOf }).allowed,
          ).toBe(true);
          const { quietHours } = options.policy;
          expect(isQuietAt(at, { quietHours, zone: customer.timeZone! })).toBe(false);
          expect(at >= options.asOf && at < notAfter).toBe(true);
        }
      }),
    );
  });

  test("CARE-6: caps, spacing, gift caps, budgets and capacities are never exceeded", () => {
    fc.assert(
      fc.property(questions, ({ people, options }) => {
        const { actions, cost } = planCare(people, options);
        const { contacts, gifts, spacingDays } = options.policy.otherwise as Required<
          PlanCareOptions["policy"]["otherwise"]
        >;
        expect(cost.amount).toBeLessThanOrEqual(options.budget.plan.amount);
        for (const { customer, pastCare = [] } of people) {
          const own = actions.filter((action) => action.customer === customer.id);
          const before = pastCare.filter(({ at }) => at <= options.asOf);
          const past = before.map(({ at }) => plainDate(at.slice(0, 10)));
          const zoned =
            customer.timeZone === "Asia/Shanghai" || customer.timeZone === "Europe/London"
              ? past
              : [];
          const all = [...own.map(({ due }) => due), ...zoned];
          const most = (unit: (date: PlainDate) => string, cap: number): void => {
            for (const due of own.map((one) => one.due)) {
              expect(all.filter((other) => unit(other) === unit(due)).length).toBeLessThanOrEqual(
                cap,
              );
            }
          };
          most((date) => date, contacts.perDay!);
          most((date) => addDays(date, 1 - dayOfWeek(date)), contacts.perWeek!);
          most((date) => date.slice(0, 7), contacts.perMonth!);
          const dues = own.map(({ due }) => due).toSorted();
          for (const [place, due] of dues.entries()) {
            const before = dues[place - 1];
            if (before !== undefined)
              expect(daysBetween(before, due)).toBeGreaterThanOrEqual(spacingDays);
          }
          expect(sumOf(own)).toBeLessThanOrEqual(options.budget.perCustomer.amount);
          const given = own.filter(({ kind }) => kind === "gift");
          for (const gift of given) {
            expect(gift.cost.amount).toBeLessThanOrEqual(gifts.perOccasion!.amount);
          }
          const spent = before.length > 0 ? 40 : 0;
          if (given.length > 0)
            expect(sumOf(given) + spent).toBeLessThanOrEqual(gifts.perYear!.amount);
        }
        const visits = new Map<string, number>();
        for (const { kind, owner, due } of actions) {
          if (kind !== "visit") continue;
          const key = `${owner ?? "nobody"} ${addDays(due, 1 - dayOfWeek(due))}`;
          visits.set(key, (visits.get(key) ?? 0) + 1);
        }
        for (const count of visits.values()) {
          expect(count).toBeLessThanOrEqual(options.capacities[0]!.perWeek);
        }
      }),
    );
  });

  test("CARE-7: every occasion of every customer is either answered or left out with a reason, never both", () => {
    fc.assert(
      fc.property(questions, ({ people, options }) => {
        const { actions, leftOut } = planCare(people, options);
        const datesOf = prepareOccasions({ rules: options.occasions, period: options.period });
        for (const { customer } of people) {
          const keys = datesOf({ customer }).dates.map(({ key }) => key);
          const answered = actions
            .filter((action) => action.customer === customer.id)
            .flatMap(({ occasionKeys }) => occasionKeys);
          const left = leftOut.filter((one) => one.customer === customer.id);
          expect([...answered, ...left.map(({ key }) => key)].toSorted()).toEqual(keys.toSorted());
          expect(left.every(({ reasons }) => reasons.length > 0)).toBe(true);
        }
      }),
    );
  });

  test("CARE-6: adding to the budget never lowers the effect, and the effect is that of the actions", () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 100 }), ({ people, options }, more) => {
        const before = planCare(people, options);
        const budget = { ...options.budget, plan: cny(options.budget.plan.amount + more) };
        const after = planCare(people, { ...options, budget });
        expect(after.optimality.effect).toBeGreaterThanOrEqual(before.optimality.effect);
        expect(after.actions.reduce((sum, { effect }) => sum + effect, 0)).toBe(
          after.optimality.effect,
        );
        expect(after.optimality.effectAtMost).toBeGreaterThanOrEqual(after.optimality.effect);
      }),
    );
  });

  test("CUS-6: taking a consent back takes away exactly its actions where nothing else binds", () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(...CHANNELS), ({ people, options }, channel) => {
        const free = {
          ...options,
          policy: policyOf(
            options.policy.rules
              .map((one) => ({ ...one, channels: [one.channels[0]!] }))
              .slice(0, 1),
          ),
          budget: {},
        };
        const before = planCare(people, free);
        const withdrawn = people.map((one) => {
          const consents = one.customer.consents.filter((consent) => consent.channel !== channel);
          return { ...one, customer: { ...one.customer, consents } };
        });
        const after = planCare(withdrawn, { ...free, capacities: options.capacities });
        // Capacities may free a visit for somebody else, so that only plans without visits compare.
        if (before.actions.some(({ kind }) => kind === "visit")) return;
        // A telephone number may carry text messages, and its consent does not.
        expect(after.actions).toEqual(
          before.actions.filter((action) => action.channel !== channel),
        );
      }),
    );
  });

  test("CARE-2: the same facts give the same plan, and what is learned later is not in it", () => {
    fc.assert(
      fc.property(questions, ({ people, options }) => {
        const plan = planCare(people, options);
        const later = people.map((one) => ({
          ...one,
          openComplaints: [
            ...(one.openComplaints ?? []),
            { id: "later", at: instant("2026-06-05T12:00:01Z") },
          ],
          customer: {
            ...one.customer,
            consents: [
              ...one.customer.consents,
              {
                purpose: "care",
                channel: "sms" as const,
                state: "withdrawn" as const,
                at: instant("2026-06-06T00:00:00Z"),
                evidence: "reply STOP",
              },
            ],
          },
        }));
        expect(planCare(later, options).actions).toEqual(plan.actions);
      }),
    );
  });
});

function sumOf(actions: readonly CareAction[]): number {
  return actions.reduce((sum, { cost }) => sum + cost.amount, 0);
}
