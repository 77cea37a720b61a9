import ts from "typescript";
import { exportedDeclarations } from "./names.js";
import type { Finding, SourceFile } from "./source.js";
import { isInternal, lineOf } from "./source.js";

function docOf(node: ts.Node): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
}

function hasSummary(node: ts.Node): boolean {
  const doc = docOf(node);
  return doc !== undefined && (ts.getTextOfJSDocComment(doc.comment) ?? "").trim() !== "";
}

/** The example blocks of a comment that hold a `ts` fence. */
function examplesOf(doc: ts.JSDoc): { all: number; withFence: number } {
  const texts = (doc.tags ?? [])
    .filter((tag) => tag.tagName.text === "example")
    .map((tag) => tag.getFullText());
  return { all: texts.length, withFence: texts.filter((text) => text.includes("```ts")).length };
}

function undocumentedFunction(node: ts.FunctionDeclaration): string[] {
  const doc = docOf(node);
  if (doc === undefined) return [];
  const name = node.name?.text ?? "default";
  const messages: string[] = [];
  const { all, withFence } = examplesOf(doc);
  if (all !== 1 || withFence !== 1) {
    messages.push(
      `${name} has ${all} @example, ${withFence} with a ts fence: exactly one is asked`,
    );
  }
  const tags: readonly ts.JSDocTag[] = doc.tags ?? [];
  const described = new Set(
    tags
      .filter((tag): tag is ts.JSDocParameterTag => ts.isJSDocParameterTag(tag))
      .map((tag) => tag.name.getText().replace(/\..*$/, "")),
  );
  for (const parameter of node.parameters) {
    const isPlain = ts.isIdentifier(parameter.name);
    const ok = isPlain ? described.has(parameter.name.getText()) : described.size > 0;
    if (!ok) messages.push(`${name} does not describe @param ${parameter.name.getText()}`);
  }
  const returnsNothing = node.type?.kind === ts.SyntaxKind.VoidKeyword;
  if (!returnsNothing && !tags.some((tag) => /^returns?$/.test(tag.tagName.text))) {
    messages.push(`${name} does not describe what it @returns`);
  }
  return messages;
}

function isMember(node: ts.Node): node is ts.PropertySignature | ts.MethodSignature {
  return ts.isPropertySignature(node) || ts.isMethodSignature(node);
}

/** The members a reader sees: of the interface or type, and of object types written inside it; parameters aside. */
function membersOf(node: ts.Node): (ts.PropertySignature | ts.MethodSignature)[] {
  const found: (ts.PropertySignature | ts.MethodSignature)[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isParameter(child)) return;
    if (isMember(child)) found.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

/** The written types of an export: an interface or alias whole, of a function its type parameters and result. */
function typesOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [node];
  if (ts.isFunctionDeclaration(node)) {
    return [...(node.typeParameters ?? []), ...(node.type === undefined ? [] : [node.type])];
  }
  return ts.isVariableDeclaration(node) && node.type !== undefined ? [node.type] : [];
}

/**
 * Exports without a doc comment; and of public names, functions without their example, parameters or result, and bare
 * properties. A name that only other files of the room use needs no more than its comment.
 */
export function checkDocumentation(
  file: SourceFile,
  isPublic: (name: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const report = (node: ts.Node, message: string): void => {
    findings.push({ path: file.path, line: lineOf(node), message });
  };
  const seen = new Set<string>();
  for (const { name, node } of exportedDeclarations(file)) {
    // An overload after the first, or the implementation, is documented by the first signature.
    if (ts.isFunctionDeclaration(node) && seen.has(name)) continue;
    seen.add(name);
    if (!hasSummary(node)) report(node, `${name} has no doc comment`);
    if (!isPublic(name)) continue;
    if (ts.isFunctionDeclaration(node)) {
      for (const message of undocumentedFunction(node)) report(node, message);
    }
    for (const member of typesOf(node).flatMap(membersOf)) {
      if (hasSummary(member) || isInternal(member)) continue;
      report(member, `${name}.${member.name.getText()} has no doc comment`);
    }
  }
  return findings;
}
