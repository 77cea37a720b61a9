import type { ActivityRecorded, OrderRecorded, RecordedLine } from "../ledger/earning-event.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LedgerAccount } from "../ledger/movement.js";
import type { OrderReturned } from "../ledger/return-event.js";
import type { LedgerFinding } from "./ledger-finding.js";

interface Audit {
  readonly findings: LedgerFinding[];
  readonly lines: Map<string, ReadonlyMap<string, LineLeft>>;
  readonly vouchers: Map<string, number>;
}

interface LineLeft {
  quantity: number;
  amount: number;
}

/**
 * Orders, returns, redemptions and vouchers against the points and amounts of their events, in the order they were
 * recorded. What speaks of an order or a voucher that is not there is left to the fold, which refuses it.
 */
export function auditRecords(bySequence: readonly LoyaltyEvent[]): readonly LedgerFinding[] {
  const audit: Audit = { findings: [], lines: new Map(), vouchers: new Map() };
  for (const event of bySequence) auditRecord(audit, event);
  return audit.findings;
}

function auditRecord(audit: Audit, event: LoyaltyEvent): void {
  switch (event.kind) {
    case "order-recorded":
      auditOrder(audit, event);
      auditEarning(audit, event);
      return;
    case "activity-recorded":
      auditEarning(audit, event);
      return;
    case "order-returned":
      auditReturn(audit, event);
      for (const { voucher, amount } of event.vouchersLost ?? []) {
        changeVoucher(audit, { event: event.id, voucher, by: amount });
      }
      return;
    case "points-redeemed":
      auditRedemption(audit, event, "redeemed");
      return;
    case "points-reserved":
      auditRedemption(audit, event, "reserved");
      return;
    case "voucher-changed": {
      const { id, voucher, change } = event;
      if (change.kind === "issued") audit.vouchers.set(voucher, change.amount);
      if (change.kind === "restored")
        changeVoucher(audit, { event: id, voucher, by: change.amount });
      if (change.kind === "used") changeVoucher(audit, { event: id, voucher, by: -change.amount });
      return;
    }
    default:
      return;
  }
}

function auditOrder(
  { findings, lines }: Audit,
  { id, order, lines: recorded }: OrderRecorded,
): void {
  // What was given back in whole can be recorded again.
  const isThere = [...(lines.get(order)?.values() ?? [])].some(({ quantity }) => quantity > 0);
  if (isThere) {
    findings.push({ code: "duplicate-order", event: id, of: order, found: "recorded before" });
    return;
  }
  const left = ({ quantity, amount }: RecordedLine): LineLeft => ({ quantity, amount });
  lines.set(order, new Map(recorded.map((line) => [line.id, left(line)])));
}

function auditReturn({ findings, lines }: Audit, { id, order, lines: back }: OrderReturned): void {
  const left = lines.get(order);
  if (left === undefined) return;
  for (const { line, quantity, amount } of back) {
    const of = left.get(line) ?? { quantity: 0, amount: 0 };
    of.quantity -= quantity;
    of.amount -= amount;
    if (of.quantity >= 0 && of.amount >= 0) continue;
    const found = `line ${line} is left with ${String(of.quantity)} units and ${String(of.amount)}`;
    findings.push({ code: "returned-too-much", event: id, of: order, found });
  }
}

/** By kind, the lots of an order or activity are what its rules granted. */
function auditEarning(
  { findings }: Audit,
  { id, earning, lots = [] }: OrderRecorded | ActivityRecorded,
): void {
  const sums = new Map<string, { granted: number; issued: number }>();
  const sumOf = (kind: string): { granted: number; issued: number } => {
    const sum = sums.get(kind) ?? { granted: 0, issued: 0 };
    sums.set(kind, sum);
    return sum;
  };
  for (const { kind, granted } of earning.rules) sumOf(kind).granted += granted;
  for (const { kind, original } of lots) sumOf(kind).issued += original;
  for (const [kind, { granted, issued }] of sums) {
    if (granted === issued) continue;
    const found = `${String(issued)} issued, ${String(granted)} granted`;
    findings.push({ code: "earning-sum", event: id, of: kind, found });
  }
}

function auditRedemption(
  { findings }: Audit,
  { id, redemption, movements = [] }: Extract<LoyaltyEvent, { redemption: object }>,
  account: LedgerAccount,
): void {
  let moved = 0;
  for (const { to, points } of movements) if (to === account) moved += points;
  if (moved === redemption.points) return;
  const found = `${String(redemption.points)} points, ${String(moved)} moved`;
  findings.push({ code: "redemption-sum", event: id, of: redemption.id, found });
}

function changeVoucher(
  { findings, vouchers }: Audit,
  { event, voucher, by }: { readonly event: string; readonly voucher: string; readonly by: number },
): void {
  const before = vouchers.get(voucher);
  if (before === undefined) return;
  const left = before + by;
  vouchers.set(voucher, left);
  if (left >= 0) return;
  const found = `it falls to ${String(left)}`;
  findings.push({ code: "voucher-overdrawn", event, of: voucher, found });
}
