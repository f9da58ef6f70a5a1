import { Trans, useLingui } from '@lingui/react/macro';
import { defenders } from '@shelter-city/contract/defenders';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { Card } from '../design/layout.tsx';
import { Reveal } from '../design/reveal.tsx';
import { showToast } from '../design/toast.tsx';
import { ContactRuleDialog } from './contact-rule-dialog.tsx';
import { safetyMutations, safetyQueries } from './safety-queries.ts';
import { WaysList } from './ways-list.tsx';

/** How this person may be reached: what isn't secret drives the buttons, and the go-between is named by a reveal only. */
export function ContactCard({ code }: { readonly code: string }) {
  const { t } = useLingui();
  const { data: contact } = useSuspenseQuery(safetyQueries.contact(code));
  const { data: defender } = useSuspenseQuery(defenderQueries.detail(code));
  const [isWriting, setWriting] = useState(false);
  const attempt = useMutation({
    ...safetyMutations.attempt(code),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
    onSuccess: () => { showToast({ text: t`Noted.` }); },
  });
  const isSealed = defender.compartments.some(({ compartment, sealed }) => compartment === 'CONTACT' && sealed);
  const hours = contact.rule?.hoursFrom ? `${contact.rule.hoursFrom} – ${contact.rule.hoursUntil ?? ''}` : null;
  return (
    <Card title={<Trans>How to reach this person</Trans>} actions={<Button size="sm" icon="pencil" onPress={() => { setWriting(true); }}><Trans>Change the rule</Trans></Button>}>
      <div className="grid gap-4">
        {contact.rule?.notDirectly === true && <Banner tone="bad" icon="shield"><Trans>Do not contact directly. Only the go-between may be asked.</Trans></Banner>}
        {hours !== null && <p className="text-sm"><Trans>Only between {hours}, Dutch time.</Trans></p>}
        <WaysList contact={contact} isPending={attempt.isPending} onAttempt={(channel, reached) => { attempt.mutate({ version: contact.version, channel, reached }); }} />
        {contact.rule?.hasGoBetween === true && isSealed && (
          <div className="flex flex-wrap items-center gap-3">
          <span className="font-medium">{t`Go-between`}</span>
          <Reveal
            label={t`Go-between`}
            wordsFor={failureWords}
            onReveal={async (reason) => {
              const { revealed } = await call(defenders.reveal, { params: { code }, body: { compartment: 'CONTACT', reason } });
              return revealed.compartment === 'CONTACT' ? revealed.content : null;
            }}
          >
            {(content) => <p>{content?.goBetween ? content.goBetween : '–'}</p>}
          </Reveal>
          </div>
        )}
        <p className="text-sm text-muted"><Trans>The software itself writes to nobody. Numbers, the go-between and the code word are sealed.</Trans></p>
      </div>
      {isWriting && <ContactRuleDialog code={code} contact={contact} onClose={() => { setWriting(false); }} />}
    </Card>
  );
}
