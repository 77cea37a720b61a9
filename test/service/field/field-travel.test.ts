import { travelByDistance } from "goodwill/service";
import { expect, test } from "vitest";

const LONDON = { id: "london", latitude: 51.5, longitude: 0 };

test("SRV-8: a quarter of the way round the earth is 10,007.6 km, at 100 km/h some 100 hours", () => {
  const pole = { id: "pole", latitude: 90, longitude: 77 };
  const equator = { id: "equator", latitude: 0, longitude: -30 };
  const { places, minutes } = travelByDistance([pole, equator], { kilometresHourly: 100 });
  expect(places).toEqual(["pole", "equator"]);
  // A quarter of 2 pi times 6371.0088 km (the IUGG's mean radius).
  expect(minutes[0]![1]! / 60).toBeCloseTo(100.0756, 4);
  expect(minutes[1]![0]).toBe(minutes[0]![1]);
  expect(minutes[0]![0]).toBe(0);
});

test("SRV-8: it goes the short way across the date line, and the detour lengthens it", () => {
  const [east, west] = [179.9, -179.9].map((longitude, i) => ({
    id: String(i),
    latitude: 0,
    longitude,
  }));
  const direct = travelByDistance([east!, west!], { kilometresHourly: 60 }).minutes[0]![1]!;
  expect(direct).toBeCloseTo(22.239, 3);
  const detour = travelByDistance([east!, west!], { kilometresHourly: 60, detourFactor: 1.5 });
  expect(detour.minutes[0]![1]).toBeCloseTo(1.5 * direct, 9);
});

test.each([
  ["no speed", [LONDON], { kilometresHourly: 0 }, "kilometresHourly"],
  ["a detour shorter than the way", [LONDON], { kilometresHourly: 9, detourFactor: 0.9 }, "detour"],
  ["a place twice", [LONDON, LONDON], { kilometresHourly: 9 }, "once"],
  ["a place off the earth", [{ ...LONDON, latitude: 91 }], { kilometresHourly: 9 }, "on earth"],
  ["a place without figures", [{ ...LONDON, longitude: NaN }], { kilometresHourly: 9 }, "on earth"],
])("SRV-8: %s is refused", (_, places, options, says) => {
  expect(() => travelByDistance(places, options)).toThrow(RangeError);
  expect(() => travelByDistance(places, options)).toThrow(says);
});
