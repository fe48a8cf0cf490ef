import { textNode } from './texts.js';

/**
 * Makes an element. Data becomes text or an attribute, never markup.
 *
 * @param {Object} properties `on` maps events to handlers; true sets an empty attribute, null and false set none.
 * @param {...(Node|string|null|Array)} children Null is left out, arrays are flattened.
 */
export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.keys(properties || {}).forEach(name => {
    const value = properties[name];
    if (name === 'on')
      Object.keys(value).forEach(event => element.addEventListener(event, value[event]));
    else if (value === true)
      element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value);
  });
  add(element, children);
  return element;
}

/** A button with a class, what is written on it, and what it does. */
export function button(style, label, onPress) {
  return el('button', { type: 'button', class: style, on: { click: onPress } }, label);
}

/** One of the drawings in the page's sprite. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', '#icon-' + name);
  svg.appendChild(use);
  return svg;
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.textContent = '';
  add(element, children);
}

function add(element, children) {
  children.forEach(child => {
    if (Array.isArray(child))
      add(element, child);
    else if (child !== null && child !== undefined)
      element.appendChild(typeof child === 'string' ? textNode(document, child) : child);
  });
}
