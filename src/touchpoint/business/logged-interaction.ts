import { isCurrencyCode } from "../../shared/money/currency.js";
import type { RowIssue } from "../../shared/rows.js";
import { isInstant } from "../../shared/time/instant.js";
import { foundText, hasFields } from "../catalogue/found-text.js";
import type { Interaction } from "../interaction.js";

// What a row of a log must hold to be counted. Internal: not part of the package's surface.

const FIELDS = [
  "id",
  "customer",
  "touchpoint",
  "channel",
  "kind",
  "outcome",
  "topic",
  "at",
  "direction",
  "feeling",
  "cost",
] as const;

const NONE: readonly RowIssue[] = [];

/** What is wrong with a row of a log; empty when it can be counted. Nothing is made for a row that holds. */
export function loggedInteractionIssues(row: Interaction): readonly RowIssue[] {
  if (!hasFields(row)) {
    return [{ path: "", message: `must be an interaction, got ${foundText(row)}` }];
  }
  let issues: RowIssue[] | undefined;
  for (const path of FIELDS) {
    const message = faultOf(row, path);
    if (message === undefined) continue;
    issues ??= [];
    issues.push({ path, message });
  }
  return issues ?? NONE;
}

function faultOf(row: Interaction, field: (typeof FIELDS)[number]): string | undefined {
  switch (field) {
    case "outcome":
    case "topic":
      return row[field] === undefined ? undefined : textFault(row[field]);
    case "at":
      return isInstant(row.at)
        ? undefined
        : `must be an instant such as 2026-02-13T09:30:00.000Z, got ${foundText(row.at)}`;
    case "direction":
      return row.direction === "inbound" || row.direction === "outbound"
        ? undefined
        : `must be inbound or outbound, got ${foundText(row.direction)}`;
    case "feeling": {
      const { feeling } = row;
      if (feeling === undefined) return undefined;
      return typeof feeling === "number" && feeling >= -1 && feeling <= 1
        ? undefined
        : `must lie on -1..1, got ${foundText(feeling)}`;
    }
    case "cost": {
      const { cost } = row;
      if (cost === undefined) return undefined;
      return Number.isSafeInteger(cost?.amount) && isCurrencyCode(cost.currency)
        ? undefined
        : "must be a whole number of minor units of a known currency";
    }
    default:
      return textFault(row[field]);
  }
}

function textFault(text: unknown): string | undefined {
  return typeof text === "string" && text !== ""
    ? undefined
    : `must be a text that is not empty, got ${foundText(text)}`;
}
