const SLOW = 0.75;
const USUAL = 0.9;

/** Says whether the browser has a Chinese voice, and again when that changes. */
export function whenVoiced(tell) {
  tell(Boolean(voice()));
  window.speechSynthesis?.addEventListener?.('voiceschanged', () => tell(Boolean(voice())));
}

/** Reads a text out, sentence by sentence: some browsers stop in the middle of long ones. */
export function read(text, slow) {
  silence();
  if (!voice())
    return;
  for (const sentence of text.match(/[^。！？\n]+[。！？]?/g) || []) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = 'zh-CN';
    utterance.voice = voice();
    utterance.rate = slow ? SLOW : USUAL;
    speechSynthesis.speak(utterance);
  }
}

export function silence() {
  window.speechSynthesis?.cancel();
}

function voice() {
  return window.speechSynthesis?.getVoices().find(voice => /^zh|^cmn/i.test(voice.lang)) || null;
}
