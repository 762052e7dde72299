import type { RowResult } from '../measure/measure-row';
import type { Outcome, Sample } from '../measure/sample';
import { compare, type Figures, type Ratio, summarize } from '../statistics/summarize';
import { renderTable } from './render-table';

/**
 * A row of the comparison: the medians of each contestant, then what each of ours costs in parts of the others (below
 * 1: ours costs less), with the least and the most of the rounds.
 */
export function renderRow({ title, outcomes, failures }: RowResult): string {
  const ours = outcomes.filter(({ side }) => side === 'ours');
  const theirs = outcomes.filter(({ side }) => side === 'theirs');
  const figures = renderTable(
    ['median', 'wall s', 'cpu s', 'server cpu s', 'MiB', 'runs'],
    outcomes.map((outcome) => [
      outcome.name,
      ...renderFigures(summarize(outcome)),
      String(outcome.samples.length),
    ]),
  );
  const ratios = (theirs.length === 0 ? [] : ours).map((our) =>
    renderTable(
      [`${our.name} ÷`, 'wall', 'cpu', 'MiB'],
      theirs.map((their) => [their.name, ...renderRatios(our, their)]),
    ),
  );
  const failed = failures.map(({ name, because }) => `${name} is left out: ${because}`);
  return [title, figures, ...ratios, ...failed, ''].join('\n');
}

function renderFigures(figures: Figures): readonly string[] {
  return [
    renderNumber(figures.wallSeconds, 2),
    renderNumber(figures.cpuSeconds, 2),
    renderNumber(figures.serverCpuSeconds, 2),
    renderNumber(figures.peakMebibytes, 0),
  ];
}

function renderRatios(ours: Outcome, theirs: Outcome): readonly string[] {
  return [
    renderRatio(compare(ours, theirs, wall)),
    renderRatio(compare(ours, theirs, cpu)),
    ours.peakMebibytes === undefined || theirs.peakMebibytes === undefined
      ? '–'
      : `${renderNumber(ours.peakMebibytes / theirs.peakMebibytes, 2)}×`,
  ];
}

function renderRatio(ratio: Ratio | undefined): string {
  if (ratio === undefined) return '–';
  const [middle, least, most] = [ratio.median, ratio.least, ratio.most].map((part) => renderNumber(part, 2));
  return `${middle}× (${least}–${most})`;
}

function renderNumber(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}

const wall = ({ wallSeconds }: Sample) => wallSeconds;
const cpu = ({ cpuSeconds }: Sample) => cpuSeconds;
