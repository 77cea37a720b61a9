import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LedgerAccount } from "../ledger/movement.js";
import type { LedgerFinding } from "./ledger-finding.js";

/**
 * Accounts of lots, and debts, that fall below 0, in the order events were recorded: each was decided on what was
 * known then, so that one dated back may take in time before it what came back only later.
 */
export function auditOverdrafts(bySequence: readonly LoyaltyEvent[]): readonly LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const lots = new Map<string, Partial<Record<LedgerAccount, number>>>();
  const debts = new Map<string, number>();
  for (const { id, lots: issued = [], movements = [] } of bySequence) {
    for (const lot of issued) lots.set(lot.id, { open: lot.original });
    for (const { kind, lot, from, to, points } of movements) {
      const owed = debts.get(kind) ?? 0;
      const owes = owed + (from === "deficit" ? points : 0) - (to === "deficit" ? points : 0);
      debts.set(kind, owes);
      if (owes < 0 && owes < owed) {
        const found = `the debt falls to ${String(owes)}`;
        findings.push({ code: "negative-debt", event: id, of: kind, found });
      }
      const accounts = lot === undefined ? undefined : lots.get(lot);
      if (lot === undefined || accounts === undefined) continue;
      const left = (accounts[from] ?? 0) - points;
      accounts[from] = left;
      accounts[to] = (accounts[to] ?? 0) + points;
      if (left >= 0) continue;
      const found = `${from} falls to ${String(left)}`;
      findings.push({ code: "lot-overdrawn", event: id, of: lot, found });
    }
  }
  return findings;
}
