import type { Reason, ReasonParameter } from "../../shared/reason.js";

// One check of an offer. Internal: not part of the package's surface.

/** What came of one check. */
export interface OfferCheck {
  readonly fit: "fits" | "misfits" | "unknown";
  readonly reason: Reason;
}

type Params = Readonly<Record<string, ReasonParameter>>;

/** The check holds. */
export function fits(code: string, params: Params): OfferCheck {
  return { fit: "fits", reason: { code, params } };
}

/** The check fails. */
export function misfits(code: string, params: Params): OfferCheck {
  return { fit: "misfits", reason: { code, params } };
}

/** The check is asked for and cannot be made. */
export function unknown(code: string, params: Params): OfferCheck {
  return { fit: "unknown", reason: { code, params } };
}
