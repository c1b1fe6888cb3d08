import type { ReactNode } from 'react';
import classes from './Card.module.css';

/** A part of what stands beside the messages. */
export function Card({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
