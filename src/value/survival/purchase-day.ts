import { DAY_MS, dayNumber } from "../../shared/time/civil.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { spanAt } from "../../shared/time/offset-table.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PurchaseRow } from "../purchase/purchase-row.js";

/** The day of a purchase, in days since 1970-01-01: as given, or that of its moment in the zone. @internal */
export function dayOfPurchase(row: PurchaseRow, zone: TimeZone): number {
  if ("date" in row) return dayNumber(row.date);
  const milliseconds = epochMilliseconds(row.at);
  return Math.floor((milliseconds + spanAt(zone, milliseconds).offset) / DAY_MS);
}
