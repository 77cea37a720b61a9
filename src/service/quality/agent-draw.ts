import type { RandomSource } from "../../shared/random.js";
import { compareText } from "../../shared/text-order.js";
import { partsOf } from "./contact-time.js";
import type { SampledMonth } from "./contact-time.js";
import type { QualityContact } from "./quality-contact.js";
import type { QualitySamplePolicy } from "./quality-sample.js";
import { strataByChance, stratumOf } from "./stratum.js";
import type { StrataFound, Stratum } from "./stratum.js";

/** A contact that can be chosen. @internal */
export interface EligibleContact {
  /** The contact. */
  readonly contact: QualityContact;
  /** When it began, in epoch milliseconds. */
  readonly at: number;
}

/** One customer of an agent, by the one contact that stands for them. @internal */
export interface DrawnCustomer extends EligibleContact {
  /** How many contacts it was chosen from. */
  readonly contacts: number;
  /** Its stratum: the same object for all of the same one. */
  readonly stratum: Stratum;
  /** Its place by chance within the stratum. */
  readonly key: number;
}

/** What drawing needs. @internal */
export interface DrawTerms {
  /** The agent's random numbers. */
  readonly random: RandomSource;
  /** The rules. */
  readonly policy: QualitySamplePolicy;
  /** The month. */
  readonly within: SampledMonth;
}

/** An agent's customers in the order they are sampled in. @internal */
export interface StratifiedList {
  /** The customers: strata stand together. */
  readonly list: readonly DrawnCustomer[];
  /** The strata they are in. */
  readonly strata: StrataFound;
}

/**
 * The customers of an agent, one contact each chosen by chance, in a list in which strata stand together: channels in
 * an order by chance, outcomes within them, times within those, customers of a stratum by chance.
 * @internal
 */
export function stratifiedList(
  eligible: readonly EligibleContact[],
  terms: DrawTerms,
): StratifiedList {
  const strata: StrataFound = new Map();
  const drawn = drawnCustomers(eligible, { ...terms, strata });
  const places = new Map(strataByChance(strata, terms.random).map((one, index) => [one, index]));
  const placed = drawn.map((one) => ({ one, place: places.get(one.stratum)! + one.key }));
  placed.sort((a, b) => a.place - b.place);
  return { list: placed.map(({ one }) => one), strata };
}

function drawnCustomers(
  eligible: readonly EligibleContact[],
  { random, policy, within, strata }: DrawTerms & { readonly strata: StrataFound },
): readonly DrawnCustomer[] {
  const byCustomer = new Map<string, EligibleContact[]>();
  for (const one of eligible) {
    const own = byCustomer.get(one.contact.customer);
    if (own === undefined) byCustomer.set(one.contact.customer, [one]);
    else own.push(one);
  }
  // Chance is dealt out in the order of ids, so that the order of the rows does not matter.
  return [...byCustomer.keys()].sort().map((customer) => {
    const own = byCustomer.get(customer)!;
    if (own.length > 1) orderById(own);
    const key = random();
    const chosen = own.length === 1 ? own[0]! : own[Math.floor(random() * own.length)]!;
    const [monthPart, dayPart] = partsOf(chosen.at, { policy, within });
    const { channel, outcome } = chosen.contact;
    const stratum = stratumOf(strata, { channel, outcome, monthPart, dayPart });
    return { contact: chosen.contact, at: chosen.at, contacts: own.length, stratum, key };
  });
}

function orderById(own: EligibleContact[]): void {
  own.sort((a, b) => compareText(a.contact.id, b.contact.id));
  const twice = own.find(({ contact }, place) => contact.id === own[place - 1]?.contact.id);
  if (twice === undefined) return;
  throw new RangeError(
    `Cannot sample contacts: each id must stand once, got ${JSON.stringify(twice.contact.id)} twice`,
  );
}

/**
 * Every so-many-th of a list from a start by chance: each place has the same chance of `size` by length.
 *
 * @remarks Systematic sampling with a fractional interval: Madow and Madow (1944, Annals of Mathematical Statistics
 * 15:1).
 * @internal
 */
export function systematicPlaces(
  length: number,
  { size, random }: { readonly size: number; readonly random: RandomSource },
): readonly number[] {
  if (length <= size) return Array.from({ length }, (_, place) => place);
  const step = length / size;
  const start = random() * step;
  // Rounding could carry the last place over the end.
  return Array.from({ length: size }, (_, k) => Math.min(length - 1, Math.floor(start + k * step)));
}

/**
 * Who comes instead of whom: in rounds over the places chosen, the next one that is free, in the same stratum if there
 * is one there.
 * @internal
 */
export function substitutePlaces(
  list: readonly DrawnCustomer[],
  { chosen, size }: { readonly chosen: readonly number[]; readonly size: number },
): readonly (readonly [place: number, insteadOf: number])[] {
  const used = new Set(chosen);
  const found: (readonly [number, number])[] = [];
  while (found.length < size && used.size < list.length) {
    const insteadOf = chosen[found.length % chosen.length]!;
    let nearest: number | undefined;
    let best: number | undefined;
    for (let step = 1; step < list.length && best === undefined; step += 1) {
      const place = (insteadOf + step) % list.length;
      if (used.has(place)) continue;
      nearest ??= place;
      if (list[place]!.stratum === list[insteadOf]!.stratum) best = place;
    }
    const place = best ?? nearest!;
    used.add(place);
    found.push([place, insteadOf]);
  }
  return found;
}
