import { riskNotes, type NewRiskNote } from '@shelter-city/contract/risk-notes';
import { mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Everything the cache knows about risk notes: never their text. */
export const riskNoteQueries = {
  all: () => ['risk-notes'] as const,
  ofDefender: (code: string) =>
    queryOptions({ queryKey: [...riskNoteQueries.all(), code], queryFn: ({ signal }) => call(riskNotes.list, { params: { code }, signal }) }),
};

const touched: QueryKey[] = [['risk-notes'], ['defenders'], ['matching'], ['today'], ['board']];

/** Adds a note, or writes a newer one in place of `supersedes`. */
export const writeRiskNote = (code: string, supersedes: string | null) =>
  mutationOptions({
    mutationFn: (body: NewRiskNote) =>
      supersedes === null ? call(riskNotes.add, { params: { code }, body }) : call(riskNotes.supersede, { params: { noteId: supersedes }, body }),
    meta: { invalidates: touched },
  });
