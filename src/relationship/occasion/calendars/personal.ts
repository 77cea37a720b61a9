import type { OccasionRule } from "../occasion-rule.js";

/**
 * The occasions that are a customer's own, in every country: to be put beside the list of a country.
 *
 * Birthday and anniversary go before all feasts, and most matters of business go between the great feasts and the
 * small. How long after a purchase, or without a sign of life, is a start: put what your own experience says in its
 * place. A 29 February is kept on the 28th in other years, unless the customer wishes otherwise. A life moment may be
 * a sad one, so its mood is plain; for those to be glad of, add a rule of your own with `about`.
 */
export const PERSONAL_OCCASIONS: readonly OccasionRule[] = [
  {
    id: "birthday",
    name: "Birthday",
    timing: { kind: "birthday", leapDay: "feb28" },
    mood: "cheerful",
    priority: 100,
    only: "person",
  },
  {
    id: "relationship-anniversary",
    name: "Anniversary of the relationship",
    timing: { kind: "relationship-anniversary", leapDay: "feb28" },
    mood: "cheerful",
    priority: 90,
    lastsDays: 6,
  },
  {
    id: "purchase-anniversary",
    name: "Anniversary of a purchase",
    timing: { kind: "event-anniversary", event: "purchase", leapDay: "feb28" },
    mood: "cheerful",
    priority: 30,
    lastsDays: 6,
  },
  {
    id: "life-moment",
    name: "Life moment",
    timing: { kind: "after-event", event: "life-moment", days: 0 },
    mood: "plain",
    priority: 95,
    lastsDays: 7,
  },
  {
    id: "complaint-resolved",
    name: "A week after a complaint was resolved",
    timing: { kind: "after-event", event: "complaint-resolved", days: 7 },
    mood: "plain",
    priority: 85,
    lastsDays: 7,
  },
  {
    id: "contract-end",
    name: "Two months before a contract ends",
    timing: { kind: "after-event", event: "contract-end", days: -60 },
    mood: "plain",
    priority: 80,
    lastsDays: 59,
  },
  {
    id: "warranty-end",
    name: "A month before a warranty ends",
    timing: { kind: "after-event", event: "warranty-end", days: -30 },
    mood: "plain",
    priority: 70,
    lastsDays: 29,
  },
  {
    id: "after-delivery",
    name: "Three days after a delivery",
    timing: { kind: "after-event", event: "delivery", days: 3 },
    mood: "plain",
    priority: 65,
    lastsDays: 7,
  },
  {
    id: "after-service",
    name: "A day after a service",
    timing: { kind: "after-event", event: "service", days: 1 },
    mood: "plain",
    priority: 65,
    lastsDays: 6,
  },
  {
    id: "after-purchase",
    name: "A week after a purchase",
    timing: { kind: "after-event", event: "purchase", days: 7 },
    mood: "plain",
    priority: 60,
    lastsDays: 14,
  },
  {
    id: "inactivity",
    name: "Ninety days without a sign of life",
    timing: { kind: "inactivity", days: 90 },
    mood: "plain",
    priority: 55,
    lastsDays: 29,
  },
  {
    id: "quarterly-visit",
    name: "Visit of the quarter",
    timing: { kind: "once-in", span: "quarter" },
    mood: "plain",
    priority: 50,
  },
  {
    id: "quarterly-call",
    name: "Call of the quarter",
    timing: { kind: "once-in", span: "quarter" },
    mood: "plain",
    priority: 45,
  },
  {
    id: "yearly-trip",
    name: "Trip of the year",
    timing: { kind: "once-in", span: "year" },
    mood: "cheerful",
    priority: 40,
  },
  {
    id: "weather-turn",
    name: "Turn of the weather",
    timing: { kind: "after-event", event: "weather", days: 0 },
    mood: "plain",
    priority: 35,
    lastsDays: 1,
  },
  {
    id: "weekend",
    name: "Every fourth weekend",
    timing: { kind: "weekend", everyWeeks: 4 },
    mood: "cheerful",
    priority: 10,
  },
];
