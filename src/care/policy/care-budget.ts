import type { Money } from "../../shared/money/money.js";

/** How much a plan may cost. Each part is a limit of its own, without limit when absent. */
export interface CareBudget {
  /** All actions together. */
  readonly plan?: Money;
  /** The actions for any one customer. */
  readonly perCustomer?: Money;
  /** The actions for all customers of a value class. */
  readonly perClass?: Readonly<Record<string, Money>>;
  /** The actions of a team. */
  readonly perTeam?: Readonly<Record<string, Money>>;
}

/** How many visits or calls a member of staff can make in a week. */
export interface CareCapacity {
  /** The member of staff; everybody who is not named in an entry of their own when `any`. */
  readonly owner: string;
  /** What is counted. */
  readonly kind: "visit" | "call";
  /** In one week, Monday to Sunday, at most; whole, at least 0. */
  readonly perWeek: number;
}
