/** Statements that are worth a plan of their own on each connection; the programme asks far fewer. */
const atMost = 400;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared, so that it is parsed and planned once and not for every
 * request. Without values the text itself holds them (who asks, for one), so it is never the same twice: no name then.
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
