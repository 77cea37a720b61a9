import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderedEntries, orderedValue } from "../../src/shared/ordered-map.js";
import {
  copyOfMap,
  dropEntry,
  putEntry,
  withEntry,
  withoutEntry,
} from "../../src/shared/ordered-map-change.js";
import type { OrderedMap } from "../../src/shared/ordered-map.js";

const LARGEST = 128;

interface Change {
  readonly key: number;
  readonly isDrop: boolean;
}

const changes = fc.array(
  fc.record({ key: fc.nat({ max: 400 }), isDrop: fc.boolean() }),
  // Enough entries for several chunks now and then.
  { maxLength: 600, size: "max" },
);

function nameOf({ key }: Pick<Change, "key">): string {
  return `k${String(key).padStart(3, "0")}`;
}

function sorted(plain: ReadonlyMap<string, number>): [string, number][] {
  return [...plain].sort(([a], [b]) => (a < b ? -1 : 1));
}

function requireBounds(map: OrderedMap<unknown>): void {
  for (const { keys, values } of map) {
    expect(keys.length).toBe(values.length);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThanOrEqual(LARGEST);
  }
}

function filled(count: number): OrderedMap<number> {
  let map: OrderedMap<number> = [];
  for (let key = 0; key < count; key += 1) map = putEntry(map, nameOf({ key }), key);
  return map;
}

describe("an ordered map", () => {
  test("holds what a plain map with sorted keys holds, changed in place or not", () => {
    fc.assert(
      fc.property(changes, (drawn) => {
        const plain = new Map<string, number>();
        let shared: OrderedMap<number> = [];
        let owned: OrderedMap<number> = [];
        drawn.forEach((change, value) => {
          const name = nameOf(change);
          if (change.isDrop) plain.delete(name);
          else plain.set(name, value);
          shared = change.isDrop ? withoutEntry(shared, name) : withEntry(shared, name, value);
          owned = change.isDrop ? dropEntry(owned, name) : putEntry(owned, name, value);
        });
        expect([...orderedEntries(shared)]).toEqual(sorted(plain));
        expect(owned).toEqual(shared);
        requireBounds(shared);
        for (let key = 0; key <= 401; key += 1) {
          expect(orderedValue(shared, nameOf({ key }))).toBe(plain.get(nameOf({ key })));
        }
      }),
    );
  });

  test("every version of it stays as it was", () => {
    fc.assert(
      fc.property(changes, (drawn) => {
        const versions: { map: OrderedMap<number>; entries: [string, number][] }[] = [];
        const plain = new Map<string, number>();
        let map: OrderedMap<number> = [];
        drawn.forEach((change, value) => {
          const name = nameOf(change);
          if (change.isDrop) plain.delete(name);
          else plain.set(name, value);
          map = change.isDrop ? withoutEntry(map, name) : withEntry(map, name, value);
          if (value % 50 === 0) versions.push({ map, entries: sorted(plain) });
        });
        for (const version of versions) {
          expect([...orderedEntries(version.map)]).toEqual(version.entries);
        }
      }),
    );
  });

  test("is read from a key on, whether or not it has that key", () => {
    fc.assert(
      fc.property(changes, fc.nat({ max: 401 }), (drawn, from) => {
        const kept = new Map(drawn.map((change, value) => [nameOf(change), value]));
        let map: OrderedMap<number> = [];
        for (const [name, value] of kept) map = withEntry(map, name, value);
        const first = nameOf({ key: from });
        const expected = sorted(kept).filter(([name]) => name >= first);
        expect([...orderedEntries(map, first)]).toEqual(expected);
        expect([...orderedEntries(map, "")]).toEqual(sorted(kept));
      }),
    );
  });

  test("fills its chunks where keys come in ascending order", () => {
    const map = filled(LARGEST * 3 + 1);
    expect(map.map(({ keys }) => keys.length)).toEqual([LARGEST, LARGEST, LARGEST, 1]);
  });

  test("halves a chunk that grows inside", () => {
    const map = withEntry(filled(LARGEST), "k000-", 0);
    expect(map.map(({ keys }) => keys.length)).toEqual([LARGEST / 2, LARGEST / 2 + 1]);
  });

  test("shares the chunks a change does not touch", () => {
    const before = filled(LARGEST * 3);
    const after = withEntry(before, nameOf({ key: LARGEST + 1 }), -1);
    expect(after.map((chunk, index) => chunk === before[index])).toEqual([true, false, true]);
    const dropped = withoutEntry(before, nameOf({ key: 0 }));
    expect(dropped.map((chunk, index) => chunk === before[index])).toEqual([false, true, true]);
  });

  test("has no empty chunk when the last entry of one is dropped", () => {
    const map = filled(LARGEST + 1);
    expect(withoutEntry(map, nameOf({ key: LARGEST }))).toHaveLength(1);
    expect(withoutEntry([{ keys: ["a"], values: [1] }], "a")).toEqual([]);
  });

  test("is empty at first, and dropping what is not there changes nothing", () => {
    expect(orderedValue([], "a")).toBeUndefined();
    expect([...orderedEntries([], "a")]).toEqual([]);
    expect(withoutEntry([], "a")).toEqual([]);
    expect(withoutEntry([{ keys: ["b"], values: [1] }], "a")).toEqual([
      { keys: ["b"], values: [1] },
    ]);
  });

  test("a copy is changed in place without the map it was made of", () => {
    const map = filled(3);
    const copy = copyOfMap(map);
    putEntry(copy, "k001", 100);
    dropEntry(copy, "k000");
    expect([...orderedEntries(map)].map(([, value]) => value)).toEqual([0, 1, 2]);
    expect([...orderedEntries(copy)].map(([, value]) => value)).toEqual([100, 2]);
  });
});
