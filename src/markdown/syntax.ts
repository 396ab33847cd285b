import type { Processor } from 'unified';
import type { Lookahead } from './lookahead.js';
import {
  type Code,
  type Construct,
  type Constructs,
  type Handle,
  isEol,
  type State,
  type SyntaxExtension,
  type TokenizeContext,
  type TreeExtension,
} from './micromark.js';
import { isOpaqueLine, type OpaqueScanner, opaqueScanner } from './opaque.js';
import { tableConstruct, tableTree } from './table-syntax.js';

const lessThan = 60;
const colon = 58;
const leftBrace = 123;

const character = (code: Code): string =>
  code === null ? '' : code < -2 ? '\n' : code < 0 ? ' ' : String.fromCharCode(code);

/** Opaque markup inside a line of text; it may run over line ends. */
function inlineConstruct(mdx: boolean): Construct {
  return {
    name: 'opaque',
    tokenize(effects, ok, nok) {
      let scanner: OpaqueScanner | undefined;
      let first = '';
      const start: State = (code) => {
        first = character(code);
        effects.enter('opaque');
        effects.enter('opaqueData');
        effects.consume(code);
        return second;
      };
      const second: State = (code) => {
        scanner = opaqueScanner(first, character(code), mdx);
        if (scanner === undefined) return nok(code);
        if (scanner.type !== 'shortcode') return inside(code);
        effects.consume(code);
        return inside;
      };
      const inside: State = (code) => {
        const verdict = code === null ? 'fail' : scanner!.feed(character(code));
        if (verdict === 'fail') return nok(code);
        if (isEol(code)) {
          // A line end must be a token of its own: micromark cuts chunks there, and loops for ever where none is.
          effects.exit('opaqueData');
          effects.enter('lineEnding');
          effects.consume(code);
          effects.exit('lineEnding');
          return afterEol;
        }
        effects.consume(code);
        if (verdict === 'more') return inside;
        effects.exit('opaqueData');
        effects.exit('opaque');
        return ok;
      };
      const afterEol: State = (code) => {
        if (code === null || isEol(code)) return nok(code);
        effects.enter('opaqueData');
        return inside(code);
      };
      return start;
    },
  };
}

/** A line that is one Hugo shortcode and closes none: in a wrapped sentence it is a word of it. */
const shortcodeLine = /^\{\{[<%](?!\s*\/)[^{}]*[%>]\}\}$/;

/** A whole line of opaque markup. It interrupts a paragraph, as its generator would have it. */
function lineConstruct(mdx: boolean): Construct {
  return {
    name: 'opaqueLine',
    tokenize(effects, ok, nok) {
      const amid = this.interrupt === true;
      let line = '';
      const start: State = (code) => {
        effects.enter('opaqueLine');
        return inside(code);
      };
      const inside: State = (code) => {
        if (code !== null && !isEol(code)) {
          line += character(code);
          // Two characters tell most lines apart: `<p`, `: `, `{ `.
          if (line.length === 2 && !/^(?:::|\{[{%]|<\/|<[A-Z])/.test(line) && !(mdx && line.startsWith('{')))
            return nok(code);
          effects.consume(code);
          return inside;
        }
        const whole = line.trimEnd();
        if (!isOpaqueLine(whole, mdx) || (amid && shortcodeLine.test(whole))) return nok(code);
        effects.exit('opaqueLine');
        return ok(code);
      };
      return start;
    },
  };
}

/**
 * Site-generator markup for micromark. In MDX indented text is no code, and `{…}` is an expression.
 * A leaf of the tree is `{type: 'opaque' | 'opaqueLine'}`; its source is at its position.
 */
export function opaqueSyntax(mdx: boolean): SyntaxExtension {
  const inline = inlineConstruct(mdx);
  const line = lineConstruct(mdx);
  return {
    text: { [leftBrace]: inline, [lessThan]: inline },
    flow: { [leftBrace]: line, [lessThan]: line, [colon]: line },
    disable: { null: mdx ? ['codeIndented'] : [] },
  };
}

const enterLeaf = (type: string): Handle =>
  function (token) {
    this.enter({ type }, token);
    return undefined;
  };
const exitLeaf: Handle = function (token) {
  this.exit(token);
  return undefined;
};

export function opaqueTree(): TreeExtension {
  return {
    enter: { opaque: enterLeaf('opaque'), opaqueLine: enterLeaf('opaqueLine') },
    exit: { opaque: exitLeaf, opaqueLine: exitLeaf },
  };
}

/** unified plugin: adds the opaque syntax, and takes out of GFM what cannot be used with source positions. */
export function siteSyntax(this: Processor, options: { readonly mdx: boolean; readonly ahead: () => Lookahead }): void {
  const data = this.data() as unknown as {
    micromarkExtensions?: SyntaxExtension[];
    fromMarkdownExtensions?: (TreeExtension | TreeExtension[])[];
  };
  for (const extension of data.micromarkExtensions ?? []) {
    looking(extension.text, options.ahead);
    looking(extension.flow, options.ahead);
  }
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) {
    // GFM's transform makes links of decoded text, without positions: an escaped `www\.example.com` would become a link.
    delete extension.transforms;
  }
  data.micromarkExtensions = [combined([...(data.micromarkExtensions ?? []), opaqueSyntax(options.mdx)])];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), opaqueTree(), tableTree()];
}

