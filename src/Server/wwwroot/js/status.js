import { el } from './dom.js';
import { t } from './texts.js';

const NAMES = { inForce: t('chat.law.status.inForce'), amended: t('chat.law.status.amended'), repealed: t('chat.law.status.repealed'), notYetInForce: t('chat.law.status.notYetInForce') };

/** A badge with the status of an article. */
export function statusBadge(status) {
  return el('span', { class: 'badge badge-' + status }, NAMES[status] || status);
}

/** 2021-01-01 as 2021年1月1日. */
export function chineseDate(day) {
  const parts = day.split('-').map(Number);
  return t('chat.law.day', parts[0], parts[1], parts[2]);
}
