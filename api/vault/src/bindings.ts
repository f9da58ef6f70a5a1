/** What each sealed value is bound to: table, row or owner, column and, where rows are rewritten, the version. */
export const bindings = {
  compartment: (ownerId: string, compartment: string, version: number) =>
    `sealed_compartment/${ownerId}/${compartment}/${String(version)}`,
  riskNote: (noteId: string) => `risk_note_body/${noteId}/sealed`,
  withheldReason: (entryId: string) => `withheld_reason/${entryId}/sealed`,
  keptAnswer: (accountId: string, key: string) => `idempotency_key/${accountId}/${key}/reply`,
  totp: (accountId: string) => `account/${accountId}/totp_sealed`,
} as const;
