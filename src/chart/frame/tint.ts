/** The channels of a colour `#rrggbb`, 0 to 255 each. */
function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** A colour mixed of two: the share of the second is between 0 and 1. @internal */
export function tint(ground: string, color: string, share: number): string {
  const over = channels(color);
  const mixed = channels(ground).map((channel, index) =>
    Math.round(channel + share * (over[index]! - channel)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
