/**
 * What a command says, as 14 hexadecimal digits: the same for the same payload in whatever order its fields stand, its
 * key and cause left out. By chance two payloads share one once in 2^52.
 */
export function commandFingerprint(command: object): string {
  return hash52(canonicalText(command, ["key", "cause"]));
}

/** Every text goes with its length, so that no two payloads read the same. */
function canonicalText(value: unknown, except: readonly string[] = []): string {
  if (typeof value === "string") return `${String(value.length)}"${value}`;
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) {
    let text = `[${String(value.length)}`;
    for (const item of value) text += `,${canonicalText(item)}`;
    return text;
  }
  const fields = value as Record<string, unknown>;
  let text = "{";
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field !== undefined && !except.includes(name))
      text += `${String(name.length)}${name}:${canonicalText(field)};`;
  }
  return `${text}}`;
}

/** Two 26-bit halves of a multiplicative hash (public-domain cyrb53 by bryc); no secret, only a check. */
function hash52(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (
    (b & 0x3ffffff).toString(16).padStart(7, "0") + (a & 0x3ffffff).toString(16).padStart(7, "0")
  );
}
