import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { INCOMING_STATES } from '../../shared/domain/flow-incoming.ts';
import { deadlineRuns, INCOMING_GROUPS } from '../../shared/domain/incoming-groups.ts';
import type { IncomingState } from '../../shared/domain/flow-incoming.ts';
import { createCalendar } from '../../shared/domain/workdays.ts';
import {
  filterOf,
  incomingSearchSchema,
  isFiltered,
} from '../../renderer/features/incoming/list/list-search.ts';
import { numberTrack } from '../../renderer/features/incoming/list/IncomingColumns.tsx';
import { DueLight, dueWords } from '../../renderer/ui/DueLight.tsx';

afterEach(cleanup);

const calendar = createCalendar();
/** A Friday. */
const TODAY = '2026-11-20';
const filter = (search: Record<string, unknown>) =>
  filterOf(incomingSearchSchema.parse(search), TODAY, calendar);

describe('the views of the book', () => {
  it('hold every state but 作废 in exactly one group', () => {
    const grouped = Object.values(INCOMING_GROUPS).flatMap<IncomingState>(({ states }) => states);
    expect(grouped.sort()).toEqual(INCOMING_STATES.filter((state) => state !== 'voided').sort());
  });

  it('never mix voided papers into the list, nor others into 作废', () => {
    expect(filter({}).states).not.toContain('voided');
    expect(filter({ states: ['voided'] }).states).not.toContain('voided');
    expect(filter({ bin: true, states: ['handling'] }).states).toEqual(['voided']);
  });

  it('narrow a group by states, and by none that is not in it', () => {
    expect(filter({ group: 'open', states: ['handling', 'closed'] }).states).toEqual(['handling']);
    expect(filter({ group: 'archived', states: ['handling'] }).states).toEqual(['archived']);
  });

  it('ask for deadlines by the workdays of the calendar', () => {
    expect(filter({ due: 'overdue' }).dueBy).toBe('2026-11-19');
    expect(filter({ due: 'today' }).dueBy).toBe(TODAY);
    // Friday and three workdays.
    expect(filter({ due: 'soon' }).dueBy).toBe('2026-11-25');
    expect(filter({}).dueBy).toBeUndefined();
  });

  it('drop what an address holds of older or mistyped filters, and count only what narrows', () => {
    const search = incomingSearchSchema.parse({ states: ['nowhere'], due: 'never', year: 'x', text: '  ' });
    expect(isFiltered(search)).toBe(false);
    expect(filter({ text: ' 防汛 ' }).text).toBe('防汛');
    expect(isFiltered(incomingSearchSchema.parse({ group: 'open' }))).toBe(false);
    expect(isFiltered(incomingSearchSchema.parse({ due: 'soon' }))).toBe(true);
  });
});

describe('the column of 收文号', () => {
  it.each([
    ['收', 4, '9.3em'],
    ['收', 5, '9.9em'],
    ['江医收', 4, '11.3em'],
    ['收', 1, '9.2em'],
  ])('has room for %s with %i digits', (prefix, digits, track) => {
    expect(numberTrack({ prefix, digits })).toBe(track);
  });
});

describe('the light of a deadline', () => {
  it.each([
    ['2026-11-17', '逾期 3 天'],
    ['2026-11-20', '今天到期'],
    ['2026-11-21', '休息日到期'],
    ['2026-11-23', '剩 1 个工作日'],
    ['2026-12-04', '剩 10 个工作日'],
  ])('%s: %s', (dueOn, words) => {
    expect(dueWords(calendar, TODAY, dueOn)).toBe(words);
  });

  it.each([
    ['2026-11-17', '■', 'gwt-due-overdue'],
    ['2026-11-20', '◆', 'gwt-due-today'],
    ['2026-11-23', '▲', 'gwt-due-soon'],
    ['2026-12-04', '●', 'gwt-due-normal'],
  ])('%s has a shape of its own beside the colour', (dueOn, shape, tone) => {
    const { container } = render(<DueLight calendar={calendar} today={TODAY} dueOn={dueOn} runs />);
    expect(container.querySelector(`.${tone}`)?.textContent).toContain(shape);
  });

  it('marks an estimate, and shows the day alone once nobody has to do anything', () => {
    const estimate = render(<DueLight calendar={calendar} today={TODAY} dueOn="2027-03-05" runs />);
    expect(estimate.container.textContent).toContain('（估）');
    cleanup();
    const done = render(<DueLight calendar={calendar} today={TODAY} dueOn="2026-11-17" runs={false} />);
    expect(done.container.textContent).toBe('2026-11-17');
    expect(deadlineRuns('handling')).toBe(true);
    expect(deadlineRuns('closed')).toBe(false);
    expect(deadlineRuns('suspended')).toBe(false);
  });
});
