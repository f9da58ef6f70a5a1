/** The sign-in page, remembering the page that was asked for. Addresses hold code names at most, never a name. */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  const wanted = `${pathname}${search}`;
  return wanted === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(wanted)}`;
}

/** The page to go back to after signing in, if it is one of ours. */
export function pathBack(url: string): string | undefined {
  const wanted = new URL(url, location.origin).searchParams.get('return');
  if (wanted === null) return undefined;
  const target = new URL(wanted, location.origin);
  const ours =
    wanted.startsWith('/') && target.origin === location.origin && target.pathname !== '/sign-in';
  return ours ? `${target.pathname}${target.search}` : undefined;
}
