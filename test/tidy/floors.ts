import type { Finding, SourceFile } from "./source.js";
import { importsOf, resolveImport, roomOf } from "./source.js";

/** The floor each room stands on. A room imports only from floors below it. */
export const FLOORS: Readonly<Record<string, number>> = {
  shared: 0,
  customer: 1,
  mining: 1,
  touchpoint: 2,
  experience: 3,
  loyalty: 3,
  value: 3,
  service: 3,
  prospect: 3,
  relationship: 4,
  care: 5,
  strategy: 5,
  chart: 6,
  // An adapter beside the house: it may use the rooms up to the second floor, none of them knows it.
  "calendar-cn": 2.5,
};

/** Rooms that only describe results: what they import must vanish at run time. */
export const TYPE_ONLY_ROOMS: readonly string[] = ["chart"];

/** Imports that go up, to a sibling, or out of the house. */
export function checkFloors(file: SourceFile): Finding[] {
  const room = roomOf(file.path);
  if (room === undefined) return [];
  const floor = FLOORS[room];
  if (floor === undefined) {
    return [{ path: file.path, line: 1, message: `the room "${room}" has no floor` }];
  }
  return importsOf(file).flatMap(({ specifier, typeOnly, line }) => {
    const target = resolveImport(file.path, specifier);
    if (target === undefined) return [];
    const finding = (message: string): Finding[] => [{ path: file.path, line, message }];
    const other = roomOf(target);
    if (other === undefined) return finding(`imports ${target}, which is no room`);
    if (other === room) return [];
    const otherFloor = FLOORS[other];
    if (otherFloor === undefined) return finding(`imports ${target}, a room without a floor`);
    if (otherFloor >= floor) {
      return finding(`${room} (floor ${floor}) imports ${other} (floor ${otherFloor})`);
    }
    if (TYPE_ONLY_ROOMS.includes(room) && !typeOnly) {
      return finding(`${room} imports ${target} at run time: write \`import type\``);
    }
    return [];
  });
}
