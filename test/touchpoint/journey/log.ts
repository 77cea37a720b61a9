import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { addMilliseconds, instant } from "goodwill/shared";
import type { Interaction, Journey, JourneyStep } from "goodwill/touchpoint";

export const NINE = instant("2026-02-13T09:00:00Z");

/** An interaction some minutes after nine. */
export function met(
  id: string,
  minutes: number,
  facts: Partial<Omit<Interaction, "customer">> & { readonly customer?: string } = {},
): Interaction {
  const { customer = "C", ...others } = facts;
  return {
    id,
    at: addMilliseconds(NINE, minutes * 60_000),
    touchpoint: "web",
    channel: "web",
    direction: "inbound",
    kind: "visit",
    customer: customerId(customer),
    ...others,
  };
}

/** A journey with a step a minute. */
export function journeyOf(
  touchpoints: readonly string[],
  facts: Omit<Partial<Journey>, "steps"> = {},
): Journey {
  return { customer: customerId("C"), steps: stepsOf(touchpoints), ...facts };
}

export function stepsOf(touchpoints: readonly string[]): JourneyStep[] {
  return touchpoints.map((touchpoint, index) => ({
    touchpoint,
    at: addMilliseconds(NINE, index * 60_000),
  }));
}

/** Logs of few customers with many equal times, ids all different. */
export const logs: fc.Arbitrary<Interaction[]> = fc
  .array(
    fc.record({
      customer: fc.constantFrom("A", "B", "a"),
      minutes: fc.integer({ min: 0, max: 12 }).map((tens) => tens * 10),
      touchpoint: fc.constantFrom("web", "shop", "hotline"),
      outcome: fc.constantFrom(undefined, undefined, "purchase", "enquiry"),
      feeling: fc.constantFrom(undefined, -1, -0.5, 0, 0.5, 1),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ customer, minutes, touchpoint, outcome, feeling }, index) =>
      met(String(index).padStart(3, "0"), minutes, {
        customer,
        touchpoint,
        ...(outcome !== undefined && { outcome }),
        ...(feeling !== undefined && { feeling }),
      }),
    ),
  );
