import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { CareKind } from "../policy/care-kind.js";

/** Which capacity an action takes: who brings a gift makes a visit, too; `undefined` for none. @internal */
export function staffTimeOf(kind: CareKind, channel: ContactChannel): "visit" | "call" | undefined {
  if (kind === "visit" || channel === "visit") return "visit";
  return kind === "call" || channel === "phone" ? "call" : undefined;
}

/** Whether staff must find the time for it. @internal */
export function isVisitOrCall(kind: CareKind): boolean {
  return kind === "visit" || kind === "call";
}
