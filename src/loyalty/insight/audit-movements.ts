import type { Instant } from "../../shared/time/instant.js";
import type { IssuedLot } from "../ledger/lot.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LedgerAccount, PointsMovement } from "../ledger/movement.js";
import type { LedgerFinding, LedgerFindingCode } from "./ledger-finding.js";

interface AuditedLot {
  readonly lot: IssuedLot;
  activeFrom: Instant | undefined;
  end: Instant | undefined;
  lapses: boolean;
}

/**
 * Follows each lot through its movements, apart from the fold that makes states of them. In the order events were
 * recorded: what was decided is judged by the ends and lapses known then.
 */
export function auditMovements(bySequence: readonly LoyaltyEvent[]): readonly LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const lots = new Map<string, AuditedLot>();
  const lapsesAt = new Map<string, Instant>();
  for (const event of bySequence) {
    const { id, occurredAt } = event;
    const find = (code: LedgerFindingCode, of: string, found: string): void => {
      findings.push({ code, event: id, of, found });
    };
    for (const lot of event.lots ?? []) {
      if (!isWhole(lot.original)) find("points-not-whole", lot.id, String(lot.original));
      lots.set(lot.id, audited(lot));
    }
    for (const { lot: name, expiresAt } of event.moved ?? []) {
      const lot = lots.get(name);
      if (lot === undefined) find("unknown-lot", name, "its end was moved");
      else if (lot.end === undefined || lot.end <= expiresAt) {
        Object.assign(lot, { end: expiresAt, lapses: false });
      }
    }
    if (event.kind === "points-activated") {
      for (const name of event.activated) {
        const lot = lots.get(name);
        if (lot === undefined) find("unknown-lot", name, "it was activated");
        else lot.activeFrom = occurredAt;
      }
    }
    for (const movement of event.movements ?? []) {
      if (!isWhole(movement.points)) {
        find("points-not-whole", movement.lot ?? movement.kind, String(movement.points));
      }
      if (!isPossible(movement, event.kind)) {
        const of = movement.lot ?? movement.kind;
        find("impossible-movement", of, `from ${movement.from} to ${movement.to}`);
      }
      if (movement.lot === undefined) continue;
      const lot = lots.get(movement.lot);
      if (lot === undefined) find("unknown-lot", movement.lot, "points of it were moved");
      else auditMovement(lot, { movement, at: occurredAt, lapsesAt, find });
    }
    for (const { kind, at } of event.lapses ?? []) {
      if ((lapsesAt.get(kind) ?? at) <= at) lapsesAt.set(kind, at);
    }
  }
  return findings;
}

function audited(lot: IssuedLot): AuditedLot {
  return {
    lot,
    activeFrom: lot.activeFrom,
    end: lot.expiresAt,
    lapses: lot.lapsesWhenInactive === true,
  };
}

interface MovementAudit {
  readonly movement: PointsMovement;
  readonly at: Instant;
  readonly lapsesAt: ReadonlyMap<string, Instant>;
  readonly find: (code: LedgerFindingCode, of: string, found: string) => void;
}

function auditMovement(audit: AuditedLot, { movement, at, lapsesAt, find }: MovementAudit): void {
  const { from, to } = movement;
  const { lot } = audit;
  const end = audit.lapses ? lapsesAt.get(lot.kind) : audit.end;
  if (to === "expired" && from !== "transferred" && (end === undefined || end > at)) {
    find("expired-early", lot.id, `ends at ${end ?? "no moment"}`);
  }
  if (from !== "open" || (to !== "redeemed" && to !== "reserved")) return;
  if (audit.activeFrom === undefined || audit.activeFrom > at) {
    find("burned-while-pending", lot.id, `active from ${audit.activeFrom ?? "its confirmation"}`);
  }
  if (end !== undefined && end <= at) find("burned-after-expiry", lot.id, `ended at ${end}`);
}

/** Where points can go from an account. */
const CAN_FOLLOW: Readonly<Record<LedgerAccount, readonly LedgerAccount[]>> = {
  issued: [],
  open: ["reserved", "redeemed", "expired", "clawed-back", "transferred", "deficit"],
  reserved: ["redeemed", "open", "expired"],
  redeemed: ["open", "expired"],
  expired: ["open", "clawed-back"],
  "clawed-back": [],
  transferred: ["deficit"],
  deficit: ["clawed-back", "transferred"],
};

/** Where else they can go when a ledger is taken over by another: what was spent or expired is passed on, too. */
const CAN_FOLLOW_IN_MERGE: Readonly<Partial<Record<LedgerAccount, readonly LedgerAccount[]>>> = {
  redeemed: ["transferred"],
  expired: ["transferred"],
  transferred: ["redeemed", "expired"],
};

function isPossible({ from, to }: PointsMovement, event: LoyaltyEvent["kind"]): boolean {
  // Events come from a store, unchecked: an account may be none.
  if ((CAN_FOLLOW as Partial<typeof CAN_FOLLOW>)[from]?.includes(to) === true) return true;
  const isPassedOn = event === "points-transferred" || event === "points-granted";
  return isPassedOn && CAN_FOLLOW_IN_MERGE[from]?.includes(to) === true;
}

function isWhole(points: number): boolean {
  return Number.isSafeInteger(points) && points >= 1;
}
