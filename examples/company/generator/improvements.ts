import type { ImprovementRow } from "./rows.js";

/**
 * What the company could do, with cost in thousand yuan and points of experience gained.
 *
 * Costs and effects overlap on purpose: taking the best ratio first is not always the best set.
 */
export const IMPROVEMENTS: readonly ImprovementRow[] = [
  {
    id: "longer-hours",
    name: "Keep the shops open until ten in the evening",
    cost: 30,
    effects: { convenience: 0.6 },
    excludes: ["round-the-clock"],
    fit: { strategy: "ready", people: "attainable", process: "ready", technology: "ready" },
  },
  {
    id: "click-and-collect",
    name: "Order online, collect in the shop",
    cost: 55,
    effects: { convenience: 1 },
    excludes: ["full-omnichannel"],
    fit: { strategy: "ready", people: "ready", process: "attainable", technology: "attainable" },
  },
  {
    id: "full-omnichannel",
    name: "One basket, stock and account over shops, web and app",
    cost: 120,
    effects: { convenience: 1.5, service: 0.2 },
    excludes: ["click-and-collect"],
    fit: { strategy: "ready", people: "attainable", process: "attainable", technology: "missing" },
  },
  {
    id: "round-the-clock",
    name: "Two shops open day and night",
    cost: 95,
    effects: { convenience: 0.8 },
    excludes: ["longer-hours"],
    fit: { strategy: "attainable", people: "missing", process: "ready", technology: "ready" },
  },
  {
    id: "new-shop-suzhou",
    name: "A second shop in Suzhou",
    cost: 210,
    effects: { convenience: 0.9, brand_image: 0.2 },
    fit: { strategy: "attainable", people: "attainable", process: "ready", technology: "ready" },
  },
  {
    id: "second-courier",
    name: "A second courier for peak weeks",
    cost: 60,
    effects: { service: 0.6, convenience: 0.3 },
    excludes: ["own-fleet"],
    fit: { strategy: "ready", people: "ready", process: "ready", technology: "ready" },
  },
  {
    id: "own-fleet",
    name: "Own vans in three cities",
    cost: 180,
    effects: { service: 1.1, convenience: 0.4 },
    excludes: ["second-courier"],
    fit: {
      strategy: "attainable",
      people: "missing",
      process: "missing",
      technology: "attainable",
    },
  },
  {
    id: "delivery-promise",
    name: "A delivery slot that is kept or paid for",
    cost: 45,
    effects: { service: 0.5 },
    fit: { strategy: "ready", people: "ready", process: "attainable", technology: "ready" },
  },
  {
    id: "service-training",
    name: "Training for shop and call-centre staff",
    cost: 25,
    effects: { service: 0.3, relationship: 0.2 },
    fit: { strategy: "ready", people: "ready", process: "ready", technology: "ready" },
  },
  {
    id: "range-refresh",
    name: "Replace the products most often returned",
    cost: 40,
    effects: { product: 0.4 },
    fit: { strategy: "ready", people: "ready", process: "ready", technology: "ready" },
  },
  {
    id: "loyalty-club",
    name: "A club with evenings and first looks",
    cost: 35,
    effects: { relationship: 0.8, brand_image: 0.1 },
    fit: { strategy: "attainable", people: "ready", process: "attainable", technology: "ready" },
  },
  {
    id: "price-match",
    name: "Match the lowest price in town",
    cost: 70,
    effects: { price: 0.4 },
    fit: { strategy: "missing", people: "ready", process: "ready", technology: "ready" },
  },
];
