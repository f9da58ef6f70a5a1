import {
  erasureBases,
  type ErasureBasis,
  type ErasureCertificate,
  type ErasurePreview,
} from '@shelter-city/contract/erasure';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import type { CertificateRecord, Counts, HoldRecord, PreviewRecord } from './erasure.repository.ts';

const rowsOf = (counts: Counts) =>
  Object.entries(counts)
    .map(([what, rows]) => ({ what, rows }))
    .toSorted((a, b) => a.what.localeCompare(b.what, 'en'));

/** The basis as the contract knows it. */
export const basisOf = (text: string): ErasureBasis =>
  erasureBases.find((basis) => basis === text) ?? 'ON_REQUEST';

/** A code name with its address. */
export const codeNameView = (name: string) => ({ code: slugOfCodeName(name), codeName: name });

/** What erasing somebody would do. */
export const presentPreview = (
  name: string,
  { destroyed, kept, refused }: PreviewRecord,
  hold: HoldRecord | null,
): ErasurePreview => ({
  defender: codeNameView(name),
  destroyed: rowsOf(destroyed),
  kept: rowsOf(kept),
  hold: hold && {
    reason: hold.reason,
    by: { id: hold.held_by_id, displayName: hold.display_name ?? '' },
    at: hold.held_at.toISOString(),
  },
  underWay: refused === 'under way',
});

/** A certificate, which names nobody but who did it. */
export const presentCertificate = (record: CertificateRecord): ErasureCertificate => ({
  id: record.id,
  erasedAt: record.erased_at.toISOString(),
  erasedBy:
    record.erased_by_id === null
      ? null
      : { id: record.erased_by_id, displayName: record.display_name ?? '' },
  basis: basisOf(record.basis),
  destroyed: rowsOf(record.destroyed),
  kept: rowsOf(record.kept),
  auditRow: record.audit_seq,
});
