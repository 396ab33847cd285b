/**
 * What a figure is to its sentence, as the words right beside it say: where a change began, the whole of which another is a
 * part, per month, in men. Languages put these words on different sides of the figure, but each figure keeps its role in a
 * translation: 월 200달러 and 연 20달러 for "$20 a month, or $200 a year" have changed places.
 */
export const roleNames = [
  'from',
  'to',
  'part',
  'whole',
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'last year',
  'this year',
  'next year',
  'killed',
  'injured',
  'men',
  'women',
  'sales',
  'profit',
  'loss',
  'exports',
  'imports',
  'height',
  'length',
  'width',
  'depth',
  'weight',
  'high',
  'low',
  'per dollar',
  'per euro',
  'cities',
  'shows',
  'for',
  'against',
] as const;
export type RoleName = (typeof roleNames)[number];

/** The words that give a figure a role: right before it (ends with `$`), right behind it (begins with `^`). */
export interface RoleWords {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** A language's words for each role that it can tell. */
export type Roles = Readonly<Partial<Record<RoleName, RoleWords>>>;
