// Components that several pages use.

import { button, checkbox, el, field, form, showStatus } from './dom.js';

/** Shows a paginated list and reloads it when it may have changed. */
export async function pager(place, load, none, rows) {
  const cursors = [''];
  const read = async () => {
    const page = await load(cursors.at(-1));
    place.replaceChildren(
      page.data.length === 0 ? el('p', { class: 'quiet empty' }, none) : await rows(page.data),
      page.next_cursor === null && cursors.length === 1 ? '' : el('div', { class: 'row' },
        button('Previous', () => { cursors.pop(); go(); }, { disabled: cursors.length === 1 }),
        el('span', { class: 'quiet' }, `Page ${cursors.length}`),
        button('Next', () => { cursors.push(`?cursor=${encodeURIComponent(page.next_cursor)}`); go(); },
          { disabled: page.next_cursor === null })));
  };
  const go = () => read().catch(failure => showStatus(failure.message));
  await read();
  place.addEventListener('reload', go);
  place.dataset.reloads = '';
  return go;
}

/** Reloads the lists of the page, except those whose controls have the focus. */
document.addEventListener('changed', () => {
  for (const place of document.querySelectorAll('[data-reloads]')) {
    if (!place.contains(document.activeElement)) {
      place.dispatchEvent(new Event('reload'));
    }
  }
});

/** Creates a checkbox that applies its change immediately and reverts it if the change fails. */
export function toggle(label, text, on, change) {
  return checkbox(text, {
    'aria-label': label,
    checked: on,
    onchange: async event => {
      const box = event.target;
      try {
        await change(box.checked);
        showStatus(`${label}: ${box.checked ? 'yes' : 'no'}.`);
      } catch (failure) {
        box.checked = !box.checked;
        showStatus(failure.message);
      }
    },
  });
}

/** Creates a button that shows the error if its handler fails. */
export function action(label, handler, attributes) {
  return button(label, async () => {
    try {
      await handler();
    } catch (failure) {
      showStatus(failure.message);
    }
  }, attributes);
}

/** Creates a form for a webhook URL and secret. The secret is never shown; an empty field keeps it. */
export function webhook(url, hasSecret, change) {
  return el('details', { class: 'card' }, el('summary', {}, `Webhook: ${url ?? 'none'}`),
    form({ class: 'grid' }, async (values, element) => {
      await change({ webhook_url: values.get('webhook_url'), ...filled(values, ['webhook_secret']) });
      element.elements.namedItem('webhook_secret').value = '';
      element.closest('details').querySelector('summary').textContent = `Webhook: ${values.get('webhook_url') || 'none'}`;
      showStatus('Webhook saved.');
    },
    field('Webhook URL', el('input', { name: 'webhook_url', value: url ?? '', inputmode: 'url', autocomplete: 'off' }),
      'Leave empty for none.'),
    field('Webhook secret', el('input', { name: 'webhook_secret', type: 'password', autocomplete: 'off' }),
      hasSecret ? 'A secret is set. Leave empty to keep it.' : 'No secret is set: webhooks are not signed.'),
    el('button', { type: 'submit' }, 'Save webhook')));
}

/** Returns the values of a form's fields, without empty ones. */
export function filled(values, names) {
  const input = {};
  for (const name of names) {
    const value = values.get(name);
    if (value !== null && value !== '') {
      input[name] = value;
    }
  }
  return input;
}

/** Converts the value of a datetime-local input, which is in UTC here. */
export function utc(value) {
  return value ? `${value.length === 16 ? `${value}:00` : value}Z` : null;
}
