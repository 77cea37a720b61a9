import type { FrequentPaths } from "../../touchpoint/path/frequent-path.js";
import type { TransitionTable } from "../../touchpoint/path/transition.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, percentText } from "../frame/wording.js";
import type { FlowNode, PathFlow } from "./path-flow.js";
import type { PlacedLink } from "./path-layout.js";

/** Bands in the description; more are counted. */
const MOST_SENTENCES = 20;

/** How a place is called. @internal */
export function nodeName(
  { kind, name, gathered }: FlowNode,
  { labels }: LabelledChartOptions,
): string {
  if (kind === "others") return `${gathered} others`;
  if (kind === "other-ends") return `${gathered} other ends`;
  return kind === "more" ? "further steps" : labelText(name, labels);
}

/** The largest bands in words. @internal */
export function listed(sentences: readonly string[]): string {
  const rest = sentences.length - MOST_SENTENCES;
  return [...sentences.slice(0, MOST_SENTENCES), ...(rest > 0 ? [`and ${rest} smaller`] : [])].join(
    "; ",
  );
}

/** Steps of a title; of more the middle is counted. */
const MOST_STEPS = 4;

/** What the chart finds. @internal */
export function titleText(
  paths: FrequentPaths | TransitionTable,
  { flow, options }: { readonly flow: PathFlow; readonly options: LabelledChartOptions },
): string {
  if (flow.total === 0) return "No path is known";
  const name = (one: string): string => labelText(one, options.labels);
  if ("paths" in paths) {
    const [most] = paths.paths.toSorted((a, b) => b.journeys - a.journeys);
    const { steps = [], outcome = "(exit)", share = 0 } = most ?? {};
    const shown = steps.length > MOST_STEPS ? steps.slice(0, MOST_STEPS - 1) : steps;
    const rest = steps.length - shown.length;
    const ways = [...shown.map(name), ...(rest > 0 ? [`${rest} more steps`] : []), name(outcome)];
    return `Most frequent: ${ways.join(" \u2192 ")}, ${percentText(share)}`;
  }
  const [first] = flow.nodes
    .filter(({ layer }) => layer === 0)
    .toSorted((a, b) => b.flow - a.flow || (a.id < b.id ? -1 : 1));
  return `Journeys begin most often at ${nodeName(first!, options)}, ${percentText(first!.flow / flow.total)}`;
}

/** What is drawn, and what is not. @internal */
export function storyText(
  paths: FrequentPaths | TransitionTable,
  { flow, leastShare }: { readonly flow: PathFlow; readonly leastShare: number },
): string {
  if (flow.total === 0) return "";
  const covered =
    "paths" in paths
      ? `The paths drawn are ${percentText(Math.min(1, flow.total / paths.journeys))} of ${amountText(paths.journeys)} journeys.`
      : `Expected from the transitions of ${amountText(paths.journeys)} journeys, as if each step depended on the one before alone.`;
  const over = "paths" in paths ? Math.max(0, ...paths.paths.map(({ overcount }) => overcount)) : 0;
  const hasGathered = flow.nodes.some(({ gathered }) => gathered > 1);
  return [
    covered,
    ...(over > 0 ? [`Counts may be too high, by ${amountText(over)} at most.`] : []),
    ...(hasGathered
      ? [
          `What has less than ${percentText(leastShare)} at a step, or is beyond the largest, is gathered.`,
        ]
      : []),
    ...(flow.nodes.some(({ kind }) => kind === "more") ? ["Further steps are not drawn."] : []),
  ].join(" ");
}

/** A band in words. @internal */
export function linkText(
  { source, target, flow: part }: PlacedLink,
  { flow, name }: { readonly flow: PathFlow; readonly name: (node: FlowNode) => string },
): string {
  return `step ${source.layer + 1} ${name(source)} to ${name(target)} ${percentText(part / flow.total)} (${amountText(Math.round(part))})`;
}
