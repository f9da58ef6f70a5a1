import { Trans } from '@lingui/react/macro';
import type { DisclosureView } from '@shelter-city/contract/disclosure';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { today } from '../app/clock.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { riskNoteQueries } from '../risk-notes/risk-note-queries.ts';
import { disclosureMutations } from './disclosure-queries.ts';

type Props = { readonly code: string; readonly disclosure: DisclosureView };
const onError = (error: unknown) => { showToast({ tone: 'bad', text: failureWords(error) }); };

/** Restricted notes for one without clearance: one asks, another who is cleared agrees. */
export function NoteGrantsCard({ code, disclosure: { noteGrants } }: Props) {
  const { data } = useSuspenseQuery(riskNoteQueries.ofDefender(code));
  const [asking, setAsking] = useState<string>();
  const ask = useMutation(disclosureMutations.askNote(code));
  const approve = useMutation({ ...disclosureMutations.approveNote(code), onError });
  const withdraw = useMutation({ ...disclosureMutations.withdrawNote(code), onError });
  const waits = (noteId: string) => noteGrants.some((grant) => grant.noteId === noteId && grant.may.withdraw);
  const closed = data.items.filter(({ id, restricted, supersededById, may }) => restricted && supersededById === null && !may.reveal && !waits(id));
  if (closed.length === 0 && noteGrants.length === 0) return null;
  return (
    <Card title={<Trans>Restricted notes</Trans>}>
      <ul className="grid gap-3">
        {closed.map(({ id, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3 last:border-0 last:pb-0">
            <span><Trans>A note of {formatInstant(createdAt)} is closed to you.</Trans></span>
            <Button size="sm" onPress={() => { setAsking(id); }}><Trans>Ask to read it</Trans></Button>
          </li>
        ))}
        {noteGrants.map(({ id, askedBy, approvedBy, reason, expiresAt, isOpen, may }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-3 border-b border-line pb-3 last:border-0 last:pb-0">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{askedBy.displayName}</span>
                <Badge tone={isOpen ? 'warn' : 'neutral'}>
                  {isOpen ? <Trans>open until {formatInstant(expiresAt)}</Trans> : may.withdraw ? <Trans>waits for a second person</Trans> : <Trans>closed</Trans>}
                </Badge>
              </p>
              <p className="text-sm break-words text-muted">{reason}{approvedBy !== null && <> · <Trans>agreed by {approvedBy.displayName}</Trans></>}</p>
            </div>
            <div className="flex gap-2">
              {may.approve && <Button size="sm" variant="primary" isPending={approve.isPending} onPress={() => { approve.mutate(id); }}><Trans>Agree</Trans></Button>}
              {may.withdraw && <Button size="sm" isPending={withdraw.isPending} onPress={() => { withdraw.mutate(id); }}><Trans>Take back</Trans></Button>}
            </div>
          </li>
        ))}
      </ul>
      <ReasonDialog
        isOpen={asking !== undefined}
        onClose={() => { setAsking(undefined); }}
        title={<Trans>Ask to read a restricted note</Trans>}
        lead={<Trans>Somebody else who is cleared decides. If they agree, the note is open to you until the end of today.</Trans>}
        action={<Trans>Ask</Trans>}
        minimum={8}
        wordsFor={failureWords}
        onReason={({ note }) => ask.mutateAsync({ noteId: asking ?? '', until: today(), reason: note })}
      />
    </Card>
  );
}
