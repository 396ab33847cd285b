import type { NumberedName } from '../../model/quantity.js';

/**
 * A telephone number as ITU-T E.123 and newspapers write it: +82-2-1234-5678, +33 1 23 45 67 89, 02-1234-5678, (02) 123-4567,
 * 1-800-555-0199. International numbers with spaces end in four digits or come in pairs: `+1 200 000` is a quantity.
 */
const whole =
  /(?<![A-Za-z\d.,+\-–])(?:\+\d{1,3}(?:[ -]\(?\d{1,4}\)?){1,3}[ -]\d{4}|\+\d{2,3}(?: \d{1,2}){4,5}|\(0\d{1,2}\) ?\d{3,4}-\d{4}|0\d{1,2}[-)] ?\d{3,4}-\d{4}|(?:1-)?\(?[2-9]\d{2}\)?[- ]\d{3}-\d{4}|\d{3,4}-\d{4})(?![\d]|[-.,]\d)/g;

/** A number without its area (555-0199, 1588-1234), which may also be a range of years or a score. */
const local = /^\d{3,4}-\d{4}$/;

/** What stands before one where a telephone is spoken of. */
const announced =
  /(?:전화|문의|상담|고객센터|콜센터|대표번호|신고|팩스|電話|Tel|tel|TEL|Call|call|Phone|phone|Fax|fax|Dial|dial)[^\p{L}\d]{0,3}(?:number |at |on |번호[^\d]{0,3})?$/u;

/** Country codes of two digits by their first (ITU-T E.164, list of assigned country codes); 1 and 7 stand alone, others have three. */
const twoDigits: Readonly<Record<string, string>> = {
  '2': '07',
  '3': '0123469',
  '4': '013456789',
  '5': '12345678',
  '6': '0123456',
  '8': '1246',
  '9': '0123458',
};

/** The telephone numbers of a text, as names: they are compared, and no digit of them is a quantity. */
export function telephones(text: string): NumberedName[] {
  if (!text.includes('-') && !text.includes('+')) return [];
  const names: NumberedName[] = [];
  whole.lastIndex = 0;
  for (let match = whole.exec(text); match !== null; match = whole.exec(text)) {
    const start = match.index;
    const said = match[0];
    if (local.test(said) && !announced.test(text.slice(Math.max(0, start - 16), start))) continue;
    names.push({ key: keyOf(said), text: said, start, end: start + said.length });
  }
  return names;
}

/** What the spellings of one number share, from home and from abroad: 02-1234-5678 is +82-2-1234-5678. */
function keyOf(said: string): string {
  const digits = said.replace(/\D/g, '');
  if (!said.startsWith('+')) return `tel:${digits.replace(/^(?:0|1(?=\d{10}$))/, '')}`;
  const first = digits[0]!;
  const code = first === '1' || first === '7' ? 1 : twoDigits[first]?.includes(digits[1]!) ? 2 : 3;
  return `tel:${digits.slice(code)}`;
}
