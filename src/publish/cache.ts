/** Values that are costly to make, the last used ones kept. */
export interface Cache<T> {
  /** The value of a key, made when it is not there. */
  get(key: string, make: () => T): T;
}

/** A cache of at most `size` values. A promise that is rejected is not kept. */
export function createCache<T>(size: number): Cache<T> {
  const values = new Map<string, T>();
  return {
    get(key, make) {
      const known = values.get(key);
      const value = known ?? make();
      // A Map keeps the order of insertion: the first key is the one used longest ago.
      values.delete(key);
      values.set(key, value);
      if (values.size > size) values.delete(values.keys().next().value!);
      if (known === undefined && value instanceof Promise) {
        value.catch(() => {
          if (values.get(key) === value) values.delete(key);
        });
      }
      return value;
    },
  };
}
