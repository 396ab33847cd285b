import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { readPair } from '../checks/figures.js';
import { placeOf } from '../checks/place.js';
import { pairUnits } from '../checks/units.js';
import { languagePack } from '../languages/index.js';
import { decodeSource, parseArticle } from '../markdown/index.js';
import type { Article, Point, Unit } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import { type Figure, type LedgerLine, ledgerOf } from '../quantities/ledger.js';
import { knownNames } from './known-names.js';
import { localeOf } from './locale-of.js';
import { defaultPipeline, loadPipeline, rootAround } from './project.js';

/** Two files whose figures are set side by side. Paths are relative to `cwd`; a file that says its language needs no tag. */
export interface LedgerRequest {
  readonly cwd: string;
  readonly source: string;
  readonly target: string;
  readonly from?: Locale | undefined;
  readonly to?: Locale | undefined;
}

/** A line of the ledger with the places of its sides, `null` where a side is empty. */
export interface PlacedLine extends LedgerLine {
  readonly unit: string;
  readonly sourcePlace: Point | null;
  readonly targetPlace: Point | null;
}

/** The figures of two articles side by side, units paired as the checks pair them. Throws coded errors about files and languages. */
export async function pairedLedger({ cwd, source, target, from, to }: LedgerRequest): Promise<PlacedLine[]> {
  const [left, right] = [resolve(cwd, source), resolve(cwd, target)];
  const a = await read(left, cwd, from ?? (await localeOf(left, source, '--from --to')));
  const b = await read(right, cwd, to ?? (await localeOf(right, target, '--from --to')));
  const packs = { from: languagePack(a.locale), to: languagePack(b.locale) };
  const none = { text: '', quantities: [], names: [] };
  return pairUnits(a, b, { ...packs, concepts: [] })
    .pairs.flatMap((pair) => {
      const texts = readPair(pair, packs) ?? {
        source: pair.source === null ? none : { ...packs.from.figures.read(pair.source.text), text: pair.source.text },
        target: pair.target === null ? none : { ...packs.to.figures.read(pair.target.text), text: pair.target.text },
      };
      const unit = pair.source?.id ?? pair.target?.id ?? '';
      return ledgerOf(texts.source, texts.target).map((line) => ({
        ...line,
        unit,
        sourcePlace: placed(line.source, pair.source, a),
        targetPlace: placed(line.target, pair.target, b),
      }));
    })
    .sort((x, y) => (x.sourcePlace ?? x.targetPlace)!.line - (y.sourcePlace ?? y.targetPlace)!.line);
}

function placed(figure: Figure | null, unit: Unit | null, article: Article): Point | null {
  return figure === null || unit === null ? null : placeOf(figure, unit, article);
}

async function read(file: string, cwd: string, locale: Locale): Promise<Article> {
  const shown = relative(cwd, file) || file;
  const bytes = await readFile(file).catch(() => {
    throw new DiptychError('not-found', { file: shown }, { file: shown });
  });
  const { frontmatter } = await loadPipeline({ root: await rootAround(cwd) }, defaultPipeline, knownNames);
  return parseArticle(decodeSource(bytes, shown), {
    file: shown,
    slug: basename(file).replace(/\.mdx?$/, ''),
    locale,
    fields: frontmatter,
  });
}
