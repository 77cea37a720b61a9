import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyCommandBase } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LedgerPair, LedgerPairEvents, LedgerPairOptions } from "./ledger-pair.js";
import { openTwoLedgers } from "./two-ledgers.js";

/** A command between two ledgers, as far as each of them looks at it. */
export type PairCommand = LoyaltyCommandBase & {
  readonly kind: string;
  /** Whose ledger points come to. */
  readonly to: string;
};

/** The decisions in the two ledgers. */
export interface PairDecision {
  /** In the ledger points leave. */
  readonly from: Decision;
  /** In the ledger they come to. */
  readonly to: Decision;
}

/** Opens both ledgers, decides, and gives the events of both or the refusal. */
export function decidePair<Command extends PairCommand>(
  { from, to }: LedgerPair,
  command: Command,
  {
    decide,
    options: { expectedSequences, ...options },
  }: {
    readonly decide: (pair: PairDecision, command: Command) => LoyaltyRefusal | undefined;
    readonly options: LedgerPairOptions;
  },
): Result<LedgerPairEvents, LoyaltyRefusal> {
  if (command.member === command.to) {
    const mustBe = "another member";
    return { ok: false, error: { code: "invalid-field", field: "to", mustBe, got: command.to } };
  }
  const received = { ...command, member: command.to, giver: command.member };
  const opened = openTwoLedgers(
    [
      { state: from, command, expectedSequence: expectedSequences?.from },
      { state: to, command: received, expectedSequence: expectedSequences?.to },
    ],
    options,
  );
  if (!opened.ok) return opened;
  if (opened.value === "applied") return ok({ from: [], to: [] });
  const [giving, taking] = opened.value;
  const refusal = decide({ from: giving, to: taking }, command);
  if (refusal !== undefined) return { ok: false, error: refusal };
  return ok({ from: giving.events, to: taking.events });
}
