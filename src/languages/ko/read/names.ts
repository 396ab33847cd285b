import { digitOf } from '../../und/digits.js';
import { series } from '../../und/series.js';
import { slashFraction } from './fractions.js';
import { isHangul, isLatin, longest, skipSpace, wordsOf } from './text.js';

/** A numbered name, by its end. */
export interface ReadName {
  readonly end: number;
}

/**
 * Letters, digits and the signs that stand inside a name: GPT-5.5, B200, COVID-19, TPU v5e, F-35B. No part of the pattern can
 * match in two ways, since a name may be a blob of a megabyte.
 */
const latinChunk = /^[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9]*(?:[-_.‐‑][A-Za-z0-9]+)*\+?/;
/** Digits first: 5G, 3D, 737MAX, 7nm is a measure and has been tried before. */
const digitChunk = /^\d+(?=-?[A-Za-z])(?:-?[A-Za-z][A-Za-z0-9]*)+/;
const version = /^\d+(?:\.\d+){2,5}/;
const code = /^\d{1,5}-\d{2,5}-\d{2,5}|^\d{1,3}-\d{1,3}-\d{1,3}(?![\d-])|^\d{3}-\d{4}(?!\d)/;

/** Words that a number names a member of, with or without a space: 레벨 4, 그림 2, 아이폰 15, 윈도우 11; a space may stand at _. */
const numbered = `레벨 아이폰 아이패드 갤럭시 윈도우 윈도 안드로이드 버전 파이썬 자바 노드 그림 표 장 절 부록 별표
  도표 사진 보기 예제 포뮬러 포춘 포천 아폴로 아르테미스 보이저 보잉 에어버스 플레이스테이션 엑스박스
  코로나 유로 나스닥 니케이 닛케이 이니셜 테슬라_모델 모델 타입 클래스 티어 파트 섹션 챕터 페이즈
  시즌 에피소드 그룹 채널 게이트 터미널 루트 국도 고속도로 지방도 팰컨 클로드 제미나이 라마 젬마
  누리호 우분투 지포스 라이젠 라데온 스냅드래곤 엑시노스 아이오닉 그록 천리안 아리랑 기어 세대_별`.split(/\s+/);

const numberedName = new RegExp(`^(?:${numbered.join('|').replaceAll('_', '\\s?')})`);

/** Their first words, of which none stands at most places. */
const openings = wordsOf(numbered.map((word) => [word.replace(/_.*/, ''), true] as const));

/** Whether one of them may begin at `at`. */
export function mayBeName(text: string, at: number): boolean {
  return longest(text, at, openings) !== undefined;
}

/** The Latin name with digits that begins at `at`. */
export function readLatinName(text: string, at: number): ReadName | undefined {
  const before = text.charCodeAt(at - 1);
  if (isLatin(before) || digitOf(before) >= 0) return undefined;
  const match = latinChunk.exec(text.slice(at, at + 60));
  const member = seriesMember(text, at);
  if (member !== undefined && member.end > at + (match?.[0].length ?? 0)) return member;
  if (match === null || !/\d/.test(match[0])) return spacedLatin(text, at);
  // US$5, USD 5 and Q1 2026 are figures; so is a currency code glued to its amount.
  if (/^(?:USD|EUR|JPY|KRW|GBP|CNY|HKD|AUD|CAD|SGD|RMB)\d/.test(match[0])) return undefined;
  return { end: at + match[0].length };
}

