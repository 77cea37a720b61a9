/**
 * All modules in one: every public name of goodwill but those of `goodwill/calendar-cn`, which needs a package of its
 * own. Import from a module's own subpath to load only that module.
 *
 * @example
 * ```ts
 * import { npsScore } from "goodwill";
 *
 * npsScore([10, 9, 8, 3])?.nps; // => 25
 * ```
 *
 * @module goodwill
 */
export * from "./shared/index.js";
export * from "./customer/index.js";
export * from "./touchpoint/index.js";
export * from "./experience/index.js";
export * from "./loyalty/index.js";
export * from "./value/index.js";
export * from "./service/index.js";
export * from "./relationship/index.js";
export * from "./care/index.js";
export * from "./chart/index.js";
