/** Words in a box, by the keyboard on the screen, a real one, or the voice. The box is the browser's; who asked for it is told what stands there. */
const LETTERS = ['q w e r t y u i o p', 'a s d f g h j k l', '{latin} z x c v b n m {bksp}', '{digits} ， {space} 。 {enter}'];
const LATIN = ['q w e r t y u i o p', 'a s d f g h j k l', '{shift} z x c v b n m {bksp}', '{pinyin} , {space} . {enter}'];
const CAPITALS = ['Q W E R T Y U I O P', 'A S D F G H J K L', '{small} Z X C V B N M {bksp}', '{pinyin} , {space} . {enter}'];
const DIGITS = ['1 2 3 4 5 6 7 8 9 0', '- / : ； （ ） 《 》 · %', '？ ！ 、 “ ” ： @ # {bksp}', '{pinyin} ， {space} 。 {enter}'];
const NAMES = { '{bksp}': '删除', '{space}': '空格', '{latin}': 'ABC', '{pinyin}': '拼音', '{digits}': '123', '{shift}': '大写', '{small}': '小写' };
const LAYOUTS = { '{latin}': 'latin', '{pinyin}': 'default', '{digits}': 'digits', '{shift}': 'capitals', '{small}': 'latin' };

export function open(box, keys, speak, owner) {
  const pad = new TextPad(box, owner);
  pad.show(keys);
  pad.listen(speak);
  return pad;
}

class TextPad {
  constructor(box, owner) {
    this.box = box;
    this.owner = owner;
    this.box.addEventListener('input', () => { this.keyboard?.setInput(this.box.value); this.tell(); });
    this.box.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || this.hasLines)
        return;
      event.preventDefault();
      this.enter();
    });
    this.box.focus({ preventScroll: true });
  }

  get hasLines() {
    return this.box.dataset.enter === 'line';
  }

  /** Without the keyboard's files the box is written in with a real keyboard. */
  async show(keys) {
    const { Keyboard, candidates } = await keyboardFiles();
    if (!Keyboard || !keys.isConnected)
      return;
    this.keyboard = new Keyboard(keys, {
      layout: { default: LETTERS, latin: LATIN, capitals: CAPITALS, digits: DIGITS },
      layoutCandidates: candidates,
      layoutCandidatesPageSize: 7,
      display: { ...NAMES, '{enter}': this.hasLines ? '换行' : '完成' },
      mergeDisplay: true,
      // What is typed goes to the end: nobody here looks for a caret.
      disableCaretPositioning: true,
      preventMouseDownDefault: true,
      useButtonTag: true,
      newLineOnEnter: this.hasLines,
      maxLength: this.box.maxLength,
      onChange: text => { this.box.value = text; this.box.scrollTop = this.box.scrollHeight; this.tell(); },
      onKeyPress: key => this.press(key),
    });
    this.keyboard.setInput(this.box.value);
  }

  press(key) {
    const layout = LAYOUTS[key];
    if (layout)
      this.keyboard.setOptions({ layoutName: layout, enableLayoutCandidates: layout === 'default' });
    else if (key === '{enter}' && !this.hasLines)
      this.enter();
  }

  /** Speech, where the browser hears it. */
  listen(button) {
    const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
    if (!Recognition)
      return;
    this.recognition = new Recognition();
    this.recognition.lang = 'zh-CN';
    this.recognition.onresult = event => this.insert(event.results[event.results.length - 1][0].transcript);
    this.recognition.onend = () => button.setAttribute('aria-pressed', 'false');
    // Nobody hears: no line to whoever understands speech, no microphone, no permission.
    this.recognition.onerror = event => { button.hidden = event.error !== 'no-speech' && event.error !== 'aborted'; };
    button.hidden = false;
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', 'true');
      this.recognition.start();
    });
  }

  insert(text) {
    this.box.value = (this.box.value + text).slice(0, this.box.maxLength);
    this.keyboard?.setInput(this.box.value);
    this.tell();
  }

  tell() {
    this.owner.invokeMethodAsync('Typed', this.box.value);
  }

  enter() {
    this.owner.invokeMethodAsync('Entered');
  }

  close() {
    this.recognition?.abort();
    this.keyboard?.destroy();
  }
}

let files;

function keyboardFiles() {
  return files ??= Promise.all([style('keyboard/simple-keyboard.css'), script('keyboard/simple-keyboard.js'), script('keyboard/simple-keyboard-layouts.js')]).then(
    () => ({ Keyboard: window.SimpleKeyboard?.default, candidates: new window.SimpleKeyboardLayouts.default().get('chinese').layoutCandidates }),
    () => ({}));
}

function script(source) {
  return loaded(Object.assign(document.createElement('script'), { src: source }));
}

/** Before the page's own styles, which go on from it. */
function style(source) {
  return loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: source }));
}

function loaded(element) {
  return new Promise((done, failed) => {
    element.onload = done;
    element.onerror = failed;
    document.head.prepend(element);
  });
}
