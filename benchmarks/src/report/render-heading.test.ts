import { type Conditions, renderHeading } from './render-heading';

const conditions: Conditions = {
  node: '22.1.0',
  postgres: '18.4',
  platform: 'linux x64',
  processors: 4,
  load: 0.5,
  seed: 1,
  rounds: 5,
  versions: [
    ['retort', '0.1.0'],
    ['typeorm', '1.1.1'],
  ],
};

describe('renderHeading', () => {
  it('names what ran on what', () => {
    expect(renderHeading(conditions).split('\n').slice(0, 2)).toEqual([
      'Node 22.1.0, Postgres 18.4, linux x64, 4 processors, seed 1, 5 interleaved rounds',
      'retort 0.1.0, typeorm 1.1.1',
    ]);
  });

  it('warns of a busy machine', () => {
    expect(renderHeading(conditions)).not.toContain('busy');
    expect(renderHeading({ ...conditions, load: 2.2 })).toContain('The machine is busy (load 2.2)');
  });
});
