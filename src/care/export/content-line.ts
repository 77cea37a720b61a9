// Lines of an iCalendar object (RFC 5545, 3.1 and 3.3.11). Internal: not part of the package's surface.

/** So many octets a line may have, its end not counted. */
const LINE_OCTETS = 75;

/** Characters that no text of a calendar may hold, line ends aside: control characters other than the tab. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const LINE_END = /\r\n|[\r\n]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const TO_ESCAPE = /[\\;,]/g;
const NOTHING_TO_DO = /^[\w .:@!?()'/-]*$/;

/** A text as a calendar holds it: line ends are one kind, control characters are gone, half characters marked. */
export function calendarWords(text: string): string {
  if (NOTHING_TO_DO.test(text)) return text;
  return text.replace(LINE_END, "\n").replace(FORBIDDEN, "").replace(LONE_SURROGATE, "\ufffd");
}

/** The value of a property of type TEXT: backslash, semicolon, comma and line ends escaped. */
export function calendarValue(text: string): string {
  if (NOTHING_TO_DO.test(text)) return text;
  return calendarWords(text).replace(TO_ESCAPE, "\\$&").replaceAll("\n", "\\n");
}

/**
 * One property with its line end, folded so that no line has more than 75 octets of UTF-8 and none begins or ends
 * within a character.
 */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  if (line.length <= LINE_OCTETS && NOTHING_TO_DO.test(line)) return `${line}\r\n`;
  let folded = "";
  let start = 0;
  let octets = 0;
  for (let place = 0; place < line.length;) {
    const code = line.codePointAt(place)!;
    const size = octetsOf(code);
    if (octets + size > LINE_OCTETS) {
      folded += `${line.slice(start, place)}\r\n `;
      start = place;
      // The blank that marks a line as continued counts.
      octets = 1;
    }
    octets += size;
    place += code > 0xffff ? 2 : 1;
  }
  return `${folded}${line.slice(start)}\r\n`;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
