/** Deeper than any body of ours, and more values in it. */
export const jsonLimits = { depth: 20, values: 5_000 };

/**
 * Whether a text of JSON nests deeper or holds more values than the limits, known before it is parsed: in one pass, with
 * a counter for a stack. What isn't JSON is the parser's to refuse.
 */
export function isTooComplex(json: string): boolean {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') at = endOfText(json, at);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === ',') values += 1;
    if (depth > jsonLimits.depth || values > jsonLimits.values) return true;
  }
  return false;
}

/** Where the text that begins here ends: at its closing quote, or with everything. */
function endOfText(json: string, begin: number): number {
  let at = begin + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
