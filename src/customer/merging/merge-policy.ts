import type { CustomerField } from "./customer-record.js";

/**
 * By what one value beats another: `source-rank` the more trusted source, `recency` the later confirmed,
 * `completeness` the one that says more (a birthday with its year, a longer name or language tag, a list of more
 * entries), `earliest` the earlier of two days.
 */
export type SurvivorshipCriterion = "source-rank" | "recency" | "completeness" | "earliest";

/** How one value is chosen where sources differ. */
export interface MergePolicy {
  /** The sources, the most trusted first; a source that is not listed comes after them, equal to others like it. */
  readonly sources: readonly string[];
  /** What decides, in this order: the next one only where the one before leaves two values equal. */
  readonly order: readonly SurvivorshipCriterion[];
  /** Fields with an order of their own, in place of `order`. */
  readonly fieldOrders: Readonly<Partial<Record<CustomerField, readonly SurvivorshipCriterion[]>>>;
  /** Systems of identifiers in which a customer has one value only, such as a tax number: two are a conflict. */
  readonly exclusiveIdentifiers: readonly string[];
}

/**
 * Trust first, then the latest word, then the one that says more; a birthday with its year beats one without, and the
 * relationship began on the earliest day any department knows.
 *
 * @remarks The conflict resolutions "trust your friends" and "keep up to date" of Bleiholder and Naumann (2009, Data
 * fusion, ACM Computing Surveys 41(1), section 3), and "most complete" of their functions. Which source is trusted,
 * only the firm knows: the list is empty.
 */
export const DEFAULT_MERGE_POLICY: MergePolicy = {
  sources: [],
  order: ["source-rank", "recency", "completeness"],
  fieldOrders: {
    birthday: ["completeness", "source-rank", "recency"],
    since: ["earliest", "source-rank", "recency"],
  },
  exclusiveIdentifiers: [],
};
