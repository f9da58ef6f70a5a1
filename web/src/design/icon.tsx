/** The drawings, on a 16 by 16 grid, stroked in the colour of the text beside them. */
const drawings = {
  alert: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.9v.1',
  'arrow-left': 'M13 8H3M7 4 3 8l4 4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  bed: 'M2 12.5v-9M2 10.5h12v2M14 10.5V8a2 2 0 0 0-2-2H6.5v4.5M4.2 7.2v.1',
  board: 'M2 4h7M5 8h9M3 12h6',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3',
  chart: 'M2.5 13.5h11M4.5 13V8.5M8 13V4.5M11.5 13V7',
  check: 'm3 8.5 3.5 3.5L13 5',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-left': 'm10 4-4 4 4 4',
  'chevron-right': 'm6 4 4 4-4 4',
  'chevron-up': 'm4 10 4-4 4 4',
  city: 'M2.5 13.5h11M4 13.5v-9l4-2v11M8 6.5h4v7M6 6v.1M6 8.5v.1M6 11v.1M10 9v.1M10 11v.1',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3.2l2 1.3',
  close: 'm4 4 8 8M12 4l-8 8',
  dots: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
  download: 'M8 2.5v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  history: 'M3 8a5 5 0 1 1 1.5 3.6M3 12.5V9.5h3M8 5.5V8l1.8 1',
  house: 'M2.5 7.5 8 3l5.5 4.5M4 6.5v7h8v-7M6.8 13.5V10h2.4v3.5',
  inbox: 'M2.5 9 4.5 3.5h7l2 5.5v4h-11zM2.5 9H6a2 2 0 0 0 4 0h3.5',
  info: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 7.5V11M8 5.2v.1',
  key: 'M5.5 7.5a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M7.5 8.3 13 2.8M10.5 5.3l2 2M12 3.8l1.2 1.2',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  match: 'M5 3v4.5A2.5 2.5 0 0 0 7.5 10H13M10.5 7.5 13 10l-2.5 2.5M5 13V9.5',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  minus: 'M3.5 8h9',
  pencil: 'M3 13l.6-2.6 7.2-7.2 2 2-7.2 7.2zM9.6 4.4l2 2',
  people:
    'M6 3.2a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M2 13c0-2.4 1.8-3.7 4-3.7s4 1.3 4 3.7M10.6 3.5a2.1 2.1 0 0 1 0 4M11.5 9.6c1.6.3 2.6 1.5 2.6 3.4',
  person: 'M8 2.8a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M3.2 13.5c0-2.7 2.2-4 4.8-4s4.8 1.3 4.8 4',
  plus: 'M8 3v10M3 8h10',
  question:
    'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M6.4 6.6a1.6 1.6 0 1 1 2.3 1.5c-.5.2-.7.5-.7 1M8 11v.1',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3l3.2 3.2',
  settings:
    'M2 5h6M12 5h2M2 11h2M8 11h6M10 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M6 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  shield: 'M8 2 3 4v3.5c0 3.2 2 5.3 5 6.5 3-1.2 5-3.3 5-6.5V4z',
  'sign-out': 'M6.5 2.5h-4v11h4M6.5 8h7M10.5 5l3 3-3 3',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
} as const;

export type IconName = keyof typeof drawings;

type Props = { readonly name: IconName; readonly className?: string };

/** A small drawing beside a word; it says nothing that the word doesn't, so it is hidden from assistive technology. */
export function Icon({ name, className = 'size-4' }: Props) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={`${className} shrink-0`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
