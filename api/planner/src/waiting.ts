/** People without a place, drawn from by chance: who is in it, at no cost however many they are. */
export class Waiting {
  private readonly people: number[] = [];
  private readonly at: Int32Array;

  constructor(count: number) {
    this.at = new Int32Array(count).fill(-1);
  }

  get size(): number {
    return this.people.length;
  }

  has(person: number): boolean {
    return this.at[person] !== -1;
  }

  add(person: number): void {
    if (this.has(person)) return;
    this.at[person] = this.people.push(person) - 1;
  }

  remove(person: number): void {
    const index = this.at[person] ?? -1;
    const last = this.people.at(-1);
    if (index === -1 || last === undefined) return;
    this.people[index] = last;
    this.at[last] = index;
    this.people.pop();
    this.at[person] = -1;
  }

  /** The one at an index below `size`. */
  nth(index: number): number | undefined {
    return this.people[index];
  }
}
