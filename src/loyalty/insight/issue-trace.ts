import type { Trace } from "../../shared/reason.js";
import type { EarningRecord, RuleEarning, RuleNotApplied } from "../ledger/earning-record.js";
import type { IssuedLot } from "../ledger/lot.js";

/** The earning a lot came from. */
export interface EarningOfLot {
  /** What the order or activity earned. */
  readonly earning: EarningRecord;
  /** Whether the lot is the first of its event: the rules that did not apply are told there, once. */
  readonly isFirstOfEvent: boolean;
  /** Whether it is the first of its kind there: rules that were wholly held back are told with it, once. */
  readonly isFirstOfKind: boolean;
}

/** How the points a lot was issued with came about: rule by rule where rules gave them. */
export function issueTraces(lot: IssuedLot, from: EarningOfLot | undefined): readonly Trace[] {
  const { source, original } = lot;
  const rules = source.rules ?? [];
  if (from === undefined || rules.length === 0) {
    const params = { source: source.kind, of: source.id };
    return [{ code: "points-granted", value: original, params }];
  }
  const { earning, isFirstOfEvent, isFirstOfKind } = from;
  const given = earning.rules
    .filter(({ kind }) => kind === lot.kind)
    .filter(({ rule, granted }) => (granted === 0 ? isFirstOfKind : rules.includes(rule)))
    .map(ruleTrace);
  const notApplied = isFirstOfEvent ? (earning.notApplied ?? []) : [];
  return [...given, ...notApplied.map(whyNotTrace)];
}

/** Why a rule gave nothing, as a leaf of 0. */
export function whyNotTrace({ rule, why, by }: RuleNotApplied): Trace {
  return { code: why, value: 0, params: { rule, ...(by !== undefined && { by }) } };
}

/** How a rule's points came about: what it asked for, to the fraction, and what was held back. */
export function ruleTrace({
  rule,
  basis,
  exact,
  wanted,
  granted,
  heldBack = [],
}: RuleEarning): Trace {
  const asked = { code: "points-asked", value: wanted, params: { basis, exact } };
  const held = heldBack.map(({ by, of, points }) => ({
    code: "points-held-back",
    value: 0 - points,
    params: { by, of },
  }));
  return { code: "rule-points", value: granted, params: { rule }, parts: [asked, ...held] };
}
