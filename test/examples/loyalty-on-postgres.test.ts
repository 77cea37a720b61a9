import { describe, expect, test } from "vitest";
import { openDatabase, race } from "../../examples/loyalty-on-postgres.js";

describe("LOY-3: a ledger in PostgreSQL", () => {
  test("sixteen interleaved writers spend no point twice, and a command sent twice counts once", async () => {
    const database = await openDatabase(process.env["DATABASE_URL"]);
    const { taken, refused, active, redeemed, findings, conflicts } = await race(database);
    await database.close();
    expect({ taken, active, redeemed, findings }).toEqual({
      taken: 10,
      active: 0,
      redeemed: 100,
      findings: 0,
    });
    // Without writers in each other's way nothing would be proven.
    expect(conflicts).toBeGreaterThan(10);
    // 64 commands, of which each of the 10 taken was answered twice.
    expect(refused).toEqual({ "insufficient-points": 44 });
  }, 120_000);
});
