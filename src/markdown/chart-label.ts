/** A text of a chart that a reader sees. Offsets into the fence's content. */
export interface ChartLabel {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How it is written there: `json`, `csv`, `mermaid`, `mermaid:line`. */
  readonly syntax: string;
}
