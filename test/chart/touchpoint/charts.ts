import {
  attributionChart,
  blueprintChart,
  emotionCurveChart,
  funnelChart,
  pathSankey,
  transitionHeatMap,
  type ChartSpecification,
  type LabelledChartOptions,
} from "goodwill/chart";
import {
  attributionsOf,
  blueprintOf,
  CURVE,
  curveOf,
  FUNNEL,
  funnelOf,
  PATHS,
  pathsOf,
  tableOf,
} from "./samples.js";

/** Four hundred steps, forty of them different. */
const LONG_PATH = Array.from({ length: 400 }, (_, index) => `step_${index % 40}`);

/** The charts of the room touchpoint, from nothing to far too much. */
export const TOUCHPOINT_CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  "emotion curve": (options) => emotionCurveChart(CURVE, options),
  "emotion curve of one step": (options) => emotionCurveChart(curveOf(1), options),
  "emotion curve of forty steps": (options) => emotionCurveChart(curveOf(40), options),
  "emotion curve, nothing known": (options) =>
    emotionCurveChart({ points: [{ touchpoint: "home" }, { touchpoint: "search" }] }, options),
  "emotion curve, all neutral": (options) =>
    emotionCurveChart(
      { points: ["home", "search"].map((touchpoint) => ({ touchpoint, emotion: 0 })) },
      options,
    ),
  "emotion curve without steps": (options) => emotionCurveChart({ points: [] }, options),
  "transitions of one state": (options) => transitionHeatMap(tableOf(1), options),
  "transitions of twelve states": (options) => transitionHeatMap(tableOf(11), options),
  "transitions of forty states": (options) => transitionHeatMap(tableOf(40), options),
  "no transitions": (options) =>
    transitionHeatMap({ journeys: 0, states: [], ends: [], transitions: [] }, options),
  "paths through a shop": (options) => pathSankey(PATHS, options),
  "paths from transitions": (options) => pathSankey(tableOf(14), options),
  "one path of one step": (options) => pathSankey(pathsOf([[3, undefined, "home"]], 3), options),
  "one path of 400 steps": (options) =>
    pathSankey(pathsOf([[3, "purchase", ...LONG_PATH]], 9), options),
  "no paths": (options) => pathSankey({ journeys: 0, paths: [] }, options),
  funnel: (options) => funnelChart(FUNNEL, options),
  "funnel that ends in nothing": (options) =>
    funnelChart(funnelOf({ home: 0, search: 0, basket: 0 }), options),
  "funnel of one stage": (options) => funnelChart(funnelOf({ home: 7 }), options),
  "funnel of forty stages": (options) =>
    funnelChart(
      funnelOf(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [`stage_${index}`, 4_000_000 - 99_999 * index]),
        ),
      ),
      options,
    ),
  "funnel without stages": (options) => funnelChart([], options),
  attribution: (options) => attributionChart(attributionsOf(7), options),
  "attribution of value, two models, forty touchpoints": (options) =>
    attributionChart(attributionsOf(40, ["markov", "last"]), { ...options, measure: "value" }),
  "attribution without conversions": (options) =>
    attributionChart(
      attributionsOf(2).map((one) => ({ ...one, conversions: 0 })),
      options,
    ),
  "attribution without models": (options) => attributionChart([], options),
  blueprint: (options) => blueprintChart(blueprintOf(4), options),
  "blueprint of one step": (options) => blueprintChart(blueprintOf(1), options),
  "blueprint of forty steps with findings": (options) =>
    blueprintChart(blueprintOf(40), {
      ...options,
      findings: [
        { step: "s1", text: "nobody answers for the courier" },
        { step: "s4", reason: { code: "step-without-evidence" } },
        { reason: { code: "stage-without-step" } },
      ],
    }),
  "blueprint without steps": (options) => blueprintChart({ name: "Nothing", steps: [] }, options),
};
