import type { Story } from './outputs.js';
import { xml } from './xml.js';

/** What a feed is of. */
export interface Feed {
  readonly title: string;
  readonly locale: string;
  /** The site's own address, without a slash at the end: `https://news.example.org`. */
  readonly site: string;
  /** Where the feed itself is. */
  readonly self: string;
  readonly stories: readonly Story[];
  /** Path of a story's page. */
  readonly pathOf: (story: Story) => string;
  /** Safe HTML of a story's body. */
  readonly htmlOf: (story: Story) => string;
}

/** The time that a day is written as: its beginning in UTC. A story without a day is as old as the epoch. */
function timeOf({ head }: Story): string {
  return `${head.date ?? '1970-01-01'}T00:00:00Z`;
}

/** Addresses in HTML made whole, since a feed is read far from its site. */
function absolute(html: string, site: string, page: string): string {
  return html.replace(/ (src|href)="(\/(?!\/)|#)/g, (_, name: string, start: string) =>
    start === '#' ? ` ${name}="${xml(page)}#` : ` ${name}="${xml(site)}/`,
  );
}

/** An Atom feed (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { title, locale, site, self, stories, pathOf, htmlOf } = feed;
  const updated = stories.map(timeOf).sort().at(-1) ?? '1970-01-01T00:00:00Z';
  const entries = stories.map((story) => {
    const page = site + pathOf(story);
    const { head } = story;
    return `<entry>
<id>${xml(page)}</id>
<title>${xml(head.title)}</title>
<link rel="alternate" type="text/html" hreflang="${xml(locale)}" href="${xml(page)}"/>
<updated>${timeOf(story)}</updated>
<published>${timeOf(story)}</published>
${head.topic === undefined ? '' : `<category term="${xml(head.topic)}"/>\n`}${head.summary === undefined ? '' : `<summary>${xml(head.summary)}</summary>\n`}<content type="html">${xml(absolute(htmlOf(story), site, page))}</content>
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(locale)}">
<id>${xml(site + self)}</id>
<title>${xml(title)}</title>
<link rel="self" type="application/atom+xml" href="${xml(site + self)}"/>
<link rel="alternate" type="text/html" href="${xml(`${site}/articles`)}"/>
<updated>${updated}</updated>
<author><name>${xml(title)}</name></author>
<generator>Diptych</generator>
${entries.join('\n')}
</feed>
`;
}

/** A JSON Feed (jsonfeed.org, version 1.1). */
export function jsonFeed(feed: Feed): string {
  const { title, locale, site, self, stories, pathOf, htmlOf } = feed;
  const items = stories.map((story) => {
    const url = site + pathOf(story);
    const { title: name, summary, topic } = story.head;
    return {
      id: url,
      url,
      title: name,
      content_html: absolute(htmlOf(story), site, url),
      ...(summary === undefined ? {} : { summary }),
      date_published: timeOf(story),
      language: locale,
      ...(topic === undefined ? {} : { tags: [topic] }),
    };
  });
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${site}/articles`,
    feed_url: site + self,
    language: locale,
    items,
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
