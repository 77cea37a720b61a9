import { addDays } from "../../shared/time/date-arithmetic.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { startAfter } from "../decision/lapses.js";
import type { RecordedRedemption } from "../ledger/redemption-event.js";

/** Issues the voucher a redemption bought, if it is one: it lasts so many days through the last. */
export function issueVoucher(
  decision: Decision,
  { id: redemption, amount, voucher }: RecordedRedemption,
): void {
  if (voucher === undefined || amount === undefined) return;
  const { zone } = decision.options.programme;
  const today = plainDateAt(decision.command.occurredAt, zone);
  const { id, validDays } = voucher;
  const ends =
    validDays === undefined ? {} : { expiresAt: startAfter(addDays(today, validDays), zone) };
  const change = { kind: "issued", amount, redemption, ...ends } as const;
  record(decision, { kind: "voucher-changed", voucher: id, change });
}
