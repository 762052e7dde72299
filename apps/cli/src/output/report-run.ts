import {
  type Blocker,
  countOf,
  describeBlocker,
  type Notice,
  type OnEvent,
  type RunEvent,
} from '@retort/engine/runner';
import { formatDuration } from './format-duration';
import type { Reporter } from './reporter';

/** How long a statement runs before it gets a line where there is no terminal, and how often again. */
const everyMs = 10_000;

/** Tells people, and with `--json-lines` programs, what a run does while it does it. */
export function reportRun(reporter: Reporter): OnEvent {
  let total = 0;
  let done = 0;
  let saidAtMs = 0;
  const live = (text: string) => {
    if (reporter.isLive) reporter.live(total > 1 ? `${bar(done, total)} ${text}` : text);
  };
  const reportRunning = ({ migration, elapsedMs, sql, blockers }: EventOf<'running'>) => {
    const beginning = `${migration.stem}  ${formatDuration(elapsedMs)}`;
    // A terminal is narrow: who it waits for says more than what it does.
    live(`${beginning}  ${waits(blockers).slice(2) || oneLine(sql)}`);
    if (reporter.isLive || elapsedMs - saidAtMs < (saidAtMs === 0 ? 0 : everyMs)) return;
    saidAtMs = elapsedMs;
    reporter.line(`running  ${beginning}  ${oneLine(sql)}${waits(blockers)}`);
  };
  return (event) => {
    reporter.event(() => toJson(event));
    switch (event.kind) {
      case 'planned':
        total = event.migrations.length;
        return;
      case 'started':
        saidAtMs = 0;
        return live(event.migration.stem);
      case 'running':
        return reportRunning(event);
      case 'done':
        done++;
        break;
    }
    reporter.line(describe(event));
  };
}

type EventOf<Kind extends RunEvent['kind']> = Extract<RunEvent, { readonly kind: Kind }>;

/** The line of what is not written over. */
function describe(event: Exclude<RunEvent, EventOf<'planned' | 'started' | 'running'>>): string {
  switch (event.kind) {
    case 'done':
      return `${event.direction === 'up' ? 'applied' : 'undone '}  ${event.migration.stem}  ${formatDuration(event.durationMs)}`;
    case 'waitingForRunner':
      return `waiting  for another runner: ${event.holder}`;
    case 'waitingForServer':
      return `waiting  for the server: ${event.because}`;
    case 'retrying':
      return `retrying ${event.migration.stem}  in ${formatDuration(event.delayMs)} (${event.attempt} of ${event.retries}): ${event.because === 'lock' ? `it did not get a lock${waits(event.blockers)}` : 'others changed meanwhile what it read'}`;
    case 'notice':
      return `${event.severity.toLowerCase().padEnd(8)} ${event.migration.stem}  ${describeNotice(event)}`;
    case 'noticesLeftOut':
      return `notice   ${event.migration.stem}  and ${event.count} more like these`;
    case 'connectionLost':
      return `lost     the connection, in ${event.migration.stem}: asking the server what became of it`;
    case 'resumed':
      return `resuming ${event.migration.stem}  ${event.stepsDone} of its statements ran before`;
    case 'endedOrphan':
      return `ended    process ${event.pid} of the server, which a runner that died had left: ${oneLine(event.query)}`;
    case 'droppedInvalidIndex':
      return `dropped  the index ${event.index}, which was left INVALID`;
    case 'adopted':
      return `adopted  ${countOf(event.migrations.length, 'migration')} that another runner had applied`;
  }
}

/** In one line. */
function describeNotice({ message, detail, hint }: Notice): string {
  const behind = [detail, hint].flatMap((text) =>
    text === undefined ? [] : [` (${text.replace(/\.$/, '')})`],
  );
  return `${message}${behind.join('')}`.replace(/\s+/g, ' ').trim();
}

function bar(done: number, total: number): string {
  const width = 20;
  const filled = Math.round((done / total) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`;
}

function waits(blockers: readonly Blocker[]): string {
  return blockers.length === 0 ? '' : `, waits for ${blockers.map(describeBlocker).join('; ')}`;
}

function oneLine(sql: string): string {
  const text = sql.replace(/\s+/g, ' ').trim();
  return text.length > 80 ? `${text.slice(0, 80)} …` : text;
}

function toJson(event: RunEvent): Readonly<Record<string, unknown>> {
  return {
    event: event.kind,
    ...Object.fromEntries(
      Object.entries(event)
        .filter(([key]) => key !== 'kind')
        .map(([key, value]: [string, unknown]) => {
          if (key === 'migration') return [key, stemOf(value)];
          if (key === 'migrations' && Array.isArray(value)) return [key, value.map(stemOf)];
          return [key, key.endsWith('Ms') && typeof value === 'number' ? Math.round(value) : value];
        }),
    ),
  };
}

function stemOf(migration: unknown): unknown {
  return typeof migration === 'object' && migration !== null && 'stem' in migration
    ? migration.stem
    : migration;
}
