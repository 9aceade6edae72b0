// Parts that several pages have.

import { button, checkbox, el, say } from './dom.js';

/** A list that can be read page by page, and is read again when it may have changed. */
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
  const go = () => read().catch(failure => say(failure.message));
  await read();
  place.addEventListener('reload', go);
  place.dataset.reloads = '';
  return go;
}

/** Lists that are on the page are read again, unless somebody is just using one of their controls. */
document.addEventListener('changed', () => {
  for (const place of document.querySelectorAll('[data-reloads]')) {
    if (!place.contains(document.activeElement)) {
      place.dispatchEvent(new Event('reload'));
    }
  }
});

/** A switch that takes effect at once, and goes back when it is refused. */
export function toggle(label, text, on, change) {
  return checkbox(text, {
    'aria-label': label,
    checked: on,
    onchange: async event => {
      const box = event.target;
      try {
        await change(box.checked);
        say(`${label}: ${box.checked ? 'yes' : 'no'}.`);
      } catch (failure) {
        box.checked = !box.checked;
        say(failure.message);
      }
    },
  });
}

/** A button whose deed can be refused. */
export function action(label, deed, attributes) {
  return button(label, async () => {
    try {
      await deed();
    } catch (failure) {
      say(failure.message);
    }
  }, attributes);
}

/** What a form holds, without what was left empty. */
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

/** A local date and time field holds UTC here. */
export function utc(value) {
  return value ? `${value.length === 16 ? `${value}:00` : value}Z` : null;
}