/** Several extensions as one, so that micromark does not put them together for every text: a later one is tried first. */
function combined(extensions: readonly SyntaxExtension[]): SyntaxExtension {
  const out: Record<string, Record<string, unknown[]>> = {};
  for (const [hook, constructs] of extensions.flatMap((extension) => Object.entries(extension))) {
    const own = out[hook] ?? {};
    out[hook] = own;
    for (const [code, value] of Object.entries(constructs as Record<string, { readonly add?: 'after' }>)) {
      const list = [value].flat();
      const late = list.filter(({ add }) => add === 'after');
      own[code] = [...list.filter(({ add }) => add !== 'after'), ...(own[code] ?? []), ...late];
    }
  }
  return out as SyntaxExtension;
}

/** GFM tries an e-mail address at every letter, a fifth of the parse time; `inline.ts` finds them in text instead. */
const left = new Set(['emailAutolink']);

/** The constructs of one kind without those left out, and with those that look ahead before they are tried. */
function looking(constructs: Constructs | undefined, ahead: () => Lookahead): void {
  for (const [code, value] of Object.entries(constructs ?? {})) {
    const kept = [value].flat().filter(({ name }) => !left.has(name));
    if (kept.length === 0) delete constructs![code as unknown as number];
    else constructs![code as unknown as number] = kept.map((construct) => looker(construct, ahead));
  }
}

function looker(construct: Construct, ahead: () => Lookahead): Construct {
  const { name, previous } = construct;
  switch (name) {
    case 'mathFlow':
      return only(construct, (context) => !ahead().isDisplay(context.now().offset));
    case 'table':
      return only(
        tableConstruct((context, code) => beginsMarkup(context, code, ahead())),
        (context) => ahead().mayBeRow(context.now().line),
      );
    case 'wwwAutolink':
    case 'protocolAutolink':
      return {
        ...construct,
        previous(code) {
          return (previous?.call(this, code) ?? true) && ahead().mayBeginAddress(this.now().offset);
        },
      };
    default:
      return construct;
  }
}

/** A construct that is tried only where it may begin. */
function only(construct: Construct, may: (context: TokenizeContext) => boolean): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return may(this) ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}

/** Whether a construct of text may begin with a character. Letters begin addresses alone. */
function beginsMarkup(context: TokenizeContext, code: Code, ahead: Lookahead): boolean {
  if (code === null || context.parser.constructs.text[code] === undefined) return false;
  return (code | 32) < 97 || (code | 32) > 122 || ahead.mayBeginAddress(context.now().offset);
}