/** RTX 4090, S&P 500, HTTP/2, ISO 639-1, ISO/IEC 27001:2022, Ubuntu 24.04: the same series as in English text. */
function seriesMember(text: string, at: number): ReadName | undefined {
  const match =
    /^([A-Za-z][A-Za-z+#.]*(?:[&/-][A-Za-z]+)?)[ /](\d{1,5}(?:\.\d{1,3}){0,2}(?:-\d{1,2}|:\d{4})?)\+?(?![\d,.]*\d|[A-Za-z])/.exec(
      text.slice(at, at + 40),
    );
  const word = match?.[1];
  if (match === null || word === undefined || !/[A-Z]/.test(word) || !series.has(word.toLowerCase())) return undefined;
  if (/^(?:19|20)\d\d$/.test(match[2]!)) return undefined;
  return isCounted(text, at + match[0].length) ? undefined : { end: at + match[0].length };
}

/** Whether a counter, a scale or a unit follows: 8개, 3월, 2 GB. */
function isCounted(text: string, end: number): boolean {
  return /^\s?(?:%|개|명|건|대|만|억|조|년|월|일|달러|원|배|회|번|위|점|시|분|초|[kKMGT]?[BWmgL]\b)/.test(
    text.slice(end, end + 3),
  );
}

/** iOS 18, iPhone 15, MMLU 92.1 is a score, TPU v5e has been read as a chunk. */
function spacedLatin(text: string, at: number): ReadName | undefined {
  const match =
    /^([A-Za-z][A-Za-z]*) (\d{1,3}(?:\.\d{1,2})?)(\+?)(?![\d,.]*\d|[A-Za-z])(?:\s?(Pro|Max|Ultra|Opus|Plus|Mini|Turbo|Sonnet|Haiku|Flash|Lite|Nano)(?![a-z]))?/.exec(
      text.slice(at, at + 40),
    );
  if (match?.[1] === undefined) return undefined;
  const word = match[1];
  const counted = isCounted(text, at + match[0].length);
  const product =
    match[4] !== undefined ||
    /^[a-z]{1,2}[A-Z]|^[A-Z][a-z]+[A-Z]/.test(word) ||
    /^(?:Level|Figure|Table|Chapter|Section|Windows|Formula|Fortune|Apollo|Python|Java|Node|Claude|Gemini|Gemma|Llama|Galaxy|Version|Phase|Type|Tier|Grade|Model)$/.test(
      word,
    );
  return product && (!counted || match[4] !== undefined) ? { end: at + match[0].length } : undefined;
}

/** 레벨 4, 그림 2, 코로나19, 버전 8: the whole name with its number. */
export function readHangulName(text: string, at: number): ReadName | undefined {
  if (isHangul(text.charCodeAt(at - 1))) return undefined;
  const match = numberedName.exec(text.slice(at, at + 10));
  if (match === null) return undefined;
  const start = skipSpace(text, at + match[0].length);
  const digits = /^\d{1,4}(?:\.\d{1,3}){0,2}(?:[A-Za-z]+\d*)?\+?/.exec(text.slice(start, start + 14));
  if (digits === null) return undefined;
  const end = start + digits[0].length;
  // 그림 2점, 모델 3종, 표 5장, 유로 3억: a counter or a scale makes it a figure. 버전 8만 남길 is none.
  const after = text.slice(end, end + 3);
  if (
    /^\s?(?:%|배|개|명|건|종|점|장|편|대|곳|년|월|일|달러|원|표|위|회|번|권|척|기|호기)/.test(after) &&
    !/^\s?(?:장에|점에서|대\s?\d)/.test(after)
  )
    return undefined;
  if (/^(?:만|억|조|천|백)/.test(after) && !(match[0] === '버전' && /^만\s/.test(after))) return undefined;
  if (/^,\d{3}/.test(after) || /^\s?[~∼-]\s?\d/.test(after)) return undefined;
  return { end };
}

/** 5G, 3D, 010-1234-5678, 3.14.2. Figures with a measure have been tried before. */
export function readDigitName(text: string, at: number): ReadName | undefined {
  const window = text.slice(at, at + 60);
  if (slashFraction(text, at) !== undefined) return undefined;
  const found =
    code.exec(window) ??
    version.exec(window) ??
    digitChunk.exec(window) ??
    /^\d{1,4}\/\d{1,4}(?:\/\d{1,4})?/.exec(window);
  if (found !== null && found !== undefined) return { end: at + found[0].length };
  return /^0\d+(?![.\d])/.test(window) ? { end: at + /^0\d+/.exec(window)![0].length } : undefined;
}
