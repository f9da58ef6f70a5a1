import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { renderPart } from '../../test/render-page.tsx';
import { ComboBoxField } from './combo-box.tsx';
import { DateField, DateRangeField } from './date-field.tsx';
import { Form } from './form.tsx';
import { TextField } from './text-field.tsx';

type Values = { city: string; on: string; from: string; until: string; country: string };

function Sheet({
  fault,
  onSave,
}: {
  readonly fault?: string;
  readonly onSave: (values: Values) => void;
}) {
  const form = useForm<Values>({
    defaultValues: {
      city: '',
      on: '2027-05-03',
      from: '2027-05-03',
      until: '2027-07-31',
      country: '',
    },
  });
  return (
    <Form onSubmit={form.handleSubmit(onSave)}>
      <TextField
        label="City"
        hint="Of the place"
        {...form.register('city')}
        error={fault ? { message: fault } : undefined}
      />
      <DateField control={form.control} name="on" label="Arrival" />
      <DateRangeField control={form.control} fromName="from" untilName="until" label="Stay" />
      <ComboBoxField
        control={form.control}
        name="country"
        label="Country"
        choices={[
          { value: 'NP', label: 'Nepal' },
          { value: 'NG', label: 'Nigeria' },
        ]}
      />
      <button type="submit">Save</button>
    </Form>
  );
}

const onSave = jest.fn<(values: Values) => void>();

const save = async () => {
  onSave.mockClear();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(onSave).toHaveBeenCalled();
  });
  return onSave.mock.calls[0]?.[0];
};

it('ties its hint and its error to the input', async () => {
  await renderPart(<Sheet fault="Fill this in." onSave={onSave} />);
  const field = await screen.findByLabelText('City');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Of the place Fill this in.');
});

it('keeps calendar days as they are written, and takes a new one by typing', async () => {
  await renderPart(<Sheet onSave={onSave} />);
  const days = await screen.findAllByRole('spinbutton', { name: /day, Arrival/ });
  expect(await save()).toMatchObject({ on: '2027-05-03', from: '2027-05-03', until: '2027-07-31' });
  await userEvent.type(days[0] as HTMLElement, '14');
  expect(await save()).toMatchObject({ on: '2027-05-14' });
});

it('finds one of many by typing', async () => {
  await renderPart(<Sheet onSave={onSave} />);
  await userEvent.type(await screen.findByRole('combobox', { name: 'Country' }), 'nig');
  await userEvent.click(await screen.findByRole('option', { name: 'Nigeria' }));
  expect(await save()).toMatchObject({ country: 'NG' });
});
