import type { CareTemplate } from "../care-template.js";
import { GREETINGS_EN } from "./english-greetings.js";
import { MESSAGES_EN } from "./english-messages.js";

/**
 * Thirty templates in English for the occasions of CARE-4, ready to use.
 *
 * They ask for `name` (`customer` when missing) and `sender`; some for `product` (`your purchase` when missing),
 * `event` and `place`, and the dates `since`, `date` and `reply`. None sells anything.
 *
 * @remarks Written for this library.
 */
export const TEMPLATES_EN: readonly CareTemplate[] = [...GREETINGS_EN, ...MESSAGES_EN];
