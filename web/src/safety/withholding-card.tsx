import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { withholding } from '@shelter-city/contract/withholding';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { Reveal } from '../design/reveal.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations, safetyQueries } from './safety-queries.ts';
import { WithholdDialog } from './withhold-dialog.tsx';

/** With whom nothing of this person is shared: everybody sees how many, the cleared whom and why. */
export function WithholdingCard({ code }: { readonly code: string }) {
  const { t } = useLingui();
  const { data: view } = useSuspenseQuery(safetyQueries.withholding(code));
  const [isAdding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<string | null>(null);
  const lift = useMutation({ ...safetyMutations.lift(), onSuccess: () => { showToast({ text: t`Taken off the list.` }); } });
  return (
    <Card title={<Trans>Do not share with</Trans>} actions={<Button size="sm" icon="plus" onPress={() => { setAdding(true); }}><Trans>Add</Trans></Button>}>
      <div className="grid gap-4">
        <p>
          {view.cities + view.people === 0 ? (
            <Trans>The list is empty.</Trans>
          ) : (
            <>
              <Plural value={view.cities} one="# city" other="# cities" />, <Plural value={view.people} one="# person" other="# people" />
            </>
          )}
        </p>
        <p className="text-sm text-muted"><Trans>A city on the list can’t be proposed. For a person on it, this defender isn’t there at all.</Trans></p>
        {view.may.reveal ? (
          view.cities + view.people > 0 && (
            <Reveal
              label={t`Do-not-share list`}
              wordsFor={failureWords}
              onReveal={async (reason) => (await call(withholding.reveal, { params: { code }, body: { reason } })).items}
            >
              {(items) => (
                <ul className="grid gap-3">
                  {items.map(({ id, city, account, why, addedBy, addedAt }) => (
                    <li key={id} className="flex flex-wrap items-start gap-3 border-b border-line pb-3 last:border-0 last:pb-0">
                      <span className="grid grow basis-48">
                        <span className="font-medium">{city?.name ?? account?.displayName}</span>
                        <span className="whitespace-pre-line">{why}</span>
                        <span className="text-sm text-muted">{addedBy.displayName}, {formatInstant(addedAt)}</span>
                      </span>
                      <Button size="sm" variant="quiet" onPress={() => { setLifting(id); }}><Trans>Take off</Trans></Button>
                    </li>
                  ))}
                </ul>
              )}
            </Reveal>
          )
        ) : (
          <p className="text-sm text-muted"><Trans>Whom the list names, and why, needs clearance. It is obeyed all the same.</Trans></p>
        )}
      </div>
      {isAdding && <WithholdDialog code={code} accounts={view.accounts} onClose={() => { setAdding(false); }} />}
      {lifting !== null && (
        <ReasonDialog
          isOpen
          title={<Trans>Take off the list</Trans>}
          action={<Trans>Take off</Trans>}
          wordsFor={failureWords}
          onClose={() => { setLifting(null); }}
          onReason={({ note }) => lift.mutateAsync({ entryId: lifting, reason: note })}
        />
      )}
    </Card>
  );
}
