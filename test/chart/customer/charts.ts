import {
  consentTimelineChart,
  type ChartSpecification,
  type LabelledChartOptions,
} from "goodwill/chart";
import { AS_OF, span, SPANS } from "./samples.js";

const MANY = Array.from({ length: 40 }, (_, index) =>
  span(`20${String(10 + (index % 15))}-03-0${1 + (index % 9)}T00:00:00Z`, undefined, {
    ...{ purpose: `purpose_${index}`, channel: "email", evidence: "form" },
    state: (["granted", "withdrawn", "pending", "expired"] as const)[index % 4]!,
  }),
);

/** The charts of the room customer, from nothing to far too much. */
export const CUSTOMER_CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  consents: (options) => consentTimelineChart(SPANS, { ...options, asOf: AS_OF }),
  "one consent, just now": (options) =>
    consentTimelineChart(
      [
        span(AS_OF, undefined, {
          ...{ purpose: "newsletter", channel: "email", evidence: "form", state: "granted" },
        }),
      ],
      { ...options, asOf: AS_OF },
    ),
  "forty consents": (options) => consentTimelineChart(MANY, { ...options, asOf: AS_OF }),
  "no consents": (options) => consentTimelineChart([], { ...options, asOf: AS_OF }),
};
