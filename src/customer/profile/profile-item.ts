import type { CustomerQuestionId } from "./customer-question.js";

/** The four kinds of information of a profile (CUS-3): who they are, what they did, what came of it, what they said. */
export type ProfileKind = "basic" | "behaviour" | "outcome" | "feedback";

/** The four kinds of information, in the order of CUS-3. */
export const PROFILE_KINDS: readonly ProfileKind[] = ["basic", "behaviour", "outcome", "feedback"];

/**
 * The items that the library finds in the customer's record, needs and purchases; a fact of the same item counts, too.
 *
 * `trend` needs purchases at two different moments. `contact` is the best address of any channel. `key-persons` looks
 * at those in office.
 */
export type DerivedProfileItem =
  | "name"
  | "birthday"
  | "language"
  | "contact"
  | "key-persons"
  | "products-in-use"
  | "trend"
  | "place-of-purchase"
  | "purchases"
  | "features-sought"
  | "wants";

/** One piece of information that belongs in a profile. */
export interface ProfileItem {
  /** Its name: one of {@link DerivedProfileItem}, or the host's own, known by facts of that item alone. */
  readonly id: string;
  /** Which of the four kinds of information it is. */
  readonly kind: ProfileKind;
  /** The question of CUS-4 it answers. */
  readonly question: CustomerQuestionId;
  /** How much it counts within the profile, above 0. */
  readonly weight: number;
  /** After how many days it is worth half; it does not age when absent. */
  readonly halfLifeDays?: number;
  /** The words to ask the customer in; it is only observed, never asked, when absent. */
  readonly ask?: string;
  /** The kind of customers that has it; both when absent. */
  readonly of?: "person" | "organisation";
}

/**
 * What belongs in a profile: 19 items over the four kinds and the eight questions.
 *
 * @remarks Kinds and questions are those of CUS-3 and CUS-4. Weights and half-lives are round figures of this library
 * to begin with: how fast an item goes out of date is measured in the firm's own data.
 */
export const PROFILE_ITEMS: readonly ProfileItem[] = [
  { id: "name", kind: "basic", question: "who", weight: 2, ask: "What is your full name?" },
  {
    id: "birthday",
    kind: "basic",
    question: "who",
    weight: 1,
    ask: "When is your birthday?",
    of: "person",
  },
  {
    id: "language",
    kind: "basic",
    question: "who",
    weight: 1,
    ask: "Which language shall we speak?",
  },
  {
    id: "contact",
    kind: "basic",
    question: "who",
    weight: 3,
    halfLifeDays: 730,
    ask: "Where can we reach you?",
  },
  {
    id: "key-persons",
    kind: "basic",
    question: "who",
    weight: 3,
    halfLifeDays: 365,
    ask: "Who decides about this on your side, and who works with it?",
    of: "organisation",
  },
  {
    id: "products-in-use",
    kind: "behaviour",
    question: "products-in-use",
    weight: 3,
    halfLifeDays: 365,
    ask: "Which products do you use now?",
  },
  { id: "trend", kind: "behaviour", question: "products-in-use", weight: 1, halfLifeDays: 365 },
  {
    id: "place-of-purchase",
    kind: "behaviour",
    question: "where-they-buy",
    weight: 2,
    halfLifeDays: 365,
    ask: "Where do you usually buy?",
  },
  { id: "visits", kind: "behaviour", question: "what-when-how", weight: 1, halfLifeDays: 90 },
  { id: "queries", kind: "behaviour", question: "what-when-how", weight: 1, halfLifeDays: 90 },
  { id: "purchases", kind: "outcome", question: "how-much", weight: 3, halfLifeDays: 365 },
  {
    id: "category-spend",
    kind: "outcome",
    question: "how-much",
    weight: 2,
    halfLifeDays: 365,
    ask: "How much do you spend on this in a year, with anybody?",
  },
  {
    id: "benefit-gained",
    kind: "outcome",
    question: "features-and-benefits",
    weight: 1,
    halfLifeDays: 365,
    ask: "What has it done for you so far?",
  },
  {
    id: "features-sought",
    kind: "feedback",
    question: "features-and-benefits",
    weight: 3,
    halfLifeDays: 365,
    ask: "Which features matter most to you?",
  },
  {
    id: "price-limit",
    kind: "feedback",
    question: "willingness-to-pay",
    weight: 2,
    halfLifeDays: 180,
    ask: "What would be a fair price for you?",
  },
  {
    id: "reason-for-choice",
    kind: "feedback",
    question: "why-us",
    weight: 2,
    halfLifeDays: 365,
    ask: "Why do you buy from us rather than from others?",
  },
  {
    id: "wants",
    kind: "feedback",
    question: "what-when-how",
    weight: 2,
    halfLifeDays: 180,
    ask: "What would you like to have next?",
  },
  {
    id: "preferred-time",
    kind: "feedback",
    question: "what-when-how",
    weight: 1,
    halfLifeDays: 730,
    ask: "When does it suit you best?",
  },
  {
    id: "preferred-way",
    kind: "feedback",
    question: "what-when-how",
    weight: 1,
    halfLifeDays: 730,
    ask: "How would you like to be served?",
  },
];
