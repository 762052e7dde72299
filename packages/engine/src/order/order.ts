import { RetortError } from '../errors/retort-error';
import { FirstOut } from './first-out';

/** A reason is told when a cycle is explained, and so need not be put into words before. */
export type Reason = string | (() => string);

interface Node<Item> {
  readonly item: Item;
  readonly position: number;
  /** What it must run before, and why. */
  readonly followers: Map<Node<Item>, Reason>;
  /** How many have to run before it that have not yet. */
  waitingFor: number;
}

/** One node that must run before another. */
interface Link<Item> {
  readonly first: Node<Item>;
  readonly second: Node<Item>;
  readonly reason: Reason;
}

/**
 * Orders items by edges that each carry a reason. Among items that nothing orders, the one that came first stays first.
 *
 * @example
 * const order = new Order(operations, describe);
 * order.mustRun(createUsers).before(addForeignKey, 'a foreign key needs the table it points at');
 * order.sorted();
 */
export class Order<Item extends object> {
  readonly #nodes: readonly Node<Item>[];
  readonly #nodeByItem: ReadonlyMap<Item, Node<Item>>;
  readonly #describe: (item: Item) => string;

  constructor(items: readonly Item[], describe: (item: Item) => string) {
    this.#nodes = items.map((item, position) => ({ item, position, followers: new Map(), waitingFor: 0 }));
    this.#nodeByItem = new Map(this.#nodes.map((node) => [node.item, node]));
    this.#describe = describe;
  }

  mustRun(first: Item): { before(second: Item, reason: Reason): void } {
    return {
      before: (second, reason) => {
        const [from, to] = [this.#nodeOf(first), this.#nodeOf(second)];
        if (from !== to && !from.followers.has(to)) from.followers.set(to, reason);
      },
    };
  }

  /** The same, unless the second has to run before the first already. */
  shouldRun(first: Item): { before(second: Item, reason: Reason): void } {
    return {
      before: (second, reason) => {
        if (!this.#leads(this.#nodeOf(second), this.#nodeOf(first)))
          this.mustRun(first).before(second, reason);
      },
    };
  }

  /** The items in an order that keeps every edge. @throws RetortError that tells the edges of a circle. */
  sorted(): readonly Item[] {
    const nodes = this.#nodes;
    for (const node of nodes) node.waitingFor = 0;
    for (const { followers } of nodes) for (const follower of followers.keys()) follower.waitingFor++;
    const ready = new FirstOut<Node<Item>>();
    for (const node of nodes) if (node.waitingFor === 0) ready.push(node);
    const sorted: Item[] = [];
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
      sorted.push(next.item);
      for (const follower of next.followers.keys()) {
        follower.waitingFor--;
        if (follower.waitingFor === 0) ready.push(follower);
      }
    }
    if (sorted.length < nodes.length) throw inCircle(this.#explainCircle());
    return sorted;
  }

  #nodeOf(item: Item): Node<Item> {
    const node = this.#nodeByItem.get(item);
    if (node === undefined) throw new Error(`Not among the items to order: ${this.#describe(item)}`);
    return node;
  }

  #leads(from: Node<Item>, to: Node<Item>): boolean {
    const reached = new Set([from]);
    for (const node of reached) for (const follower of node.followers.keys()) reached.add(follower);
    return reached.has(to);
  }

  #explainCircle(): string {
    const lines = findCircle(this.#nodes).map(({ first, second, reason }) => {
      const why = typeof reason === 'string' ? reason : reason();
      return `  ${this.#describe(first.item)}  must run before  ${this.#describe(second.item)}  (${why})`;
    });
    return ['These must each run before the next, in a circle:', ...lines].join('\n');
  }
}

/** Every node that still waits has one before it that waits too: walking backwards from any of them meets itself. */
function findCircle<Item>(nodes: readonly Node<Item>[]): readonly Link<Item>[] {
  const before = new Map<Node<Item>, Link<Item>>();
  const waiting = nodes.filter(({ waitingFor }) => waitingFor > 0);
  for (const first of waiting) {
    for (const [second, reason] of first.followers) before.set(second, { first, second, reason });
  }
  const walked: Link<Item>[] = [];
  const seen = new Set<Node<Item>>();
  const [start] = waiting;
  let link = start === undefined ? undefined : before.get(start);
  while (link !== undefined && !seen.has(link.second)) {
    seen.add(link.second);
    walked.push(link);
    link = before.get(link.first);
  }
  return walked.slice(walked.findIndex(({ second }) => second === link?.second)).reverse();
}

function inCircle(what: string): RetortError {
  return new RetortError({
    what,
    at: 'the plan',
    next: 'Nothing was written. Take one of them out of the models and prepare the rest; then put it back and prepare that; or write this change by hand: make db-prepare MSG="…" MANUAL=1',
    kind: 'refused',
  });
}
