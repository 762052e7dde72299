/** What setup remembers between runs. Whatever is lost of it can be made again; see {@link readState}. */
export interface ServicesState {
  /** The project that it belongs to: a copy of the project must not take the original's servers for its own. */
  readonly root: string;
  readonly postgres?: ManagedService;
  readonly redis?: ManagedService;
  /** Something of this Compose project may exist, also while the services in use are others. */
  readonly composeProject?: string;
  /** Where the embedded servers live, when it is not the project's own folder. */
  readonly place?: string;
}

export interface ManagedService {
  readonly kind: ServiceKind;
  readonly url: string;
}

export type ServiceKind = 'compose' | 'embedded';

/** Undefined: it is not a state of ours (garbage, or half of one). */
export function parseState(text: string): ServicesState | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isState(value) ? value : undefined;
}

function isState(value: unknown): value is ServicesState {
  return (
    isRecord(value) &&
    typeof value.root === 'string' &&
    isOptional(value.postgres, isManaged) &&
    isOptional(value.redis, isManaged) &&
    isOptional(value.composeProject, isText) &&
    isOptional(value.place, isPlace)
  );
}

function isManaged(value: unknown): boolean {
  return isRecord(value) && (value.kind === 'compose' || value.kind === 'embedded') && isUrl(value.url);
}

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** Teardown removes it, so it must be a folder that only we would have made. */
function isPlace(value: unknown): boolean {
  return typeof value === 'string' && /^\/var\/tmp\/retort-[0-9a-f]{10}$/.test(value);
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
