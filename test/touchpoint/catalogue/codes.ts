import type { Reason } from "goodwill/shared";
import { explain } from "goodwill/shared";
import { TOUCHPOINT_SENTENCES } from "goodwill/touchpoint";

/** The codes of the reasons; each must be one that can be put into words. */
export function codesOf(reasons: readonly Reason[]): string[] {
  return reasons.map((reason) => {
    explain(reason, TOUCHPOINT_SENTENCES);
    return reason.code;
  });
}
