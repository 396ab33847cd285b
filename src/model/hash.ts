import { hash } from 'node:crypto';

/** SHA-256 of bytes, or of a text as UTF-8, in hexadecimal. Of a file's bytes it is what names a revision everywhere. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content);
}
