import { Trans, useLingui } from '@lingui/react/macro';
import type { DisclosureView } from '@shelter-city/contract/disclosure';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { cityPartWords } from '../city-partner/city-part-words.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { showToast } from '../design/toast.tsx';
import { disclosureMutations } from './disclosure-queries.ts';
import { GrantDialog } from './grant-dialog.tsx';

type Props = { readonly code: string; readonly disclosure: DisclosureView };

/** Single fields that were opened to a city, until when and why. */
export function GrantsCard({ code, disclosure: { grants, stays } }: Props) {
  const { i18n } = useLingui();
  const [isGranting, setGranting] = useState(false);
  const withdraw = useMutation({
    ...disclosureMutations.withdraw(code),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
  });
  return (
    <Card
      title={<Trans>Fields opened to a city</Trans>}
      actions={stays.length > 0 && <Button size="sm" onPress={() => { setGranting(true); }}><Trans>Open a field</Trans></Button>}
    >
      {grants.length === 0 ? (
        <p className="text-sm text-muted">
          {stays.length > 0 ? <Trans>None. No city sees a legal name, a nationality or a birth year unless you open it.</Trans> : <Trans>None. A field can be opened once a city has said yes.</Trans>}
        </p>
      ) : (
        <ul className="grid gap-3">
          {grants.map(({ id, part, city, reason, grantedBy, expiresAt, isOpen }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3 border-b border-line pb-3 last:border-0 last:pb-0">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{i18n._(cityPartWords[part])}</span>
                  <span className="text-muted">{city.name}</span>
                  <Badge tone={isOpen ? 'warn' : 'neutral'}>{isOpen ? <Trans>open until {formatInstant(expiresAt)}</Trans> : <Trans>closed</Trans>}</Badge>
                </p>
                <p className="text-sm break-words text-muted">{grantedBy.displayName}: {reason}</p>
              </div>
              {isOpen && <Button size="sm" isPending={withdraw.isPending} onPress={() => { withdraw.mutate(id); }}><Trans>Take back</Trans></Button>}
            </li>
          ))}
        </ul>
      )}
      {isGranting && <GrantDialog code={code} stays={stays} onClose={() => { setGranting(false); }} />}
    </Card>
  );
}
