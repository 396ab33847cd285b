import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

let place: TestProject;
beforeEach(() => {
  place = project();
});
afterEach(() => place.remove());

const keys = (...argv: string[]) => cli(['keys', ...argv], { cwd: place.root });

describe('keys', () => {
  it('are shown once, listed by name and taken away', async () => {
    const made = await keys('add', 'site', '--scope', 'read', 'generate');
    expect(made.exitCode).toBe(0);
    expect(made.stdout).toMatch(/^dip_[\w-]{43}\n$/);
    expect(place.read('.diptych/keys.json')).not.toContain(made.stdout.trim());
    const listed = (await keys('list')).stdout;
    expect(listed).toMatch(/^Name\s+Scopes\s+Made\nsite\s+read generate\s+\d{4}-\d{2}-\d{2}\n$/);
    expect((await keys('remove', 'site')).exitCode).toBe(0);
    expect((await keys('list')).stdout).toMatch(/no keys/);
    // Who made and removed them is written down; the keys themselves are not.
    const audit = await cli(['audit', '--format', 'json'], { cwd: place.root });
    expect(JSON.parse(audit.stdout).acts).toMatchObject([
      { act: 'key-remove', by: 'command line', about: 'site' },
      { act: 'key-add', by: 'command line', about: 'site: read generate' },
    ]);
    expect((await cli(['audit', '--by', 'nobody'], { cwd: place.root })).stdout).toBe('Nothing was done yet.\n');
    const table = (await cli(['audit', '--limit', '1'], { cwd: place.root })).stdout;
    expect(table).toMatch(/^When\s+Who.*\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s+command line\s+key removed\s+site\n$/s);
  });

  it('of one name replace each other', async () => {
    await keys('add', 'site');
    const before = place.read('.diptych/keys.json');
    await keys('add', 'site', '--scope', 'admin');
    expect(JSON.parse(place.read('.diptych/keys.json'))).toMatchObject([{ name: 'site', scopes: ['admin'] }]);
    expect(place.read('.diptych/keys.json')).not.toBe(before);
  });

  it('say what is wrong', async () => {
    expect(await keys('remove', 'nobody')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nobody') });
    expect((await keys('add', 'x', '--scope', 'everything')).exitCode).toBe(2);
    expect((await keys('add', '../x')).exitCode).toBe(2);
    expect((await keys('add')).exitCode).toBe(2);
  });
});
