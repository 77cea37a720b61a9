import type { Finding } from "./source.js";

/** The part of `package.json` the rules look at. */
export interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Rooms without a subpath of the package, and subpaths without a room. */
export function checkExports(rooms: readonly string[], json: PackageJson): Finding[] {
  const finding = (message: string): Finding => ({ path: "package.json", line: 1, message });
  const expected = new Map([
    [".", "index"],
    ...rooms.map((room) => [`./${room}`, `${room}/index`] as const),
  ]);
  const missing = [...expected].flatMap(([subpath, file]) => {
    const wanted = { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` };
    const same = JSON.stringify(json.exports[subpath]) === JSON.stringify(wanted);
    return same ? [] : [finding(`exports["${subpath}"] must be ${JSON.stringify(wanted)}`)];
  });
  const extra = Object.keys(json.exports)
    .filter((subpath) => !expected.has(subpath) && subpath !== "./package.json")
    .map((subpath) => finding(`exports["${subpath}"] is no room of src`));
  return [...missing, ...extra];
}

/** Rooms that the README's table of modules does not name: a row that begins with `` | `room` | ``. */
export function checkReadme(rooms: readonly string[], readme: string | undefined): Finding[] {
  const finding = (message: string): Finding => ({ path: "README.md", line: 1, message });
  if (readme === undefined) return [finding("does not exist")];
  const named = new Set(
    readme
      .split("\n")
      .map((line) => /^\|\s*\[?`(?:goodwill\/)?([a-z-]+)`/.exec(line)?.[1])
      .filter((name) => name !== undefined),
  );
  return rooms
    .filter((room) => !named.has(room))
    .map((room) => finding(`the table of modules has no row for \`${room}\``));
}

/** Download addresses in the lock file: they would tie an installation to one registry. */
export function checkLockFile(text: string): Finding[] {
  return text.split("\n").flatMap((content, index) => {
    if (!/"resolved"\s*:/.test(content)) return [];
    const message = "names a download address: install with omit-lockfile-registry-resolved";
    return [{ path: "package-lock.json", line: index + 1, message }];
  });
}

/** Packages that run in the host's process: anything more has to earn its place. */
export const RUN_TIME_PACKAGES: readonly string[] = [
  "@noble/hashes",
  "@date-fns/utc",
  "date-fns",
  "leven",
  "pure-rand",
  "tyme4ts",
  "zod",
];

/** Run-time dependencies that nobody argued for. */
export function checkDependencies(json: PackageJson): Finding[] {
  return Object.keys({ ...json.dependencies, ...json.peerDependencies })
    .filter((name) => !RUN_TIME_PACKAGES.includes(name))
    .map((name) => ({ path: "package.json", line: 1, message: `depends on ${name} at run time` }));
}
