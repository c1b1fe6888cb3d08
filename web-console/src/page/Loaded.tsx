import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf } from '../transport/failure';
import { FailureNotice, RowsSkeleton } from './states';

type Props<T> = {
  query: UseQueryResult<T, Error>;
  /** What stands there while it loads, in the shape of what comes. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
};

/** A query's states in one place: on its way, failed, here. Old data stay while new ones are on their way. */
export function Loaded<T>({ query, skeleton = <RowsSkeleton />, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <FailureNotice failure={failureOf(query.error)} retry={() => query.refetch()} />;
  return skeleton;
}
