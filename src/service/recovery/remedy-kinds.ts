import type { RemedyKind } from "./recovery-case.js";

const KINDS: Readonly<Record<RemedyKind, true>> = {
  replacement: true,
  repair: true,
  refund: true,
  credit: true,
  points: true,
  gift: true,
  discount: true,
};

/** Every kind of remedy. @internal */
export const REMEDY_KINDS: readonly RemedyKind[] = Object.keys(KINDS) as RemedyKind[];

/** Whether these words name a kind of remedy. @internal */
export function isRemedyKind(words: string): words is RemedyKind {
  return Object.hasOwn(KINDS, words);
}
