import { Box, Skeleton, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { FailureNotice } from '../../page/states';
import type { init, Option } from './echarts';
import { LOOKS, type Look } from './look';

type Props = {
  /** Draws with the colours it is given. */
  draw: (look: Look) => Option;
  /** What the picture says, for who cannot see it; the figures stand in a table. */
  label: string;
  height: number;
};

/** The one place that knows ECharts: fetched when a chart is first shown, in her colours, as wide as there is room. */
export function Chart(props: Props) {
  const drawer = useQuery({
    queryKey: ['echarts'],
    queryFn: () => import('./echarts'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (drawer.data) return <Canvas {...props} start={drawer.data.init} />;
  if (drawer.isError) return <FailureNotice failure={{ kind: 'unreachable' }} retry={() => drawer.refetch()} />;
  return <Skeleton height={props.height} aria-hidden />;
}

function Canvas({ draw, label, height, start }: Props & { start: typeof init }) {
  const scheme = useComputedColorScheme('light');
  const calm = useReducedMotion();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);

  useEffect(() => {
    if (!box.current) return;
    const drawn = start(box.current, null, { renderer: 'canvas' });
    chart.current = drawn;
    const size = new ResizeObserver(() => drawn.resize());
    size.observe(box.current);
    return () => {
      size.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, [start]);

  useEffect(() => {
    const option = draw(LOOKS[scheme]);
    chart.current?.setOption(
      { ...option, animation: !calm, animationDuration: 200, aria: { enabled: true, label: { description: label } } },
      { notMerge: true },
    );
  }, [draw, label, scheme, calm]);

  return <Box ref={box} role="img" aria-label={label} h={height} />;
}
