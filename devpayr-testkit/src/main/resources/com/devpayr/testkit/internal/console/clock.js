import { call } from './api.js';
import { byId, el, field, form, showStatus, formatTime } from './dom.js';
import { action, toggle, utc } from './parts.js';

let current = null;

export function updateClock(clock) {
  current = clock;
  for (const place of document.querySelectorAll('#clock-now, #clock-large')) {
    place.textContent = `${formatTime(clock.now)} UTC`;
    place.setAttribute('datetime', clock.now);
  }
  byId('clock-state').textContent = clock.running ? '' : 'stopped at';
}

const change = async input => {
  updateClock(await call('PATCH', 'clock', input));
  showStatus(`The time is ${formatTime(current.now)} UTC.`);
};

export async function showClock(main) {
  main.append(
    el('h2', {}, 'Clock'),
    el('p', { class: 'quiet' }, 'The current time of the platform, used for expiry dates, daily limits, caches and rate limits.'),
    el('p', {}, el('time', { id: 'clock-large', class: 'large', datetime: current?.now }, current ? `${formatTime(current.now)} UTC` : '')),
    el('section', { class: 'card', 'aria-label': 'Move the clock' },
      el('div', { class: 'row' }, [['1 hour', 1], ['1 day', 24], ['7 days', 168], ['31 days', 744], ['366 days', 8784]].map(([label, hours]) =>
        action(`+ ${label}`, () => change({ advance_hours: hours })))),
      form({ id: 'set-clock', class: 'grid' }, values => change({ set: utc(values.get('set')) }),
        field('Set to (UTC)', el('input', { name: 'set', type: 'datetime-local', step: 1, required: true, value: current?.now.slice(0, 19) })),
        el('button', { type: 'submit' }, 'Set clock')),
      el('div', { class: 'row' },
        toggle('Clock is running', 'Running', current?.running ?? false, running => change({ running })),
        action('Use system time', async () => {
          await change({ system_time: true });
          main.querySelector('input[type=checkbox]').checked = true;
        }))));
}
