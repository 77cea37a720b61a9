import type { BlueprintChartFinding } from "./blueprint-chart-finding.js";
import { durationText, NO_SUPPORT, type BlueprintCell } from "./blueprint-layout.js";
import type { CarryingElement } from "./blueprint-support.js";

/** A finding in words. @internal */
export function findingText({ text, reason }: BlueprintChartFinding): string {
  return text ?? reason?.code.replaceAll("-", " ") ?? "see the audit";
}

function isFlagged({ findings, isUnsupported }: BlueprintCell): boolean {
  return isUnsupported || findings.length > 0;
}

/** What the chart finds. @internal */
export function titleText(cells: readonly BlueprintCell[]): string {
  if (cells.length === 0) return "No step is given";
  const unsupported = cells.filter((cell) => cell.isUnsupported).length;
  if (unsupported > 0)
    return `${unsupported} of ${cells.length} steps ${unsupported === 1 ? "has" : "have"} no support backstage`;
  const found = cells.filter(isFlagged).length;
  return found > 0
    ? `${found} of ${cells.length} steps ${found === 1 ? "has" : "have"} findings`
    : "Every step that is seen has its support backstage";
}

/** An element with who answers for it. @internal */
export function elementText({ name, kind, owner }: CarryingElement): string {
  return `${name} (${kind}${owner === undefined ? "" : `, ${owner} answers for it`})`;
}

/** What the customer does at a step. @internal */
export function actionText({ step, number, findings }: BlueprintCell): string {
  return [
    `step ${number}: ${step.customerAction}`,
    ...(step.targetMinutes === undefined ? [] : [`within ${durationText(step.targetMinutes)}`]),
    ...(step.failPoints ?? []).map((text) => `can fail: ${text}`),
    ...findings.map((text) => `finding: ${text}`),
  ].join(", ");
}

/** A whole step. @internal */
export function cellText(cell: BlueprintCell): string {
  const { step, behind, isUnsupported } = cell;
  const list = (elements: readonly CarryingElement[]): string =>
    elements.map(elementText).join(", ") || "nothing";
  return `${actionText(cell)}; seen: ${list(step.frontstage)}; behind: ${isUnsupported ? NO_SUPPORT : list(behind)}`;
}
