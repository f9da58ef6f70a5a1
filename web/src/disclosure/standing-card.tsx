import { Trans, useLingui } from '@lingui/react/macro';
import type { DisclosureView } from '@shelter-city/contract/disclosure';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { showToast } from '../design/toast.tsx';
import { disclosureMutations } from './disclosure-queries.ts';

type Props = { readonly code: string; readonly disclosure: DisclosureView };

/** What the reader must know first: who opened this case unasked, and whether it is closed to the reader. */
export function StandingCard({ code, disclosure: { standing, alerts } }: Props) {
  const { t } = useLingui();
  const [isBreaking, setBreaking] = useState(false);
  const breakGlass = useMutation(disclosureMutations.breakGlass(code));
  const acknowledge = useMutation({
    ...disclosureMutations.acknowledge(code),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
  });
  const words: Record<DisclosureView['alerts'][number]['kind'], string> = {
    GLASS_BROKEN: t`Broke glass and opened this case for an hour`,
    LEAD_TAKEN: t`Took over the lead of this case`,
    NOTE_ASKED: t`Asks to read a restricted note`,
  };
  return (
    <>
      {alerts.length > 0 && (
        <Banner
          tone="bad"
          icon="alert"
          action={<Button size="sm" isPending={acknowledge.isPending} onPress={() => { acknowledge.mutate({ alerts: alerts.map(({ id }) => id) }); }}><Trans>I have seen this</Trans></Button>}
        >
          <ul className="grid gap-2">
            {alerts.map(({ id, kind, by, reason, at }) => (
              <li key={id}>
                <span className="font-medium">{by.displayName}</span>: {words[kind]}
                <span className="block text-sm text-muted tabular-nums">{formatInstant(at)}{reason !== '' && ` · ${reason}`}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {!standing.onCase && standing.openUntil === null && (
        <Banner tone="warn" icon="lock" action={<Button size="sm" variant="danger" onPress={() => { setBreaking(true); }}><Trans>Break glass</Trans></Button>}>
          <Trans>You aren’t on this case: what is sealed stays closed to you.</Trans>
        </Banner>
      )}
      {standing.openUntil !== null && (
        <Banner tone="warn" icon="eye"><Trans>You broke glass. What is sealed is open to you until {formatInstant(standing.openUntil)}.</Trans></Banner>
      )}
      <ReasonDialog
        isOpen={isBreaking}
        onClose={() => { setBreaking(false); }}
        title={<Trans>Break glass</Trans>}
        lead={<Trans>Opens what is sealed of this case to you for an hour. Everybody on the case is told at once, with your name and your reason.</Trans>}
        action={<Trans>Break glass</Trans>}
        tone="danger"
        minimum={20}
        wordsFor={failureWords}
        onReason={({ note }) => breakGlass.mutateAsync(note)}
      />
    </>
  );
}
