import { describe, expect, it } from 'vitest';
import { askedLocale, interfaceLocale } from '../../src/cli/io.js';
import { cli } from './io.js';

describe('the command line', () => {
  it('shows help in the interface language', async () => {
    const english = await cli(['generate', '--help']);
    expect(english).toMatchObject({ exitCode: 0, stderr: '' });
    expect(english.stdout).toContain('Options:');
    const korean = await cli(['generate', '--help'], { locale: 'ko' });
    expect(korean.stdout).toContain('옵션:');
    expect(korean.stdout).not.toMatch(/Options|Usage|display/);
  });

  it('lists the commands, and fails without one', async () => {
    const shown = await cli(['--help']);
    expect(shown.exitCode).toBe(0);
    for (const name of ['generate', 'validate', 'quantities']) expect(shown.stdout).toContain(name);
    expect((await cli([])).exitCode).toBe(2);
  });

  it('tells its version', async () => {
    expect(await cli(['--version'])).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  it.each([
    [
      'an unknown option',
      ['generate', '--fromat', 'json'],
      'There is no option --fromat. Did you mean --format? [usage]',
    ],
    ['an unknown command', ['genrate'], 'There is no command "genrate". Did you mean "generate"? [usage]'],
    [
      'a value that cannot be chosen',
      ['generate', '--format', 'xml'],
      'cannot be "xml". Choose one of: pretty, json. [usage]',
    ],
    ['an option without its value', ['generate', '--root'], 'needs a value. [usage]'],
    ['a language that is none', ['generate', '--to', '한국어'], '"한국어" is not a language tag.'],
  ])('explains %s', async (_, argv, message) => {
    const { exitCode, stderr, stdout } = await cli(argv);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  it('explains it in Korean', async () => {
    const { stderr } = await cli(['generate', '--fromat', 'json'], { locale: 'ko' });
    expect(stderr).toBe('--fromat 옵션은 없습니다. --format 옵션을 쓰려던 것인가요? [usage]\n');
  });
});

describe('the interface language', () => {
  it.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko-KR'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en-US'],
    [{ LC_MESSAGES: 'ko_KR@x', LANG: 'en_US' }, 'ko-KR'],
    [{}, 'en'],
  ])('of %j is %s', (env, expected) => {
    expect(interfaceLocale(env)).toBe(expected);
  });

  it('is what --locale says, except where that is the language of a text', () => {
    expect(askedLocale(['generate', '--locale', 'ko'])).toBe('ko');
    expect(askedLocale(['generate', '--locale=ko'])).toBe('ko');
    expect(askedLocale(['quantities', '--locale', 'ko'])).toBeUndefined();
    expect(askedLocale(['generate'])).toBeUndefined();
  });

  it('may stand before the command, where `quantities --locale` keeps its own meaning', async () => {
    expect(askedLocale(['--locale', 'ko', 'generate'])).toBe('ko');
    expect(askedLocale(['--locale=ko', 'quantities', '--locale', 'en'])).toBe('ko');
    const { exitCode, stdout } = await cli(['--locale', 'ko', 'generate', '--help'], { locale: 'ko' });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('옵션:') });
  });
});
