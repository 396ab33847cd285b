import { readFileSync } from 'node:fs';
import i18next, { type TFunction } from 'i18next';
import { languagePack } from '../languages/index.js';
import type { DiptychError } from '../model/errors.js';
import type { Issue } from '../model/issue.js';
import type { Reason } from '../model/refusal.js';

/** The languages that the interface speaks. Every key of `locales/<locale>/ui.json` exists in each (test/parity.test.ts). */
export const uiLocales = ['en', 'ko'] as const;
export type UiLocale = (typeof uiLocales)[number];

/** Formats what a person reads, in one interface language. */
export interface Messages {
  readonly locale: UiLocale;
  /** The message of a key of `ui.json`, with values put in. */
  text(key: string, values?: Readonly<Record<string, unknown>>): string;
  /** A check's name for lists. */
  check(id: string): string;
  /** What an issue says. */
  issue(issue: Pick<Issue, 'check' | 'key' | 'values'>): string;
  /** Why an engine's answer was refused. */
  reason(reason: Reason): string;
  /** What an error says and what to do about it, with its place. */
  error(error: DiptychError): string;
}

/** `locales/` of the installed package: two levels above both `src/messages` and `dist/messages`. */
const folder = new URL('../../locales/', import.meta.url);

function resources(locale: UiLocale): object {
  return JSON.parse(readFileSync(new URL(`${locale}/ui.json`, folder), 'utf8'));
}

/** Messages in `locale`; anything but a UI language falls back to English. */
export function messages(locale: string): Messages {
  const ui: UiLocale = uiLocales.find((l) => locale === l || locale.startsWith(`${l}-`)) ?? 'en';
  const instance = i18next.createInstance();
  // Only the language asked for is read: start-up counts in a command that CI runs on every push.
  instance.init({
    lng: ui,
    resources: { [ui]: { translation: resources(ui) } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  const t: TFunction = instance.t;
  const { particles } = languagePack(ui);
  const text = (key: string | string[], values: Readonly<Record<string, unknown>> = {}): string => {
    const said = String(t(key, { ...values }));
    return particles?.settle?.(said) ?? said;
  };
  const own = (values: Issue['values']) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? (value[ui] ?? value['en'] ?? '') : value,
      ]),
    );
  // Checks of pairs and of sources have names of their own, so that one of the two is there.
  const issue: Messages['issue'] = ({ check, key, values }) =>
    text([`checks.${check}.${key}`, `lint.${check}.${key}`], own(values));
  return {
    locale: ui,
    text,
    issue,
    reason: ({ check, key, values }) =>
      check === undefined ? text(`refusals.${key}`, own(values)) : issue({ check, key, values }),
    check: (id) => text([`checks.${id}.name`, `lint.${id}.name`]),
    error: (error) => {
      const place = [error.place?.file, error.place?.line, error.place?.column].filter((part) => part !== undefined);
      const where = place.length > 0 ? `${place.join(':')}: ` : '';
      return `${where}${text(`errors.${error.code}`, error.values)} [${error.code}]`;
    },
  };
}
