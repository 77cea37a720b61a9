/** Where the search begins and below what it need not look. @internal */
export interface SearchStart {
  /** The fewest agents that come into question. */
  readonly least: number;
  /** A guess, on either side of the answer. */
  readonly guess: number;
}

/**
 * The least whole number of agents that is enough, where more agents are always enough too.
 *
 * From the guess in doubling steps to either side, then by halving: the guess decides on speed only.
 *
 * @internal
 */
export function leastAgents(isEnough: (agents: number) => boolean, start: SearchStart): number {
  const { least } = start;
  let step = 1;
  let enough = Math.max(least, start.guess);
  let tooFew = least - 1;
  if (isEnough(enough)) {
    while (enough > least) {
      const fewer = Math.max(least, enough - step);
      if (!isEnough(fewer)) {
        tooFew = fewer;
        break;
      }
      enough = fewer;
      step *= 2;
    }
  } else {
    do {
      tooFew = enough;
      enough += step;
      step *= 2;
    } while (!isEnough(enough));
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
