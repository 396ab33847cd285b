/** The year -0299 of EDTF for 300 BC: the year before 1 is 0 (ISO 8601). */
export const edtfYear = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

/** The years of "the 330s BC", 기원전 330년대, or of a century: "the 3300s BC" are -3398 to -3299. */
export function yearsBefore(first: number): { readonly min: string; readonly max: string } {
  const span = first % 100 === 0 ? 100 : 10;
  return { min: edtfYear(2 - first - span), max: edtfYear(1 - first) };
}

/** A year, decade or century before the year 1, from EDTF. */
export interface BeforeOne {
  readonly of: 'year' | 'decade' | 'century';
  /** 300 for 300 BC, 3300 for the 3300s BC, 3 for the 3rd century BC. */
  readonly n: number;
}

/** What a negative EDTF year says, or the ends of a range that `yearsBefore` made; `undefined` for all other dates. */
export function beforeOne(min: string, max = min): BeforeOne | undefined {
  if (min === '0000' && max === min) return { of: 'year', n: 1 };
  if (!min.startsWith('-') || !max.startsWith('-')) return undefined;
  const century = /^-(\d\d)XX$/.exec(min)?.[1];
  if (century !== undefined && min === max) return { of: 'century', n: Number(century) + 1 };
  if (!/^-\d{4}$/.test(min) || !/^-\d{4}$/.test(max)) return undefined;
  const n = Number(max.slice(1)) + 1;
  if (min === max) return { of: 'year', n };
  const whole = yearsBefore(n);
  return n % 10 === 0 && whole.min === min ? { of: 'decade', n } : undefined;
}
