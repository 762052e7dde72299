import { styleText } from 'node:util';
import type { ExplainedError } from './explained-error';
import { redact } from './redact';

/** Where a command says what it does. No password gets through. */
export interface Reporter {
  /** A line for a person. */
  line(text?: string): void;
  /** The result for a program: printed with `--json` only. */
  document(value: unknown): void;
  error(error: ExplainedError): void;
}

export interface ReporterOptions {
  readonly json: boolean;
  readonly colour: boolean;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** With `json`, stdout gets one JSON document and nothing else, and people's lines go to stderr. */
export function createReporter({ json, colour, stdout, stderr }: ReporterOptions): Reporter {
  const people = json ? stderr : stdout;
  const label = (text: string, style: 'red' | 'cyan') => (colour ? styleText(style, text) : text);
  return {
    line: (text = '') => void people.write(`${redact(text)}\n`),
    document: (value) => {
      if (json) stdout.write(`${redact(JSON.stringify(value, null, 2))}\n`);
    },
    error: ({ what, at, next, stack }) => {
      const lines = [
        `${label('error', 'red')}  ${indent(what)}`,
        `${label('at', 'cyan')}     ${indent(at)}`,
        `${label('next', 'cyan')}   ${indent(next)}`,
        ...(stack === undefined ? [] : ['', stack]),
      ];
      stderr.write(`${redact(lines.join('\n'))}\n`);
    },
  };
}

function indent(text: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(7)}`);
}
