import { DiptychError } from '../model/errors.js';
import { decodeUtf8 } from '../model/utf8.js';

/** Largest article that is read, in bytes: some 500 pages of text. */
export const defaultSizeLimit = 2_000_000;

/** The text of a source's bytes. Throws DiptychError `file-too-large` above `limit` bytes, and what `decodeUtf8` throws. */
export function decodeSource(bytes: Uint8Array, file: string, limit: number = defaultSizeLimit): string {
  if (bytes.byteLength > limit) {
    throw new DiptychError('file-too-large', { bytes: bytes.byteLength, limit }, { file });
  }
  return decodeUtf8(bytes, file);
}
