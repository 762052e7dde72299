import { PassThrough } from 'node:stream';
import type { AnswerTexts, Question } from '@retort/engine';
import { askQuestions } from './ask-questions';

const rename: Question = {
  text: 'Is users.name the old users.title?',
  choices: [
    { label: 'Yes: rename it', option: 'renames', value: 'users.title=name', isOpen: false },
    { label: 'No: users.title is dropped', option: 'allow', value: 'drop-column:users.title', isOpen: false },
  ],
};
const menu =
  'Is users.name the old users.title?\n  1) Yes: rename it\n  2) No: users.title is dropped\nNumber: ';

/** Types a line at each question, and leaves where there is none. */
async function typing(
  lines: readonly string[],
): Promise<{ readonly answers?: AnswerTexts; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...lines];
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
    if (!String(chunk).endsWith('Number: ')) return;
    const line = left.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  const { signal } = new AbortController();
  const terminal = { input, output, signal, inCommands: (text: string) => text };
  try {
    return { answers: await askQuestions(terminal, [rename], {}), shown };
  } catch (error) {
    return { shown: `${shown}${String((error as Error).message)}` };
  }
}

test.each(['1', 'y', 'Yes'])('%s is the first', async (line) => {
  expect(await typing([line])).toEqual({ answers: { renames: ['users.title=name'] }, shown: menu });
});

test.each(['2', 'n', 'NO'])('%s is the second', async (line) => {
  expect((await typing([line])).answers).toEqual({ allow: ['drop-column:users.title'] });
});

test.each(['', '0', '3', 'maybe', 'yes: rename it'])('%j is no answer, and it is said why', async (line) => {
  const { answers, shown } = await typing([line, '1']);
  expect(answers).toEqual({ renames: ['users.title=name'] });
  expect(shown).toBe(`${menu}${JSON.stringify(line)} is no number from 1 to 2.\n${menu}`);
});

test('who leaves is told so on a line of its own', async () => {
  expect(await typing([])).toEqual({ shown: `${menu}\nInterrupted. Nothing was written.` });
});
