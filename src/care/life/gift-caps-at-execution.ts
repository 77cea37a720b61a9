// What caps on gifts say at the moment a gift is given. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import { datePartsOf, plainDateFromParts } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { isGift } from "../policy/gift-kind.js";
import type { CareAction } from "../plan/care-action.js";
import type { PastCare } from "../plan/care-relationship.js";
import type { GiftCaps } from "../policy/care-policy.js";

/** That caps forbid a gift, and from which day on they no longer do: absent where they always will. */
export interface GiftObstacle {
  readonly free: PlainDate | undefined;
  readonly reason: Reason;
}

/** The caps this gift would exceed; none for what is no gift. */
export function giftObstacles(
  { kind, cost, occasionKeys, rule }: CareAction,
  {
    caps,
    past,
    zone,
    today,
  }: {
    readonly caps: GiftCaps;
    readonly past: readonly PastCare[];
    readonly zone: TimeZone;
    readonly today: PlainDate;
  },
): readonly GiftObstacle[] {
  if (!isGift(kind)) return [];
  const gifts = past.filter((care) => isGift(care.kind) && (care.cost?.amount ?? 0) > 0);
  const { year } = datePartsOf(today);
  const yearOf = ({ at }: PastCare): number => datePartsOf(plainDateAt(at, zone)).year;
  const ofOccasion = gifts.filter(
    (before) => before.occasionKeys?.some((key) => occasionKeys.includes(key)) === true,
  );
  const nextYear =
    year === 9999 ? undefined : plainDateFromParts({ year: year + 1, month: 1, day: 1 });
  const cases = [
    {
      cap: caps.perOccasion,
      given: ofOccasion,
      per: "occasion",
      of: occasionKeys[0] ?? "",
      free: undefined,
    },
    {
      cap: caps.perDay,
      given: gifts.filter(({ at }) => plainDateAt(at, zone) === today),
      per: "day",
      of: today,
      free: addDays(today, 1),
    },
    {
      cap: caps.perYear,
      given: gifts.filter((care) => yearOf(care) === year),
      per: "year",
      of: String(year),
      free: nextYear,
    },
  ];
  const found: GiftObstacle[] = [];
  for (const { cap, given, per, of, free } of cases) {
    if (cap === undefined || cost.amount === 0) continue;
    const other = [cap, ...given.flatMap((care) => care.cost ?? [])].find(
      ({ currency }) => currency !== cost.currency,
    );
    if (other !== undefined) {
      const params = { currency: cost.currency, other: other.currency };
      found.push({ free: undefined, reason: { code: "care-gift-currency", params } });
      continue;
    }
    if (cost.amount > cap.amount) {
      const params = { rule, cost: cost.amount, cap: cap.amount };
      found.push({ free: undefined, reason: { code: "care-gift-above-cap", params } });
      continue;
    }
    const left = cap.amount - given.reduce((sum, care) => sum + (care.cost?.amount ?? 0), 0);
    if (cost.amount <= left) continue;
    const params = {
      limit: per === "occasion" ? "gifts on an occasion" : `gifts in a ${per}`,
      cap: cap.amount,
      of,
      needed: cost.amount,
      left: Math.max(0, left),
    };
    found.push({ free, reason: { code: "care-limit-reached", params } });
  }
  return found;
}
