import { DiptychError } from '../model/errors.js';

/** What an operating system or a database throws, as `store-failed` with its reason; errors of ours stay as they are. */
export function storeFailed(error: unknown, file?: string): DiptychError {
  if (error instanceof DiptychError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DiptychError('store-failed', { reason }, file === undefined ? undefined : { file }, error);
}

/** Runs a step of the store; whatever it throws is coded. */
export async function coded<T>(file: string | undefined, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw storeFailed(error, file);
  }
}
