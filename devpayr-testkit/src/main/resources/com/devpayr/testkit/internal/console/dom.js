// Creates DOM elements. Values are always inserted as text, never as HTML.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

export const byId = id => document.getElementById(id);

export function button(label, onclick, attributes = {}) {
  return el('button', { type: 'button', ...attributes, onclick }, label);
}

/** Creates a labeled input with a place for error messages. */
export function field(label, control, hint) {
  const id = `field-${++fields}`;
  control.id = id;
  control.setAttribute('aria-describedby', `${id}-error`);
  return el('div', { class: 'field' },
    el('label', { for: id }, label),
    control,
    hint ? el('span', { class: 'hint' }, hint) : null,
    el('span', { class: 'error', id: `${id}-error`, 'data-error-of': control.name }));
}

let fields = 0;

export function checkbox(label, attributes = {}) {
  return el('label', { class: 'check' }, el('input', { type: 'checkbox', ...attributes }), ` ${label}`);
}

export function select(name, options, attributes = {}) {
  return el('select', { name, ...attributes },
    options.map(([value, label, selected]) => el('option', { value, selected: selected === true }, label)));
}

/** Creates a form that submits its values and shows validation errors at the fields. */
export function form(attributes, send, ...children) {
  const problem = el('p', { class: 'error', role: 'alert' });
  const element = el('form', {
    novalidate: true,
    ...attributes,
    onsubmit: async event => {
      event.preventDefault();
      showErrors(element, problem, {}, '');
      const submit = element.querySelector('[type=submit]');
      submit.disabled = true;
      try {
        await send(new FormData(element), element);
      } catch (failure) {
        showErrors(element, problem, failure.errors ?? {}, failure.message);
      } finally {
        submit.disabled = false;
      }
    },
  }, ...children, problem);
  return element;
}

function showErrors(element, problem, errors, message) {
  let first = null;
  for (const place of element.querySelectorAll('[data-error-of]')) {
    const name = place.dataset.errorOf;
    const control = element.elements.namedItem(name);
    place.textContent = (errors[name] ?? []).join(' ');
    if (control?.setAttribute) {
      control.setAttribute('aria-invalid', name in errors ? 'true' : 'false');
      first ??= name in errors ? control : null;
    }
  }
  problem.textContent = first ? '' : message;
  first?.focus();
}

export function badge(text, kind = '') {
  return el('span', { class: `badge ${kind}` }, text);
}

export function table(caption, heads, rows) {
  return el('div', { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    el('table', {},
      el('caption', { class: 'hidden' }, caption),
      el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows)));
}

export function cell(label, ...content) {
  return el('td', { 'data-label': label }, ...content);
}

export function time(iso) {
  return iso === null ? 'never' : el('time', { datetime: iso, title: iso }, formatTime(iso));
}

/** Formats a timestamp in UTC. */
export function formatTime(iso) {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

export function showStatus(text) {
  const status = byId('status');
  status.textContent = text;
  clearTimeout(showStatus.timer);
  showStatus.timer = setTimeout(() => { status.textContent = ''; }, 6000);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    showStatus('Copied.');
    return true;
  } catch {
    showStatus('The browser denied access to the clipboard. Select the text and copy it manually.');
    return false;
  }
}

/** Asks for confirmation of an action that cannot be undone. */
export function confirmAction(question, yes) {
  return new Promise(resolve => {
    const dialog = el('dialog', { 'aria-label': question, onclose: () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); } },
      el('p', {}, question),
      el('div', { class: 'row end' },
        button('Cancel', () => dialog.close('no')),
        button(yes, () => dialog.close('yes'), { class: 'danger' })));
    document.body.append(dialog);
    dialog.showModal();
  });
}
