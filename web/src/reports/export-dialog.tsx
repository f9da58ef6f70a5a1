import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { newExport } from '@shelter-city/contract/reports';
import { languages } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { useAccount } from '../session/own-session.ts';
import { exportReport } from './report-queries.ts';
import { saveFile } from './save-file.ts';

const languageWords = { en: 'English', nl: 'Nederlands', fr: 'Français' } as const;

/** Makes a file of the counts. What it is for is asked and logged, with the file's hash. */
export function ExportDialog({ year, onClose }: { readonly year: string; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { language } = useAccount();
  const form = useForm<z.input<typeof newExport>, unknown, z.output<typeof newExport>>({
    resolver: standardSchemaResolver(newExport),
    defaultValues: { format: 'xlsx', purpose: '', language },
  });
  const make = useMutation({
    ...exportReport(year),
    onError: showProblem(form),
    onSuccess: (file) => {
      saveFile(file);
      showToast({ text: t`${file.fileName} is saved.` });
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>Export {year}</Trans>} lead={<Trans>The file holds the same protected counts as this page.</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { make.mutate(body); })} error={errors.root}>
        <RadioGroup
          label={t`Format`}
          inline
          field={form.register('format')}
          choices={[{ value: 'xlsx', label: t`Excel (XLSX)` }, { value: 'csv', label: 'CSV' }]}
        />
        <Select label={t`Language of the headings`} choices={languages.map((value) => ({ value, label: languageWords[value] }))} {...form.register('language')} />
        <TextField label={t`What is it for?`} hint={t`Kept with the export, such as “annual report to the ministry”.`} error={errors.purpose} {...form.register('purpose')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" icon="download" isPending={make.isPending}><Trans>Export</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
