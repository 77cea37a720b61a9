import type { DistinctCustomers } from "./business-touchpoint.js";

// Counting distinct customers, mergeable. Internal: not part of the package's surface.

/** How many hashes are kept: the estimate has a standard error of 1 / sqrt(k - 2), 3.1 percent. */
const KEPT_HASHES = 1024;

/** No customer yet. */
export function noCustomers(counting: "exact" | "estimated"): DistinctCustomers {
  return counting === "exact" ? { ids: {} } : { hashes: [] };
}

/** Takes in a customer, in place. */
export function addCustomer({ ids, hashes }: DistinctCustomers, customer: string): void {
  // An id that is the name of the prototype would vanish in a plain assignment; the others may stand as they are.
  if (ids !== undefined) ids[customer === "__proto__" ? " __proto__" : customer] = 1;
  if (hashes !== undefined) keepHash(hashes, hashOf(customer));
}

/** Takes in all customers of another count, in place. */
export function addCustomers(into: DistinctCustomers, other: DistinctCustomers): void {
  if (into.ids !== undefined) Object.assign(into.ids, other.ids);
  for (const hash of other.hashes ?? []) if (into.hashes !== undefined) keepHash(into.hashes, hash);
}

/**
 * How many there are: exact, or estimated from the k-th smallest of hashes spread evenly on 0..1.
 *
 * The estimate (k - 1) / h_k is without bias (Beyer and others 2007, SIGMOD, "On synopses for distinct-value estimation
 * under multiset operations"); below k customers it is exact.
 */
export function countCustomers({ ids, hashes }: DistinctCustomers): number {
  if (ids !== undefined) return Object.keys(ids).length;
  const kept = hashes ?? [];
  if (kept.length < KEPT_HASHES) return kept.length;
  return Math.round(((KEPT_HASHES - 1) / (kept[KEPT_HASHES - 1] as number)) * 2 ** 53);
}

/** The standard error of such a number as a share of it; 0 where it is exact. */
export function customersErrorShare({ hashes }: DistinctCustomers): number {
  return (hashes ?? []).length < KEPT_HASHES ? 0 : 1 / Math.sqrt(KEPT_HASHES - 2);
}

function keepHash(hashes: number[], hash: number): void {
  if (hashes.length === KEPT_HASHES && hash >= (hashes[KEPT_HASHES - 1] as number)) return;
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] as number) < hash) low = middle + 1;
    else high = middle;
  }
  if (hashes[low] === hash) return;
  hashes.splice(low, 0, hash);
  if (hashes.length > KEPT_HASHES) hashes.pop();
}

/** 53 bits from two 32-bit multiplicative hashes with the finalizer of MurmurHash3 (Appleby), 1 or more. */
function hashOf(text: string): number {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x85ebca77);
    second = Math.imul(second ^ unit, 0xc2b2ae3d);
  }
  first = finish(first ^ Math.imul(second, 0x9e3779b1));
  second = finish(second ^ first);
  return (second & 0x1fffff) * 2 ** 32 + (first >>> 0) + 1;
}

function finish(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
