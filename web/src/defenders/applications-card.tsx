import { Trans, useLingui } from '@lingui/react/macro';
import type { DefenderView } from '@shelter-city/contract/defenders';
import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDay } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { Menu } from '../design/menu.tsx';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { defenderMutations } from './defender-queries.ts';
import { applicationStatusMarks, applicationStatusWords } from './defender-words.ts';

type Application = DefenderView['applications'][number];

/** The applications of a defender, and the step each may take next. */
export function ApplicationsCard({ defender }: { readonly defender: DefenderView }) {
  const { t, i18n } = useLingui();
  const [step, setStep] = useState<{ application: Application; to: ApplicationStatus } | null>(null);
  const decide = useMutation(defenderMutations.decide());
  return (
    <Card title={<Trans>Applications</Trans>} flush>
      {defender.applications.length === 0 && <p className="px-4 py-4 text-sm text-muted"><Trans>No applications yet</Trans></p>}
      <ul className="divide-y divide-line">
        {defender.applications.map((application) => (
          <li key={application.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div>
              <p className="font-medium">{application.call.name}</p>
              <p className="text-sm text-muted tabular-nums"><Trans>received {formatDay(application.receivedOn)}</Trans>{application.decisionReason !== null && ` · ${application.decisionReason}`}</p>
            </div>
            <div className="flex items-center gap-2">
              <StatusMark {...applicationStatusMarks[application.status]}>{i18n._(applicationStatusWords[application.status])}</StatusMark>
              {application.next.length > 0 && (
                <Menu
                  label={t`Next step`}
                  trigger={<Button size="sm" icon="chevron-down"><Trans>Move on</Trans></Button>}
                  entries={application.next.map((to) => ({ id: to, label: i18n._(applicationStatusWords[to]), onAction: () => { setStep({ application, to }); } }))}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {step && (
        <ReasonDialog
          isOpen
          onClose={() => { setStep(null); }}
          title={<Trans>{step.application.call.name}: {i18n._(applicationStatusWords[step.to])}</Trans>}
          noteIsOptional={['TRIAGE', 'VETTING', 'SHORTLISTED', 'SELECTED'].includes(step.to)}
          action={<Trans>Record</Trans>}
          wordsFor={failureWords}
          onReason={({ note }) => decide.mutateAsync({ applicationId: step.application.id, body: { version: step.application.version, to: step.to, reason: note === '' ? null : note } })}
        />
      )}
    </Card>
  );
}
