import type { Reason } from "../../shared/reason.js";
import type { ComplaintKind } from "./complaint-kind.js";
import type { ComplaintRule } from "./complaint-rule.js";
import { foldedKeyword, hasKeyword } from "./keyword.js";

/** What a linter of complaint rules can find. */
export type ComplaintRuleFindingCode =
  | "complaint-rule-id-twice"
  | "complaint-rule-without-condition"
  | "complaint-rule-keyword-empty"
  | "complaint-rule-kind-unknown"
  | "complaint-rule-sub-kind-unknown"
  | "complaint-rule-never-fires"
  | "complaint-rule-always-beaten"
  | "complaint-rule-always-in-conflict";

/** Something about rules of classification that cannot be meant. */
export interface ComplaintRuleFinding extends Reason {
  /** What it is. */
  readonly code: ComplaintRuleFindingCode;
  /** The rule's place among the rules, from 0. */
  readonly index: number;
}

/** What rules are held against. */
export interface LintComplaintRulesOptions {
  /** The firm's catalogue; kinds are not looked at when absent. */
  readonly kinds?: readonly ComplaintKind[];
}

/**
 * Which rules of classification can never fire, or never decide?
 *
 * A rule never fires where a keyword it needs holds one it forbids, every keyword of `any` does, or a list it
 * needs one of is empty. It is always beaten where another rule of higher priority fires whenever it does and says
 * another kind, and always in conflict where that rule has the same priority.
 *
 * @param rules - The rules.
 * @param options - The catalogue.
 * @returns What was found, in the order of the rules; empty for rules that can all decide.
 * @example
 * ```ts
 * import { lintComplaintRules } from "goodwill/service";
 *
 * const rules = [
 *   { id: "late", kind: "late-delivery", any: ["late", "delayed"], priority: 2 },
 *   { id: "slow", kind: "service-quality", any: ["delayed"] },
 * ];
 * lintComplaintRules(rules).map(({ code, params }) => [code, params["rule"], params["by"]]);
 * // => [["complaint-rule-always-beaten", "slow", "late"]]
 * ```
 */
export function lintComplaintRules(
  rules: readonly ComplaintRule[],
  { kinds }: LintComplaintRulesOptions = {},
): readonly ComplaintRuleFinding[] {
  return rules.flatMap((rule, index) => {
    const found: ComplaintRuleFinding[] = [];
    const { id, kind, subKind, any, all = [], none = [] } = rule;
    const add = (code: ComplaintRuleFindingCode, params: Reason["params"] = {}): void => {
      found.push({ code, index, params: { rule: id, ...params } });
    };
    if (rules.findIndex((one) => one.id === id) < index) add("complaint-rule-id-twice");
    if (!hasCondition(rule)) add("complaint-rule-without-condition");
    for (const keyword of [...(any ?? []), ...all, ...none]) {
      if (foldedKeyword(keyword).text === "") add("complaint-rule-keyword-empty", { keyword });
    }
    const entry = kinds?.find((one) => one.id === kind);
    if (kinds !== undefined && entry === undefined) {
      add("complaint-rule-kind-unknown", { kind });
    } else if (
      entry !== undefined &&
      subKind !== undefined &&
      entry.subKinds.every((one) => one.id !== subKind)
    ) {
      add("complaint-rule-sub-kind-unknown", { kind, subKind });
    }
    if (neverFires(rule)) add("complaint-rule-never-fires");
    else {
      const beaten = rules.find(
        (other) =>
          priorityOf(other) >= priorityOf(rule) &&
          other.kind !== kind &&
          hasCondition(other) &&
          firesWhenever(other, rule),
      );
      if (beaten !== undefined) {
        const isEqual = priorityOf(beaten) === priorityOf(rule);
        const code = isEqual ? "complaint-rule-always-in-conflict" : "complaint-rule-always-beaten";
        add(code, { by: beaten.id });
      }
    }
    return found;
  });
}

function hasCondition({ any, all = [], none = [], products }: ComplaintRule): boolean {
  return any !== undefined || all.length + none.length > 0 || products !== undefined;
}

function priorityOf({ priority = 0 }: ComplaintRule): number {
  return priority;
}

function neverFires({ any, all = [], none = [], products }: ComplaintRule): boolean {
  if (any?.length === 0 || products?.length === 0) return true;
  const isBarred = (keyword: string): boolean => none.some((one) => implies(keyword, one));
  return all.some(isBarred) || any?.every(isBarred) === true;
}

/** Whether the first rule fires in every case in which the second does. */
function firesWhenever(first: ComplaintRule, second: ComplaintRule): boolean {
  const { any, all = [], none = [], products } = first;
  const sure = second.all ?? [];
  const isSure = (keyword: string): boolean => sure.some((one) => implies(one, keyword));
  const anyHolds =
    any === undefined ||
    any.some(isSure) ||
    second.any?.every((one) => any.some((keyword) => implies(one, keyword))) === true;
  const allHold = all.every(
    (keyword) => isSure(keyword) || (second.any?.every((one) => implies(one, keyword)) ?? false),
  );
  const noneHolds = none.every((keyword) =>
    (second.none ?? []).some((one) => implies(keyword, one)),
  );
  const productsHold =
    products === undefined || second.products?.every((one) => products.includes(one)) === true;
  return anyHolds && allHold && noneHolds && productsHold;
}

/** Whether every text that has the first keyword has the second. */
function implies(first: string, second: string): boolean {
  const [one, other] = [foldedKeyword(first), foldedKeyword(second)];
  // A beginning is in the text with any ending: it only implies a beginning of itself.
  if (one.open && !other.open) return false;
  return hasKeyword(one.text, other);
}
