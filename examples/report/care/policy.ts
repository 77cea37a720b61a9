import type {
  CareBudget,
  CareCapacity,
  CareFollowUp,
  CarePolicy,
  ControlGroup,
} from "goodwill/care";
import { CHINESE_CALENDAR } from "goodwill/calendar-cn";
import { DEFAULT_CONTACT_POLICY } from "goodwill/customer";
import {
  MAINLAND_CHINA_OCCASIONS,
  PERSONAL_OCCASIONS,
  type OccasionCalendars,
  type OccasionRule,
} from "goodwill/relationship";
import { period, plainDate, timeZone, type Money } from "goodwill/shared";

const yuan = (amount: number): Money => ({ amount: Math.round(amount * 100), currency: "CNY" });

const SHANGHAI = timeZone("Asia/Shanghai");

/** The feasts that the company answers. */
const FEASTS: readonly string[] = ["spring-festival", "lantern"];

/** The customers' own occasions that the company answers. */
const OWN: readonly string[] = [
  "birthday",
  "relationship-anniversary",
  "complaint-resolved",
  "warranty-end",
  "after-delivery",
  "inactivity",
  "quarterly-visit",
];

/** The occasions of the quarter. */
export const OCCASIONS: readonly OccasionRule[] = [
  ...MAINLAND_CHINA_OCCASIONS.filter(({ id }) => FEASTS.includes(id)),
  ...PERSONAL_OCCASIONS.filter(({ id }) => OWN.includes(id)),
];

/** Days off and make-up workdays of the Spring Festival, as announced through the end of February. */
export const CALENDARS = {
  lunar: CHINESE_CALENDAR,
  holidays: {
    days: [
      { holiday: "new-year", date: plainDate("2026-01-01"), kind: "statutory" },
      { holiday: "new-year", date: plainDate("2026-01-02"), kind: "statutory" },
      ...Array.from({ length: 9 }, (_, i) => ({
        holiday: "spring-festival",
        date: plainDate(`2026-02-${String(15 + i)}`),
        kind: "statutory" as const,
      })),
    ],
    makeUpWorkdays: [plainDate("2026-01-04"), plainDate("2026-02-14"), plainDate("2026-02-28")],
    coverage: period(plainDate("2026-01-01"), plainDate("2026-03-01")),
  },
} satisfies OccasionCalendars;

/** A week after a gift the customer is asked how it was. */
const FORM: CareFollowUp = {
  kind: "feedback-form",
  afterDays: 7,
  lastsDays: 21,
  channels: ["email", "sms"],
};

const care = { purpose: "care" } as const;
const written = { ...care, channels: ["sms", "email"], cost: yuan(0.1) } as const;

/** What the company does for whom: effects in points, a greeting by text message as 1. */
export const POLICY: CarePolicy = {
  rules: [
    {
      ...care,
      ...{ id: "visit-of-the-quarter", classes: ["A"], occasions: ["quarterly-visit"] },
      ...{ kind: "visit", channels: ["visit"], cost: yuan(80), effect: 12 },
    },
    {
      ...care,
      ...{ id: "anniversary-call", classes: ["A"], occasions: ["relationship-anniversary"] },
      ...{ kind: "call", channels: ["phone"], cost: yuan(10), effect: 6 },
    },
    {
      ...care,
      ...{ id: "spring-hamper", classes: ["A"], occasions: ["spring-festival"], kind: "gift" },
      ...{ content: "a hamper for the New Year", channels: ["post"], leadDays: 10 },
      ...{ cost: yuan(200), effect: 10, followUp: FORM },
    },
    {
      ...care,
      ...{ id: "spring-tea", classes: ["B"], occasions: ["spring-festival"], kind: "gift" },
      ...{ content: "a tin of tea", channels: ["post"], leadDays: 10 },
      ...{ cost: yuan(60), effect: 4, followUp: FORM },
    },
    {
      ...written,
      ...{ id: "feast-greeting", classes: "any", occasions: FEASTS, kind: "message", effect: 1 },
    },
    {
      ...care,
      ...{ id: "birthday-cake", classes: ["A"], occasions: ["birthday"], kind: "cake" },
      ...{ channels: ["post"], cost: yuan(150), effect: 9, followUp: FORM },
    },
    {
      ...written,
      ...{ id: "birthday-greeting", classes: "any", occasions: ["birthday"], kind: "message" },
      effect: 3,
    },
    {
      ...written,
      ...{ id: "anniversary-greeting", classes: "any", kind: "message", effect: 1.5 },
      occasions: ["relationship-anniversary"],
    },
    {
      ...care,
      ...{ id: "warranty-check", classes: "any", occasions: ["warranty-end"] },
      ...{ kind: "service-check", channels: ["email", "sms"], cost: yuan(15), effect: 4 },
    },
    {
      ...written,
      ...{ id: "after-complaint", classes: "any", occasions: ["complaint-resolved"] },
      ...{ kind: "message", effect: 5 },
    },
    {
      ...written,
      ...{ id: "delivery-form", classes: "any", occasions: ["after-delivery"] },
      ...{ kind: "feedback-form", effect: 2 },
    },
    {
      ...written,
      ...{ id: "come-back", classes: "any", occasions: ["inactivity"], kind: "recommendation" },
      effect: 2,
    },
  ],
  limits: {
    A: {
      gifts: { perOccasion: yuan(300), perYear: yuan(600) },
      contacts: { perDay: 1, perWeek: 2, perMonth: 4 },
      spacingDays: 2,
    },
  },
  otherwise: {
    gifts: { perOccasion: yuan(100) },
    contacts: { perDay: 1, perWeek: 1, perMonth: 2 },
    spacingDays: 3,
  },
  quietHours: { from: "21:00", until: "08:00" },
  dueFrom: "09:30",
  timeZone: SHANGHAI,
  contact: {
    ...DEFAULT_CONTACT_POLICY,
    timeZone: SHANGHAI,
    purposes: { care: { messageClass: "promotional", coveredBy: ["newsletter"] } },
    // Who bought within two years may be visited, called and sent a parcel; messages need a consent.
    existingCustomer: {
      purposes: ["care"],
      channels: ["post", "phone", "visit"],
      withinMonths: 24,
      sameCategory: false,
    },
  },
};

/** What the quarter may cost. */
export const BUDGET: CareBudget = {
  plan: yuan(20_000),
  perClass: { A: yuan(14_000), B: yuan(5_000), C: yuan(1_000) },
};

/** One visit and one call a week for each member of staff. */
export const CAPACITIES: readonly CareCapacity[] = [
  { owner: "any", kind: "visit", perWeek: 1 },
  { owner: "any", kind: "call", perWeek: 1 },
];

/** One customer in five gets no care, so that it shows what care does. */
export const CONTROL: ControlGroup = { campaign: "care-2026Q1", share: 0.2, salt: "lanhai" };
