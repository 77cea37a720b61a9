import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../examples/report.js";
import { findMapping, mappedColumns } from "../../examples/report/mapping.js";
import { decimal } from "../../examples/report/wording.js";
import { sharedData } from "../shared-data.js";

const folder = mkdtempSync(join(tmpdir(), "goodwill-report-"));

/** Runs the report as the command line does; what it prints, what it says on the side, and its exit code. */
async function report(...argv: string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  const out = join(folder, "report.html");
  const code = await main([...argv, "--out", out], {
    print: (line) => printed.push(line),
    progress: (line) => said.push(line),
  });
  return { code, text: printed.join("\n"), said: said.join("\n"), out };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The same report, with lines joined where the terminal breaks them. */
function unwrapped(text: string): string {
  return text.replaceAll(/\n *(?=\S)/g, " ");
}

const MAPPING_CONTENT = {
  title: "Small",
  scale: { min: 0, max: 10 },
  table: {
    respondent: "id",
    factors: { price: { importance: "i", expectation: "e", experience: "a" } },
  },
  scores: { nps: { column: "nps" } },
  drivers: { outcome: "nps", columns: ["a", "e"] },
};
/** For tests that look at the ratings alone: every chart takes its time. */
const RATINGS_MAPPING = file(
  "ratings-mapping.json",
  JSON.stringify({ ...MAPPING_CONTENT, scores: {}, drivers: undefined }),
);
const MAPPING = file("mapping.json", JSON.stringify(MAPPING_CONTENT));
const HEAD = "id,i,e,a,nps\n";
const ROWS = "1,8,7,5,9\n2,9,8,6,3\n3,7,7,7,10\n4,8,9,4,6\n5,6,5,7,8\n";

const WAVE_MAPPING = file(
  "wave-mapping.json",
  JSON.stringify({ ...MAPPING_CONTENT, table: { ...MAPPING_CONTENT.table, wave: "w" } }),
);
const WAVE_HEAD = "id,w,i,e,a,nps\n";

/** Answers of respondents from the first number to the last in one wave, with some spread. */
function wave(name: string, first: number, last: number): string {
  let rows = "";
  for (let id = first; id <= last; id += 1) {
    const [importance, expectation] = [6 + (id % 4), 6 + (id % 3)];
    const experience = (name === "W1" ? 3 : 5) + ((id * 7) % 4);
    rows += `${String(id)},${name},${String(importance)},${String(expectation)},${String(experience)},${String((id * 3) % 11)}\n`;
  }
  return rows;
}

describe("the demo on the simulated company", () => {
  let known: ReturnType<typeof companyReport> | undefined;

  async function companyReport() {
    const { code, text, out } = await report();
    return { code, text, html: readFileSync(out, "utf8") };
  }

  /** Made once: the tests look at the same report. */
  function company() {
    known ??= companyReport();
    return known;
  }

  it("prints the seven steps under headings and writes one HTML file with everything inside", async () => {
    const { code, text, html } = await company();
    expect(code).toBe(0);
    const steps = [
      "1. Brand values",
      "2. Experience, expectation, satisfaction and importance",
      "3. Key experience",
      "4. Ideal experience and experience gap",
      "5. Requirements and improvements",
      "6. Fit with strategy and capabilities",
      "7. Feedback",
    ];
    for (const step of steps) {
      expect(text).toContain(`\n${step}\n${"-".repeat(step.length)}\n`);
      expect(html).toContain(`<h3>${step}</h3>`);
    }
    expect(text).toMatch(/Service has the lowest importance x satisfaction/);
    expect(text).toMatch(/2024H2\s+2025H1\s+convenience\s+\+1\.\d+ .*improved/);
    expect(text).toContain("late-delivery");
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|undefined|NaN/);
    // twenty-nine charts, light and dark, wide and narrow
    expect(html.match(/<svg/g)?.length).toBe(116);
  });

  it("makes one customer of the records of three departments and says who may be written to", async () => {
    const text = unwrapped((await company()).text);
    const [, all = "", right = "", wrong = ""] =
      /Of (\d+) records of the shops and the service desk (\d+) came to the right customer, (\d+) to a wrong one/.exec(
        text,
      ) ?? [];
    expect(Number(right) / Number(all)).toBeGreaterThan(0.6);
    expect(wrong).toBe("0");
    expect(text).toMatch(/The newsletter by email: \d+ may get it, \d+ may not/);
    expect(text).toMatch(/On each rung of the ladder now: potential \d+/);
  });

  it("shows a journey: where they leave, what is remembered, which touchpoints earn the outcome", async () => {
    const { html } = await company();
    const text = unwrapped((await company()).text);
    expect(text).toContain('129 ended in "purchase" (12%)');
    expect(text).toContain('Most are lost before "basket"');
    expect(text).toMatch(/Checkout feels -0\.3\d+ on average, worse than the 0 expected/);
    expect(text).toMatch(/129 outcomes on \d+ ways, shared by 5 models/);
    expect(text).toContain("The customer sees the step wait, and nothing backstage carries it.");
    for (const words of ["Where they go next", "Moments of truth", "An order delivered"])
      expect(html).toContain(`<h3>${words}</h3>`);
  });

  it("plans the care of the next quarter: how good the plan is, what comes next and why, what is left out and why", async () => {
    const { html } = await company();
    const text = unwrapped((await company()).text);
    const [, effect = "", most = ""] =
      /yuan: ([\d.]+) points of effect.* No choice within the limits has more than ([\d.]+) points/.exec(
        text,
      ) ?? [];
    expect(Number(effect)).toBeGreaterThan(2000);
    expect(Number(most)).toBeGreaterThanOrEqual(Number(effect));
    expect(text).toMatch(/\d+ customers, 20% by chance, are given nothing/);
    expect(text).toMatch(/Complaint K\d+ of .* is still open\./);
    expect(text).toMatch(/customers? with care came, and \d+% of \d+ who would have had it/);
    for (const words of ["What comes next, and why", "What is left out, and why"])
      expect(html).toContain(`<h3>${words}</h3>`);
  });

  it("shows the service: what is settled in time, who is told, what is hidden and owed, who works when", async () => {
    const { html } = await company();
    const text = unwrapped((await company()).text);
    expect(text).toContain(
      "153 complaints in two years: 125 were settled, 23 given up without a remedy, 5 are open.",
    );
    const [, last = "", first = ""] =
      /complaints of 2025Q4 (\d+)% \(.*?\) were settled in time, of those of 2024 (\d+)%/.exec(
        text,
      ) ?? [];
    expect(Number(last)).toBeLessThan(Number(first) / 2);
    expect(text).toMatch(/late delivery +13 +10 +19 +50%/);
    // Received on Sunday 2025-12-28; New Year is off, and Sunday 2026-01-04 is worked: the fifth day is a Monday.
    expect(text).toContain(
      "The next promise to be broken is that of K153, after 2026-01-05 18:00.",
    );
    const [, orders = "", complained = "", silent = ""] =
      /of (\d+) orders delivered late (\d+) led to a complaint, so (\d+)% kept silent/.exec(text) ??
      [];
    expect(Number(silent)).toBe(Math.round(100 - (100 * Number(complained)) / Number(orders)));
    expect(text).toMatch(
      /An apology by the manager, a refund of 120\.00, frontline may grant it\./,
    );
    expect(text).toMatch(/2025-11-11 had \d+ contacts where \d+ were expected; it was left out/);
    expect(text).toMatch(/Every shift has its agents\. Every contract is kept\./);
    for (const words of [
      "What is open, and who has to be told",
      "Calls in the week to come (simulated)",
    ])
      expect(html).toContain(`<h3>${words}</h3>`);
  });

  it("begins with what falls short, what to do, whether it got better and what to watch", async () => {
    const { text } = await company();
    const [, summary = ""] = /In short\n=+\n\n([\s\S]*?)\n\n/.exec(text) ?? [];
    const sentences = unwrapped(summary)
      .split(/(?:^| )- /)
      .slice(1);
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toMatch(/^Service falls short most: .* in 100% of 2,000 resamples/);
    expect(sentences[1]).toMatch(
      /^Within the budget of 90 thousand yuan, do this: "Keep the shops open.*" and "A second courier.*"/,
    );
    expect(sentences[2]).toMatch(
      /^From 2025H1 to 2025H2: service \(-1\.\d+\) worsened; convenience, the aim, did not change/,
    );
    expect(sentences[3]).toMatch(/^To watch: late-delivery complaints \(19 of 242\)/);
  });

  it("says why candidates were left out with their names, never their ids", async () => {
    const { text } = await company();
    expect(unwrapped(text)).toMatch(
      /Order online, collect in the shop +55 +It is outweighed: the best plan with it/,
    );
    expect(text).not.toMatch(/click-and-collect|full-omnichannel|loyalty-club|range-refresh/);
  });

  it("says how many respondents the last two waves share and compares those in pairs", async () => {
    const ids = new Map<string, Set<string>>();
    const csv = readFileSync(
      new URL("../../examples/company/data/ratings.csv", import.meta.url),
      "utf8",
    );
    for (const row of csv.trim().split("\n").slice(1)) {
      const [id = "", name = ""] = row.split(",");
      ids.set(name, (ids.get(name) ?? new Set()).add(id));
    }
    const [before, after] = [ids.get("2025H1"), ids.get("2025H2")];
    const both = [...(after ?? [])].filter((id) => before?.has(id)).length;
    expect(both).toBeGreaterThan(30);
    const { text } = await company();
    expect(unwrapped(text)).toContain(
      `${String(both)} of the ${String(before?.size)} respondents of 2025H1 are among the ${String(after?.size)} of 2025H2`,
    );
    expect(text).toMatch(/Those who answered both[^\n]*\n\n +factor +n +change/);
  });

  it("comes out the same every time", async () => {
    expect(await companyReport()).toEqual(await company());
  });
});

