import fc from "fast-check";
import { customerId } from "goodwill/customer";
import type {
  LifecycleCustomer,
  LifecycleFacts,
  LifecycleInteraction,
  LifecycleReferral,
  LifecycleTermination,
  Purchase,
  SatisfactionSignal,
} from "goodwill/customer";
import { instant, instantFromEpochMilliseconds, money, plainDate } from "goodwill/shared";
import type { Instant } from "goodwill/shared";

export const LIN: LifecycleCustomer = { id: customerId("C-17") };

/** A day at noon, or a moment written in full. */
export function at(text: string): Instant {
  return instant(text.length === 10 ? `${text}T12:00:00Z` : text);
}

/** A purchase of one piece each. */
export function bought(id: string, when: string, products: readonly string[] = ["tea"]): Purchase {
  const lines = products.map((product) => ({ product, quantity: 1, amount: money(500, "EUR") }));
  const total = money(500 * products.length, "EUR");
  return { id, customer: LIN.id, at: at(when), lines, total };
}

/** A return of one piece each. */
export function returned(
  id: string,
  when: string,
  { of, products = ["tea"] }: { of: string; products?: readonly string[] },
): Purchase {
  const lines = products.map((product) => ({ product, quantity: -1, amount: money(-500, "EUR") }));
  const total = money(-500 * products.length, "EUR");
  return { id, customer: LIN.id, at: at(when), lines, total, returnOf: of };
}

export function met(
  id: string,
  when: string,
  part: Partial<LifecycleInteraction> = {},
): LifecycleInteraction {
  return { id, customer: LIN.id, at: at(when), direction: "inbound", kind: "enquiry", ...part };
}

export function felt(
  id: string,
  when: string,
  state: SatisfactionSignal["state"] = "satisfied",
): SatisfactionSignal {
  return { id, customer: LIN.id, at: at(when), state };
}

export function referred(id: string, when: string): LifecycleReferral {
  return { id, customer: LIN.id, at: at(when) };
}

export function left(
  id: string,
  when: string,
  part: Partial<LifecycleTermination> = {},
): LifecycleTermination {
  return { id, customer: LIN.id, at: at(when), kind: "told-us", ...part };
}

const FIRST = Date.parse("2024-01-01T00:00:00Z");
const DAY_MS = 86_400_000;

/** Moments of three years: some alike, some at midnight, some a millisecond away from it. */
export const anyMoment: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.oneof(fc.nat({ max: 1100 }), fc.nat({ max: 40 })),
    fc.constantFrom(0, 1, 12 * 3_600_000, DAY_MS - 1, 3 * 3_600_000 + 1_800_000),
  )
  .map(([day, ms]) => instantFromEpochMilliseconds(FIRST + day * DAY_MS + ms));

function numbered<T>(
  prefix: string,
  facts: readonly T[],
): (T & { id: string; customer: typeof LIN.id })[] {
  return facts.map((fact, index) => ({ ...fact, id: `${prefix}-${index}`, customer: LIN.id }));
}

const lines = fc
  .uniqueArray(fc.constantFrom("tea", "cup", "pot"), { minLength: 1, maxLength: 3 })
  .map((products) =>
    products.map((product) => ({ product, quantity: 1, amount: money(500, "EUR") })),
  );

/** Facts of one customer, in any order, with returns that fit and returns that do not. */
export const anyFacts: fc.Arbitrary<LifecycleFacts> = fc
  .record({
    purchases: fc.array(
      fc.record({
        at: anyMoment,
        lines,
        back: fc.option(fc.record({ at: anyMoment, count: fc.integer({ min: 1, max: 3 }) }), {
          nil: undefined,
          freq: 3,
        }),
      }),
      { maxLength: 6 },
    ),
    interactions: fc.array(
      fc.record({
        at: anyMoment,
        direction: fc.constantFrom("inbound" as const, "outbound" as const),
        kind: fc.constantFrom("enquiry", "complaint"),
      }),
      { maxLength: 3 },
    ),
    referrals: fc.array(fc.record({ at: anyMoment }), { maxLength: 2 }),
    signals: fc.array(
      fc.record({
        at: anyMoment,
        state: fc.constantFrom("dissatisfied" as const, "satisfied" as const, "delighted" as const),
      }),
      { maxLength: 4 },
    ),
    terminations: fc.array(
      fc
        .record({
          at: anyMoment,
          kind: fc.constantFrom("told-us" as const, "contract-ended" as const),
          notice: fc.option(fc.integer({ min: -10, max: 90 }), { nil: undefined }),
          stays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined, freq: 3 }),
        })
        .map(({ at: when, kind, notice, stays }) => {
          const later = (days: number): Instant =>
            instantFromEpochMilliseconds(Date.parse(when) + days * DAY_MS);
          return {
            at: when,
            kind,
            ...(notice !== undefined && { lastDay: plainDate(later(notice).slice(0, 10)) }),
            ...(stays !== undefined && { withdrawnAt: later(stays) }),
          };
        }),
      { maxLength: 2 },
    ),
  })
  .map(({ purchases, interactions, referrals, signals, terminations }) => ({
    purchases: purchases.flatMap(({ at: when, lines: bag, back }, index): Purchase[] => {
      const id = `P-${index}`;
      const total = money(500 * bag.length, "EUR");
      const proper: Purchase = { id, customer: LIN.id, at: when, lines: bag, total };
      if (back === undefined) return [proper];
      const given = bag.slice(0, back.count).map((line) => ({
        ...line,
        quantity: -1,
        amount: money(-500, "EUR"),
      }));
      const returnTotal = money(-500 * given.length, "EUR");
      const rest = { lines: given, total: returnTotal, returnOf: id };
      return [{ id: `R-${index}`, customer: LIN.id, at: back.at, ...rest }, proper];
    }),
    interactions: numbered("I", interactions),
    referrals: numbered("F", referrals),
    signals: numbered("S", signals),
    terminations: numbered("T", terminations),
  }));

/** The lists of facts turned round. */
export function reversed(facts: LifecycleFacts): LifecycleFacts {
  return {
    purchases: (facts.purchases ?? []).toReversed(),
    interactions: (facts.interactions ?? []).toReversed(),
    referrals: (facts.referrals ?? []).toReversed(),
    signals: (facts.signals ?? []).toReversed(),
    terminations: (facts.terminations ?? []).toReversed(),
  };
}

/** What was known at a moment: later facts left out, later withdrawals too. */
export function knownAt(facts: LifecycleFacts, asOf: Instant): LifecycleFacts {
  const past = <T extends { readonly at: Instant }>(list: readonly T[] = []): T[] =>
    list.filter((fact) => fact.at <= asOf);
  return {
    purchases: past(facts.purchases),
    interactions: past(facts.interactions),
    referrals: past(facts.referrals),
    signals: past(facts.signals),
    terminations: past(facts.terminations).map(({ withdrawnAt, ...rest }) => ({
      ...rest,
      ...(withdrawnAt !== undefined && withdrawnAt <= asOf && { withdrawnAt }),
    })),
  };
}
