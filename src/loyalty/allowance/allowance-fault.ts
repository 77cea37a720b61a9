import { gotText, isObject } from "../decision/field-shape.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { numberFault, textFault } from "../decision/field-fault.js";
import type { AllowanceCommand } from "./allowance-command.js";

/** The first field of a command that cannot be used; undefined where all can. */
export function allowanceFault(command: AllowanceCommand): LoyaltyRefusal | undefined {
  if (!isObject(command)) return invalid("command", "an object", command);
  const shared = textFault("key", command.key) ?? textFault("allowance", command.allowance);
  if (shared !== undefined) return shared;
  switch (command.kind) {
    case "open-allowance":
      return COUNTED.includes(command.counts)
        ? numberFault("limit", command.limit, { least: 0 })
        : invalid("counts", COUNTED.join(", "), command.counts);
    case "raise-limit":
      return numberFault("by", command.by, { least: 1 });
    case "reserve-allowance":
      return (
        textFault("reservation", command.reservation) ??
        numberFault("amount", command.amount, { least: 1 }) ??
        minutesFault(command.minutes)
      );
    case "commit-allowance":
      return (
        textFault("reservation", command.reservation) ??
        (command.amount === undefined
          ? undefined
          : numberFault("amount", command.amount, { least: 1 }))
      );
    case "release-allowance":
      return textFault("reservation", command.reservation);
    default:
      return invalid("kind", "a kind of command", (command as AllowanceCommand).kind);
  }
}

const COUNTED: readonly unknown[] = ["points", "money", "pieces", "uses"];

/** The command may come from outside, unchecked. */
function invalid(field: string, mustBe: string, value: unknown): LoyaltyRefusal {
  return { code: "invalid-field", field, mustBe, got: gotText(value) };
}

/** The longest reservation, in minutes: 366 days. */
const LONGEST_MINUTES = 527_040;

function minutesFault(minutes: number): LoyaltyRefusal | undefined {
  if (Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES) return undefined;
  const mustBe = `an integer from 1 to ${String(LONGEST_MINUTES)}`;
  return { code: "invalid-field", field: "minutes", mustBe, got: String(minutes) };
}
