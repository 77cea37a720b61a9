import { renderMessages, smsSegments, TEMPLATES_EN, TEMPLATES_ZH_CN } from "goodwill/care";
import type { BenchmarkCase } from "./cases.js";

/** Birthday greetings for many customers, and the segments of their text messages. */
export function careMessageCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 1_000 : 100_000;
  const values = Array.from({ length: count }, (_, i) => ({
    name: `Li Na ${String(i)}`,
    sender: "Northern Lights",
  }));
  const ofId = (id: string) => [...TEMPLATES_EN, ...TEMPLATES_ZH_CN].find((one) => one.id === id)!;
  const rendering = (id: string) => (): BenchmarkCase => {
    const template = ofId(id);
    return { items: count, unit: "messages", run: () => renderMessages(template, values) };
  };
  return {
    "birthday e-mails": rendering("en-birthday-email"),
    "birthday text messages in Chinese": rendering("zh-cn-birthday-sms"),
    "segments of text messages": () => {
      const { body } = ofId("zh-cn-birthday-sms");
      const texts = values.map(({ name }) => body + name);
      const run = (): number =>
        texts.reduce((sum, text) => sum + smsSegments(text).segments.length, 0);
      return { items: count, unit: "texts", run };
    },
  };
}
