import type { Money } from "../../shared/money/money.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import type { CareAction } from "../plan/care-action.js";
import type { CarePlanCommand } from "./care-plan-command.js";

const TASK = "decide on a care plan";
const TEXTS = ["plan", "why", "summary", "action"] as const;

/** Throws where a command is broken. Internal: not part of the surface. */
export function requireCarePlanCommand(command: CarePlanCommand): void {
  const texts: Record<string, unknown> = { key: command.key, by: command.by };
  for (const name of TEXTS) {
    if (name in command) texts[name] = command[name as keyof CarePlanCommand];
  }
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === "string" && text.trim() !== "") continue;
    throw new RangeError(
      `Cannot ${TASK}: ${name} of "${command.kind}" must not be blank, got ${JSON.stringify(text)}`,
    );
  }
  // Refuses a moment that is none.
  epochMilliseconds(command.at);
  switch (command.kind) {
    case "draft":
      requireActions(command.actions);
      requireMoney("budget", command.budget);
      return;
    case "revise":
      requireActions(command.actions ?? []);
      requireMoney("budget", command.budget);
      return;
    case "change":
      requireActions([...(command.change.add ?? []), ...(command.change.alter ?? [])]);
      requireMoney("budget", command.change.budget);
      return;
    case "block-action":
    case "expire-action":
      if (command.reasons.length > 0) return;
      throw new RangeError(`Cannot ${TASK}: reasons of "${command.kind}" must not be empty`);
    case "action-done":
      requireMoney("cost", command.cost);
      return;
    case "record-feedback":
      requireMoney("feedback.cost", command.feedback.cost);
      return;
    default:
      return;
  }
}

function requireActions(actions: readonly CareAction[]): void {
  const seen = new Set<string>();
  for (const { id, state, cost } of actions) {
    if (seen.has(id)) throw new RangeError(`Cannot ${TASK}: action ${id} stands twice`);
    seen.add(id);
    if (state !== "planned") {
      throw new RangeError(`Cannot ${TASK}: action ${id} must be planned, got ${state}`);
    }
    requireMoney(`cost of action ${id}`, cost);
  }
}

function requireMoney(name: string, money: Money | undefined): void {
  if (money === undefined) return;
  if (Number.isSafeInteger(money.amount) && money.amount >= 0) return;
  throw new RangeError(
    `Cannot ${TASK}: ${name} must be an amount of at least 0, got ${money.amount}`,
  );
}
