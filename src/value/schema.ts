export * from "./purchase/schema.js";
export * from "./rfm/schema.js";
export * from "./buying/schema.js";
export * from "./spend/schema.js";
export * from "./lifetime/schema.js";
export * from "./contract/schema.js";
export * from "./economics/schema.js";
export * from "./portfolio/schema.js";
