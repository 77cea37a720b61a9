// Lists of numbers that grow: a few bytes each, so that a hundred thousand customers fit.

/** A list of numbers that grows. @internal */
export interface Column<T extends Float64Array | Uint32Array> {
  /** Room for the numbers; those from `length` on mean nothing. */
  values: T;
  /** How many there are. */
  length: number;
}

const START = 64;

/** A list of whole numbers from 0, with these to begin with. @internal */
export function wholeColumn(...first: readonly number[]): Column<Uint32Array> {
  const values = new Uint32Array(START);
  values.set(first);
  return { values, length: first.length };
}

/** A list of any numbers, with these to begin with. @internal */
export function floatColumn(...first: readonly number[]): Column<Float64Array> {
  const values = new Float64Array(START);
  values.set(first);
  return { values, length: first.length };
}

// One function by kind of number, for speed: the compiler then knows what it writes to.

/** Adds a whole number. @internal */
export function pushWhole(target: Column<Uint32Array>, value: number): void {
  if (target.length === target.values.length) {
    const larger = new Uint32Array(Math.ceil(target.length * 1.6));
    larger.set(target.values);
    target.values = larger;
  }
  target.values[target.length] = value;
  target.length += 1;
}

/** Adds a number. @internal */
export function pushFloat(target: Column<Float64Array>, value: number): void {
  if (target.length === target.values.length) {
    const larger = new Float64Array(Math.ceil(target.length * 1.6));
    larger.set(target.values);
    target.values = larger;
  }
  target.values[target.length] = value;
  target.length += 1;
}
