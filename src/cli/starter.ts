import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import { writeWhole } from '../store/durable.js';

/** The installed package: two levels above `src/cli` and `dist/cli` alike. */
const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** What a new project begins with. */
export interface StarterFile {
  /** Relative to the project. */
  readonly file: string;
  /** Which sentence says what it is for. */
  readonly role: 'article' | 'pipeline' | 'schema' | 'termbase' | 'ignore';
}

/** What came of each file: written, or left as it stood. */
export interface Started {
  readonly root: string;
  readonly written: readonly StarterFile[];
  readonly kept: readonly StarterFile[];
}

/** Concepts of the first article, with what a termbase can say of one. */
const termbase = `# Terms, and what each is called in each language. docs/glossary.md explains every field.
concepts:
  - id: harbor
    designations:
      en: [harbor, { term: harbour, status: admitted }]
      ko: [항만, { term: 항구, status: admitted }]
  - id: container
    designations: { en: container, ko: [컨테이너, { term: 콘테이너, status: forbidden }] }
  - id: teu
    doNotTranslate: true
    designations: { en: TEU }
`;

/**
 * Writes what a project needs into `folder`, which is made where it does not exist: an article in `locale` to try, a
 * pipeline with its schema, a termbase. A file that stands is left alone, and where articles stand none is added. Throws
 * `conflict` where the folder's name is a file's.
 */
export async function start(folder: string, locale: Locale): Promise<Started> {
  const found = await stat(folder).catch(() => undefined);
  if (found !== undefined && !found.isDirectory())
    throw new DiptychError('conflict', { context: 'file', path: folder });
  const shipped = (file: string) => readFile(join(packageRoot, file), 'utf8');
  const files: (StarterFile & { readonly text: string })[] = [
    { file: 'pipelines/news.yaml', role: 'pipeline', text: await shipped('pipelines/news.yaml') },
    { file: 'pipelines/schema.json', role: 'schema', text: await shipped('pipelines/schema.json') },
    { file: 'locales/termbase.yaml', role: 'termbase', text: termbase },
    { file: '.gitignore', role: 'ignore', text: '.diptych/\n' },
  ];
  const article = { file: `content/${locale}/harbor.md`, role: 'article' } as const;
  if (!(await hasArticles(join(folder, 'content'))))
    files.unshift({ ...article, text: await shipped(`locales/${locale}/starter.md`) });
  const written: StarterFile[] = [];
  const kept: StarterFile[] = [];
  for (const { file, role, text } of files) {
    const path = join(folder, file);
    const stands = await stat(path).then(
      () => true,
      () => false,
    );
    (stands ? kept : written).push({ file, role });
    if (stands) continue;
    await writeWhole(path, text);
  }
  return { root: folder, written, kept };
}

async function hasArticles(content: string): Promise<boolean> {
  const names = await readdir(content, { recursive: true }).catch(() => []);
  return names.some((name) => name.endsWith('.md'));
}
