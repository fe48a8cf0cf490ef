// The machine's camera in the page: a live picture, one still of it, and that still as JPEG. Nothing is stored.

const WIDTH = 2560;
const SMALLEST = 0.2;

export function camera(video, picture) {
  let stream = null;

  const stop = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    video.srcObject = null;
  };

  const wipe = () => {
    picture.width = picture.height = 0;
  };

  return {
    // Null when the picture runs, otherwise the browser's name for what is wrong.
    async open() {
      stop();
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { width: { ideal: WIDTH }, facingMode: { ideal: 'environment' } } });
        video.srcObject = stream;
        await video.play();
        return null;
      } catch (fault) {
        return fault.name ?? 'Error';
      }
    },

    take() {
      picture.width = video.videoWidth;
      picture.height = video.videoHeight;
      picture.getContext('2d').drawImage(video, 0, 0);
    },

    again: wipe,

    // As large and as good as fits.
    async jpeg(maxBytes) {
      for (let scale = 1; ; scale *= 0.8) {
        const sheet = new OffscreenCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
        sheet.getContext('2d').drawImage(picture, 0, 0, sheet.width, sheet.height);
        const blob = await sheet.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
        if (blob.size <= maxBytes || scale < SMALLEST) return blob;
      }
    },

    close() {
      stop();
      wipe();
    }
  };
}
