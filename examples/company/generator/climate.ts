import { dayOfDate } from "./calendar.js";
import type { Wave } from "./calendar.js";

/** The six experience factors, by the suffix of their columns. */
export const FACTORS = [
  "product",
  "service",
  "relationship",
  "convenience",
  "brand_image",
  "price",
] as const;

/** An experience factor. */
export type Factor = (typeof FACTORS)[number];

/** One figure per experience factor. */
export type PerFactor = Readonly<Record<Factor, number>>;

/** What the company is worth to its customers in one wave, before anything happens to a particular customer. */
export interface Climate {
  /** Mean importance, 0 to 10. */
  readonly importance: PerFactor;
  /** Mean expectation, 0 to 10. */
  readonly expectation: PerFactor;
  /** Mean experience of a customer without trouble, 0 to 10. */
  readonly experience: PerFactor;
}

function perFactor(figures: readonly [number, number, number, number, number, number]): PerFactor {
  const [product, service, relationship, convenience, brandImage, price] = figures;
  return { product, service, relationship, convenience, brand_image: brandImage, price };
}

/**
 * The plot, wave by wave, in the order product, service, relationship, convenience, brand image, price.
 *
 * Convenience falls two points short at first and is mended in 2025; the expectation of service jumps in 2025H2
 * (an advertised next-day delivery) while its experience sinks; the expected price creeps up.
 */
export const CLIMATE: Readonly<Record<Wave, Climate>> = {
  "2024H1": {
    importance: perFactor([8.1, 7.4, 5.2, 8.7, 6.1, 7.9]),
    expectation: perFactor([7.1, 6.5, 4.3, 7.2, 7.0, 6.9]),
    experience: perFactor([6.5, 6.6, 4.4, 5.3, 7.1, 7.0]),
  },
  "2024H2": {
    importance: perFactor([8.1, 7.4, 5.2, 8.7, 6.1, 7.9]),
    expectation: perFactor([7.1, 6.5, 4.3, 7.2, 7.0, 7.0]),
    experience: perFactor([6.5, 6.6, 4.4, 5.3, 7.1, 7.0]),
  },
  "2025H1": {
    importance: perFactor([8.1, 7.5, 5.2, 8.6, 6.1, 7.9]),
    expectation: perFactor([7.1, 6.6, 4.3, 7.2, 7.0, 7.15]),
    experience: perFactor([6.6, 6.6, 4.4, 6.2, 7.1, 7.0]),
  },
  "2025H2": {
    importance: perFactor([8.1, 7.7, 5.2, 8.5, 6.1, 7.9]),
    expectation: perFactor([7.1, 7.2, 4.4, 7.2, 7.0, 7.3]),
    experience: perFactor([6.7, 6.2, 4.4, 6.6, 7.1, 7.0]),
  },
};

/** The days of a wave's survey and how many customers answer it. */
export interface Survey {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly respondentCount: number;
}

/** When each wave was asked. */
export const SURVEYS: Readonly<Record<Wave, Survey>> = {
  "2024H1": {
    firstDay: dayOfDate("2024-06-11"),
    lastDay: dayOfDate("2024-06-28"),
    respondentCount: 214,
  },
  "2024H2": {
    firstDay: dayOfDate("2024-12-09"),
    lastDay: dayOfDate("2024-12-27"),
    respondentCount: 236,
  },
  "2025H1": {
    firstDay: dayOfDate("2025-06-11"),
    lastDay: dayOfDate("2025-06-28"),
    respondentCount: 243,
  },
  "2025H2": {
    firstDay: dayOfDate("2025-12-09"),
    lastDay: dayOfDate("2025-12-27"),
    respondentCount: 228,
  },
};

/** Share of empty cells among the answers of the wave survey: people skip questions. */
export const MISSING_SHARE = 0.025;
