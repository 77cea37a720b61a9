import { DAY_MS, dayNumber } from "../../shared/time/civil.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { spanAt, type OffsetSpan } from "../../shared/time/offset-table.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PurchaseRow } from "./purchase-row.js";

/** Reads the days of rows, and remembers what the row before had: most logs are in the order of time. @internal */
export interface DayReader {
  readonly zone: TimeZone;
  /** The date last read, and its day. */
  date: string;
  day: number;
  /** The stretch of time with one offset that the last moment lay in. */
  span: OffsetSpan;
}

/** A reader that has read nothing. @internal */
export function dayReader(zone: TimeZone): DayReader {
  return { zone, date: "1970-01-01", day: 0, span: spanAt(zone, 0) };
}

/** The day of a row, in days since 1970-01-01: as given, or that of its moment in the zone. @internal */
export function readDay(reader: DayReader, row: PurchaseRow): number {
  if ("date" in row) {
    const { date } = row;
    if (date !== reader.date) {
      reader.day = dayNumber(date);
      reader.date = date;
    }
    return reader.day;
  }
  const milliseconds = epochMilliseconds(row.at);
  if (milliseconds < reader.span.start || milliseconds >= reader.span.end) {
    reader.span = spanAt(reader.zone, milliseconds);
  }
  return Math.floor((milliseconds + reader.span.offset) / DAY_MS);
}
