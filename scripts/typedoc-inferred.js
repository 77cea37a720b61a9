// A TypeDoc plugin for constants whose type is inferred from their value, where no comment can be written twice:
// a schema's properties take over the comments of the interface it stands for (`ratingSchema` and `Rating`), and a
// property that is a literal, such as the sentence of a reason code, is its own documentation. Anything else that has
// no comment is still reported.
import { Comment, Converter, DeclarationReflection, LiteralType, ReflectionKind } from "typedoc";

/** The declarations mentioned in a type: written inside it, or referred to by name. */
function mentionedIn(type) {
  const found = [];
  const visit = (one) => {
    if (one === undefined || one === null || typeof one !== "object") return;
    if (one.type === "reflection") found.push(one.declaration);
    if (one.type === "reference" && one.reflection instanceof DeclarationReflection) {
      found.push(one.reflection);
    }
    for (const key of ["typeArguments", "types", "elements"]) (one[key] ?? []).forEach(visit);
    for (const key of ["target", "elementType", "objectType", "indexType"]) visit(one[key]);
  };
  visit(type);
  return found;
}

/** Every property below a declaration, following the types of properties, in the order they are met. */
function propertiesBelow(root) {
  const seen = new Set();
  const queue = [root];
  const properties = [];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...mentionedIn(next.type));
    for (const signature of next.indexSignatures ?? []) queue.push(...mentionedIn(signature.type));
    for (const child of next.children ?? []) {
      properties.push(child);
      queue.push(...mentionedIn(child.type));
    }
  }
  return properties;
}

function textComment(text) {
  return new Comment([{ kind: "text", text }]);
}

function documentSchema(schema, described) {
  const comments = new Map();
  for (const property of propertiesBelow(described)) {
    if (property.comment !== undefined && !comments.has(property.name)) {
      comments.set(property.name, property.comment);
    }
  }
  for (const property of propertiesBelow(schema)) {
    const comment = comments.get(property.name);
    // a key that is one of a union of names, such as a Kano category, has no comment of its own anywhere
    property.comment ??= comment?.clone() ?? textComment(`As in ${described.name}.`);
  }
}

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, (context) => {
    const { project } = context;
    const types = new Map(
      project
        .getReflectionsByKind(ReflectionKind.Interface | ReflectionKind.TypeAlias)
        .map((one) => [one.name.toLowerCase(), one]),
    );
    for (const constant of project.getReflectionsByKind(ReflectionKind.Variable)) {
      const described = types.get(constant.name.replace(/Schema$/, "").toLowerCase());
      if (constant.name.endsWith("Schema") && described !== undefined) {
        documentSchema(constant, described);
      }
      for (const property of propertiesBelow(constant)) {
        if (property.comment === undefined && property.type instanceof LiteralType) {
          property.comment = textComment(String(property.type.value));
        }
      }
    }
  });
}
