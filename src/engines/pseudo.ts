import type { Engine, EngineUnit } from './engine.js';

/** Latin letters that look accented, so that untranslated text stays readable and is seen at once. */
const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aàbƀcçdđeéfƒgğhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž'].flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1]!]] : [],
  ),
);

/** About how much longer a translation may be than its source: what layouts must bear. */
const growth = 0.3;

function accent(text: string): string {
  return text.replace(/&(?:amp|lt|gt);|[a-z]/g, (part) => accented[part] ?? part);
}

/** `[Ţĥîš îš¯¯¯]`: marked, longer, codes and required figures in place. */
function pseudo({ source, quantities }: EngineUnit): string {
  const parts = source.split(/(<q\d+>.*?<\/q\d+>|<[^<>]*>)/s);
  const body = parts
    .map((part, index) => {
      if (index % 2 === 0) return accent(part);
      const figure = /^<q(\d+)>/.exec(part);
      return figure === null
        ? part
        : `<q${figure[1]}>${quantities[Number(figure[1]) - 1]?.required ?? ''}</q${figure[1]}>`;
    })
    .join('');
  const visible = source.replace(/<[^<>]*>/g, '').length;
  return `[${body}${'¯'.repeat(Math.ceil(visible * growth))}]`;
}

/** Marks text and lengthens it, for layout tests and dry runs. Its answers are no translations and are never kept. */
export function createPseudoEngine(): Engine {
  return {
    id: 'pseudo',
    name: 'pseudo',
    fingerprint: 'pseudo-1',
    keep: false,
    translate: async ({ units }) => ({
      targets: new Map(units.map((unit) => [unit.id, pseudo(unit)])),
      usage: { inputTokens: 0, outputTokens: 0, requests: 0 },
    }),
  };
}
