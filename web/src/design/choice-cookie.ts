const year = 60 * 60 * 24 * 365;

/**
 * A choice of looks that this device keeps, such as the language. It lives in a cookie, since nothing may be kept in
 * the browser's storage, and it says nothing about a person or a case.
 */
export function readChoice(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** Keeps a choice for a year, or forgets it. */
export function writeChoice(name: string, value: string | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const age = value === undefined ? 0 : year;
  document.cookie = `${name}=${value ?? ''}; Path=/; Max-Age=${age}; SameSite=Strict${secure}`;
}
