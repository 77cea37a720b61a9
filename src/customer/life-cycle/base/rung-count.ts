import { RELATIONSHIP_RUNGS } from "../rung.js";
import type { RelationshipRung } from "../rung.js";

/** No customer on any rung. */
export function noCounts(): Record<RelationshipRung, number> {
  const counts = RELATIONSHIP_RUNGS.map((rung) => [rung, 0] as const);
  return Object.fromEntries(counts) as Record<RelationshipRung, number>;
}
