/** Holds items, and gives out the one whose position is the smallest: a binary heap. */
export class FirstOut<Item extends { readonly position: number }> {
  readonly #heap: Item[] = [];

  push(item: Item): void {
    const heap = this.#heap;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt];
      if (parent === undefined || parent.position <= item.position) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = item;
  }

  /** Undefined where none is left. */
  pop(): Item | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return first;
    let at = 0;
    for (;;) {
      const childAt = this.#smallerChild(at);
      const child = heap[childAt];
      if (child === undefined || child.position >= last.position) break;
      heap[at] = child;
      at = childAt;
    }
    heap[at] = last;
    return first;
  }

  #smallerChild(at: number): number {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const [leftItem, rightItem] = [this.#heap[left], this.#heap[right]];
    const isRight =
      leftItem !== undefined && rightItem !== undefined && rightItem.position < leftItem.position;
    return isRight ? right : left;
  }
}
