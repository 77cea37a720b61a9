import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CompetitorPrice, PriceCustomer, PriceUse } from "./price-basket.js";

/** Who buys, when, and what is known. */
export interface PriceOptions {
  /** When the order is placed. */
  readonly asOf: Instant;
  /** The zone whose days and months windows, limits and due days are counted in. */
  readonly zone: TimeZone;
  /** The customer. */
  readonly customer: PriceCustomer;
  /** What competitors ask; those seen after `asOf` are left out. */
  readonly competitorPrices?: readonly CompetitorPrice[];
  /** What instruments gave before; rows of other customers and later ones are left out. */
  readonly usedSoFar?: readonly PriceUse[];
}
