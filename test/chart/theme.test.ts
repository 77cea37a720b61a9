import { CHART_PALETTES, type ChartPalette } from "goodwill/chart";
import { describe, expect, it } from "vitest";
import { contrast, linear } from "./contrast.js";

type Light = readonly [number, number, number];

/**
 * Full colour blindness of each kind: Machado, Oliveira and Fernandes (2009, IEEE TVCG 15:1291), table for severity
 * 1.
 */
const SIGHT: Readonly<Record<string, readonly Light[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b* of linear sRGB light under D65. */
function lab([red, green, blue]: Light): Light {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: string, b: string, sight: readonly Light[]): number {
  const seen = (color: string): Light => {
    const light = linear(color);
    const mixed = sight.map((row) => {
      const value = row.reduce((sum, weight, index) => sum + weight * light[index]!, 0);
      return Math.min(1, Math.max(0, value));
    });
    return lab(mixed as unknown as Light);
  };
  const [one, other] = [seen(a), seen(b)];
  return Math.hypot(...one.map((value, index) => value - other[index]!));
}

const MARKS: readonly (keyof ChartPalette)[] = ["good", "bad", "neutral"];

describe("the measures used here", () => {
  it("contrast: black on white is 21 to 1, a colour on itself 1 to 1", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it("difference: pure red and green are far apart, and near for who does not see green", () => {
    expect(difference("#ff0000", "#00ff00", SIGHT["normal"]!)).toBeCloseTo(170.6, 0);
    expect(difference("#c00000", "#5f6000", SIGHT["deuteranopia"]!)).toBeLessThan(25);
  });
});

describe.each(Object.entries(CHART_PALETTES))("the %s palette", (_theme, palette) => {
  it.each(["ink", "quiet", ...MARKS] as const)(
    "%s is legible on the ground and on the highlighted row",
    (role) => {
      expect(contrast(palette[role], palette.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[role], palette.highlight)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(Object.keys(SIGHT))("good, bad and neutral are told apart with %s", (sight) => {
    for (const [a, b] of [
      ["good", "bad"],
      ["good", "neutral"],
      ["bad", "neutral"],
    ] as const) {
      expect(difference(palette[a], palette[b], SIGHT[sight]!), `${a} and ${b}`).toBeGreaterThan(
        20,
      );
    }
  });
});
