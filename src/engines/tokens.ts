import type { EngineRequest } from './engine.js';
import { promptOf } from './prompt.js';

/**
 * About how many tokens a text has. Tokenizers differ; these rates lie above what OpenAI's o200k, Claude's and Gemini's
 * need for news text, so that an estimate is rarely below the bill: four Latin characters to a token, and four tokens to
 * five characters of Hangul, kana or Han.
 */
export function estimateTokens(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x1100) wide++;
  return Math.ceil((text.length - wide) / 4 + wide * 0.8);
}

/** What one request takes: tokens sent, and about as many back as its source has, with the wrapping of each unit. */
export function estimateRequest(request: EngineRequest): { readonly input: number; readonly output: number } {
  const source = request.units.reduce((sum, unit) => sum + estimateTokens(unit.source) + perUnit, 0);
  const { system, user } = promptOf(request);
  return {
    input: estimateTokens(system) + estimateTokens(user),
    // Korean takes more tokens than the English that it says, and the other way round.
    output: Math.ceil(source * 1.3),
  };
}

/** `{"id":"…","target":"…"}` around each answer. */
const perUnit = 20;
