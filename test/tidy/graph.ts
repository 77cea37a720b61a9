import type { Finding, SourceFile } from "./source.js";
import { importsOf, resolveImport } from "./source.js";

function edgesOf(files: readonly SourceFile[]): Map<string, string[]> {
  return new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map((one) => resolveImport(file.path, one.specifier))
        .filter((path) => path !== undefined),
    ]),
  );
}

/** Files that import each other in a circle, type-only imports included; each circle is named once. */
export function checkCycles(files: readonly SourceFile[]): Finding[] {
  const edges = edgesOf(files);
  const done = new Set<string>();
  const trail: string[] = [];
  const findings: Finding[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = [...trail.slice(start), path].join(" -> ");
      findings.push({ path, line: 1, message: `import cycle: ${circle}` });
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const next of edges.get(path) ?? []) visit(next);
    trail.pop();
    done.add(path);
  };
  for (const path of edges.keys()) visit(path);
  return findings;
}

/** Relative imports of files that do not exist, or that leave out the `.js` ending. */
export function checkImportsExist(files: readonly SourceFile[]): Finding[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, line }) => {
      const target = resolveImport(file.path, specifier);
      if (target === undefined || known.has(target)) return [];
      return [{ path: file.path, line, message: `imports ${specifier}, which is not in src` }];
    }),
  );
}

/** Files that nobody reaches from one of the roots: dead, or forgotten in an `index.ts`. */
export function checkReachable(files: readonly SourceFile[], roots: readonly string[]): Finding[] {
  const edges = edgesOf(files);
  const reached = new Set<string>();
  const queue = [...roots];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    queue.push(...(edges.get(path) ?? []));
  }
  return files
    .filter((file) => !reached.has(file.path))
    .map(({ path }) => ({ path, line: 1, message: `is not reachable from ${roots.join(" or ")}` }));
}
