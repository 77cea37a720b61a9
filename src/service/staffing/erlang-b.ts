import type { ContactLoad } from "./contact-load.js";
import { offeredLoad } from "./offered-load.js";
import { requireAgentCount } from "./erlang-check.js";
import { inverseBlockedShare } from "./erlang-sums.js";

/** Contacts that find a place or are turned away. */
export interface ErlangBFacts extends ContactLoad {
  /** The places: agents where nobody can wait, or lines; a whole number, at least 0. */
  readonly agents: number;
}

/** What becomes of contacts where nobody can wait. */
export interface BlockingFigures {
  /** The work that arrives, in erlangs; at least 0. */
  readonly loadErlangs: number;
  /** The contacts turned away because all places are taken. */
  readonly blockedShare: number;
  /** How much of the time a place is taken. */
  readonly occupancyShare: number;
}

/**
 * How many contacts find all lines busy (Erlang B, SRV-6)?
 *
 * Contacts arrive at random; one that finds all places taken is turned away and does not come again. With no place all
 * are turned away; of no contacts none is.
 *
 * @remarks Erlang (1917), summed from its largest term down: exact to the last digits also at many thousand erlangs.
 * @param facts - The contacts, the minutes, the handle time and the places.
 * @returns The load, the share turned away and the share of the time a place is taken.
 * @throws RangeError when a number is out of range: contacts below 0, minutes or handle time not above 0, agents not a
 * whole number of at least 0.
 * @example
 * ```ts
 * import { erlangB } from "goodwill/service";
 *
 * const { blockedShare } = erlangB({ contacts: 100, minutes: 30, handleSeconds: 180, agents: 14 });
 * blockedShare.toFixed(6); // => "0.056819"
 * ```
 */
export function erlangB(facts: ErlangBFacts): BlockingFigures {
  requireAgentCount(facts.agents, "compute Erlang B");
  const loadErlangs = offeredLoad(facts);
  const { agents } = facts;
  if (loadErlangs === 0) return { loadErlangs, blockedShare: 0, occupancyShare: 0 };
  const blockedShare = 1 / inverseBlockedShare(agents, loadErlangs);
  const occupancyShare =
    agents === 0 ? 0 : Math.min(1, (loadErlangs * (1 - blockedShare)) / agents);
  return { loadErlangs, blockedShare, occupancyShare };
}
