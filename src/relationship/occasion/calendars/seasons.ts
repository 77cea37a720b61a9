import type { OccasionRule } from "../occasion-rule.js";

/** The first days of the four seasons on the northern half of the globe, as weather services count them. */
export const SEASON_OCCASIONS: readonly OccasionRule[] = [
  {
    id: "spring",
    name: "Spring",
    timing: { kind: "season", season: "spring" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "summer",
    name: "Summer",
    timing: { kind: "season", season: "summer" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "autumn",
    name: "Autumn",
    timing: { kind: "season", season: "autumn" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "winter",
    name: "Winter",
    timing: { kind: "season", season: "winter" },
    mood: "plain",
    priority: 20,
  },
];

/** The first days of the four seasons by the solar terms. */
export const SOLAR_SEASON_OCCASIONS: readonly OccasionRule[] = [
  {
    id: "spring",
    name: "Start of Spring",
    timing: { kind: "solar-term", term: "start-of-spring" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "summer",
    name: "Start of Summer",
    timing: { kind: "solar-term", term: "start-of-summer" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "autumn",
    name: "Start of Autumn",
    timing: { kind: "solar-term", term: "start-of-autumn" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "winter",
    name: "Start of Winter",
    timing: { kind: "solar-term", term: "start-of-winter" },
    mood: "plain",
    priority: 20,
  },
];

/** The solar terms at which the weather turns, to say something caring about. */
export const SOLAR_TERM_OCCASIONS: readonly OccasionRule[] = [
  {
    id: "major-heat",
    name: "Major Heat",
    timing: { kind: "solar-term", term: "major-heat" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "cold-dew",
    name: "Cold Dew",
    timing: { kind: "solar-term", term: "cold-dew" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "frost-descent",
    name: "Frost's Descent",
    timing: { kind: "solar-term", term: "frost-descent" },
    mood: "plain",
    priority: 20,
  },
  {
    id: "major-cold",
    name: "Major Cold",
    timing: { kind: "solar-term", term: "major-cold" },
    mood: "plain",
    priority: 20,
  },
];
