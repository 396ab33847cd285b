/** The stages that a pipeline file may name, in their usual order. A stage is one file of this folder and one line here. */
export const stageIds = ['parse', 'glossary', 'translate', 'validate'] as const;
export type StageId = (typeof stageIds)[number];
