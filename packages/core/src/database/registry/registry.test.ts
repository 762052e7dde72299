import 'reflect-metadata';
import { join } from 'node:path';
import { Gadget } from '../../../test/unregistered/gadget';
import { models } from '../models';
import { seeds } from '../seeds';
import { findUnregisteredModels } from './unregistered-models';
import { findUnregisteredSeeds } from './unregistered-seeds';

const database = join(__dirname, '..');
const examples = join(__dirname, '..', '..', '..', 'test');

it('every model file is in models/index.ts', () => {
  expect(findUnregisteredModels(join(database, 'models'), models)).toEqual([]);
});

it('every seed file is in seeds/index.ts', () => {
  expect(findUnregisteredSeeds(join(database, 'seeds'), seeds)).toEqual([]);
});

it('a model that is not is named, with its file', () => {
  const notes = { file: 'notes.ts', entity: '(none)' };
  expect(findUnregisteredModels(join(examples, 'unregistered'), [])).toEqual([
    { file: 'gadget.ts', entity: 'Gadget' },
    notes,
  ]);
  expect(findUnregisteredModels(join(examples, 'unregistered'), [Gadget])).toEqual([notes]);
});

it('a seed that is not is named', () => {
  expect(findUnregisteredSeeds(join(database, 'seeds'), seeds.slice(1))).toEqual(['01_organizations.ts']);
});

it('seeds are listed in the order of their numbers', () => {
  expect(seeds.map(({ name }) => name)).toEqual(seeds.map(({ name }) => name).sort());
});