describe("the demo on a file of the reader's", () => {
  it("takes any CSV file with a mapping", async () => {
    const { code, text } = await report(file("good.csv", HEAD + ROWS), "--mapping", MAPPING);
    expect(code).toBe(0);
    expect(text).toMatch(/price\s+5\s+5\.80\s+7\.20\s+-1\.40/);
    expect(text).toContain("Net promoter score");
    expect(text).not.toContain("Rows left out");
  });

  it("names line and column of every cell it cannot use, and goes on with the rest", async () => {
    const bad =
      '6,8,7,eleven,9\n7,8,7,11,9\n8,8,7,5,12\n9,8,7,5,7.5\n"10",8,7,5,"\n8"\n3,8,7,5,9\n';
    const { code, text } = await report(file("bad.csv", HEAD + ROWS + bad), "--mapping", MAPPING);
    expect(code).toBe(0);
    const expected = [
      'bad.csv, line 7, column a: expected a number, got "eleven"',
      "bad.csv, line 8, column a: experience must lie on 0..10, got 11",
      'bad.csv, line 9, column nps: expected a whole number from 0 to 10, got "12"',
      'bad.csv, line 10, column nps: expected a whole number from 0 to 10, got "7.5"',
      "bad.csv, line 13, column id: respondent 3 has already answered in this wave",
    ];
    for (const complaint of expected) expect(text).toContain(complaint);
    expect(text).toContain("5 rows left out for 5 cells that cannot be used");
    // rows 1 to 5, and 10, whose score stands on a line of its own
    expect(text).toMatch(/price\s+6\s/);
  });

  it("names every faulty cell of a row, of ratings and of scores", async () => {
    const content = `${HEAD}${ROWS}6,8,eleven,5,7.5\n7,,8,99,x\n`;
    const { text } = await report(file("several.csv", content), "--mapping", MAPPING);
    expect(text).toContain("2 rows left out for 4 cells that cannot be used");
    expect(text).toContain('line 7, column e: expected a number, got "eleven"');
    expect(text).toContain("line 7, column nps: expected a whole number from 0 to 10");
    expect(text).toContain("line 8, column a: experience must lie on 0..10, got 99");
    expect(text).toContain("line 8, column nps: expected a whole number from 0 to 10");
  });

  it("names the line on which a row begins, also where a cell spans several", async () => {
    const rows = '\n"6\n6",8,7,x,9\n7,8,7,y,9\n';
    const { text } = await report(file("lines.csv", HEAD + ROWS + rows), "--mapping", MAPPING);
    expect(text).toContain('lines.csv, line 8, column a: expected a number, got "x"');
    expect(text).toContain('lines.csv, line 10, column a: expected a number, got "y"');
  });

  it("names the line of an empty wave cell and goes on with the rest", async () => {
    const content = `${WAVE_HEAD}${wave("W1", 1, 5)}6,,8,7,5,9\n${wave("W2", 1, 5)}`;
    const { code, text } = await report(file("gap.csv", content), "--mapping", WAVE_MAPPING);
    expect(code).toBe(0);
    expect(text).toContain("gap.csv, line 7, column w: the wave is missing");
    expect(text).toMatch(/W1\s+W2\s+price/);
  });

  it("takes a respondent once a wave, also where the file holds no ratings", async () => {
    const scores = file(
      "scores.json",
      JSON.stringify({
        title: "Scores",
        scale: { min: 0, max: 10 },
        table: { respondent: "id", factors: {} },
        scores: { nps: { column: "nps" } },
      }),
    );
    const { text } = await report(
      file("twice.csv", "id,nps\n1,9\n2,4\n1,10\n"),
      "--mapping",
      scores,
    );
    expect(text).toContain("twice.csv, line 4, column id: respondent 1 has already answered");
    expect(text).toMatch(/all\s+2\s+50%/);
  });

  it("says so where nobody answered a question", async () => {
    const rows = "1,8,7,5,\n2,9,8,6,\n3,7,7,7,\n4,8,9,4,\n";
    const { code, text } = await report(file("silent.csv", HEAD + rows), "--mapping", MAPPING);
    expect(code).toBe(0);
    expect(text).toMatch(/Net promoter score\n-+\n\nNobody answered this question\.\n/);
    expect(text).toContain("It could not be computed: nobody answered nps.");
  });

  it("names the waves in which nobody answered a question", async () => {
    const silent = wave("W2", 1, 5).replaceAll(/,\d+\n/g, ",\n");
    const content = WAVE_HEAD + wave("W1", 1, 5) + silent;
    const { text } = await report(file("w2.csv", content), "--mapping", WAVE_MAPPING);
    expect(text).toContain("Nobody answered in W2.");
  });

  it("does not say that nothing falls short where nothing was measured", async () => {
    const rows = "1,,,,9\n2,,,,3\n3,,,,10\n";
    const { code, text, out } = await report(file("none.csv", HEAD + rows), "--mapping", MAPPING);
    expect(code).toBe(0);
    expect(text).toContain(
      "Whether anything falls short of what customers expect could not be measured.",
    );
    expect(text).toContain("It could not be measured whether anything falls short: no factor has");
    expect(text).not.toMatch(/[Nn]o factor falls short|[Nn]othing (falls short|has to be raised)/);
    expect(readFileSync(out, "utf8")).not.toMatch(/undefined|NaN/);
  });

  it("reports on one respondent as the hint it is", async () => {
    const { code, text } = await report(
      file("one.csv", `${HEAD}1,8,7,5,9\n`),
      "--mapping",
      MAPPING,
    );
    expect(code).toBe(0);
    expect(unwrapped(text)).toMatch(
      /7\.00 expected, which over 1 complete answer is a hint only\./,
    );
    expect(text).toContain("How sure? One respondent says nothing about the others.");
    expect(text).toContain("It could not be computed: 1 complete row, and 4 are needed.");
  });

  it("reports on one wave without comparing", async () => {
    const content = WAVE_HEAD + wave("W1", 1, 20);
    const { code, text } = await report(file("w1.csv", content), "--mapping", WAVE_MAPPING);
    expect(code).toBe(0);
    expect(text).toContain("There is one wave only");
    expect(text).not.toContain("The loop so far");
  });

  it("compares in pairs only where 30 respondents answered both waves", async () => {
    const first = WAVE_HEAD + wave("W1", 1, 40);
    const few = await report(file("29.csv", first + wave("W2", 12, 60)), "--mapping", WAVE_MAPPING);
    expect(unwrapped(few.text)).toContain("29 of the 40 respondents of W1 are among the 49 of W2");
    expect(few.text).not.toContain("Those who answered both");
    const many = await report(
      file("30.csv", first + wave("W2", 11, 60)),
      "--mapping",
      WAVE_MAPPING,
    );
    expect(many.text).toMatch(/Those who answered both[\s\S]*price\s+30\s+\+/);
  });

  it("orders waves by their numbers and shows the last twelve", async () => {
    const names = Array.from({ length: 14 }, (_, index) => `W${String(index + 1)}`);
    const content =
      WAVE_HEAD +
      names
        .toReversed()
        .map((name) => wave(name, 1, 4))
        .join("");
    const { text } = await report(file("waves.csv", content), "--mapping", WAVE_MAPPING);
    expect(text).toContain("The file has 14 waves; the last 12 are shown.");
    expect(text).toContain("the seven steps, wave W14");
    expect(text).toMatch(/\n +W9 +W10 /);
    expect(text).not.toMatch(/\n +W2 +/);
  });

  it("leaves segments out where every respondent is one", async () => {
    const segmented = { ...MAPPING_CONTENT, table: { ...MAPPING_CONTENT.table, segment: "w" } };
    const mapping = file("segment.json", JSON.stringify(segmented));
    const rows = wave("S", 1, 60).replaceAll(/^(\d+),S/gm, "$1,S$1");
    const { text } = await report(file("segments.csv", WAVE_HEAD + rows), "--mapping", mapping);
    expect(text).toContain("The column w has 60 different values: too many for segments");
    expect(text).not.toContain("By segment:");
  });

  it("takes semicolons with decimal commas, tabs, UTF-16 and line ends of any kind", async () => {
    const expected = /price\s+5\s+5\.80\s+7\.20\s+-1\.40/;
    const content = HEAD + ROWS;
    const utf16 = Buffer.from(`\uFEFF${content}`, "utf16le");
    const files = {
      "semicolon.csv": content.replaceAll(",", ";"),
      "tab.csv": content.replaceAll(",", "\t"),
      "utf16le.csv": utf16,
      "utf16be.csv": Buffer.from(utf16).swap16(),
      "bom.csv": `\uFEFF${content}`,
      "windows.csv": content.replaceAll("\n", "\r\n"),
      "mixed.csv": content.replace("\n", "\r\n"),
      "quoted.csv": content.replaceAll(/[^,\n]+/g, '"$&"'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const { code, text, said } = await report(file(name, bytes), "--mapping", RATINGS_MAPPING);
      expect([name, code, said]).toEqual([name, 0, expect.any(String)]);
      expect(text).toMatch(expected);
    }
    const decimals = "id;i;e;a;nps\n1;8;7,5;5;9\n2;8;7,5;6,5;9\n";
    const { text } = await report(file("comma.csv", decimals), "--mapping", RATINGS_MAPPING);
    expect(text).toMatch(/price\s+2\s+5\.75\s+7\.50\s+-1\.75/);
  });

  it.each([
    [
      "a file that is not there",
      () => join(folder, "nothing.csv"),
      /There is no file .*nothing\.csv/,
    ],
    [
      "a folder",
      () => {
        mkdirSync(join(folder, "answers"), { recursive: true });
        return join(folder, "answers");
      },
      /answers is a folder: name a file in it/,
    ],
    ["a file of 0 bytes", () => file("zero.csv", ""), /zero\.csv is empty: it has 0 bytes/],
    ["a heading only", () => file("empty.csv", HEAD), /empty\.csv has no rows below its heading/],
    [
      "a row with too few cells",
      () => file("ragged.csv", `${HEAD}1,8\n`),
      /^ragged\.csv, line 2: the row has 2 cells, the heading 5; there is none for column e\.$/,
    ],
    [
      "a row with too many cells",
      () => file("wide.csv", `${HEAD}1,8,7,5,9\n1,8,7,5,9,9\n`),
      /^wide\.csv, line 3: the row has 6 cells, the heading 5\.$/,
    ],
    [
      "a quotation mark that is never closed",
      () => file("open.csv", `${HEAD}1,8,7,5,9\n2,"8,7,5,9\n3,8,7,5,9\n`),
      /^open\.csv, line 3, column i: a quotation mark is opened here or below and never closed/,
    ],
    [
      "a quotation mark that closes in a later row",
      () => file("late.csv", `${HEAD}1,8,7,5,9\n2,"8,7,5,9\n3,8,7,5,"9"\n`),
      /^late\.csv, line \d, .*quotation mark/,
    ],
    [
      "text after a closing quotation mark",
      () => file("after.csv", `${HEAD}1,"8"x,7,5,9\n`),
      /^after\.csv, line 2, column i: text follows a closing quotation mark/,
    ],
    [
      "a file in Latin-1",
      () => file("latin.csv", Buffer.from(`${HEAD}1,8,7,5,9\nM\u00FCller,8,7,5,9\n`, "latin1")),
      /^latin\.csv, line 3, column id: "M\uFFFDller" is not valid UTF-8\. Save the file/,
    ],
    [
      "a heading in Latin-1",
      () => file("latin1.csv", Buffer.from("id,Gr\u00F6\u00DFe\n1,8\n", "latin1")),
      /^latin1\.csv, line 1: "Gr\uFFFD\uFFFDe" is not valid UTF-8/,
    ],
    [
      "UTF-16 that does not say so",
      () => file("raw16.csv", Buffer.from(HEAD + ROWS, "utf16le")),
      /^raw16\.csv is not plain text in UTF-8/,
    ],
    [
      "a spreadsheet",
      () => file("book.csv", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])),
      /^book\.csv is a spreadsheet or an archive, not a CSV file/,
    ],
    [
      "a mapped column that is there twice",
      () => file("double.csv", "id,i,e,a,a,nps\n1,8,7,5,5,9\n"),
      /^double\.csv, line 1: two columns are called a\.$/,
    ],
    [
      "a column that is missing",
      () => file("other.csv", "id,x\n1,2\n"),
      /other\.csv has no column i, e, a, nps; it has id, x/,
    ],
    [
      "no row that can be used",
      () => file("hopeless.csv", `${HEAD}1,8,7,x,9\n`),
      /No row of hopeless\.csv can be used\.\nhopeless\.csv, line 2, column a/,
    ],
  ])("%s gets a message and exit code 1", async (_, path, message) => {
    const { code, said } = await report(path(), "--mapping", MAPPING);
    expect(said).toMatch(message);
    expect(code).toBe(1);
  });

  it("without a mapping that fits, it says which columns there are and how to go on", async () => {
    const { code, said } = await report(file("stranger.csv", "a,b\n1,2\n"));
    expect(code).toBe(1);
    expect(said).toMatch(
      /No shipped mapping fits stranger\.csv\. It has the columns a, b\.\n.*--mapping/,
    );
  });

  it("takes the shipped mapping that explains most columns", () => {
    const factors = ["product", "service", "relationship", "convenience", "brand_image", "price"];
    const ratings = ["imp", "exp", "act", "ideal"].flatMap((kind) =>
      factors.map((factor) => `${kind}_${factor}`),
    );
    const shared = ["respondent", "wave", "customer_value", "overall_satisfaction", ...ratings];
    const both = [...shared, "segment", "value_segment", "recommend", "effort"];
    expect(findMapping(both, "both.csv").title).toBe("Survey of six factors in two waves");
    expect(mappedColumns(findMapping(both, "both.csv"))).toContain("recommend");
    expect(findMapping([...shared, "segment"], "one.csv").title).toContain("Lanhai");
  });

  it.each([
    [{ title: "x", scale: { min: 5, max: 1 } }, /min must lie below max/],
    [{ ...MAPPING_CONTENT, drivers: { outcome: "a", columns: ["a"] } }, /named once/],
    [
      {
        ...MAPPING_CONTENT,
        scores: { csat: { column: "nps", scale: { min: 1, max: 5 }, satisfiedFrom: 8 } },
      },
      /satisfiedFrom must lie on the scale/,
    ],
    [{ title: "x", scale: { min: 0, max: 1 }, table: { factors: {} } }, /nothing to report/],
    [{ ...MAPPING_CONTENT, scale: { min: -3, max: 3 } }, /its scale must not begin below 0/],
  ])("a mapping that is not valid gets a message (%#)", async (content, message) => {
    const wrong = file("wrong.json", JSON.stringify(content));
    const { code, said } = await report(file("good2.csv", HEAD + ROWS), "--mapping", wrong);
    expect(said).toMatch(/The mapping .*wrong\.json is not valid:/);
    expect(said).toMatch(message);
    expect(code).toBe(1);
  });

  it("a wrong command line gets a message", async () => {
    expect((await report("--nonsense")).said).toMatch(/Unknown option '--nonsense'/);
    expect((await report("a.csv", "b.csv")).said).toMatch(
      /One file at a time: got 2 files, a\.csv/,
    );
    const said: string[] = [];
    const output = { print: () => undefined, progress: (line: string) => said.push(line) };
    const path = file("good3.csv", HEAD + ROWS);
    expect(await main([path, "--mapping", MAPPING, "--out", folder], output)).toBe(1);
    expect(said.at(-1)).toMatch(/Cannot write the report to .*EISDIR/);
  });

  it("shows progress while it reads a large file", async () => {
    const row = `,8,7,5,9,${"x".repeat(2000)}\n`;
    const rows = Array.from({ length: 3000 }, (_, id) => `${String(id)}${row}`).join("");
    const path = file("large.csv", `id,i,e,a,nps,comment\n${rows}`);
    const { said } = await report(path, "--mapping", MAPPING);
    const steps = said
      .split("\n")
      .filter((line) => /^reading large\.csv: \d+%, [\d,]+ rows$/.test(line));
    expect(steps.length).toBeGreaterThanOrEqual(5);
  });

  it.skipIf(sharedData("data/experience/cem_survey.csv") === undefined)(
    "takes the survey of six factors as it is (skipped where it is absent)",
    async () => {
      const { code, text } = await report(sharedData("data/experience/cem_survey.csv") ?? "");
      expect(code).toBe(0);
      expect(text).toMatch(/Convenience has the lowest importance x satisfaction/);
      // 100 x (50 - 205) / 400 = -38.75, halves away from 0
      expect(text).toMatch(/W1\s+400\s+13%\s+35%\s+52%\s+-38\.8\s+-45\.4 to -31\.5/);
    },
  );

  it.skipIf(sharedData("data/experience/mobi.csv") === undefined)(
    "takes the mobile phone survey for scores and drivers (skipped where it is absent)",
    async () => {
      const { code, text } = await report(sharedData("data/experience/mobi.csv") ?? "");
      expect(code).toBe(0);
      expect(text).toMatch(/LMG split of R² = 0\.45 over 250/);
      expect(text).toMatch(/overall quality\s+28%\s+1/);
      expect(text).toMatch(/In short\n=+\n\n- \d+% are satisfied.*\n- Overall quality moves/);
    },
  );
});

describe("figures of the report", () => {
  it("are rounded with halves away from 0, and -0 is 0", () => {
    expect([decimal(-38.75, 1), decimal(38.75, 1), decimal(-0.001, 2), decimal(undefined)]).toEqual(
      ["-38.8", "38.8", "0.00", "-"],
    );
  });
});
