/** Words of one language that claim more than can be kept. */
export interface ClaimRule {
  /** The firm's id of the rule; unique in a policy. */
  readonly id: string;
  /** The language, as a BCP 47 tag: `zh` is for `zh-CN` and `zh-TW`, too. */
  readonly language: string;
  /** `error` where it may not be said; `warning` where somebody should look. */
  readonly severity: "error" | "warning";
  /** The words, each found whatever its capitals and width, and only as whole words where the script parts words. */
  readonly phrases: readonly string[];
}

/**
 * Words that exaggerate, in English and Chinese.
 *
 * @remarks The Chinese superlatives are errors after the Advertising Law of the People's Republic of China, article 9
 * number 3 (no "national level", "highest level", "best" and the like). The other lists are a policy of ours: absolute
 * promises as errors, praise as warnings. They find words, not meaning: "not the best" is found, too, and a new
 * exaggeration is not.
 */
export const DEFAULT_CLAIM_RULES: readonly ClaimRule[] = [
  {
    id: "en-absolute",
    language: "en",
    severity: "error",
    phrases: [
      "100% guaranteed",
      "100% safe",
      "risk-free",
      "risk free",
      "no risk",
      "guaranteed results",
      "guaranteed win",
      "guaranteed to win",
      "never fails",
      "works for everyone",
      "miracle",
      "cures all",
      "double your money",
      "get rich",
    ],
  },
  {
    id: "en-superlative",
    language: "en",
    severity: "warning",
    phrases: [
      "best in the world",
      "world's best",
      "the best ever",
      "number one",
      "no. 1",
      "#1",
      "unbeatable",
      "lowest price ever",
      "lowest prices anywhere",
      "once in a lifetime",
      "once-in-a-lifetime",
      "revolutionary",
      "unbelievable",
    ],
  },
  {
    id: "zh-superlative",
    language: "zh",
    severity: "error",
    phrases: [
      "国家级",
      "國家級",
      "最高级",
      "最高級",
      "最佳",
      "世界第一",
      "全国第一",
      "全國第一",
      "全网第一",
      "全網第一",
      "第一品牌",
      "史上最低",
      "全网最低",
      "全網最低",
    ],
  },
  {
    id: "zh-absolute",
    language: "zh",
    severity: "error",
    phrases: [
      "百分之百有效",
      "100%有效",
      "绝对有效",
      "絕對有效",
      "包治百病",
      "药到病除",
      "藥到病除",
      "零风险",
      "零風險",
      "稳赚不赔",
      "穩賺不賠",
      "永不反弹",
      "永不反彈",
    ],
  },
  {
    id: "zh-praise",
    language: "zh",
    severity: "warning",
    phrases: [
      "顶级",
      "頂級",
      "极品",
      "極品",
      "独一无二",
      "獨一無二",
      "史无前例",
      "史無前例",
      "万能",
      "萬能",
    ],
  },
];
