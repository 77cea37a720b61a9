import type { FieldTravel } from "./field-travel.js";

/** How long it takes from place to place, in whole milliseconds. @internal */
export interface TravelTable {
  /** The number of each place. */
  readonly place: ReadonlyMap<string, number>;
  /** The ids of the places. */
  readonly ids: readonly string[];
  /** By place and place: how long the way takes. */
  readonly direct: Float64Array;
  /** How long the shortest way takes, by way of other places. */
  readonly shortest: (from: number, to: number) => number;
}

const MINUTE_MS = 60_000;

/** The travel times as numbers; they must be valid. @internal */
export function travelTable({ places, minutes }: FieldTravel): TravelTable {
  const count = places.length;
  const direct = new Float64Array(count * count);
  for (let from = 0; from < count; from += 1) {
    for (let to = 0; to < count; to += 1) {
      direct[from * count + to] = from === to ? 0 : Math.round(minutes[from]![to]! * MINUTE_MS);
    }
  }
  const shortest = direct.slice();
  // Floyd and Warshall (1962): a host's own times need not be the shortest.
  for (let via = 0; via < count; via += 1) {
    for (let from = 0; from < count; from += 1) {
      const first = shortest[from * count + via]!;
      for (let to = 0; to < count; to += 1) {
        const through = first + shortest[via * count + to]!;
        if (through < shortest[from * count + to]!) shortest[from * count + to] = through;
      }
    }
  }
  return {
    place: new Map(places.map((id, i) => [id, i])),
    ids: places,
    direct,
    shortest: (from, to) => shortest[from * count + to]!,
  };
}
