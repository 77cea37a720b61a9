import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { LoyaltyOptions } from "../decision/decision-options.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { openDecision } from "../decision/open-decision.js";
import type { AnyCommand } from "../decision/open-decision.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";

/** One of two ledgers a decision is made in. */
export interface LedgerSide {
  /** The ledger. */
  readonly state: LoyaltyState;
  /** The command, as this ledger takes it in. */
  readonly command: AnyCommand;
  /** The sequence the host read it at; not checked when absent. */
  readonly expectedSequence: number | undefined;
}

/**
 * Opens a decision in two ledgers. Both must have taken the command in, or neither: a host that stored only one side
 * has lost points or made some, and is told so.
 */
export function openTwoLedgers(
  [first, second]: readonly [LedgerSide, LedgerSide],
  options: Omit<LoyaltyOptions, "expectedSequence">,
): Result<readonly [Decision, Decision] | "applied", LoyaltyRefusal> {
  let given = -1;
  const ids = (): string => {
    given += 1;
    return options.ids(given);
  };
  const open = ({
    state,
    command,
    expectedSequence,
  }: LedgerSide): ReturnType<typeof openDecision> =>
    openDecision(state, command, {
      ...options,
      ids,
      ...(expectedSequence !== undefined && { expectedSequence }),
    });
  const one = open(first);
  if (!one.ok) return one;
  const other = open(second);
  if (!other.ok) return other;
  if (one.value === "applied" && other.value === "applied") return ok("applied");
  if (one.value === "applied" || other.value === "applied") {
    const { kind: what } = first.command;
    return { ok: false, error: { code: "not-possible-now", what, state: "in-one-ledger-only" } };
  }
  return ok([one.value, other.value]);
}
