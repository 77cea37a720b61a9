import type { TimeZone } from "../../shared/time/time-zone.js";
import type { Money } from "../../shared/money/money.js";
import type { CarePolicy } from "./care-policy.js";
import type { CareFollowUp } from "./care-rule.js";

const cny = (amount: number): Money => ({ amount, currency: "CNY" });

/** The feasts on which gifts and cards are given. */
const FESTIVALS = [
  "spring-festival",
  "dragon-boat",
  "mid-autumn",
  "national-day",
  "thanksgiving",
  "christmas",
  "year-end",
] as const;

/** A feedback form goes with every gift (CARE-3): a week later, to be filled in within a month. */
const FEEDBACK_FORM: CareFollowUp = {
  kind: "feedback-form",
  afterDays: 7,
  lastsDays: 30,
  channels: ["email", "sms", "messaging", "post"],
};

/**
 * Care by class, as a first policy to start from (CARE-3).
 *
 * | class | care |
 * |---|---|
 * | A, key customers | a yearly trip inside the province, festival gifts, a birthday cake; gifts of at most CNY 500 |
 * | B | a gift on every festival, a birthday greeting; gifts of at most CNY 100 |
 * | all others | a card or text message on every festival, a birthday greeting; gifts of at most CNY 100 |
 *
 * A feedback form goes with every gift. Customers are contacted from 09:00, never from 21:00 to 08:00, at most once a
 * day and twice a week. It answers the occasions `spring-festival`, `dragon-boat`, `mid-autumn`,
 * `national-day`, `thanksgiving`, `christmas`, `year-end`, `birthday` and `yearly-trip`, for the purpose `care`, which
 * needs the customer's consent. Women's Day and Mother's Day are not for everybody: answer them with rules of your own
 * for a segment.
 *
 * The rule gives the classes, the means and the caps on gifts. What each action costs and what effect it has (here in
 * points, a text message as 1) is an example: put the firm's own figures in their place.
 *
 * @remarks CARE-3 names caps for key and ordinary customers and is silent on class B, which gets the lower one.
 */
export const DEFAULT_CARE_POLICY: CarePolicy = {
  rules: [
    {
      id: "yearly-trip",
      classes: ["A"],
      occasions: ["yearly-trip"],
      kind: "trip",
      form: "inside the province",
      channels: ["phone", "email", "messaging", "post"],
      purpose: "care",
      cost: cny(2000_00),
      effect: 40,
      atMost: { times: 1, per: "year" },
      followUp: FEEDBACK_FORM,
    },
    {
      id: "birthday-cake",
      classes: ["A"],
      occasions: ["birthday"],
      kind: "cake",
      channels: ["post", "visit"],
      purpose: "care",
      cost: cny(200_00),
      effect: 12,
      followUp: FEEDBACK_FORM,
    },
    {
      id: "key-festival-gift",
      classes: ["A"],
      occasions: FESTIVALS,
      kind: "gift",
      channels: ["post", "visit"],
      purpose: "care",
      cost: cny(500_00),
      effect: 15,
      followUp: FEEDBACK_FORM,
    },
    {
      id: "festival-gift",
      classes: ["B"],
      occasions: FESTIVALS,
      kind: "gift",
      channels: ["post", "visit"],
      purpose: "care",
      cost: cny(100_00),
      effect: 6,
      followUp: FEEDBACK_FORM,
    },
    {
      id: "festival-card",
      classes: "any",
      occasions: FESTIVALS,
      kind: "card",
      channels: ["post"],
      purpose: "care",
      cost: cny(5_00),
      effect: 2,
    },
    {
      id: "festival-message",
      classes: "any",
      occasions: FESTIVALS,
      kind: "message",
      channels: ["sms", "messaging", "email"],
      purpose: "care",
      cost: cny(10),
      effect: 1,
    },
    {
      id: "birthday-greeting",
      classes: "any",
      occasions: ["birthday"],
      kind: "message",
      channels: ["sms", "messaging", "email", "post"],
      purpose: "care",
      cost: cny(10),
      effect: 3,
    },
  ],
  limits: {
    A: {
      gifts: { perOccasion: cny(500_00) },
      contacts: { perDay: 1, perWeek: 2 },
    },
  },
  otherwise: {
    gifts: { perOccasion: cny(100_00) },
    contacts: { perDay: 1, perWeek: 2 },
  },
  quietHours: { from: "21:00", until: "08:00" },
  dueFrom: "09:00",
  timeZone: "Asia/Shanghai" as TimeZone,
};
