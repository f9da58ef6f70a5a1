/** Statements that are worth a plan of their own on each connection; the programme asks far fewer. */
const atMost = 400;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement of Prisma's prepared, so that it is parsed and planned once and
 * not for every request. Without values the text itself holds them, so it is never the same twice: no name then.
 */
export function statementName({
  sql,
  args,
}: {
  readonly sql: string;
  readonly args: readonly unknown[];
}): string {
  if (args.length === 0) return '';
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= atMost) return '';
  const name = `s${String(names.size + 1)}`;
  names.set(sql, name);
  return name;
}

const batched = new Map<string, string>();

/** The same for a statement of ours. Their texts are constants or made of few pieces, so there is no limit to them. */
export function batchedName(text: string): string {
  const known = batched.get(text);
  if (known !== undefined) return known;
  const name = `b${String(batched.size + 1)}`;
  batched.set(text, name);
  return name;
}
