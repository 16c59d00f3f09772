import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Which addresses messages may go to: public ones over https, or, for tests, any. */
export type AllowedTargets = 'public' | 'any';

/** An address of the network that a name stands for. */
export interface NetworkAddress {
  readonly address: string;
  readonly family: number;
}

/** Looks a name up. @throws Error when there is no such name */
export type ResolveName = (host: string) => Promise<readonly NetworkAddress[]>;

/** Asks the resolver of the operating system. */
export const resolveName: ResolveName = (host) => lookup(host, { all: true });

/**
 * IPv4 ranges that are not of the public internet (IANA special-purpose registry), and the one address of a cloud's
 * inside that lies among public ones.
 */
const INSIDE_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** IPv6 is public within this block only: loopback, local, mapped and translated addresses lie outside it. */
const GLOBAL_IPV6: readonly (readonly [string, number])[] = [['2000::', 3]];
/** Protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address. */
const INSIDE_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const insideIpv4 = listOf(INSIDE_IPV4, 'ipv4');
const globalIpv6 = listOf(GLOBAL_IPV6, 'ipv6');
const insideIpv6 = listOf(INSIDE_IPV6, 'ipv6');

function listOf(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

/** Whether an IP address is one of the public internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !insideIpv4.check(address, 'ipv4');
  return family === 6 && globalIpv6.check(address, 'ipv6') && !insideIpv6.check(address, 'ipv6');
}

/** Why a message may not go to an address. */
export type TargetRefusal = 'refused-address' | 'unresolved';

/** The address to connect to, found and checked once, or why there is none. */
export async function checkedAddress(
  url: URL,
  targets: AllowedTargets,
  resolve: ResolveName,
): Promise<NetworkAddress | TargetRefusal> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) return 'unresolved';
  const isAllowed = targets === 'any' || found.every(({ address }) => isPublicAddress(address));
  return isAllowed ? first : 'refused-address';
}

/** What is wrong with an address as such, in words; null where nothing is. */
export function addressFault(text: string, targets: AllowedTargets): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return 'It is no address.';
  const isEncrypted = url.protocol === 'https:' || (targets === 'any' && url.protocol === 'http:');
  if (!isEncrypted) return 'It must begin with https://.';
  if (url.username !== '' || url.password !== '') return 'It must hold no user name and no password.';
  return url.hash === '' ? null : 'It must have no part behind #.';
}
