import { el } from './dom.js';

const NAMES = { inForce: '现行有效', amended: '已修改', repealed: '已废止', notYetInForce: '尚未施行' };

/** A badge with the status of an article. */
export function statusBadge(status) {
  return el('span', { class: 'badge badge-' + status }, NAMES[status] || status);
}

/** 2021-01-01 as 2021年1月1日. */
export function chineseDate(day) {
  const parts = day.split('-').map(Number);
  return parts[0] + '年' + parts[1] + '月' + parts[2] + '日';
}
