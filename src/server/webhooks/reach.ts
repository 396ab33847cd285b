import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { DiptychError } from '../../model/errors.js';

/** Names that mean this machine or this network, whatever a resolver says of them (RFC 6761, RFC 6762, RFC 8375). */
const ownNames = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;

/**
 * Whether an address is one of the public Internet's: not loopback, private, link-local (cloud metadata lives there),
 * carrier-grade NAT, multicast, documentation or any other range of IANA's special-purpose registries. An IPv4 address
 * written as IPv6 is judged as what it is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** Throws `invalid-webhook` for a host that is plainly not public. What a name resolves to is seen when it is called. */
export function assertPublicHost(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  const literal = ipaddr.isValid(host);
  if (literal ? !isPublicAddress(host) : ownNames.test(host)) {
    throw new DiptychError('invalid-webhook', { context: 'private', host });
  }
}

/**
 * Resolves a name to public addresses alone, at the moment of connecting: a name that was public when it was looked at
 * and is private when it is called (DNS rebinding) leads nowhere.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const addresses = (found as unknown as LookupAddress[]).filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (first === undefined) return done(new Error(`${hostname} has no public address`), '', 0);
    if (options.all === true) return done(null, addresses);
    done(null, first.address, first.family);
  });
};
