import { button, el } from './dom.js';
import { t } from './texts.js';

const LARGEST = 1500000;
const LONGEST_SIDE = 2000;
const QUALITY = 0.85;

/** Takes a photo or a file. A photo of a phone is made smaller first: the line is slow, and a paper is read as well. */
export class FileButton {
  /** @param {function(File)} onFile Takes the file. */
  constructor(onFile) {
    this.onFile = onFile;
  }

  draw() {
    const input = el('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp,application/pdf', class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true' });
    input.addEventListener('change', async () => {
      if (input.files.length > 0)
        this.onFile(await smaller(input.files[0]));
      input.value = '';
    });
    return [button('button strong', t('chat.form.file'), () => input.click()), input];
  }
}

async function smaller(file) {
  if (file.size <= LARGEST || file.type.indexOf('image/') !== 0 || !window.createImageBitmap)
    return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = el('canvas', { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch (error) {
    return file;
  }
}
