import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DiptychError } from '../../model/errors.js';

/** How many requests a minute are answered. */
export interface Allowance {
  /** Of one key, whoever sends it. */
  readonly key: number;
  /** Of one address without a key that counts: signing in, guessing keys. */
  readonly stranger: number;
}

/** What nobody meets who does nothing wrong: a publishing system that fetches a large site; a newsroom behind one address. */
export const generous: Allowance = { key: 6000, stranger: 300 };

/** Counts requests. Each process counts for itself. Both throw `too-many-requests`. */
export interface Limits {
  key(name: string): Promise<void>;
  stranger(address: string): Promise<void>;
}

/** Limits that begin anew each minute. */
export function createLimits({ key, stranger }: Allowance): Limits {
  const keys = new RateLimiterMemory({ points: key, duration: 60 });
  const strangers = new RateLimiterMemory({ points: stranger, duration: 60 });
  return {
    key: (name) => count(keys, name),
    stranger: (address) => count(strangers, networkOf(address)),
  };
}

async function count(limiter: RateLimiterMemory, name: string): Promise<void> {
  try {
    await limiter.consume(name);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DiptychError('too-many-requests', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}

/** Who has one IPv6 address has all that share its first 64 bits (RFC 4291 §2.5.4); IPv4 within IPv6 is IPv4. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
