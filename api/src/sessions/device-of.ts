const browsers = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
] as const;
const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux/],
] as const;

/** A coarse word for a browser ("Firefox on Linux"), enough for its owner to know it again and for nobody to trace it. */
export function deviceOf(userAgent: string | undefined): string {
  const first = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
  const browser = first(browsers);
  const system = first(systems);
  if (browser === undefined) return system ?? 'Unknown';
  return system === undefined ? browser : `${browser} on ${system}`;
}
