import { InvalidArgumentError } from 'commander';

/** An option's whole number from 1 on; commander tells what it throws as a usage error. */
export function positive(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}
