import { orderedEntries } from "../../shared/ordered-map.js";
import { LOYALTY_EVENT_VERSION } from "../ledger/event-base.js";
import { inOrder } from "../ledger/event-order.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { replayLoyalty } from "../ledger/replay-loyalty.js";
import { auditMovements } from "./audit-movements.js";
import { auditOverdrafts } from "./audit-overdrafts.js";
import { auditRecords } from "./audit-records.js";
import type { LedgerFinding } from "./ledger-finding.js";

/**
 * Does a stored ledger keep its own laws (LOY-3)? For hosts to run on their own store.
 *
 * - every event is of one member and a known version, recorded not before it happened; sequences run without gap from
 * 1; one key never stands for two payloads;
 * - points are whole and above 0, every movement is within a lot that was issued and between accounts that can follow
 * one another, and neither an account of a lot nor a debt falls below 0 in the order they were recorded;
 * - nothing is spent while it is pending or after its end, and nothing expires before it, as known when it was
 * recorded;
 * - an order is recorded once and never more of it given back, a voucher never used beyond its worth; what an order
 * earned is what its rules granted, what was redeemed is what was moved;
 * - the events can be folded; a lot's accounts sum to its original, a wallet's to 0, and a wallet's to its lots.
 *
 * @param events - The member's events, in any order.
 * @returns What is wrong, in the order found; empty for a sound ledger.
 * @example
 * ```ts
 * import { auditLedger } from "goodwill/loyalty";
 *
 * auditLedger([]); // => []
 * ```
 */
export function auditLedger(events: readonly LoyaltyEvent[]): readonly LedgerFinding[] {
  const ordered = inOrder(events);
  const bySequence = events.toSorted((a, b) => a.sequence - b.sequence);
  const findings = [
    ...auditSequences(bySequence),
    ...auditHeads(ordered),
    ...auditMovements(bySequence),
    ...auditOverdrafts(bySequence),
    ...auditRecords(bySequence),
  ];
  const isFoldable = !findings.some(({ code }) =>
    ["unknown-version", "unknown-lot", "other-member", "duplicate-sequence"].includes(code),
  );
  return isFoldable ? [...findings, ...auditFold(ordered)] : findings;
}

/** What a fold refuses is wrong with the ledger; it is told, never thrown. */
function auditFold(ordered: readonly LoyaltyEvent[]): readonly LedgerFinding[] {
  try {
    return auditWallets(replayLoyalty(ordered));
  } catch (error) {
    return [
      { code: "not-foldable", found: error instanceof Error ? error.message : String(error) },
    ];
  }
}

function auditSequences(bySequence: readonly LoyaltyEvent[]): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  let last = 0;
  for (const { id, sequence } of bySequence) {
    const found = `${String(sequence)} after ${String(last)}`;
    if (sequence === last) findings.push({ code: "duplicate-sequence", event: id, found });
    else if (sequence !== last + 1) findings.push({ code: "sequence-gap", event: id, found });
    last = sequence;
  }
  return findings;
}

function auditHeads(events: readonly LoyaltyEvent[]): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const payloads = new Map<string, string>();
  for (const { id, version, member, occurredAt, recordedAt, key, fingerprint } of events) {
    if (version !== LOYALTY_EVENT_VERSION) {
      findings.push({ code: "unknown-version", event: id, found: String(version) });
    }
    if (member !== events[0]!.member) {
      findings.push({ code: "other-member", event: id, found: member });
    }
    if (recordedAt < occurredAt) {
      findings.push({ code: "recorded-before", event: id, found: `${recordedAt} < ${occurredAt}` });
    }
    const payload = payloads.get(key);
    if (payload !== undefined && payload !== fingerprint) {
      findings.push({
        code: "key-reused",
        event: id,
        of: key,
        found: `${payload}, ${fingerprint}`,
      });
    }
    payloads.set(key, fingerprint);
  }
  return findings;
}

function auditWallets(state: LoyaltyState): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const openByKind = new Map<string, number>();
  for (const [id, lot] of orderedEntries(state.lots)) {
    const sum =
      lot.open +
      lot.reserved +
      lot.redeemed +
      lot.expired +
      lot.clawedBack +
      lot.transferred +
      lot.settledDebt;
    if (sum !== lot.original) {
      const found = `${String(sum)} of ${String(lot.original)}`;
      findings.push({ code: "lot-sum", of: id, found });
    }
    openByKind.set(lot.kind, (openByKind.get(lot.kind) ?? 0) + lot.open);
  }
  for (const [kind, { totals }] of Object.entries(state.wallets)) {
    const sum = Object.values(totals).reduce((a, b) => a + b, 0);
    if (sum !== 0) findings.push({ code: "wallet-sum", of: kind, found: String(sum) });
    const open = openByKind.get(kind) ?? 0;
    if (open !== totals.open) {
      const found = `${String(totals.open)} open, in lots ${String(open)}`;
      findings.push({ code: "wallet-differs", of: kind, found });
    }
  }
  return findings;
}
