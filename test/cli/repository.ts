import { execFileSync } from 'node:child_process';
import { project, type TestProject } from './project.js';

/** A project in a real git repository. */
export interface TestRepository extends TestProject {
  /** Runs git there and returns what it prints. */
  git(...words: string[]): string;
  /** Commits all that stands there and returns the commit. */
  commit(): string;
}

/** Nothing of the person who runs the tests: no signing, no hooks, no other branch name. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** Makes a repository of the files given, with one commit on `main`. */
export function repository(files: Readonly<Record<string, string>>): TestRepository {
  const place = project(files);
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: place.root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  git('init', '-q', '-b', 'main');
  const made: TestRepository = {
    ...place,
    git,
    commit() {
      git('add', '-A');
      git('commit', '-q', '--no-verify', '-m', 'x');
      return git('rev-parse', 'HEAD');
    },
  };
  made.commit();
  return made;
}
