import { styleText } from 'node:util';
import type { ExplainedError } from './explained-error';
import { redact } from './redact';

/** Where a command says what it does. No password gets through. */
export interface Reporter {
  /** A line for a person. */
  line(text?: string): void;
  /** What was asked for, as it is: a script. It is not printed where the document holds it. */
  text(text: string): void;
  /** A line that the next one replaces: on a terminal only. */
  live(text: string): void;
  /** Whether `live` shows anything. */
  readonly isLive: boolean;
  /** Something that happened, for a program: printed with `--json-lines` only. */
  event(describe: () => Readonly<Record<string, unknown>>): void;
  /** The result for a program: printed with `--json` and `--json-lines` only. */
  document(value: unknown): void;
  error(error: ExplainedError): void;
  /** A text in the commands of the project, for who prints it elsewhere. */
  inCommands(text: string): string;
}

export interface ReporterOptions {
  readonly json: boolean | 'lines';
  readonly colour: boolean;
  /** Says a text that names commands as the project types them. */
  readonly inCommands?: (text: string) => string;
  /** Says the paths of a text for a person: from where the person is. */
  readonly inPaths?: (text: string) => string;
  /** `stderr` is a terminal, on which a line can be written over. */
  readonly isTerminal?: boolean;
  /** How wide it is now. */
  readonly columns?: () => number;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const clearLine = '\r\u001b[K';
/** A terminal shows Ctrl-C as ^C, behind the line. */
const roomForInterrupt = 3;
/** A line that was broken in two could not be written over. Of wide characters only the terminal knows how wide they are. */
const withoutWrapping = (text: string) => `\u001b[?7l${text}\u001b[?7h`;

/** With `json`, stdout gets JSON and nothing else (one document, or a line for each event), and people's lines go to stderr. */
export function createReporter({
  json,
  colour,
  inCommands = (text) => text,
  inPaths = (text) => text,
  isTerminal = false,
  columns = () => 80,
  stdout,
  stderr,
}: ReporterOptions): Reporter {
  const people = json === false ? stdout : stderr;
  const label = (text: string, style: 'red' | 'cyan') =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write(clearLine);
    shown = false;
  };
  return {
    inCommands,
    isLive: isTerminal,
    line: (text = '') => {
      clear();
      people.write(`${redact(inPaths(inCommands(text)))}\n`);
    },
    text: (text) => {
      if (json === false) stdout.write(text);
    },
    live: (text) => {
      if (!isTerminal) return;
      stderr.write(`${clearLine}${withoutWrapping(cut(redact(text), columns() - roomForInterrupt))}`);
      shown = text !== '';
    },
    event: (describe) => {
      if (json === 'lines') stdout.write(`${redact(JSON.stringify(describe()))}\n`);
    },
    document: (result) => {
      if (json === false) return;
      const value = documentInCommands(result, inCommands);
      stdout.write(`${redact(json === 'lines' ? JSON.stringify(value) : JSON.stringify(value, null, 2))}\n`);
    },
    error: ({ what, at, next, stack }) => {
      clear();
      const lines = [
        `${label('error', 'red')}  ${indent(what)}`,
        `${label('at', 'cyan')}     ${indent(at)}`,
        `${label('next', 'cyan')}   ${indent(next)}`,
        ...(stack === undefined ? [] : ['', stack]),
      ];
      stderr.write(`${redact(inPaths(inCommands(lines.join('\n'))))}\n`);
    },
  };
}

/** What tells a person something; SQL stays as it is. */
const toldTo = new Set(['what', 'at', 'next', 'says', 'text', 'notes', 'because', 'error']);

function documentInCommands(value: unknown, inCommands: (text: string) => string, isTold = false): unknown {
  if (typeof value === 'string') return isTold ? inCommands(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => documentInCommands(each, inCommands, isTold));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, documentInCommands(each, inCommands, toldTo.has(key))]),
  );
}

function cut(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

function indent(text: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(7)}`);
}
