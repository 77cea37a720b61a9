/** A place on the map. */
export interface FieldPlace {
  /** The host's id; unique. */
  readonly id: string;
  /** Degrees north, from -90 to 90. */
  readonly latitude: number;
  /** Degrees east, from -180 to 180. */
  readonly longitude: number;
}

/** How long it takes from place to place; there and back need not be the same. */
export interface FieldTravel {
  /** The ids of the places, each once. */
  readonly places: readonly string[];
  /** The minutes from each place (row) to each (column), in the order of `places`; 0 or more. */
  readonly minutes: readonly (readonly number[])[];
}

/** How distance becomes time. */
export interface TravelByDistanceOptions {
  /** The speed, in kilometres an hour; above 0. */
  readonly kilometresHourly: number;
  /** By how much the way is longer than the crow flies, as a factor of at least 1; 1 when absent. */
  readonly detourFactor?: number;
}

/** The mean radius of the earth (IUGG), in kilometres. */
const EARTH_KM = 6371.0088;

/**
 * How long does it take from place to place, when all one knows is where they are?
 *
 * The distance along the great circle, times the detour, at one speed. It knows neither roads nor traffic: where it
 * matters, pass the matrix of a routing service.
 *
 * @remarks The haversine formula on a sphere of the mean radius; off by at most 0.6 percent from the ellipsoid.
 * @param places - The places.
 * @param options - Speed and detour.
 * @returns The matrix of minutes, not rounded.
 * @throws RangeError when a place stands twice or is not on earth, the speed is not above 0, or the detour is below 1.
 * @example
 * ```ts
 * import { travelByDistance } from "goodwill/service";
 *
 * const places = [
 *   { id: "depot", latitude: 31.23, longitude: 121.47 },
 *   { id: "shop", latitude: 31.23, longitude: 121.57 },
 * ];
 * const { minutes } = travelByDistance(places, { kilometresHourly: 30, detourFactor: 1.3 });
 * Math.round(minutes[0]![1]!); // => 25
 * ```
 */
export function travelByDistance(
  places: readonly FieldPlace[],
  { kilometresHourly, detourFactor = 1 }: TravelByDistanceOptions,
): FieldTravel {
  const task = "Cannot compute travel times";
  if (!(Number.isFinite(kilometresHourly) && kilometresHourly > 0)) {
    throw new RangeError(
      `${task}: kilometresHourly must be finite and above 0, got ${kilometresHourly}`,
    );
  }
  if (!(Number.isFinite(detourFactor) && detourFactor >= 1)) {
    throw new RangeError(
      `${task}: detourFactor must be finite and at least 1, got ${detourFactor}`,
    );
  }
  const ids = new Set<string>();
  for (const { id, latitude, longitude } of places) {
    if (ids.has(id)) throw new RangeError(`${task}: each place must stand once, got ${id} again`);
    ids.add(id);
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new RangeError(`${task}: place ${id} must be on earth, got ${latitude}, ${longitude}`);
    }
  }
  const minutesPerKm = (60 / kilometresHourly) * detourFactor;
  return {
    places: places.map(({ id }) => id),
    minutes: places.map((from) => places.map((to) => kilometres(from, to) * minutesPerKm)),
  };
}

function kilometres(from: FieldPlace, to: FieldPlace): number {
  const [north, otherNorth] = [radians(from.latitude), radians(to.latitude)];
  const up = Math.sin((otherNorth - north) / 2);
  const along = Math.sin(radians(to.longitude - from.longitude) / 2);
  const half = up * up + Math.cos(north) * Math.cos(otherNorth) * along * along;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
