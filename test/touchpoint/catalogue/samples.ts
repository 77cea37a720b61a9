import { customerId } from "goodwill/customer";
import { instant } from "goodwill/shared";
import type { Interaction, Touchpoint } from "goodwill/touchpoint";

/** A touchpoint with what a test says of it. */
export function place(changes: Partial<Touchpoint> & Pick<Touchpoint, "id">): Touchpoint {
  return {
    name: changes.id,
    control: "owned",
    nature: "human",
    stages: ["before", "during", "after"],
    channels: ["store"],
    visibility: "frontstage",
    ...changes,
  };
}

/** An inbound interaction with what a test says of it. */
export function contact(
  changes: Partial<Omit<Interaction, "at" | "customer">> & {
    readonly id: string;
    readonly at?: string;
    readonly customer?: string;
  },
): Interaction {
  const { at = "2026-02-13T09:30:00Z", customer = "C-1", ...rest } = changes;
  return {
    touchpoint: "store",
    channel: "store",
    direction: "inbound",
    kind: "visit",
    ...rest,
    at: instant(at),
    customer: customerId(customer),
  };
}
