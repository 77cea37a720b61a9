import type { CareTemplate } from "../care-template.js";
import { GREETINGS_ZH_CN } from "./chinese-greetings.js";
import { MESSAGES_ZH_CN } from "./chinese-messages.js";

/**
 * Thirty templates in Simplified Chinese for the occasions of CARE-4, ready to use.
 *
 * They ask for `name` (`客户` when missing) and `sender`; some for `product` (`您选购的产品` when missing), `event` and
 * `place`, and the dates `since`, `date` and `reply`. None sells anything. Text messages begin with the sender in
 * brackets, as networks in China ask.
 *
 * @remarks Written for this library.
 */
export const TEMPLATES_ZH_CN: readonly CareTemplate[] = [...GREETINGS_ZH_CN, ...MESSAGES_ZH_CN];
