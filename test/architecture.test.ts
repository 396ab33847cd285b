import { describe, expect, it } from 'vitest';
import { checkIds } from '../src/checks/index.js';
import { engineIds } from '../src/engines/index.js';
import { findCycle, modules, parseImports } from './architecture/modules.js';
import { contracts, importOffences, mayImport, outside, pureRooms, wirings } from './architecture/rules.js';

const all = modules();

describe('imports', () => {
  it('run one way between rooms', () => {
    expect(importOffences(all)).toEqual([]);
  });

  it('never form a ring', () => {
    expect(findCycle(new Map(all.map((module) => [module.file, module.ours])))).toBeUndefined();
  });

  it('lead to files that exist', () => {
    const files = new Set(all.map((module) => module.file));
    expect(all.flatMap((module) => module.ours.filter((file) => !files.has(file)))).toEqual([]);
  });

  it('name rooms that the rules know', () => {
    expect([...new Set(all.map((module) => module.room))].filter((room) => !(room in mayImport))).toEqual([]);
  });

  it('choose a store and a queue in the mains alone', () => {
    const chosen = all
      .filter((module) => !['store', 'queue'].includes(module.room) && !wirings.includes(module.file))
      .flatMap((module) =>
        module.ours
          .filter((file) => /^src\/(store|queue)\//.test(file) && !contracts.includes(file))
          .map((file) => `${module.file} imports ${file}`),
      );
    expect(chosen).toEqual([]);
  });

  it('keep files, network and processes out of the pure rooms', () => {
    const impure = all
      .filter((module) => pureRooms.includes(module.room))
      .flatMap((module) =>
        module.packages.filter((name) => outside.test(name)).map((name) => `${module.file}: ${name}`),
      );
    expect(impure).toEqual([]);
  });
});

describe('checks and engines', () => {
  it.each([
    ['checks', checkIds],
    ['engines', engineIds],
  ] as const)('in %s know nothing of each other', (room, ids) => {
    const members = new Set(ids.map((id) => `src/${room}/${id}.ts`));
    const across = all
      .filter((module) => members.has(module.file))
      .flatMap((module) =>
        module.ours.filter((file) => members.has(file)).map((file) => `${module.file} imports ${file}`),
      );
    expect(across).toEqual([]);
  });

  it('ask the language pack instead of naming a language', () => {
    const naming = all
      .filter((module) => ['checks', 'quantities', 'termbase', 'memory', 'pipeline', 'engines'].includes(module.room))
      .filter((module) => /[!=]==?\s*'(?:ko|en|ja|zh)'|'(?:ko|en|ja|zh)'\s*[!=]==?/.test(module.text))
      .map((module) => module.file);
    expect(naming).toEqual([]);
  });
});

describe('files', () => {
  it('are named for what they hold', () => {
    const vague = /(^|[/-])(utils?|helpers?|managers?|common|misc)([/.-]|$)/;
    expect([...all, ...modules('test')].map((module) => module.file).filter((file) => vague.test(file))).toEqual([]);
  });

  it('stay small enough to read at once', () => {
    const long = all
      .filter((module) => module.text.split('\n').length > 401 && !tables.test(module.file))
      .map((module) => module.file);
    expect(long).toEqual([]);
  });

  it('leave nothing for later', () => {
    const left = all
      .filter((module) => /\b(TODO|FIXME|XXX|HACK)\b(?!-)/.test(module.text))
      .map((module) => module.file);
    expect(left).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('see every way of importing', () => {
    const text = [
      "import a from './a.js';",
      "import type { B } from '../model/b.js';",
      "export { c } from './c.js';",
      "const d = await import('./d.js');",
      "import './e.js';",
      "import {\n  f,\n} from '@scope/name/part';",
      "// import x from './x.js';",
      "/* export * from './y.js'; */",
    ].join('\n');
    expect(parseImports('src/cli/main.ts', text)).toEqual({
      ours: ['src/cli/a.ts', 'src/model/b.ts', 'src/cli/c.ts', 'src/cli/d.ts', 'src/cli/e.ts'],
      packages: ['@scope/name'],
    });
  });

  it('refuse an import against the direction, and a package outside its room', () => {
    const text = "import { x } from '../pipeline/run.js';\nimport { unified } from 'unified';";
    const module = { file: 'src/checks/a.ts', room: 'checks', text, ...parseImports('src/checks/a.ts', text) };
    expect(importOffences([module])).toEqual([
      'src/checks/a.ts imports src/pipeline/run.ts',
      'src/checks/a.ts imports unified',
    ]);
  });

  it('find a ring', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCycle(graph)).toEqual(['b', 'c', 'b']);
  });
});

/** Tables of a language's words: data, one entry a line, which no split makes easier to read. */
const tables = /^src\/languages\/\w+\/(?:.*\/)?(?:lexicon|units|counters|readings|names|currencies)\.ts$/;
