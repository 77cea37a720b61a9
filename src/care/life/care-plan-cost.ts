// What actions of a plan cost together. Internal: not part of the package's surface.

import { sumMoney } from "../../shared/money/arithmetic.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { CareAction } from "../plan/care-action.js";

/** What these actions cost; all are in this currency. */
export function actionCost(
  actions: readonly Pick<CareAction, "cost">[],
  currency: CurrencyCode,
): Money {
  return sumMoney(
    actions.map(({ cost }) => cost),
    currency,
  );
}
