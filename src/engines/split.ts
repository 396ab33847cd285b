import type { Engine, EngineAnswer, EngineRequest, EngineUsage } from './engine.js';

/** Two uses together. */
export function addUsage(a: EngineUsage, b: EngineUsage): EngineUsage {
  const sum = (x: number | undefined, y: number | undefined) => (x ?? 0) + (y ?? 0);
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    requests: a.requests + b.requests,
    ...((a.cachedTokens ?? b.cachedTokens) === undefined ? {} : { cachedTokens: sum(a.cachedTokens, b.cachedTokens) }),
    ...((a.characters ?? b.characters) === undefined ? {} : { characters: sum(a.characters, b.characters) }),
  };
}

/** An engine whose answers are never cut off: what a cut answer holds is used, the rest is asked for in two halves. */
export function inHalves(engine: Engine): Engine {
  const translate = async (request: EngineRequest): Promise<EngineAnswer> => {
    const answer = await engine.translate(request);
    const open = request.units.filter(({ id }) => !answer.targets.has(id));
    if (answer.cut !== true || open.length === 0 || request.units.length === 1) return answer;
    const middle = Math.ceil(open.length / 2);
    const targets = new Map(answer.targets);
    let { usage, failure } = answer;
    for (const units of [open.slice(0, middle), open.slice(middle)]) {
      if (units.length === 0) continue;
      const part = await translate({ ...request, units });
      for (const [id, target] of part.targets) targets.set(id, target);
      usage = addUsage(usage, part.usage);
      failure ??= part.failure;
    }
    return { targets, usage, ...(failure === undefined ? {} : { failure }) };
  };
  return Object.create(engine, { translate: { value: translate, enumerable: true } }) as Engine;
}
