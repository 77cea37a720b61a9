import type { Instant } from "../../../shared/time/instant.js";
import type { Purchase } from "../../record/purchase.js";
import type { LifecyclePolicy } from "../policy.js";

/** A fact as it is quoted: its id, its moment and its day as days since 1970-01-01 in the declared zone. */
export interface Mark {
  readonly id: string;
  readonly at: Instant;
  readonly day: number;
}

/** A purchase that brought something not bought before. */
export interface Extension extends Mark {
  readonly product: string;
}

/** A purchase with what is left of it, by product, and its neighbours among those of which something is kept. */
interface Bought {
  readonly id: string;
  readonly at: Instant;
  /** The day in the zone; where its clock went back over midnight, not before that of the purchase before. */
  day: number;
  /** The day the zone's clock showed. */
  readonly ownDay: number;
  readonly left: Map<string, { quantity: number; readonly group: string }>;
  /** Of how many products something is kept. */
  kept: number;
  before: Bought | undefined;
  after: Bought | undefined;
}

/**
 * What a customer has bought and kept, brought forward purchase by purchase. Purchases of which something is kept
 * form a chain in the order of time, from which a return takes its purchase out, so that no return goes through all
 * purchases.
 */
export interface Buying {
  readonly byId: Map<string, Bought>;
  /** The first purchase of which something is kept. */
  first: Bought | undefined;
  /** The last. */
  last: Bought | undefined;
  /** Days between neighbouring occasions, ascending; there is one occasion more, if there is any. */
  readonly intervals: number[];
}

/** Quantities nearer to 0 than this are none: sums of tenths leave crumbs. */
const CRUMB = 1e-9;

/** Nothing bought yet. */
export function noBuying(): Buying {
  return { byId: new Map(), first: undefined, last: undefined, intervals: [] };
}

/** Takes in a purchase; those before it are in already. */
export function takePurchase(
  buying: Buying,
  purchase: Purchase,
  { day, policy }: { readonly day: number; readonly policy: LifecyclePolicy },
): void {
  const left: Bought["left"] = new Map();
  for (const { product, category, quantity } of purchase.lines) {
    const known = left.get(product);
    const group = policy.extensionBy === "category" ? (category ?? product) : product;
    if (known === undefined) left.set(product, { quantity, group });
    else known.quantity += quantity;
  }
  const kept = [...left.values()].filter(isKept).length;
  const { id, at } = purchase;
  const before = kept === 0 ? undefined : buying.last;
  const bought: Bought = { id, at, day, ownDay: day, left, kept, before, after: undefined };
  buying.byId.set(id, bought);
  if (kept === 0) return;
  if (before === undefined) buying.first = bought;
  else {
    before.after = bought;
    bought.day = Math.max(day, before.day);
    addInterval(buying, bought, policy);
  }
  buying.last = bought;
}

/** Takes in a return of a purchase that is in already. */
export function takeReturn(
  buying: Buying,
  given: Purchase,
  { policy }: { readonly policy: LifecyclePolicy },
): void {
  const bought = buying.byId.get(given.returnOf ?? "");
  if (bought === undefined) return;
  const { kept } = bought;
  for (const { product, quantity } of given.lines) {
    const known = bought.left.get(product);
    if (known === undefined) continue;
    const wasKept = isKept(known);
    known.quantity += quantity;
    if (wasKept && !isKept(known)) bought.kept -= 1;
  }
  if (kept > 0 && bought.kept === 0) takeOut(buying, bought, policy);
}

function isKept({ quantity }: { readonly quantity: number }): boolean {
  return quantity > CRUMB;
}

/** Takes a purchase out of the chain. */
function takeOut(buying: Buying, bought: Bought, policy: LifecyclePolicy): void {
  const { before, after } = bought;
  removeInterval(buying, bought, policy);
  if (after !== undefined) removeInterval(buying, after, policy);
  if (before === undefined) buying.first = after;
  else before.after = after;
  if (after === undefined) buying.last = before;
  else after.before = before;
  // Only where a clock went back over midnight does the day of a later purchase hang on the one taken out.
  for (let next = after; next !== undefined; next = next.after) {
    const day = Math.max(next.ownDay, next.before?.day ?? next.ownDay);
    const isSame = day === next.day;
    if (!isSame && next.after !== undefined) removeInterval(buying, next.after, policy);
    next.day = day;
    addInterval(buying, next, policy);
    if (isSame) return;
  }
}

/** The days from the purchase before, where the two are two occasions. */
function intervalTo(bought: Bought, { sameDayOnce }: LifecyclePolicy): number | undefined {
  if (bought.before === undefined) return undefined;
  const days = bought.day - bought.before.day;
  return sameDayOnce && days === 0 ? undefined : days;
}

function addInterval({ intervals }: Buying, bought: Bought, policy: LifecyclePolicy): void {
  const days = intervalTo(bought, policy);
  if (days !== undefined) intervals.splice(placeOf(intervals, days), 0, days);
}

function removeInterval({ intervals }: Buying, bought: Bought, policy: LifecyclePolicy): void {
  const days = intervalTo(bought, policy);
  if (days !== undefined) intervals.splice(placeOf(intervals, days), 1);
}

/** Where a number is, or belongs, among ascending ones. */
function placeOf(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The occasions on which something kept was bought, the first purchase of each, and those that brought something new.
 */
export function occasionsOf(
  { first }: Buying,
  policy: LifecyclePolicy,
): { readonly occasions: readonly Mark[]; readonly extensions: readonly Extension[] } {
  const occasions: Mark[] = [];
  const extensions: Extension[] = [];
  const groups = new Set<string>();
  let extendedBy = -1;
  for (let bought = first; bought !== undefined; bought = bought.after) {
    const { id, at, day } = bought;
    const isNext = bought === first || intervalTo(bought, policy) !== undefined;
    if (isNext) occasions.push({ id, at, day });
    const occasion = occasions.length - 1;
    const fresh = [...bought.left].filter(([, one]) => isKept(one) && !groups.has(one.group));
    if (occasion > 0 && extendedBy < occasion && fresh.length > 0) {
      const [product] = fresh.map(([name]) => name).sort();
      extensions.push({ id, at, day, product: product ?? "" });
      extendedBy = occasion;
    }
    for (const [, { group }] of fresh) groups.add(group);
  }
  return { occasions, extensions };
}
