import type { ComplaintCase } from "./complaint-case.js";

/** The ids of the promises neither kept nor called off. @internal */
export function openPromises({ promises }: ComplaintCase): readonly string[] {
  return promises.filter(({ settledAt }) => settledAt === undefined).map(({ id }) => id);
}
