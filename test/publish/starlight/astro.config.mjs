import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import redirects from './src/diptych.redirects.json' with { type: 'json' };

export default defineConfig({
  site: 'https://news.example.org',
  redirects,
  integrations: [
    starlight({
      title: { en: 'News', ko: '뉴스' },
      defaultLocale: 'en',
      locales: { en: { label: 'English' }, ko: { label: '한국어' } },
      routeMiddleware: './src/diptych.ts',
      pagefind: false,
    }),
  ],
});
