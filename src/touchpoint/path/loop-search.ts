/** One loop of a journey. */
export interface FoundLoop {
  /** The touchpoints by number; the first and the last are the same. */
  readonly steps: readonly number[];
  /** Time between its steps, loops inside it left out. */
  readonly milliseconds: number;
}

/** The repeats, returns and loops of one journey. */
export interface FoundLoops {
  /** By touchpoint: how often it was returned to, and taken again straight away. */
  readonly visits: ReadonlyMap<number, { returns: number; repeats: number }>;
  /** Time of the repeats. */
  readonly repeatMs: number;
  /** Time of all loops. */
  readonly loopMs: number;
  /** The loops of at most so many touchpoints as asked, in the order they closed. */
  readonly loops: readonly FoundLoop[];
  /** How many were longer. */
  readonly longerLoops: number;
}

/** Follows a journey and takes each loop out of the way as it closes. */
export function findLoops(
  steps: readonly number[],
  options: { readonly waits: readonly number[]; readonly maxTouchpoints: number },
): FoundLoops {
  const visits = new Map<number, { returns: number; repeats: number }>();
  const loops: FoundLoop[] = [];
  // The way so far without loops, where each touchpoint stands on it, and the time that led there.
  const way: number[] = [];
  const placeOf = new Map<number, number>();
  const led: number[] = [];
  let repeatMs = 0;
  let loopMs = 0;
  let longerLoops = 0;
  steps.forEach((step, position) => {
    const wait = options.waits[position]!;
    const visited = visits.get(step);
    const isRepeat = way.at(-1) === step;
    if (visited === undefined) visits.set(step, { returns: 0, repeats: 0 });
    else if (isRepeat) visited.repeats += 1;
    else visited.returns += 1;
    if (isRepeat) {
      repeatMs += wait;
      return;
    }
    const place = placeOf.get(step);
    if (place === undefined) {
      placeOf.set(step, way.length);
      way.push(step);
      led.push(wait);
      return;
    }
    let milliseconds = wait;
    for (let at = place + 1; at < way.length; at += 1) {
      milliseconds += led[at]!;
      placeOf.delete(way[at]!);
    }
    loopMs += milliseconds;
    if (way.length - place > options.maxTouchpoints) longerLoops += 1;
    else loops.push({ steps: [...way.slice(place), step], milliseconds });
    way.length = place + 1;
    led.length = place + 1;
  });
  return { visits, repeatMs, loopMs, loops, longerLoops };
}
