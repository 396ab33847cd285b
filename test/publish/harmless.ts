import { expect } from 'vitest';

/** Elements that an article may hold. */
const inArticles =
  'a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var picture'.split(
    ' ',
  );

/** Every tag of a serialised tree with its attributes; values are always in double quotes or bare. */
export function tags(html: string): { name: string; attributes: Map<string, string> }[] {
  return [...html.matchAll(/<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(/([^\s=/"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map((match) => [
        match[1]!.toLowerCase(),
        match[2] ?? match[3] ?? match[4] ?? '',
      ]),
    ),
  }));
}

/** An article's HTML runs nothing and reaches nowhere. `images`: what addresses of images look like. */
export function expectHarmless(html: string, images = /^\/media\/[^:]*$/): void {
  for (const { name, attributes } of tags(html)) {
    expect(inArticles).toContain(name);
    for (const [attribute, value] of attributes) {
      expect(attribute).not.toMatch(/^(?:on|style$|srcdoc|formaction|action|xlink|background|srcset$|target$)/);
      if (attribute === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#|[^:]*$|[^:]*[/?#])/i);
      if (attribute === 'src') expect(value).toMatch(images);
      if (attribute === 'id' || attribute === 'name') expect(value).toMatch(/^user-content-/);
    }
    if (name === 'input') expect(attributes.get('type')).toBe('checkbox');
  }
}
