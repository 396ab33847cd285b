import type { Locale } from '../model/locale.js';

/** One thing that models say of themselves or to whoever asks, with its wordings per language. */
export interface Talk {
  readonly said: 'refusal' | 'apology' | 'self' | 'announcement' | 'agreement' | 'note' | 'instructions' | 'obedience';
  readonly wordings: Readonly<Record<Locale, RegExp>>;
}

/** What no translation says unless its source does. */
export const talk: readonly Talk[] = [
  // "I can't help with that."
  {
    said: 'refusal',
    wordings: {
      en: /\b(?:i|we)(?: am|'m|’m| are)? (?:can(?:no|')?t|cannot|can’t|unable to|won't|won’t|not able to|will not) (?:help(?! (?:it|but|myself))|assist|comply|do that|fulfil|fulfill|provide|translate|answer|process|continue|engage|support)/i,
      ko: /(?:도와드|도와 드|도움을 드|답변드|답변해 드|번역해 드|번역해드|제공해 드|응해 드|처리해 드)[가-힣]{0,2} ?(?:수 없|어렵|못)|(?:요청|지시|질문)[가-힣]{0,3} ?(?:응할|따를|답할|답변할|수행할) 수 없/,
    },
  },
  // An apology.
  {
    said: 'apology',
    wordings: {
      en: /\bi(?:'m| am|’m) (?:really |very |so )?sorry\b|\bi apologi[sz]e\b|\bmy apologies\b/i,
      ko: /죄송|사과드|사과 드|미안/,
    },
  },
  // "As an AI language model."
  {
    said: 'self',
    wordings: {
      en: /\bas an? (?:ai|artificial intelligence|language model|llm|assistant)\b|\bi(?:'m| am|’m) an? (?:ai|language model|llm|assistant|chatbot|translator)\b/i,
      ko: /(?:저는|나는|제가) (?:[가-힣A-Za-z]+ ){0,2}(?:AI|인공지능|언어 ?모델|챗봇|번역기|어시스턴트)|(?:AI|인공지능|언어 ?모델|번역가)로서/i,
    },
  },
  // "Here is the translation:"
  {
    said: 'announcement',
    wordings: {
      en: /\b(?:here(?:'s| is|’s)|below is|this is) (?:the|your|a|my) (?:[a-z]+ ){0,2}translat|^[^\p{L}\p{N}]*(?:korean |english )?translations?\s*:|\btranslated (?:text|version)\s*:/iu,
      ko: /(?:번역(?:문|본|한 내용| 결과)?(?:은|는|입니다|을) ?(?:다음|아래)|번역 ?결과(?:입니다|:)|다음은 [^.]{0,20}번역|아래는 [^.]{0,20}번역|^[^\p{L}\p{N}]*(?:한국어 |영어 )?번역(?:문)?\s*:)/u,
    },
  },
  // "Sure!"
  {
    said: 'agreement',
    wordings: {
      en: /^[^\p{L}\p{N}]*(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|understood|got it|no problem|happy to)\b\s*[!,.:—-]/iu,
      ko: /^[^\p{L}\p{N}]*(?:네|예|물론(?:입니다|이죠|이지요)?|알겠습니다|알겠어요|이해했습니다|좋습니다|그럼요)\s*[!,.:]/u,
    },
  },
  // A note of the translator.
  {
    said: 'note',
    wordings: {
      en: /\b(?:translator|translation)(?:'s|’s)? notes?\b|[([]\s*note\s*:|(?:^|\n|\. )note(?: that)?\s*:/i,
      ko: /역자 ?주|역주|번역 ?(?:참고|노트|메모)|[([]\s*(?:참고|주)\s*:|(?:^|\n|[.] )(?:참고|비고)\s*:/,
    },
  },
  // The instructions themselves.
  {
    said: 'instructions',
    wordings: {
      en: /\bsystem prompt\b|\b(?:my|the|these|your|previous|prior|above|earlier) (?:system )?instructions\b|\byou translate articles for a newsroom\b|\brules, in order of weight\b/i,
      ko: /시스템 ?(?:프롬프트|지시|메시지)|(?:내|제|나의|저의|이전|앞선|위의?|당신의|기존) ?(?:지시|지침|명령|프롬프트)/,
    },
  },
  // "As you asked", "mode enabled": an order that was obeyed.
  {
    said: 'obedience',
    wordings: {
      en: /\bas (?:you )?(?:requested|instructed|asked|ordered)\b|\b(?:developer|admin|debug|jailbreak|dan|god) mode\b|\bjailb?roken\b|\bpwn(?:ed|d)\b/i,
      ko: /(?:요청|지시|명령|말씀)하신 ?대로|(?:개발자|관리자|디버그|탈옥) ?모드|탈옥/,
    },
  },
];

const wordingOf = ({ wordings }: Talk, locale: Locale) => wordings[locale] ?? wordings[locale.split('-')[0]!];

/** The first place at which a translation says one of `talks` and its source says nothing of the kind. */
export function unasked(
  talks: readonly Talk[],
  source: { readonly text: string; readonly locale: Locale },
  target: { readonly text: string; readonly locale: Locale },
): { readonly text: string; readonly start: number } | undefined {
  for (const row of talks) {
    const found = wordingOf(row, target.locale)?.exec(target.text);
    if (found && !wordingOf(row, source.locale)?.test(source.text)) return { text: found[0], start: found.index };
  }
  return undefined;
}
