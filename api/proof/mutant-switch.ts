type Change = { readonly out?: string; readonly wide?: string };
type Table = Record<PropertyKey, unknown>;

/** Which mutant is awake: what instrumented sources ask while they run. */
class MutantSwitch {
  private active: string | null = null;
  private readonly listeners: (() => void)[] = [];

  readonly on = (mutant: string): boolean => this.active === mutant;

  readonly whenSwitched = (listener: () => void): void => {
    this.listeners.push(listener);
  };

  /** Wakes one mutant, or none. */
  to(mutant: string | null): void {
    this.active = mutant;
    for (const listener of this.listeners) listener();
  }

  /** An object without the entry that is left out, and with the number that is wider. */
  readonly entries = (whole: Table, changes: Readonly<Record<string, Change>>): Table => {
    const found = { ...whole };
    for (const [key, { out, wide }] of Object.entries(changes)) {
      if (out !== undefined && this.on(out)) Reflect.deleteProperty(found, key);
      if (wide !== undefined && this.on(wide)) found[key] = Number(whole[key]) * 1_000;
    }
    return found;
  };

  readonly items = (whole: readonly unknown[], names: readonly string[]): unknown[] =>
    whole.filter((_, at) => !this.on(names[at] ?? ''));

  /** The same for a table that is made once and read later. */
  readonly table = (whole: Table, changes: Readonly<Record<string, Change>>): Table =>
    new Proxy(whole, {
      get: (_, key) => this.entries(whole, changes)[key],
      has: (_, key) => key in this.entries(whole, changes),
      ownKeys: () => Reflect.ownKeys(this.entries(whole, changes)),
      getOwnPropertyDescriptor: (_, key) => {
        const value = Reflect.getOwnPropertyDescriptor(this.entries(whole, changes), key);
        return value && { ...value, configurable: true };
      },
    });

  readonly list = (whole: readonly unknown[], names: readonly string[]): unknown =>
    new Proxy([...whole], {
      get: (_, key) => {
        const now = this.items(whole, names);
        const value: unknown = Reflect.get(now, key);
        return typeof value === 'function' ? (value.bind(now) as unknown) : value;
      },
    });
}

/** The one switch of the process. */
export const mutantSwitch = new MutantSwitch();
Object.assign(globalThis, { proofMutants: mutantSwitch });
