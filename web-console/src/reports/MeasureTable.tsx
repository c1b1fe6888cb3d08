import { Table } from '@mantine/core';
import { useLanguage, useWords } from '../language/language';
import { MeasureName, useNames } from './Definition';
import { type Cell, NOTHING, type Row, spelling, spelt, speltInterval } from './figures';
import classes from './MeasureTable.module.css';
import { type Measure, unitOf } from './measures';
import { words } from './words';

export type NamedRow = { key: string; name: string; row: Row };

type Props = {
  label: string;
  first: string;
  measures: readonly Measure[];
  rows: readonly NamedRow[];
  total?: NamedRow;
};

/** Figures in rows and columns: what the pictures show, for reading, for ears and for taking along. */
export function MeasureTable({ label, first, measures, rows, total }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <Table className={classes.table} verticalSpacing={8} horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{first}</Table.Th>
            {measures.map((measure) => (
              <Table.Th key={`${measure.metric} ${measure.statistic}`} scope="col">
                <ColumnName measure={measure} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((named) => (
            <Line key={named.key} named={named} measures={measures} />
          ))}
        </Table.Tbody>
        {total && (
          <Table.Tfoot>
            <Line named={total} measures={measures} />
          </Table.Tfoot>
        )}
      </Table>
    </section>
  );
}

/** A column's name; the statistic of a duration stands under it. */
function ColumnName({ measure }: { measure: Measure }) {
  const t = useWords(words);
  const nameOf = useNames();
  const { metric, statistic } = measure;
  if (statistic !== 'P50' && statistic !== 'P90') return <MeasureName measure={measure} />;
  return (
    <>
      <MeasureName measure={measure} name={nameOf({ metric, statistic: 'VALUE' })} />
      <span className={classes.statistic}>{t(statistic)}</span>
    </>
  );
}

function Line({ named, measures }: { named: NamedRow; measures: readonly Measure[] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{named.name}</Table.Th>
      {measures.map((measure, place) => (
        <Figure
          key={`${measure.metric} ${measure.statistic}`}
          measure={measure}
          cell={named.row.cells[place] ?? NOTHING}
        />
      ))}
    </Table.Tr>
  );
}

function Figure({ measure, cell }: { measure: Measure; cell: Cell }) {
  const { language } = useLanguage();
  const spell = spelling(language);
  const interval = measure.metric === 'CSAT' ? speltInterval(cell, spell) : null;
  return (
    <Table.Td data-empty={cell.value === null}>
      {spelt(cell.value, unitOf(measure), spell)}
      {interval && <span className={classes.interval}>{interval}</span>}
    </Table.Td>
  );
}
