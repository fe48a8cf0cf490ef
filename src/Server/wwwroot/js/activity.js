const CLAIM = 'https://schema.org/Claim';
const ANSWER = 'legalService/answer';
const DIALOG = 'legalService/dialog';
const HERO = 'application/vnd.microsoft.card.hero';

/**
 * What the bot said, as the page draws it: `{id, outcome, text, citations, nextSteps, files, dialog}`. The text is the plain one; citations are the claims among the
 * entities; next steps are the buttons; `dialog` is null unless it is part of a form, a booking or a look-up.
 */
export function answerOf(activity) {
  const entities = activity.entities || [];
  const kind = entities.find(entity => entity.type === ANSWER);
  return {
    id: activity.id,
    outcome: kind ? kind.outcome : 'answered',
    text: activity.speak || activity.text || '',
    citations: entities.filter(entity => entity.type === CLAIM).map(claim => Object.assign({}, claim, { url: ownPath(claim.url) })),
    nextSteps: stepsOf(activity),
    files: (activity.attachments || []).filter(attachment => attachment.contentUrl).map(file => ({ name: file.name, url: ownPath(file.contentUrl) })),
    dialog: entities.find(entity => entity.type === DIALOG) || null,
  };
}

function stepsOf(activity) {
  const suggested = (activity.suggestedActions && activity.suggestedActions.actions) || [];
  const cards = (activity.attachments || []).filter(attachment => attachment.contentType === HERO);
  const steps = suggested.concat(...cards.map(card => (card.content && card.content.buttons) || [])).map(stepOf);
  return steps.filter((step, place) => !step.phone || steps.findIndex(other => other.phone === step.phone) === place);
}

function stepOf(action) {
  const value = typeof action.value === 'string' ? action.value : action.title;
  if (action.type === 'call')
    return { label: action.title, phone: value.replace(/[^0-9+-]/g, '') };
  if (action.type === 'openUrl')
    return { label: action.title, url: ownPath(value) };
  return action.service ? { label: action.title, service: action.service } : { label: action.title, url: '/#q=' + encodeURIComponent(value) };
}

/** Addresses on this site come complete, for clients elsewhere. */
function ownPath(url) {
  return url && url.indexOf(location.origin + '/') === 0 ? url.slice(location.origin.length) : url;
}
