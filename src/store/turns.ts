/** Runs steps of one name one after the other, in this process; a step that fails keeps no other back. */
export function createTurns(): <T>(name: string, step: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, step) => {
    const next = (last.get(name) ?? Promise.resolve()).then(step, step);
    last.set(name, next);
    const done = () => {
      if (last.get(name) === next) last.delete(name);
    };
    next.then(done, done);
    return next;
  };
}
