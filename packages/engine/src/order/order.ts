import { RetortError } from '../errors/retort-error';

/** A reason is told when a cycle is explained, and so need not be put into words before. */
export type Reason = string | (() => string);

interface Edge {
  readonly to: number;
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
  private readonly indexOf = new Map<Item, number>();
  private readonly edges: Map<number, Edge>[];

  constructor(
    private readonly items: readonly Item[],
    private readonly describe: (item: Item) => string,
  ) {
    items.forEach((item, index) => {
      this.indexOf.set(item, index);
    });
    this.edges = items.map(() => new Map());
  }

  mustRun(first: Item): { before(second: Item, reason: Reason): void } {
    return {
      before: (second, reason) => {
        const from = this.position(first);
        const to = this.position(second);
        if (from === to) return;
        const edges = this.edges[from] as Map<number, Edge>;
        if (!edges.has(to)) edges.set(to, { to, reason });
      },
    };
  }

  /** The items in an order that keeps every edge. */
  sorted(): readonly Item[] {
    const waitingFor = this.items.map(() => 0);
    for (const edges of this.edges) {
      for (const to of edges.keys()) waitingFor[to] = (waitingFor[to] as number) + 1;
    }
    const ready = new SmallestFirst();
    waitingFor.forEach((count, index) => {
      if (count === 0) ready.push(index);
    });
    const sorted: Item[] = [];
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
      sorted.push(this.items[next] as Item);
      for (const to of (this.edges[next] as Map<number, Edge>).keys()) {
        waitingFor[to] = (waitingFor[to] as number) - 1;
        if (waitingFor[to] === 0) ready.push(to);
      }
    }
    if (sorted.length < this.items.length) throw inCircle(this.explainCycle(waitingFor));
    return sorted;
  }

  private position(item: Item): number {
    const index = this.indexOf.get(item);
    if (index === undefined) throw new Error(`Not among the items to order: ${this.describe(item)}`);
    return index;
  }

  /** Every item that still waits has a predecessor that waits too: walking backwards from any one of them meets itself. */
  private explainCycle(waitingFor: readonly number[]): string {
    const predecessor = new Map<number, { readonly from: number; readonly reason: Reason }>();
    this.edges.forEach((edges, from) => {
      if ((waitingFor[from] as number) === 0) return;
      for (const { to, reason } of edges.values()) predecessor.set(to, { from, reason });
    });
    const seen = new Map<number, number>();
    const path: number[] = [];
    let index = waitingFor.findIndex((count) => count > 0);
    while (!seen.has(index)) {
      seen.set(index, path.length);
      path.push(index);
      index = (predecessor.get(index) as { from: number }).from;
    }
    const lines = path
      .slice(seen.get(index))
      .map((to) => {
        const { from, reason } = predecessor.get(to) as { from: number; reason: Reason };
        const why = typeof reason === 'string' ? reason : reason();
        return `  ${this.describe(this.items[from] as Item)}  must run before  ${this.describe(this.items[to] as Item)}  (${why})`;
      })
      .reverse();
    return ['These must each run before the next, in a circle:', ...lines].join('\n');
  }
}

function inCircle(what: string): RetortError {
  return new RetortError({
    what,
    at: 'the plan',
    next: 'Nothing was written. Take one of them out of the models and prepare the rest; then put it back and prepare that; or write this change by hand: make db-prepare MSG="…" MANUAL=1',
    kind: 'refused',
  });
}

/** A binary heap of numbers. */
class SmallestFirst {
  private readonly heap: number[] = [];

  push(value: number): void {
    const { heap } = this;
    let at = heap.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heap[parent] as number) <= value) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = value;
  }

  pop(): number | undefined {
    const { heap } = this;
    const smallest = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return smallest;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
      if ((heap[child] as number) >= last) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = last;
    return smallest;
  }
}
