const unsettled = new Map<string, string>();

/**
 * The `Idempotency-Key` of a write. One act keeps one key for as long as its outcome is unknown, so that pressing the
 * button again after a broken connection can't do the thing twice.
 */
export function idempotencyKey(act: string): string {
  const key = unsettled.get(act) ?? crypto.randomUUID();
  unsettled.set(act, key);
  return key;
}

/** The server has answered: the same words sent again are a new act. */
export function settle(act: string): void {
  unsettled.delete(act);
}

/** Forgets what was under way, bodies included; called at sign-out. */
export function forgetActs(): void {
  unsettled.clear();
}
