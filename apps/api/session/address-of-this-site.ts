const ANY = 'http://localhost';

/** An address as one of this site's own: path and query alone; the first page for any that leads elsewhere. */
export function addressOfThisSite(address: string): string {
  if (!/^\/(?![/\\])/.test(address) || !URL.canParse(address, ANY)) return '/';
  const { origin, pathname, search } = new URL(address, ANY);
  return origin === ANY && !pathname.startsWith('//') ? pathname + search : '/';
}
