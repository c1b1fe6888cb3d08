import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 48;

/**
 * Keeps a scrolling box at its end while the reader is there, and keeps her place while earlier content comes in above.
 * `end` changes with what is at the end, `begin` with what is at the beginning.
 */
export function useStickToEnd(end: string, begin: number) {
  const box: RefObject<HTMLDivElement | null> = useRef(null);
  const [atEnd, setAtEnd] = useState(true);
  const height = useRef(0);
  const stuck = useRef(true);

  const toEnd = useCallback(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the content changes at its end
  useLayoutEffect(() => {
    if (stuck.current) toEnd();
    height.current = box.current?.scrollHeight ?? 0;
  }, [end, toEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the content changes at its beginning
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || stuck.current) return;
    element.scrollTop += element.scrollHeight - height.current;
    height.current = element.scrollHeight;
  }, [begin]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      setAtEnd(stuck.current);
    };
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(() => stuck.current && toEnd());
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [toEnd]);

  return { box, atEnd, toEnd };
}
