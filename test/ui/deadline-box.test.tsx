import './dom-gaps.ts';
import { useState } from 'react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createCalendar } from '../../shared/domain/workdays.ts';
import { moveOn } from '../../renderer/ui/flow/form-focus.ts';
import { DeadlineBox } from '../../renderer/ui/flow/DeadlineBox.tsx';

afterEach(cleanup);

const CALENDAR = createCalendar();
let value: string | undefined;
function Box() {
  const [dueOn, setDueOn] = useState<string | undefined>();
  return (
    <DeadlineBox
      id="due"
      label="办理时限"
      value={dueOn}
      onChange={(day) => {
        value = day;
        setDueOn(day);
      }}
      calendar={CALENDAR}
      today="2026-03-02"
      invalid={false}
    />
  );
}

it('a deadline is typed as a date or as +3 workdays, as in the registration', () => {
  render(<Box />);
  const box = document.getElementById('due') as HTMLInputElement;
  // A Monday: five workdays later is the next Monday.
  for (const [typed, day] of [
    ['+5', '2026-03-09'],
    ['+ 3 个工作日', '2026-03-05'],
    ['2026-3-6', '2026-03-06'],
  ] as const) {
    fireEvent.change(box, { target: { value: typed } });
    expect(value, typed).toBe(day);
    fireEvent.blur(box);
    expect(box.value).toBe(day);
  }
  for (const wrong of ['+0', '+999', '昨天', '2026-2-31']) {
    fireEvent.change(box, { target: { value: wrong } });
    expect(value, wrong).toBeUndefined();
    expect(screen.getByText(/没有这一天/u).textContent).toContain('+3');
  }
});

it('Enter goes from a date that was given to the next field, from an empty one to the workdays', () => {
  const { container } = render(
    <form>
      <div data-field="dueOn">
        <Box />
      </div>
      <div data-field="reason">
        <input id="reason" />
      </div>
    </form>,
  );
  const form = container.querySelector('form');
  const date = document.getElementById('due') as HTMLInputElement;
  const days = screen.getByLabelText('办理时限：几个工作日');
  const reason = document.getElementById('reason');
  date.focus();
  moveOn(form, date, 1);
  expect(document.activeElement).toBe(days);
  moveOn(form, days, 1);
  expect(document.activeElement).toBe(reason);
  fireEvent.change(date, { target: { value: '2026-3-6' } });
  moveOn(form, date, 1);
  expect(document.activeElement).toBe(reason);
  // And back to the date, not to what it says again.
  moveOn(form, reason, -1);
  expect(document.activeElement).toBe(date);
});
