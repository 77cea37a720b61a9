import { blueprintChart } from "goodwill/chart";
import {
  auditBlueprint,
  businessTouchpoints,
  stageCoverage,
  type Interaction,
  type ServiceBlueprint,
  type Touchpoint,
} from "goodwill/touchpoint";
import { chart, heading, list, table, text, type Page } from "../page.js";
import { sentence } from "../sentence.js";
import { amount, decimal, many, percent, range } from "../wording.js";

/** The touchpoints of the company: what the log says of them, what is not covered, and a service as it is performed. */
export function servicePage({
  log,
  catalogue,
  blueprint,
}: {
  readonly log: readonly Interaction[];
  readonly catalogue: readonly Touchpoint[];
  readonly blueprint: ServiceBlueprint;
}): Page {
  const business = businessTouchpoints(log, { catalogue });
  const coverage = stageCoverage(catalogue);
  const { findings } = auditBlueprint(blueprint, { catalogue });
  return {
    title: "Touchpoints and service",
    blocks: [
      text(
        `${many(business.touchpoints.length, "touchpoint")} in ${amount(log.length)} interactions, those met most often first:`,
      ),
      table(
        ["touchpoint", "interactions", "customers", "share", "felt", "95% interval"],
        business.touchpoints
          .slice(0, 8)
          .map(({ touchpoint, interactions, customers, share, feeling }) => [
            touchpoint,
            amount(interactions),
            amount(customers),
            percent(share),
            decimal(feeling?.mean),
            range(feeling?.interval),
          ]),
      ),
      ...(coverage.findings.length === 0
        ? [text("Every stage is covered.")]
        : [list(coverage.findings.map((finding) => sentence(finding)))]),
      heading(blueprint.name),
      chart((drawing) => blueprintChart(blueprint, { findings, ...drawing })),
      list(findings.map(({ reason }) => sentence(reason))),
    ],
  };
}
