import { describe, expect, it } from 'vitest';
import { addKey } from '../../src/server/access/keys.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { createFileWebhooks } from '../../src/store/file-webhooks.js';
import { generated, start } from './start.js';

describe('metrics', () => {
  it('count requests by route and status, jobs, and what webhooks are owed', async () => {
    const running = await start();
    const webhooks = createFileWebhooks(running.place.root);
    const hook = { name: 'site', url: 'https://x.example/', secret: 'whsec_x', private: false, created: '2026-01-01' };
    const message = { attempts: 9, due: '2999-01-01T00:00:00.000Z' };
    const { changes, cursor } = await running.get('/api/v1/changes');
    const log = { epoch: cursor.split('-')[0], next: changes.length + 1 };
    await webhooks.add(hook, {
      log,
      owed: [],
      dead: [
        { ...message, sequence: 1 },
        { ...message, sequence: 2 },
      ],
      told: [],
    });
    await generated(running);
    await running.fetch('/api/v1/articles/none');
    await running.fetch('/api/v1/articles/other');
    await running.fetch('/nowhere/at/all');
    const response = await running.fetch('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await response.text()).split('\n');
    const name = 'diptych_http_request_duration_seconds_count';
    expect(lines).toContain(`${name}{method="GET",route="/api/v1/articles/:slug",status="404"} 2`);
    expect(lines).toContain(`${name}{method="GET",route="none",status="404"} 1`);
    expect(lines).toContain('diptych_jobs_ended_total{state="done"} 1');
    expect(lines).toContain('diptych_jobs_ended_total{state="failed"} 0');
    expect(lines).toContain('diptych_jobs{state="running"} 0');
    expect(lines).toContain('diptych_webhook_messages{webhook="site",state="owed"} 0');
    expect(lines).toContain('diptych_webhook_messages{webhook="site",state="dead"} 2');
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
  });

  it('are for who has a key, once there are any', async () => {
    const running = await start();
    const key = await addKey(createFileKeyring(running.place.root), 'monitor', ['read']);
    await running.again();
    expect((await running.fetch('/metrics')).status).toBe(401);
    expect((await running.fetch('/metrics', { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  });
});
