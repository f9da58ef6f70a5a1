import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { dayAt, dayIn } from './geometry.ts';

/** What is being dragged: a stay that lies somewhere, or a defender of the tray. */
export type Dragged = {
  readonly kind: 'stay' | 'defender';
  readonly code: string;
  readonly codeName: string;
  readonly nights: number;
  /** Days between the bar's start and where it was grabbed. */
  readonly grabbed: number;
  readonly stayId: string | null;
};

/** The place and arrival day under the pointer. */
export type DropTarget = { readonly placeId: string; readonly day: string };

type Start = { readonly what: Dragged; readonly x: number; readonly y: number; readonly pointer: number };

/** Pixels a pointer must move before a press becomes a drag. */
const slack = 5;

type Options = {
  readonly root: RefObject<HTMLElement | null>;
  readonly from: string;
  readonly until: string;
  readonly onDrop: (what: Dragged, target: DropTarget) => void;
};

/**
 * One pointer handler for the whole board: things with `data-drag` are picked up, lanes with `data-lane` are where they
 * may go. Under 768 pixels and by finger nothing is dragged: there it is "Move…". Escape puts the thing back.
 */
export function useBoardDrag({ root, from, until, onDrop }: Options) {
  const start = useRef<Start | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [target, setTarget] = useState<DropTarget | null>(null);
  const moved = useRef(false);

  const stop = () => {
    start.current = null;
    setDragged(null);
    setTarget(null);
  };

  useEffect(() => {
    if (!dragged) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop();
    };
    window.addEventListener('keydown', onKey);
    return () => { window.removeEventListener('keydown', onKey); };
  }, [dragged]);

  // Days grow with the screen: how wide one is now, the lane tells.
  const dayWidth = (lane: HTMLElement) => lane.getBoundingClientRect().width / dayIn(from, until);

  const under = (event: ReactPointerEvent, what: Dragged): DropTarget | null => {
    const lane = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest<HTMLElement>('[data-lane]'))
      .find((element) => element !== null);
    const placeId = lane?.dataset['lane'];
    if (!lane || placeId === undefined) return null;
    return { placeId, day: dayAt(from, event.clientX - lane.getBoundingClientRect().left, dayWidth(lane), what.grabbed) };
  };

  const follow = (event: ReactPointerEvent) => {
    root.current?.style.setProperty('--pointer-x', `${String(event.clientX)}px`);
    root.current?.style.setProperty('--pointer-y', `${String(event.clientY)}px`);
  };

  const handlers = {
    onPointerDown(event: ReactPointerEvent) {
      moved.current = false;
      const element = (event.target as Element).closest<HTMLElement>('[data-drag]');
      if (!element || event.button !== 0 || event.pointerType === 'touch' || window.innerWidth < 768) return;
      const { drag, code = '', codeName = '', nights = '0', stayId } = element.dataset;
      const lane = drag === 'stay' ? element.closest<HTMLElement>('[data-lane]') : null;
      const grabbed = lane ? (event.clientX - element.getBoundingClientRect().left) / dayWidth(lane) : 0;
      const what: Dragged = { kind: drag === 'stay' ? 'stay' : 'defender', code, codeName, nights: Number(nights), grabbed, stayId: stayId ?? null };
      start.current = { what, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    },
    onPointerMove(event: ReactPointerEvent) {
      const begun = start.current;
      if (!begun) return;
      if (!dragged) {
        if (Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < slack) return;
        moved.current = true;
        root.current?.setPointerCapture(begun.pointer);
        setDragged(begun.what);
      }
      follow(event);
      const next = under(event, begun.what);
      setTarget((before) => (before?.placeId === next?.placeId && before?.day === next?.day ? before : next));
    },
    onPointerUp(event: ReactPointerEvent) {
      const begun = start.current;
      const where = begun && dragged ? under(event, begun.what) : null;
      stop();
      if (begun && where) onDrop(begun.what, where);
    },
    onPointerCancel: stop,
    // The click that ends a drag must not open what was dragged.
    onClickCapture(event: { preventDefault(): void; stopPropagation(): void }) {
      if (!moved.current) return;
      moved.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { dragged, target, handlers };
}
