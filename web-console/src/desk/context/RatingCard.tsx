import { Group, Text } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import type { Head } from '../conversation/documents';
import { Card } from './Card';
import { words } from './words';

const SCALE = [1, 2, 3, 4, 5];

/** What the contact thought of it. */
export function RatingCard({ rating }: { rating: NonNullable<Head['rating']> }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <Card
      title={t('rating')}
      action={
        <Text size="xs" c="dimmed">
          {format.dateTime(rating.ratedAt)}
        </Text>
      }
    >
      <Group gap={2} role="img" aria-label={t('stars', { score: rating.score })} c="yellow.7">
        {SCALE.map((each) =>
          each <= rating.score ? (
            <IconStarFilled key={each} size={16} />
          ) : (
            <IconStar key={each} size={16} stroke={1.4} />
          ),
        )}
      </Group>
      {rating.comment && <Text mt={4}>{rating.comment}</Text>}
    </Card>
  );
}
