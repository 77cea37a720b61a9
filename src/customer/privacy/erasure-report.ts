import type { Customer } from "../record/customer.js";
import type { ErasureEntry } from "./erasure-entry.js";
import type { KeptField } from "./redacted-customer.js";
import { isRedactedCustomer } from "./redacted-customer.js";
import type { RetentionPolicy } from "./retention-policy.js";

/** What there was and what is left of it, in numbers. */
interface ErasureFigures {
  readonly policy: RetentionPolicy;
  readonly keep: readonly KeptField[];
  readonly purchases: { readonly given: number; readonly kept: number };
  readonly proofs: number;
  readonly suppressed: number;
  readonly others: readonly { readonly section: string; readonly entries: number }[];
}

/** What became of each field and section, in their order; what was not there is not listed. */
export function erasureReport(
  customer: Customer,
  { policy, keep, purchases, proofs, suppressed, others }: ErasureFigures,
): readonly ErasureEntry[] {
  const isDone = isRedactedCustomer(customer);
  const fields = Object.entries(customer).flatMap(([field, value]: [string, unknown]) => {
    const entries = Array.isArray(value) ? value.length : 1;
    if (value === undefined || entries === 0) return [];
    if (field === "kind") return [kept(field, "erasure-names-nobody")];
    const ground = keep.find((one) => one.field === field);
    if (ground !== undefined) {
      const params = { field, why: ground.why };
      return [
        {
          field,
          outcome: "kept" as const,
          entries,
          reason: { code: "erasure-kept-on-ground", params },
        },
      ];
    }
    if (field === "id" || field === "name") {
      return [isDone ? kept(field, "erasure-names-nobody") : replaced(field)];
    }
    return [removed(field, entries)];
  });
  const { given, kept: keptPurchases } = purchases;
  return [
    ...fields,
    ...termEntry("consents as proofs", { entries: proofs, years: policy.consentProofYears }),
    ...(suppressed === 0 ? [] : [hashed(suppressed)]),
    ...termEntry("purchases", { entries: keptPurchases, years: policy.purchaseYears }),
    ...(given === keptPurchases ? [] : [removed("purchases", given - keptPurchases)]),
    ...others
      .filter(({ entries }) => entries > 0)
      .toSorted((a, b) => (a.section < b.section ? -1 : 1))
      .map(({ section, entries }) => removed(section, entries)),
  ];
}

function kept(field: string, code: string): ErasureEntry {
  return { field, outcome: "kept", entries: 1, reason: { code, params: { field } } };
}

function removed(field: string, entries: number): ErasureEntry {
  const reason = { code: "erasure-removed", params: { field, entries } };
  return { field, outcome: "removed", entries, reason };
}

function replaced(field: string): ErasureEntry {
  const reason = { code: "erasure-replaced", params: { field } };
  return { field, outcome: "replaced", entries: 1, reason };
}

function hashed(entries: number): ErasureEntry {
  const reason = { code: "erasure-kept-as-hash", params: { entries } };
  return { field: "addresses", outcome: "replaced", entries, reason };
}

function termEntry(
  field: string,
  { entries, years }: { readonly entries: number; readonly years: number },
): readonly ErasureEntry[] {
  if (entries === 0) return [];
  const reason = { code: "erasure-kept-by-law", params: { field, entries, years } };
  return [{ field, outcome: "kept", entries, reason }];
}
