/** A question that a customer database answers (CUS-4). */
export type CustomerQuestionId =
  | "who"
  | "willingness-to-pay"
  | "products-in-use"
  | "features-and-benefits"
  | "where-they-buy"
  | "why-us"
  | "what-when-how"
  | "how-much";

/** A question that a customer database answers, in words. */
export interface CustomerQuestion {
  /** Which one. */
  readonly id: CustomerQuestionId;
  /** The question, in English. */
  readonly text: string;
}

/** The questions a customer database answers (CUS-4), in the order of the rule. */
export const CUSTOMER_QUESTIONS: readonly CustomerQuestion[] = [
  { id: "who", text: "Who are they?" },
  { id: "willingness-to-pay", text: "What would they pay?" },
  { id: "products-in-use", text: "Which products do they use now, and what is the trend?" },
  { id: "features-and-benefits", text: "Which features and benefits do they seek?" },
  { id: "where-they-buy", text: "Where do they buy?" },
  { id: "why-us", text: "Why do they buy from us and not from others?" },
  { id: "what-when-how", text: "What do they want, when, and how?" },
  { id: "how-much", text: "How much do they spend for it?" },
];
