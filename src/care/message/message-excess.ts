// Whether a message is too long. Internal: not part of the package's surface.
import type { MessageExcess, MessageLimit } from "./message-limits.js";
import { smsSegments } from "./sms-segments.js";

/** What of a message is too long, the subject first. */
export function messageExcess(
  { subject = "", body }: { readonly subject?: string | undefined; readonly body: string },
  limit: MessageLimit = {},
): readonly MessageExcess[] {
  const found: MessageExcess[] = [];
  const { subjectCharacters, bodyCharacters, segments } = limit;
  const check = (
    part: MessageExcess["part"],
    { text, most }: { readonly text: string; readonly most: number | undefined },
  ): void => {
    // A text has at most as many characters as code units: most need not be counted.
    if (most === undefined || text.length <= most) return;
    const length = Array.from(text).length;
    if (length > most) found.push({ part, unit: "characters", length, limit: most });
  };
  check("subject", { text: subject, most: subjectCharacters });
  check("body", { text: body, most: bodyCharacters });
  if (segments === undefined) return found;
  const { length } = smsSegments(body).segments;
  if (length > segments) {
    found.push({ part: "body", unit: "segments", length, limit: segments });
  }
  return found;
}
