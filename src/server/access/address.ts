import { isIP } from 'node:net';
import { DiptychError } from '../../model/errors.js';

/** Whether an address is reached from this machine alone: 127.0.0.0/8 (RFC 1122 §3.2.1.3), ::1, `localhost` (RFC 6761 §6.3). */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(plain) === 4) return plain.startsWith('127.');
  if (isIP(plain) === 6) return plain === '::1' || /^::ffff:127\./.test(plain);
  return plain === 'localhost' || plain.endsWith('.localhost');
}

/** Throws `unsafe-address` for an address that others reach while there are no keys. */
export function assertSafeAddress(host: string, hasKeys: boolean): void {
  if (!hasKeys && !isLoopback(host)) throw new DiptychError('unsafe-address', { host });
}

/** The host of a `Host` header, without its port. */
export function hostName(header: string): string {
  return header.replace(/:\d+$/, '').toLowerCase();
}
