/** A chart's specification as JSON, after `refusal` found nothing to refuse. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/**
 * Properties that a chart of an article has no need of: they load something from elsewhere, compute without bound, or
 * run an expression. `text` of a hostile article reaches this, so what is not refused must be cheap to draw.
 */
const refused: ReadonlySet<string> = new Set(
  `url href src loader expr signal signals params selection calculate labelExpr labelColorExpr sequence graticule sphere
  density loess regression quantile impute flatten window repeat facet row column lookup format_type projection`.split(
    /\s+/,
  ),
);
/** Numbers that say how many of something are drawn, or how large. */
const counted = /^(?:width|height|tickCount|maxbins|steps?|columns|padding|offset|size|fontSize|strokeWidth)$/;
/** What Vega-Lite draws a row of the data as (its documentation, "Mark"), but for pictures and maps, which load something. */
const marks: ReadonlySet<string> = new Set(
  'arc area bar boxplot circle errorband errorbar line point rect rule square text tick trail'.split(' '),
);
const largest = 4000;
const rows = 2000;
const layers = 20;
const deepest = 40;

/** Reads a specification. `undefined` where it is no JSON object. */
export function readSpec(source: string): ChartSpec | undefined {
  try {
    const spec: unknown = JSON.parse(source);
    return typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? (spec as ChartSpec) : undefined;
  } catch {
    return undefined;
  }
}

/** The property for which a specification is not drawn; `undefined` where it may be. */
export function refusal(spec: ChartSpec): string | undefined {
  const open: { value: unknown; key: string; depth: number; inData: boolean }[] = [
    { value: spec, key: '', depth: 0, inData: false },
  ];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { value, key, depth, inData } = one;
    if (depth > deepest) return key;
    if (typeof value === 'number' && counted.test(key) && !(value >= 0 && value <= largest)) return key;
    if (typeof value !== 'object' || value === null) continue;
    if (key === 'tickCount' || key === 'bin') {
      if (!('maxbins' in value) || 'step' in value) return key;
    }
    if (Array.isArray(value)) {
      if (value.length > (key === 'values' ? rows : /^(?:layer|.?concat)$/.test(key) ? layers : rows)) return key;
      for (const entry of value) open.push({ value: entry, key, depth: depth + 1, inData });
      continue;
    }
    for (const [name, inner] of Object.entries(value)) {
      // A row of the data may be called anything.
      const data = inData || key === 'usermeta' || (key === 'data' && name === 'values');
      if (!data && refused.has(name)) return name;
      if (!data && typeof inner === 'string' && (name === 'filter' || name === 'test')) return name;
      open.push({ value: inner, key: data ? '' : name, depth: depth + 1, inData: data });
    }
  }
  return undefined;
}

/** Whether a specification says what is drawn: a mark, or charts that each have one, over or beside each other. */
export function hasMark(spec: ChartSpec): boolean {
  const { mark } = spec;
  if (mark !== undefined) return marks.has(String(recordOf(mark)?.['type'] ?? mark));
  const parts = ['layer', 'concat', 'hconcat', 'vconcat'].map((name) => spec[name]).find(Array.isArray) ?? [];
  return parts.length > 0 && parts.every((part: unknown) => hasMark(recordOf(part) ?? {}));
}

/** The data's names as a reader sees them: `usermeta.labels` put in place of the strings in `data.values`. */
export function labelled(spec: ChartSpec): ChartSpec {
  const labels = recordOf(recordOf(spec['usermeta'])?.['labels']);
  const data = recordOf(spec['data']);
  const values = data?.['values'];
  if (labels === undefined || !Array.isArray(values)) return spec;
  const names = new Map(
    Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const shown = values.map((row: unknown) => {
    const record = recordOf(row);
    if (record === undefined) return row;
    return Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        typeof value === 'string' ? (names.get(value) ?? value) : value,
      ]),
    );
  });
  return { ...spec, data: { ...data, values: shown } };
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
