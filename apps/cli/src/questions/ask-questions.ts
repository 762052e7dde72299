import { createInterface } from 'node:readline/promises';
import { type AnswerTexts, type Choice, type Question, RetortError } from '@retort/engine';

/** Where questions are asked and answers are typed. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  /** Says a question in the commands of the project. */
  readonly inCommands: (text: string) => string;
}

/**
 * Asks each question and returns the answers, added to those given before.
 *
 * @throws RetortError of kind `interrupted` when the person leaves.
 */
export async function askQuestions(
  { input, output, signal, inCommands }: Terminal,
  questions: readonly Question[],
  answers: AnswerTexts,
): Promise<AnswerTexts> {
  const terminal = createInterface({ input, output });
  const ask = async (text: string): Promise<string> => {
    const left = new Promise<never>((_, fail) => terminal.once('close', () => fail(leftUnanswered())));
    return Promise.race([terminal.question(inCommands(text), { signal }), left]);
  };
  let given = answers;
  try {
    for (const question of questions) given = withAnswer(given, await choose(question, ask));
    return given;
  } catch (error) {
    // What is told next begins on a line of its own.
    output.write('\n');
    throw signal.aborted ? leftUnanswered() : error;
  } finally {
    terminal.removeAllListeners('close');
    terminal.close();
  }
}

interface ChosenAnswer {
  readonly option: Choice['option'];
  readonly value: string;
}

type Ask = (text: string) => Promise<string>;

async function choose(question: Question, ask: Ask, refused = ''): Promise<ChosenAnswer> {
  const { text, choices } = question;
  const menu = choices.map(({ label }, index) => `  ${index + 1}) ${label}\n`).join('');
  const typed = (await ask(`${refused}${text}\n${menu}Number: `)).trim();
  const choice = choices[Number(typed) - 1] ?? choices.find((each) => isWordOf(each, typed));
  if (choice === undefined) {
    return choose(question, ask, `${JSON.stringify(typed)} is no number from 1 to ${choices.length}.\n`);
  }
  if (!choice.isOpen) return choice;
  const expression = (await ask(`${choice.value}`)).trim();
  return expression === '' ? choose(question, ask) : { ...choice, value: `${choice.value}${expression}` };
}

/** A choice that says yes or no can be typed so. */
function isWordOf({ label }: Choice, typed: string): boolean {
  const [, word = ''] = /^(yes|no):/i.exec(label) ?? [];
  return typed !== '' && word.toLowerCase().startsWith(typed.toLowerCase());
}

function withAnswer(answers: AnswerTexts, { option, value }: ChosenAnswer): AnswerTexts {
  return { ...answers, [option]: [...(answers[option] ?? []), value] };
}

function leftUnanswered(): RetortError {
  return new RetortError({
    what: 'Interrupted. Nothing was written.',
    at: 'a question',
    next: 'Run the command again.',
    kind: 'interrupted',
  });
}
