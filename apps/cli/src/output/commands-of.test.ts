import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commandOfTarget, commandsOf, optionOfVariable, typed, withoutMake } from './commands-of';
import { formatQuestions, formatRefusals } from './format-answers';

const top = resolve(__dirname, '../../../..');
const makefile = readFileSync(join(top, 'Makefile'), 'utf8');

test('every target of the Makefile that runs a command is known, with each of its variables', () => {
  const recipes = makefile.matchAll(/^([a-z-]+):.*\n((?:\t.*\n)+)/gm);
  const commands: Record<string, string> = {};
  for (const [, target = '', recipe = ''] of recipes) {
    const command = /\$\(retort\) ([a-z]+)/.exec(recipe)?.[1];
    if (command !== undefined) commands[target] = command;
  }
  expect(commandOfTarget).toEqual(commands);
  const variables = [...makefile.matchAll(/^export RETORT_([A-Z]+) :=/gm)].map(([, name]) => name);
  expect(Object.keys(optionOfVariable).sort()).toEqual([...variables, 'MANUAL', 'ONLINE'].sort());
});

test('every text of the sources that names a target is said in commands of retort', () => {
  const named = new RegExp(
    `\\bmake (${[...makefile.matchAll(/^([a-z-]+):/gm)].map(([, name]) => name).join('|')})\\b`,
  );
  const left: string[] = [];
  let found = 0;
  for (const folder of [
    'apps/cli/src',
    'packages/engine/src',
    'packages/services/src',
    'packages/core/src',
  ]) {
    for (const file of readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/(?<!\.test)\.ts$/.test(file)) continue;
      for (const source of readFileSync(join(top, folder, file), 'utf8').split('\n')) {
        const line = source.replace(/\$\{[^}]*\}/g, 'x');
        if (!named.test(line) || /^\s*(\/?\*|\/\/)/.test(line)) continue;
        found++;
        if (/\bmake [a-z]+-?[a-z]*\b/.test(withoutMake(line)) && named.test(withoutMake(line)))
          left.push(line);
        else if (/\b(MSG|MANUAL|ONLINE|TO|RENAME|ALLOW|BACKFILL|USING|MAP|CONFIRM)=/.test(withoutMake(line)))
          left.push(line);
      }
    }
  }
  expect(left).toEqual([]);
  expect(found).toBeGreaterThan(40);
});

test.each([
  ['make db-prepare MSG="add a" MANUAL=1', 'npx retort prepare --message "add a" --manual'],
  ['make db-prepare MSG="…" ONLINE=0', 'npx retort prepare --message "…" --no-online'],
  ['make db-prepare MSG="…" RENAME="a.b=c"', 'npx retort prepare --message "…" --rename "a.b=c"'],
  [
    'Undo it (make db-downgrade TO=-2), then: make db-migrate',
    'Undo it (npx retort downgrade --to -2), then: npx retort migrate',
  ],
  ['make wipe CONFIRM=shop', 'npx retort wipe --confirm shop'],
  [
    'RETORT_SERVICES=compose make setup returns to it.',
    'RETORT_SERVICES=compose npx retort setup returns to it.',
  ],
  ['make it so, or make db-nothing', 'make it so, or make db-nothing'],
  ['MSG (retort prepare --message)', 'retort prepare --message'],
  [
    'Write them as RENAME="a.b=c d=e" ALLOW="drop-column:a.b"',
    'Write them as --rename "a.b=c d=e" --allow "drop-column:a.b"',
  ],
])('%s', (text, said) => {
  expect(withoutMake(text)).toBe(said);
});

test('an answer is said in one form', () => {
  const lines = [
    ...formatQuestions([
      {
        text: 'Was it renamed?',
        choices: [{ label: 'yes', option: 'renames', value: 'a.b=c', isOpen: false }],
      } as Parameters<typeof formatQuestions>[0][number],
    ]),
    ...formatRefusals([
      { what: 'w', next: 'n', consent: 'drop-table:"a b"', rename: '"a b"=' } as Parameters<
        typeof formatRefusals
      >[0][number],
    ]),
  ];
  expect(lines.map(withoutMake)).toEqual([
    'Was it renamed?',
    '  yes: --rename a.b=c',
    '',
    'refused  w',
    `next     --allow 'drop-table:"a b"'; where it has another name now: --rename '"a b"=…'`,
    '',
  ]);
});

test.each([
  ['retort downgrade --from-journal --to base', 'npx retort downgrade --from-journal --to base'],
  ['then: retort rebase, or npx retort rebase', 'then: npx retort rebase, or npx retort rebase'],
  [
    'node_modules/.bin/retort check; pnpm retort --help',
    'node_modules/.bin/retort check; pnpm retort --help',
  ],
  ['MSG (retort prepare --message)', 'MSG (retort prepare --message)'],
  ['the retort checks', 'the retort checks'],
])('%s can be typed where retort is on no PATH', (text, said) => {
  expect(typed(text)).toBe(said);
});

describe('a project', () => {
  const text = 'make db-migrate TO=+1, retort rebase, or RETORT_SERVICES=compose make setup';
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'retort-make-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const say = (given: { readonly from?: string; readonly configPath?: string } = {}) =>
    commandsOf({ from: given.from ?? root, configPath: given.configPath, findRoot: () => root })(text);

  test.each([undefined, 'setup:\n\tother\n'])('without our targets is told commands of retort', (other) => {
    if (other !== undefined) writeFileSync(join(root, 'Makefile'), other);
    expect(say()).toBe(
      'npx retort migrate --to +1, npx retort rebase, or RETORT_SERVICES=compose npx retort setup',
    );
  });

  test('whose settings were named is told to name them again', () => {
    expect(say({ configPath: 'libs/my db/retort.config.ts' })).toBe(
      "npx retort --config 'libs/my db/retort.config.ts' migrate --to +1, npx retort --config 'libs/my db/retort.config.ts' rebase, " +
        "or RETORT_SERVICES=compose npx retort --config 'libs/my db/retort.config.ts' setup",
    );
  });

  test('whose Makefile has our targets keeps them', () => {
    writeFileSync(join(root, 'Makefile'), makefile);
    expect(say()).toBe('make db-migrate TO=+1, npx retort rebase, or RETORT_SERVICES=compose make setup');
  });

  test('is told where its Makefile is, elsewhere than beside it', () => {
    writeFileSync(join(root, 'Makefile'), makefile);
    expect(say({ from: join(root, 'packages', 'core') })).toBe(
      'make -C ../.. db-migrate TO=+1, npx retort rebase, or RETORT_SERVICES=compose make -C ../.. setup',
    );
  });
});
