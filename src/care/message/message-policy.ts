import { DEFAULT_MESSAGE_LIMITS } from "./message-limits.js";
import type { MessageLimits } from "./message-limits.js";
import type { PlaceholderType } from "./care-template.js";

/** Words that a message must not hold. */
export interface ForbiddenText {
  /** In which language: a tag and all more precise ones, or `*` for every language. */
  readonly language: string;
  /** The words; letters in any case, as whole words where the script parts words. */
  readonly text: string;
  /** Why not. */
  readonly why: string;
}

/** Words out of place where somebody remembers the dead. */
export interface CheerfulWord {
  /** In which language: a tag and all more precise ones, or `*` for every language. */
  readonly language: string;
  /** The word; letters in any case, as a whole word where the script parts words. */
  readonly text: string;
}

/** What the firm asks of its templates, as data. */
export interface MessagePolicy {
  /** How long a message may be. */
  readonly limits: MessageLimits;
  /** How many characters a value is taken to have when the length of a template is judged, by type. */
  readonly assumedCharacters: Readonly<Record<PlaceholderType, number>>;
  /** Words that no message holds. */
  readonly forbidden: readonly ForbiddenText[];
  /** Hosts of shortened links, without `www.`. */
  readonly shortLinkHosts: readonly string[];
  /** How many exclamation marks a message may have, subject and body together. */
  readonly exclamationMarks: number;
  /** From how many letters on a word in capitals is shouting, at least 2. */
  readonly capitalLetters: number;
  /** The ids of occasions that are solemn: each template for one must have that tone. */
  readonly solemnOccasions: readonly string[];
  /** Words out of place in a solemn message. */
  readonly cheerful: readonly CheerfulWord[];
}

function forbid(
  language: string,
  { texts, why }: { readonly texts: readonly string[]; readonly why: string },
): readonly ForbiddenText[] {
  return texts.map((text) => ({ language, text, why }));
}

const CHEERFUL_EN: readonly string[] = [
  "happy",
  "merry",
  "joy",
  "joyful",
  "congratulations",
  "celebrate",
  "celebration",
  "cheers",
  "party",
  "fun",
];
const CHEERFUL_ZH: readonly string[] = [
  "快乐",
  "恭喜",
  "祝贺",
  "庆祝",
  "开心",
  "喜庆",
  "狂欢",
  "欢度",
];

const EXAGGERATION = "an exaggerated claim (PRO-8)";
const PRESSURE = "a greeting that presses to buy is none";
const PROMISE = "a promise nobody can keep";

/**
 * What makes a greeting embarrass, with the reason for each word.
 *
 * @remarks Exaggeration is one of the eight don'ts (PRO-8); the Chinese superlatives are those of the Advertising Law
 * of the People's Republic of China, article 9 (3), and what follows its sense. Shortened links hide where they lead,
 * and networks block them. One exclamation mark is warm, two are loud. The solemn occasions are those of the ready
 * calendars of `goodwill/relationship`. The rest is the library's own choice.
 */
export const DEFAULT_MESSAGE_POLICY: MessagePolicy = {
  limits: DEFAULT_MESSAGE_LIMITS,
  assumedCharacters: { text: 12, date: 17, money: 13, number: 6 },
  forbidden: [
    ...forbid("en", {
      texts: [
        "best price",
        "lowest price",
        "number one",
        "unbeatable",
        "world's best",
        "once in a lifetime",
      ],
      why: EXAGGERATION,
    }),
    ...forbid("en", {
      texts: [
        "act now",
        "buy now",
        "order now",
        "hurry",
        "last chance",
        "limited time",
        "don't miss",
      ],
      why: PRESSURE,
    }),
    ...forbid("en", {
      texts: ["guaranteed", "risk-free", "no obligation", "100% free"],
      why: PROMISE,
    }),
    ...forbid("zh", {
      texts: ["国家级", "最高级", "最佳", "顶级", "第一品牌", "全网最低", "史上最低", "绝无仅有"],
      why: EXAGGERATION,
    }),
    ...forbid("zh", {
      texts: ["立即购买", "马上下单", "抢购", "最后机会", "限时", "错过不再", "赶快"],
      why: PRESSURE,
    }),
    ...forbid("zh", {
      texts: ["百分之百", "100%有效", "稳赚", "零风险", "保证满意"],
      why: PROMISE,
    }),
  ],
  shortLinkHosts: [
    "bit.ly",
    "dwz.cn",
    "goo.gl",
    "is.gd",
    "ow.ly",
    "suo.im",
    "t.cn",
    "t.co",
    "tinyurl.com",
    "url.cn",
  ],
  exclamationMarks: 1,
  capitalLetters: 5,
  solemnOccasions: [
    "all-saints-day",
    "ghost",
    "good-friday",
    "memorial-day",
    "patriot-day",
    "peace-memorial-day",
    "qingming",
    "remembrance-sunday",
    "totensonntag",
    "volkstrauertag",
  ],
  cheerful: [
    ...CHEERFUL_EN.map((text) => ({ language: "en", text })),
    ...CHEERFUL_ZH.map((text) => ({ language: "zh", text })),
  ],
};
